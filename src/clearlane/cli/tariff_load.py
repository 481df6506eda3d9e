"""``clearlane tariff load``: read a tariff, say what is wrong with it, and keep it where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import By, Json, out_columns, out_json, said_by
from clearlane.model.edition import LoadReport, RowFault

_SHOWN, _NOTED = 50, 10

Place = Annotated[
    str, typer.Argument(metavar="FILE|FOLDER", help=helped("The tariff's file, zip or folder.", "Tệp, tệp zip hoặc thư mục biểu thuế."))
]
Form = Annotated[str, typer.Option("--form", metavar="own|us-hts|uk-gt|vn", help=helped("The form it is in.", "Định dạng của biểu thuế."))]
Edition = Annotated[
    str,
    typer.Option(
        "--edition",
        metavar="NAME",
        help=helped("Its name among the editions, instead of its own.", "Tên ấn bản, thay cho tên ghi trong tệp."),
        show_default=False,
    ),
]
Column = Annotated[
    str,
    typer.Option(
        "--column",
        metavar="NAME",
        help=helped("Which of several columns of rates to take.", "Chọn cột thuế suất nếu có nhiều cột."),
        show_default=False,
    ),
]
FirstDay = Annotated[
    datetime | None,
    typer.Option(
        "--since",
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help=helped("The day from which its rates hold, where it tells none.", "Ngày thuế suất có hiệu lực, nếu tệp không ghi."),
        show_default=False,
    ),
]
Check = Annotated[bool, typer.Option("--check", help=helped("Only check; keep nothing.", "Chỉ kiểm tra, không lưu."))]


def load(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    place: Place,
    form: Form = "own",
    edition: Edition = "",
    column: Column = "",
    since: FirstDay = None,
    by: By = "",
    check: Check = False,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Load a tariff; exit 0 where it is in order, 1 where something stands against it and nothing was kept."""
    found = settled(profile=profile, store=store, language=language)
    officer = "" if check else said_by(by)
    day = since.date() if since else None
    with office_of(found) as office, progress(one_of("Reading", "Đang đọc"), None, shown=not json) as done:
        desk = office.tariff
        if check:
            report = desk.check(place, form, report=done, edition=edition, column=column, since=day)
        else:
            report = desk.load(place, form, by=officer, report=done, edition=edition, column=column, since=day)
    if json:
        out_json(report)
    else:
        _show(report)
    raise typer.Exit(1 if report.faults else 0)


def _show(report: LoadReport) -> None:
    if report.faults:
        _faults(report.faults, _SHOWN)
        count = len(report.faults)
        tell(one_of(f"{count} points to put right. Nothing was kept.", f"{count} điểm cần sửa. Chưa lưu gì."))
        return
    for line in _summary(report):
        out(line)
    if report.remarks:
        out(one_of("To note", "Lưu ý"))
        _faults(report.remarks, _NOTED)


def _faults(faults: tuple[RowFault, ...], most: int) -> None:
    heading = (one_of("file", "tệp"), one_of("row", "dòng"), one_of("column", "cột"), one_of("cause", "nguyên nhân"))
    out_columns([heading, *map(_row, faults[:most])], right=(1,))
    if (more := len(faults) - most) > 0:
        tell(one_of(f"and {more} more; --json has them all", f"và {more} điểm nữa; xem đủ bằng --json"))


def _row(fault: RowFault) -> tuple[str, str, str, str]:
    column = f"{fault.column}:{fault.at}" if fault.at else fault.column
    words = said(fault.cause) + (f" {said(fault.remedy)}" if fault.remedy else "")
    return fault.file or "-", str(fault.row or "-"), column or "-", words


def _summary(report: LoadReport) -> Iterator[str]:
    yield one_of(
        f"{report.rows} rows read: {report.lines} lines, {report.measures} measures.",
        f"Đã đọc {report.rows} dòng: {report.lines} mã hàng, {report.measures} biện pháp.",
    )
    names = {
        "priced": one_of("can be computed", "tính được"),
        "conditional": one_of("wait for a quantity or document", "cần thêm số lượng hoặc chứng từ"),
        "unpriced": one_of("cannot be computed, with the reason", "không tính được, có nêu lý do"),
    }
    for outcome, count in report.outcomes.items():
        yield f"  {count} {names.get(outcome, outcome)}"
    for text, count in report.unpriced[:10]:
        yield f"    {count} × {text}"
    if report.version is None:
        yield one_of("In order. Nothing was kept: this was a check.", "Hợp lệ. Chỉ kiểm tra, chưa lưu gì.")
    elif report.new:
        name = report.version.version
        yield one_of(
            f"Kept as {name}, not in force yet. Another officer puts it in force: clearlane tariff activate {name} --by …",
            f"Đã lưu với tên {name}, chưa áp dụng. Công chức khác đưa vào áp dụng: clearlane tariff activate {name} --by …",
        )
    else:
        name = report.version.version
        yield one_of(f"The same tariff is kept already, as {name}.", f"Biểu thuế này đã được lưu với tên {name}.")
