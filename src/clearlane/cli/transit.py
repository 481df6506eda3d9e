"""``clearlane transit``: messages of seals and trackers read, traces set against an itinerary, a season of journeys watched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from clearlane.cli.desk import settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.sources import bytes_of
from clearlane.cli.speech import helped, one_of, out
from clearlane.cli.tariff_options import Json, out_columns, out_json
from clearlane.model.itinerary import Itinerary
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.transit_season import TransitSeason, transit_season
from clearlane.office.transit_trace import exits, readings_of, traces

_MOST = 50_000_000

Dialect = Annotated[
    str,
    typer.Argument(metavar="DIALECT", help=helped("clearlane, eseal or padlock.", "clearlane, eseal hoặc padlock."), show_default=False),
]
Message = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help=helped("One message a line, - for standard input.", "Mỗi dòng một bản tin, - là đầu vào chuẩn."),
        show_default=False,
    ),
]
TraceFile = Annotated[str, typer.Argument(metavar="TRACE", help=helped("Positions as CSV.", "Vị trí, tệp CSV."), show_default=False)]
Line = Annotated[
    str,
    typer.Option(
        "--line",
        metavar="FILE",
        help=helped("The itinerary's points in order, as CSV.", "Các điểm của tuyến đường, tệp CSV."),
        show_default=False,
    ),
]
Width = Annotated[int, typer.Option("--width", min=1, help=helped("How far one may stray, in metres.", "Được lệch bao nhiêu mét."))]
Seed = Annotated[int, typer.Option("--seed", min=0, help=helped("The seed of all chance.", "Mầm của mọi ngẫu nhiên."))]
Journeys = Annotated[
    int,
    typer.Option(
        "--journeys", min=20, help=helped("How many to learn from, and as many to measure.", "Số chuyến để học, và bằng ấy để đo.")
    ),
]


def read(dialect: Dialect, message: Message, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Read messages of devices, one a line, as text or as hexadecimal digits; tell each reading as one line of JSON."""
    settled(profile=profile, store=store, language=language)
    for line in bytes_of(message, _MOST).splitlines():
        if line.strip():
            for reading in readings_of(dialect, line):
                out_json(reading)


def leave(
    trace: TraceFile,
    line: Line,
    width: Width = 500,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Tell each time a trace of positions leaves an itinerary."""
    settled(profile=profile, store=store, language=language)
    points = [one for way in traces(_rows(line)) for one in way.positions]
    if len(points) < 2:
        raise Unreadable(Text(en="An itinerary has two points at least.", vi="Tuyến đường phải có ít nhất hai điểm."))
    itinerary = Itinerary(tuple(points), width)
    found = [one for trip in traces(_rows(trace)) for one in exits(trip, itinerary)]
    if json:
        for one in found:
            out_json(one)
        return
    heading = tuple(
        one_of(*words)
        for words in (("trip", "chuyến"), ("positions", "vị trí"), ("metres", "mét"), ("left", "rời tuyến"), ("back", "trở lại"))
    )
    out_columns([heading, *((one.trip, str(one.positions), str(one.metres), one.left, one.back or "–") for one in found)], right=(1, 2))


def _rows(file: str) -> list[str]:
    try:
        return bytes_of(file, _MOST).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Unreadable(Text(en=f"{file} is not UTF-8.", vi=f"{file} không phải là UTF-8.")) from None


def season(
    seed: Seed = 1, journeys: Journeys = 1000, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Watch a season of the simulator's journeys; nothing is recorded."""
    settled(profile=profile, store=store, language=language)
    with progress(one_of("Journeys", "Chuyến hàng"), 2 * journeys, shown=not json) as done:
        made = transit_season(seed, journeys, journeys, lambda count, _: done(count))
    if json:
        out_json(made)
    else:
        _show(made)


def _show(made: TransitSeason) -> None:
    rows = [(one_of("deed", "hành vi"), one_of("of", "số vụ"), one_of("found", "phát hiện"), "95 %")]
    for name, one in {**made.kinds, one_of("all", "tất cả"): made.found}.items():
        rows.append((name, str(one.of), f"{one.share:.3f}", f"{one.least:.3f}–{one.most:.3f}"))
    out_columns(rows, right=(1, 2))
    out("")
    out(one_of("Alerts in 1,000 honest hours", "Cảnh báo trong 1.000 giờ vận chuyển trung thực"))
    before, after = one_of("before learning", "trước khi học"), one_of("after learning", "sau khi học")
    out_columns(
        [(name, f"{one.rate:.1f}", f"{one.least:.1f}–{one.most:.1f}") for name, one in ((before, made.before), (after, made.after))],
        right=(1,),
    )


WORDS = Text(en="Goods on the move: devices, itineraries, the watch.", vi="Hàng quá cảnh: thiết bị, tuyến đường, giám sát.")
COMMANDS: tuple[tuple[str, Callable[..., None], Text], ...] = (
    ("read", read, Text(en="Read messages of seals and trackers.", vi="Đọc bản tin của niêm phong và thiết bị định vị.")),
    ("exits", leave, Text(en="Tell where a trace leaves an itinerary.", vi="Cho biết hành trình rời tuyến đường ở đâu.")),
    ("season", season, Text(en="Measure the watch on simulated journeys.", vi="Đo chất lượng giám sát trên các chuyến hàng mô phỏng.")),
)
