"""Give a declaration its lane by the published policy."""

from __future__ import annotations

from clearlane.model.facts import Lane, Routed, Scored
from clearlane.model.profile import LanePolicy
from clearlane.model.text import Text


def route(scored: Scored, policy: LanePolicy) -> Routed:
    """Return the lane for a score, with the reasons an officer sees."""
    lane: Lane = "red" if scored.score >= policy.red_from else "yellow" if scored.score >= policy.yellow_from else "green"
    threshold = {"red": policy.red_from, "yellow": policy.yellow_from, "green": policy.yellow_from}[lane]
    side = ("at or above", "bằng hoặc trên") if lane != "green" else ("below", "dưới")
    rule = Text(
        en=f"Score {scored.score:.2f} is {side[0]} {threshold:.2f}, the policy's threshold for {'yellow' if lane == 'green' else lane}.",
        vi=f"Điểm {_vi(scored.score)} {side[1]} {_vi(threshold)}, ngưỡng {'vàng' if lane != 'red' else 'đỏ'} theo chính sách phân luồng.",
    )
    return Routed(lane, (rule, *(reason.words for reason in scored.reasons)))


def _vi(figure: float) -> str:
    return f"{figure:.2f}".replace(".", ",")
