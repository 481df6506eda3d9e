"""``clearlane tariff simulate``: what a tariff would do to recorded declarations, by chapter and by lane."""

from __future__ import annotations

from decimal import Decimal

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Sandbox, Store
from clearlane.cli.progress import progress
from clearlane.cli.speech import one_of, out, said
from clearlane.cli.tariff_options import Json, Since, Until, Version, out_columns, out_json
from clearlane.model.edition import Simulation
from clearlane.model.profile import Profile as Law

_LONGEST = 20
_SHOWN = 10


def simulate(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    version: Version,
    since: Since = None,
    until: Until = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
    sandbox: Sandbox = None,
) -> None:
    """Try a tariff on recorded declarations; nothing is recorded of it."""
    found = settled(profile=profile, store=store, language=language, sandbox=sandbox)
    days = since.date() if since else None, until.date() if until else None
    with (
        office_of(found) as office,
        progress(one_of("Trying", "Đang thử"), None, shown=not json) as done,
    ):
        made = office.tariff.simulate(version, *days, report=done)
        law = office.profile
    if json:
        out_json(made)
    else:
        _show(made, law)


def _show(made: Simulation, law: Law) -> None:
    out(
        one_of(
            f"{made.version} on {made.declarations} declarations lodged from {made.since} to {made.until}",
            f"{made.version} trên {made.declarations} tờ khai nộp từ {made.since:%d/%m/%Y} đến {made.until:%d/%m/%Y}",
        )
    )
    if made.erased:
        out(one_of(f"  {made.erased} more were erased and cannot be tried", f"  {made.erased} tờ khai khác đã bị xóa nội dung"))
    _pricing(made)
    change = made.after - made.before
    out(
        one_of(
            f"Duty {made.before:f} {made.currency} as recorded, {made.after:f} under it: {change:+f}",
            f"Tiền thuế đã tính {made.before:f} {made.currency}, theo biểu này {made.after:f}: {change:+f}",
        )
    )
    if made.no_longer_priced or made.newly_priced or any(one.open_before or one.open_after for one in made.chapters):
        out(
            one_of(
                "  what has no duty before or after is left out of the sums",
                "  phần chưa tính được tiền thuế trước hoặc sau không cộng vào tổng",
            )
        )
    _chapters(made)
    _lanes(made, law)
    _effects(made, law)


def _pricing(made: Simulation) -> None:
    """Say how many declarations the sums do not hold, before the sums: a tariff that prices nothing changes no sum."""
    if lost := made.no_longer_priced:
        out(
            one_of(
                f"No longer priced: {lost} of {made.declarations} declarations",
                f"Không còn tính được thuế: {lost} trên {made.declarations} tờ khai",
            )
        )
    if made.newly_priced:
        out(
            one_of(
                f"Newly priced: {made.newly_priced} of {made.declarations} declarations",
                f"Nay tính được thuế: {made.newly_priced} trên {made.declarations} tờ khai",
            )
        )


def _chapters(made: Simulation) -> None:
    if not made.chapters:
        return
    most = max(abs(one.after - one.before) for one in made.chapters)
    heading = (
        one_of("chapter", "chương"),
        one_of("items", "dòng hàng"),
        one_of("before", "trước"),
        one_of("after", "sau"),
        one_of("change", "thay đổi"),
        one_of("open", "chưa tính được"),
        "",
    )
    rows = [
        (
            one.chapter or "-",
            str(one.items),
            f"{one.before:f}",
            f"{one.after:f}",
            f"{one.after - one.before:+f}",
            f"{one.open_before} → {one.open_after}" if one.open_before or one.open_after else "",
            _bar(one.after - one.before, most),
        )
        for one in made.chapters
    ]
    out_columns([heading, *rows], right=(1, 2, 3, 4, 5), indent="  ")


def _bar(change: Decimal, most: Decimal) -> str:
    """Return a change as a bar: full for more duty, light for less."""
    length = int(abs(change) / most * _LONGEST + Decimal("0.5")) if most else 0
    return ("█" if change > 0 else "░") * (max(length, 1) if change else 0)


def _lanes(made: Simulation, law: Law) -> None:
    lanes = [lane for lane in law.lanes.names if made.lanes_before.get(lane) or made.lanes_after.get(lane)]
    heading = one_of("lane", "luồng"), one_of("before", "trước"), one_of("after", "sau")
    rows = [(said(law.lanes.names[lane]), str(made.lanes_before.get(lane, 0)), str(made.lanes_after.get(lane, 0))) for lane in lanes]
    if rows:
        out_columns([heading, *rows], right=(1, 2), indent="  ")


def _effects(made: Simulation, law: Law) -> None:
    if not made.effects:
        out(one_of("No declaration would change.", "Không tờ khai nào thay đổi."))
        return
    out(one_of("Greatest differences", "Chênh lệch lớn nhất"))
    unknown = one_of("not known", "chưa rõ")
    lanes: dict[str, str] = {lane: said(name) for lane, name in law.lanes.names.items()}
    rows = [
        (
            one.number,
            unknown if one.before is None else f"{one.before:f}",
            unknown if one.after is None else f"{one.after:f}",
            " → ".join(dict.fromkeys(lanes.get(lane, "–") for lane in (one.lane_before, one.lane_after))),
        )
        for one in made.effects[:_SHOWN]
    ]
    out_columns(rows, right=(1, 2), indent="  ")
