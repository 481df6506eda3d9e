"""``clearlane tariff assess``: a file of many lines, each with what it owes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import in_words, office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.speech import helped, language, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, On, Which, out_columns, out_json
from clearlane.model.bulk import BulkSummary
from clearlane.model.edition import RowFault
from clearlane.model.text import Text

_SHOWN, _REASONS = 50, 10

Lines = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help=helped("Lines of goods, as CSV or Parquet.", "Các dòng hàng, dạng CSV hoặc Parquet."), show_default=False
    ),
]
Out = Annotated[
    str,
    typer.Option(
        "--out",
        metavar="FILE",
        help=helped("A new file for the lines with their duties.", "Tệp mới để ghi các dòng kèm tiền thuế."),
        show_default=False,
    ),
]
OUTCOMES = {
    "not-due": Text(en="nothing due", vi="không phát sinh thuế"),
    "priced": Text(en="priced", vi="đã tính thuế"),
    "suspended": Text(en="suspended", vi="tạm chưa thu hoặc được miễn"),
    "conditional": Text(en="conditional", vi="còn phụ thuộc điều kiện"),
    "unpriced": Text(en="unpriced", vi="không tính được"),
}


def assess(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    file: Lines,
    target: Out = "",
    version: Which = "",
    on: On = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language_: Language = None,
) -> None:
    """Assess a file of lines; exit 0 where it was done, 1 where rows are at fault and nothing was written."""
    found = settled(profile=profile, store=store, language=language_)
    place = Path(target) if target else None
    with office_of(found) as office:
        desk = office.tariff.bulk(version, on.date() if on else None, language())
    with in_words():
        if place is not None:
            desk.can_write(place)
        with progress(one_of("Reading", "Đang đọc"), None, shown=not json) as done:
            read = desk.read(Path(file), done)
        if read.lines is None:
            _refuse(read.faults, json=json)
            return
        with progress(one_of("Assessing", "Đang tính thuế"), len(read.lines), shown=not json) as done:
            summary = desk.assess(read.lines, place, done)
    if json:
        out_json(summary)
    else:
        _show(summary)


def _refuse(faults: tuple[RowFault, ...], *, json: bool) -> None:
    """Name rows, columns and causes, and end with 1."""
    if json:
        out_json({"faults": faults})
    else:
        heading = one_of("row", "dòng"), one_of("column", "cột"), one_of("cause", "nguyên nhân")
        out_columns([heading, *((str(one.row), one.column or "-", said(one.cause)) for one in faults[:_SHOWN])], right=(0,))
        if (more := len(faults) - _SHOWN) > 0:
            tell(one_of(f"and {more} more; --json has up to a thousand", f"và {more} điểm nữa; --json cho xem đến một nghìn"))
        tell(one_of("Put these right. Nothing was assessed or written.", "Hãy sửa các điểm trên. Chưa tính thuế và chưa ghi gì."))
    raise typer.Exit(1)


def _show(summary: BulkSummary) -> None:
    under = summary.tariff or one_of("the profile's own law", "quy định kèm hồ sơ")
    out(one_of(f"{summary.lines} lines under {under}", f"{summary.lines} dòng hàng theo {under}"))
    out_columns(
        [(str(count), said(OUTCOMES[outcome])) for outcome, count in summary.outcomes.items()] or [("0", "")], right=(0,), indent="  "
    )
    _taxes(summary)
    whole = f"{summary.total:f} {summary.currency}"
    out(one_of(f"Total of lines with nothing open: {whole}", f"Tổng các dòng đã tính đủ: {whole}"))
    for one in summary.reasons[:_REASONS]:
        out(f"  {one.lines} × {one.tax}, {said(OUTCOMES[one.outcome])}: {said(one.text)}")
    if (more := len(summary.reasons) - _REASONS) > 0:
        out(one_of(f"  and {more} more reasons; --json has them all", f"  và {more} lý do nữa; xem đủ bằng --json"))
    out("; ".join(_times(summary)))
    if summary.written:
        tell(one_of(f"Written to {summary.written}.", f"Đã ghi vào {summary.written}."))


def _taxes(summary: BulkSummary) -> None:
    heading = (
        one_of("tax", "loại thuế"),
        "",
        one_of("priced", "đã tính"),
        one_of("open", "chưa tính được"),
        one_of("sum", "tổng tiền"),
    )
    rows = [
        (
            one.tax,
            said(one.name),
            str(one.lines.get("priced", 0)),
            str(one.lines.get("conditional", 0) + one.lines.get("unpriced", 0)),
            f"{one.amount:f}",
        )
        for one in summary.taxes
    ]
    if rows:
        out_columns([heading, *rows], right=(2, 3, 4), indent="  ")


def _times(summary: BulkSummary) -> Iterator[str]:
    names = {"read": one_of("read", "đọc"), "assess": one_of("assessed", "tính thuế"), "write": one_of("written", "ghi")}
    for name, spent in summary.seconds.items():
        if spent:
            yield one_of(f"{names[name]} in {spent:.2f} s", f"{names[name]} trong {spent:.2f} giây")
    if spent := summary.seconds.get("assess", 0.0):
        speed = round(summary.lines / spent)
        yield one_of(f"{speed} lines a second assessed", f"tính {speed} dòng mỗi giây")
