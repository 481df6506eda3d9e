"""``clearlane release-times``: how long goods took from arrival to release, and who was waited for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.risk_options import figure, percent, period
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.cli.tariff_options import Json, Since, Until, out_columns, out_json
from clearlane.model.profile import Profile as Law
from clearlane.model.release_time import HOLDERS, STAGES, Journey, ReleaseStudy, Spread
from clearlane.office.release_table import table as table_of

_UNITS = ((86_400, "d", "ngày"), (3_600, "h", "giờ"), (60, "min", "phút"), (1, "s", "giây"))
Table = Annotated[
    Path | None,
    typer.Option(
        "--csv",
        metavar="FILE",
        help=helped("Write every declaration's times to a file.", "Ghi thời gian của từng tờ khai ra tệp."),
        show_default=False,
    ),
]


def release_times(
    since: Since = None,
    until: Until = None,
    table: Table = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Study how long goods took from arrival to release."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        law = office.profile
        first, last = period(law, since, until, office.clock(), days=30)
        with progress(one_of("Reading", "Đang đọc"), None) as report:
            if table is not None:
                _write(table, office.release_times.journeys(first, last))
            made = office.release_times.study(first, last, report)
    if json:
        out_json(made)
    else:
        _show(made, law)


def _show(made: ReleaseStudy, law: Law) -> None:
    first, last = law.day(made.since), law.day(made.until)
    if made.whole is None:
        out(one_of(f"No goods were released from {first} to {last}.", f"Không có hàng hóa được thông quan từ {first} đến {last}."))
        return
    out(
        one_of(
            f"Arrival to release, {figure(made.whole.count)} declarations released from {first} to {last}; "
            f"{figure(made.early)} lodged before arrival",
            f"Từ khi hàng đến đến khi thông quan, {figure(made.whole.count)} tờ khai thông quan từ {first:%d/%m/%Y} đến "
            f"{last:%d/%m/%Y}; {figure(made.early)} nộp trước khi hàng đến",
        )
    )
    head = (one_of("", ""), one_of("median", "trung vị"), one_of("9 in 10 within", "9/10 trong"), one_of("longest", "dài nhất"), "n", "")
    rows = [head, _row(one_of("all", "tất cả"), made.whole, "")]
    rows += [_row(f"  {said(STAGES[stage][1])}", one, percent(made.shares[stage])) for stage, one in made.stages.items()]
    rows += [
        _row(f"{_grouping(name)} {_called(name, group, law)}", one, "")
        for name, groups in made.groups.items()
        for group, one in groups.items()
    ]
    out_columns(rows, right=(1, 2, 3, 4, 5))
    waited = ", ".join(f"{said(HOLDERS[holder])} {percent(share)}" for holder, share in made.holders.items())
    out(one_of(f"Waited for: {waited}", f"Thời gian chờ: {waited}"))
    out(one_of("Released within", "Thông quan trong") + " " + ", ".join(_within(made)))


def _within(made: ReleaseStudy) -> Iterable[str]:
    whole = made.whole.count if made.whole else 0
    return (f"{lasting(timedelta(hours=hours))} {percent(count / whole)}" for hours, count in made.within)


def _row(name: str, one: Spread, share: str) -> tuple[str, ...]:
    return (name, lasting(one.median), lasting(one.ninth), lasting(one.most), figure(one.count), share)


def _grouping(name: str) -> str:
    words: Mapping[str, str] = {
        "lane": one_of("lane", "luồng"),
        "office": one_of("office", "cơ quan"),
        "direction": one_of("direction", "loại hình"),
        "agency": one_of("agency", "cơ quan chuyên ngành"),
    }
    return words[name]


def _called(name: str, group: str, law: Law) -> str:
    if name == "lane":
        return next((said(words) for lane, words in law.lanes.names.items() if lane == group), group or "-")
    if name == "agency":
        alone = one_of("customs alone", "chỉ hải quan")
        return next((said(one.agency) for one in law.permits if one.agency.en == group), group or alone)
    ways = {"import": one_of("import", "nhập khẩu"), "export": one_of("export", "xuất khẩu")}
    return ways.get(group, group or "-")


def lasting(span: timedelta) -> str:
    """Return how long something lasted, to two units.

    >>> lasting(timedelta(hours=26, minutes=5)), lasting(timedelta(milliseconds=40))
    ('1 d 2 h', '0 s')
    """
    left, parts = int(span.total_seconds()), list[str]()
    for size, en, vi in _UNITS:
        count, left = divmod(left, size)
        if count or parts:
            parts.append(f"{count} {one_of(en, vi)}" if count else "")
    return " ".join([part for part in parts[:2] if part]) or f"0 {one_of('s', 'giây')}"


def _write(file: Path, journeys: Iterable[Journey]) -> None:
    with file.open("w", encoding="utf-8", newline="") as into:
        into.writelines(table_of(journeys))
