"""A whole risk profile in plain words, as an officer would tell it to another."""

from __future__ import annotations

from collections.abc import Iterator

from clearlane.model.risk_condition import AllOf
from clearlane.model.risk_profile import RiskProfile
from clearlane.model.text import Text
from clearlane.office.risk_saying import title_of
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.words import in_words

_LANES = {
    "red": Text(en="red", vi="đỏ"),
    "yellow": Text(en="yellow", vi="vàng"),
    "blue": Text(en="blue", vi="xanh dương (sau thông quan)"),
    "green": Text(en="green", vi="xanh"),
}
_LOOKS = {
    "documents": Text(en="the documents", vi="hồ sơ"),
    "physical": Text(en="the goods", vi="thực tế hàng hóa"),
    "scan": Text(en="a scanned image", vi="ảnh soi chiếu"),
    "sample": Text(en="a sample", vi="mẫu hàng"),
    "value": Text(en="the value", vi="trị giá"),
}


def told(profile: RiskProfile) -> tuple[Text, ...]:
    """Return a profile as lines: its title, whom it stops, and what happens then."""
    return tuple(_lines(profile))


def _lines(profile: RiskProfile) -> Iterator[Text]:
    yield title_of(profile)
    whole = profile.level == "declaration"
    yield Text(
        en="Stops a declaration where:" if whole else "Stops a goods item where:",
        vi="Dừng tờ khai khi:" if whole else "Dừng mặt hàng khi:",
    )
    parts = profile.condition.parts if isinstance(profile.condition, AllOf) else (profile.condition,)
    for part in parts:
        words = in_words(part, catalogue())
        yield Text(en=f"- {words.en}", vi=f"- {words.vi}")
    yield _action(profile)
    yield from _bounds(profile)
    yield from _further(profile)


def _action(profile: RiskProfile) -> Text:
    action, lane = profile.action, _LANES[profile.action.lane]
    looks = [_LOOKS[one] for one in action.inspect]
    share = f"{action.share:.0%}".replace("%", " %")
    en, vi = f"Then: the {lane.en} lane", f"Khi đó: luồng {lane.vi}"
    if action.share < 1:
        en, vi = f"{en} for {share} of them", f"{vi} với {share} số bị trúng"
    if looks:
        en = f"{en}; looked at: {', '.join(one.en for one in looks)}"
        vi = f"{vi}; kiểm tra: {', '.join(one.vi for one in looks)}"
    return Text(en=f"{en}.", vi=f"{vi}.")


def _bounds(profile: RiskProfile) -> Iterator[Text]:
    """Say for what, where and when alone it looks."""
    only = {"import": Text(en="imports", vi="hàng nhập khẩu"), "export": Text(en="exports", vi="hàng xuất khẩu")}
    if len(profile.directions) == 1:
        which = only[profile.directions[0]]
        yield Text(en=f"Only for {which.en}.", vi=f"Chỉ áp dụng với {which.vi}.")
    if profile.procedures:
        codes = ", ".join(profile.procedures)
        yield Text(en=f"Only for the procedures: {codes}.", vi=f"Chỉ áp dụng với mã loại hình: {codes}.")
    if profile.offices:
        places = ", ".join(profile.offices)
        yield Text(en=f"Only at: {places}.", vi=f"Chỉ áp dụng tại: {places}.")
    if profile.since:
        yield Text(en=f"From {profile.since} on.", vi=f"Từ ngày {profile.since}.")
    if profile.until:
        yield Text(en=f"Until {profile.until}, that day included.", vi=f"Đến hết ngày {profile.until}.")


def _further(profile: RiskProfile) -> Iterator[Text]:
    """Say what else becomes of what it hits."""
    action = profile.action
    if action.quiet_hits:
        yield Text(
            en=f"After {action.quiet_hits} hits in a row that went by, the next is taken.",
            vi=f"Sau {action.quiet_hits} lần trúng liên tiếp được cho qua, lần tiếp theo bị kiểm tra.",
        )
    if action.section:
        yield Text(en=f"The case goes to the section {action.section}.", vi=f"Hồ sơ được giao cho tổ {action.section}.")
