"""``clearlane risk list``: keep a list of traders, countries or codes, and look at those kept."""

from __future__ import annotations

import csv
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import By
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.tariff_options import Json, moment, out_columns, out_json, said_by
from clearlane.model.refusals import Unreadable
from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.model.text import Text


class Holds(StrEnum):
    """What stands in a list."""

    traders = "traders"
    countries = "countries"
    codes = "codes"
    words = "words"


File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE.csv",
        help=helped("CSV with the columns value, until and note.", "Tệp CSV có các cột value, until và note."),
        show_default=False,
    ),
]
Name = Annotated[
    str, typer.Option("--name", metavar="NAME", help=helped("How profiles name it.", "Tên dùng trong hồ sơ."), show_default=False)
]
Holding = Annotated[Holds, typer.Option("--holds", help=helped("What stands in it.", "Nội dung danh sách."), show_default=False)]
Owner = Annotated[str, typer.Option("--owner", metavar="UNIT", help=helped("Who answers for it.", "Đơn vị phụ trách."), show_default=False)]
Source = Annotated[
    str, typer.Option("--source", metavar="WORDS", help=helped("Where it comes from.", "Nguồn danh sách."), show_default=False)
]
Last = Annotated[
    datetime | None,
    typer.Option(
        "--until",
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help=helped("The last day it counts.", "Ngày cuối cùng có hiệu lực."),
        show_default=False,
    ),
]
Which = Annotated[
    int,
    typer.Option(
        "--version", min=0, metavar="N", help=helped("The version; the latest.", "Phiên bản; mặc định mới nhất."), show_default=False
    ),
]
Asked = Annotated[str, typer.Argument(metavar="NAME", help=helped("A list.", "Tên danh sách."), show_default=False)]


def keep(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    file: File,
    name: Name,
    holds: Holding,
    owner: Owner,
    source: Source,
    until: Last = None,
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Keep a version of a list; it counts from now on."""
    found = settled(profile=profile, store=store, language=language)
    made = RiskList(name, holds.value, owner, source, _entries(file), until.date() if until else None)
    officer = said_by(by)
    with office_of(found) as office:
        kept = office.risk.lists.keep(made, by=officer)
    if json:
        out_json(kept)
    else:
        out(
            one_of(
                f"{kept.name} version {kept.version} is kept, with {kept.entries} entries. It counts from now on.",
                f"Đã lưu {kept.name} phiên bản {kept.version} gồm {kept.entries} mục, có hiệu lực ngay.",
            )
        )


def show(
    name: Asked, version: Which = 0, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Show what stands in a list."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        made, versions = office.risk.lists.get(name, version), office.risk.lists.versions(name)
        law = office.profile
    if json:
        out_json(made)
        return
    last = one_of(f", until {made.until}", f", đến {made.until}") if made.until else ""
    out(f"{made.name}: {made.holds}, {made.owner}, {made.source}{last}")
    out_columns([(entry.value, entry.until.isoformat() if entry.until else "", entry.note) for entry in made.entries] or [("-", "", "")])
    for kept, at in versions:
        tell(f"{one_of('version', 'phiên bản')} {kept.version}  {moment(at, law)}  {kept.by}")


def names(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the lists kept."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        every = [office.risk.lists.get(name) for name in office.risk.lists.names()]
        today = office.profile.day(office.clock())
    if json:
        for one in every:
            out_json({"name": one.name, "holds": one.holds, "owner": one.owner, "until": one.until, "entries": len(one.entries)})
    elif every:
        out_columns([(one.name, one.holds, str(len(one.entries)), one.owner, _until(one, today)) for one in every], right=(2,))
    else:
        tell(one_of("No list is kept.", "Chưa có danh sách nào."))


def _until(one: RiskList, today: date) -> str:
    if one.until is None:
        return ""
    return (
        one_of(f"ran out on {one.until}", f"hết hạn ngày {one.until}")
        if one.until < today
        else one_of(f"until {one.until}", f"đến {one.until}")
    )


def _entries(file: Path) -> tuple[ListEntry, ...]:
    """Return the entries of a file.

    Raises:
      Unreadable: It has no column ``value``, or a day cannot be read; the words say which line.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as table:
            rows = list(csv.DictReader(table))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise Unreadable(Text(en=f"The file {file.name} is no CSV in UTF-8.", vi=f"Tệp {file.name} không phải CSV mã UTF-8.")) from None
    return tuple(_entry(row, line) for line, row in enumerate(rows, 2))


def _entry(row: dict[str, str], line: int) -> ListEntry:
    until = (row.get("until") or "").strip()
    try:
        return ListEntry(row["value"] or "", date.fromisoformat(until) if until else None, row.get("note") or "")
    except (KeyError, ValueError):
        raise Unreadable(
            Text(
                en=f"Line {line} needs a value and, where it ends, a day such as 2026-12-31 under until.",
                vi=f"Dòng {line} cần cột value và, nếu có thời hạn, ngày ở cột until, ví dụ 2026-12-31.",
            )
        ) from None
