"""``clearlane lots``: bind the lottery of a period that gives cases to officers, publish its seed, check every lot."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_draw import Begin, Period
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.tariff_options import Json, moment, out_columns, out_json
from clearlane.model.refusals import Closed
from clearlane.model.text import Text

End = Annotated[
    datetime,
    typer.Option(
        "--until",
        formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d"],
        metavar="MOMENT",
        help=helped("When it ends, in the law's time zone.", "Thời điểm kết thúc, theo múi giờ của pháp luật."),
        show_default=False,
    ),
]
_FAULTS = {
    "seed": ("the seed is not the one bound", "hạt giống không đúng cam kết"),
    "turn": ("a lot is missing or stands twice", "thiếu hoặc trùng lượt"),
    "list": ("the list is not in order", "danh sách không hợp lệ"),
    "choice": ("another was chosen than drawn", "không giao cho người trúng thăm"),
    "period": ("it belongs to another period", "thuộc kỳ khác"),
}


def commit(
    period: Period,
    since: Begin,
    until: End,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Bind a period's lottery to new secrets, which nobody sees."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        zone = ZoneInfo(office.profile.time_zone)
        made = office.assignment.commit(period, since.replace(tzinfo=zone), until.replace(tzinfo=zone))
    if json:
        out_json(made)
    else:
        out(one_of(f"Bound: {made.period}. Publish: {made.seed}", f"Đã cam kết: {made.period}. Hãy công bố: {made.seed}"))


def open_(period: Period, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Publish the seed of a period that is over; again, it is the same."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        made = office.assignment.open(period)
    if json:
        out_json(made)
    else:
        out(
            one_of(
                f"Published: {made.period}, {made.lots} lots, seed {made.seed}",
                f"Đã công bố: {made.period}, {made.lots} lượt, hạt giống {made.seed}",
            )
        )


def check(period: Period, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Recompute every lot of a period; exit 0 where all hold, 1 otherwise. Anyone may ask."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        count = len(office.assignment.lots(period))
        doubts = office.assignment.checked(period)
    if doubts is None:
        raise Closed(Text(en="The seed of this period has not been published yet.", vi="Hạt giống của kỳ này chưa được công bố."))
    if json:
        out_json({"period": period, "lots": count, "doubts": doubts})
    elif doubts:
        for one in doubts:
            out(one_of(f"lot {one.turn}: {_FAULTS[one.fault][0]}", f"lượt {one.turn}: {_FAULTS[one.fault][1]}"))
    else:
        out(one_of(f"All {count} lots of {period} hold.", f"Cả {count} lượt của {period} đều đúng."))
    raise typer.Exit(1 if doubts else 0)


def list_all(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the periods bound, in order. Anyone may see them."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        every, law = office.assignment.periods(), office.profile
    if json:
        out_json(every)
    elif every:
        out_columns([(one.period, moment(one.since, law), moment(one.until, law), one.seed) for one in every])
    else:
        tell(one_of("No period is bound.", "Chưa có kỳ nào được cam kết."))
