"""``clearlane risk capacity`` and ``queue``: what officers can do, what that gives up, and who waits."""

from __future__ import annotations

from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import By, Yes, figure
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, out_columns, out_json, said_by
from clearlane.model.profile import Profile as Law
from clearlane.model.text import Text
from clearlane.office.risk_nouns import Recut

_ARMS = {
    "mandatory": Text(en="profile", vi="hồ sơ"),
    "percentage": Text(en="profile's share", vi="tỷ lệ của hồ sơ"),
    "ranking": Text(en="rank", vi="xếp hạng"),
    "random": Text(en="draw", vi="ngẫu nhiên"),
    "fill": Text(en="expected rate", vi="tỷ lệ dự kiến"),
}
Place = Annotated[str, typer.Argument(metavar="OFFICE", help=helped("A customs office.", "Cơ quan hải quan."), show_default=False)]
Shift = Annotated[
    str,
    typer.Argument(
        metavar="SHIFT",
        help=helped("A shift, such as '2026-11-22 day', or now.", "Một ca, ví dụ '2026-11-22 day', hoặc now."),
        show_default=False,
    ),
]
Count = Annotated[
    int, typer.Argument(metavar="N", min=0, help=helped("Inspections of goods.", "Số lượt kiểm tra thực tế."), show_default=False)
]
Checks = Annotated[
    int | None,
    typer.Option(
        "--checks",
        min=0,
        metavar="M",
        help=helped("Checks of documents; unbounded.", "Số lượt kiểm tra hồ sơ; mặc định không giới hạn."),
        show_default=False,
    ),
]
NOW = "now"


def capacity(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    office: Place,
    shift: Shift,
    count: Count,
    checks: Checks = None,
    by: By = "",
    yes: Yes = False,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Show what a capacity would let fall and what that is worth; set it, and sign what is given up."""
    found = settled(profile=profile, store=store, language=language)
    manager = said_by(by)
    with office_of(found) as desk:
        capacities = desk.risk.capacities
        of = capacities.shift() if shift == NOW else shift
        if not yes:
            _show(capacities.proposed(office, of, count), desk.profile)
            question = one_of(f"Sign for {office}, {of}?", f"Ký cho {office}, {of}?")
            typer.confirm(question, abort=True, err=True)
        fact, made = capacities.set(office, of, count, checks, by=manager)
        law = desk.profile
    if json:
        out_json({"capacity": fact, "cut": made})
        return
    _show(made, law)
    out(one_of(f"Signed by {fact.by} for {office}, {of}.", f"{fact.by} đã ký cho {office}, {of}."))


def queue(office: Place, shift: Shift, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List who waits for an inspection in a shift, in the order of their turn."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as desk:
        of = desk.risk.capacities.shift() if shift == NOW else shift
        waiting, room = desk.risk.capacities.queue(office, of), desk.risk.capacities.capacity(office, of)
    if json:
        for one in waiting:
            chosen = one.chosen
            out_json({"turn": one.turn, "number": chosen.number, "arm": chosen.arm, "value": chosen.value, "waits": one.waits})
        return
    heading = (
        one_of("turn", "lượt"),
        one_of("declaration", "tờ khai"),
        one_of("taken by", "căn cứ"),
        one_of("value", "giá trị"),
        one_of("waits", "chờ"),
    )
    rows = [
        (str(one.turn), one.chosen.number, said(_ARMS[one.chosen.arm]), figure(one.chosen.value, 2), _waits(one.waits)) for one in waiting
    ]
    if rows:
        out_columns([heading, *rows], right=(0, 3))
    can = (
        one_of("nobody said what it can do", "chưa có số liệu năng lực")
        if room is None
        else one_of(f"it can do {room.inspections}", f"năng lực {room.inspections}")
    )
    tell(one_of(f"{office}, {of}: {len(rows)} wait; {can}.", f"{office}, {of}: {len(rows)} tờ khai chờ; {can}."))


def _waits(shifts: int | None) -> str:
    if shifts is None:
        return "-"
    if not shifts:
        return one_of("this shift", "ca này")
    return one_of("1 shift" if shifts == 1 else f"{shifts} shifts", f"{shifts} ca")


def _show(made: Recut, law: Law) -> None:
    out(one_of(f"Done in the shift: {len(made.now)}", f"Thực hiện trong ca: {len(made.now)}"))
    worth = f"{figure(made.given_up, 2)} {law.currency}"
    out(
        one_of(
            f"Fall: {len(made.fallen)}, worth {worth} of revenue expected",
            f"Không kiểm tra: {len(made.fallen)}, số thu dự kiến bị bỏ qua {worth}",
        )
    )
    for number in made.fallen:
        out(f"  {number}")
    out(one_of(f"Wait beyond it: {len(made.waiting)}", f"Chờ sau ca: {len(made.waiting)}"))
    if made.waiting:
        out_columns([(number, _waits(shifts)) for number, shifts in made.waiting], indent="  ")
