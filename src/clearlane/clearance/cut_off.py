"""From when on the trader asks, and an officer decides: the cut-off."""

from __future__ import annotations

from clearlane.model.clearance_facts import Asked
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.situation import Situation


def cut_off(now: Situation, law: ClearanceLaw, asked: Asked) -> bool:
    """Say whether an amendment or cancellation asked for now waits for an officer's decision.

    It does once the trader was told of a control, or once checking began, as the law has it; an amendment also once the debt is final,
    and a cancellation once the goods are not simply waiting.
    """
    reached = now.told if law.cut_off == "told" else bool(now.begun)
    if asked == "amendment":
        return reached or now.final
    return reached or now.goods not in ("expected", "arrived")
