"""Rows of a CSV or Parquet file, each with its number as a spreadsheet shows it; rubbish is told in words."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from clearlane.model.text import Text
from clearlane.tariff.faults import Faults

Progress = Callable[[int], None]
"""Told now and then how many rows are done."""
MOST_ROWS = 5_000_000
_EVERY = 2_000


class Row(msgspec.Struct, frozen=True):
    """One row of a file.

    Attributes:
      file: The file.
      number: As a spreadsheet shows it; the header is 1.
      cells: What stands in each column, without outer white space.
    """

    file: str
    number: int
    cells: Mapping[str, str]


def rows_of(
    name: str, body: bytes, columns: Sequence[str], faults: Faults, *, others: Callable[[str], bool] = lambda _: False,
    required: Sequence[str] = (), progress: Progress | None = None,
) -> Iterator[Row]:  # fmt: skip
    """Yield the rows of a table. Nothing is yielded where its header is not as it should be.

    Args:
      name: The file's name; what ends in ``.parquet`` is read as such.
      body: Its bytes.
      columns: Columns that may stand in it, in any order.
      faults: Where to note what stands against it.
      others: Says whether any other column is welcome too.
      required: Columns that must be there.
      progress: Told how many rows are done.
    """
    records = _parquet(name, body, faults) if name.endswith(".parquet") else _csv(name, body, faults)
    header = next(records, None)
    if header is None:
        return
    names = [one.strip() for one in header]
    if not _header_in_order(name, names, columns, faults, others, required):
        return
    for number, record in enumerate(records, start=2):
        if progress and number % _EVERY == 0:
            progress(number - 1)
        if len(record) == len(names):
            yield Row(name, number, {column: cell.strip() for column, cell in zip(names, record, strict=True)})
        elif any(cell.strip() for cell in record):
            _ragged(name, number, len(record), len(names), faults)


def _header_in_order(
    name: str, names: list[str], columns: Sequence[str], faults: Faults, others: Callable[[str], bool], required: Sequence[str]
) -> bool:
    before = len(faults)
    listed = ", ".join(columns)
    for column in dict.fromkeys(names):
        if column not in columns and not others(column):
            cause = Text(en=f"There is no column “{column[:60]}” in such a table.", vi=f"Bảng này không có cột “{column[:60]}”.")
            faults.add(name, 1, column[:60], cause, Text(en=f"Its columns are: {listed}.", vi=f"Các cột gồm: {listed}."))
        if names.count(column) > 1:
            faults.add(name, 1, column[:60], Text(en="The column stands there twice.", vi="Cột này xuất hiện hai lần."))
    for column in required:
        if column not in names:
            cause = Text(en=f"The column “{column}” is missing.", vi=f"Thiếu cột “{column}”.")
            faults.add(name, 1, column, cause, Text(en=f"Its columns are: {listed}.", vi=f"Các cột gồm: {listed}."))
    return len(faults) == before


def _ragged(name: str, number: int, found: int, wanted: int, faults: Faults) -> None:
    cause = Text(en=f"The row has {found} cells, the header {wanted}.", vi=f"Dòng có {found} ô, trong khi tiêu đề có {wanted} cột.")
    remedy = Text(en="Put text that holds a comma in double quotes.", vi="Đặt nội dung có dấu phẩy trong dấu ngoặc kép.")
    faults.add(name, number, "", cause, remedy)


def _csv(name: str, body: bytes, faults: Faults) -> Iterator[Sequence[str]]:
    text = _decoded(name, body, faults)
    if text is None:
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            if number > MOST_ROWS:
                faults.add(name, number, "", Text(en="The table has too many rows.", vi="Bảng có quá nhiều dòng."))
                return
            yield record
    except csv.Error:
        cause = Text(en="From here on the rows cannot be told apart.", vi="Từ đây không tách được các dòng.")
        remedy = Text(
            en="Look for a quotation mark that is not closed, or a cell that is far too long.",
            vi="Hãy tìm dấu ngoặc kép chưa đóng hoặc một ô quá dài.",
        )
        faults.add(name, number + 1, "", cause, remedy)


def _delimiter(text: str) -> str:
    """Return what parts the cells: spreadsheets of many countries write semicolons where others write commas."""
    header = text[:10_000].partition("\n")[0]
    return max(",;\t", key=header.count)


def _decoded(name: str, body: bytes, faults: Faults) -> str | None:
    trouble = _no_table(body)
    if trouble is not None:
        faults.add(name, 1, "", trouble, _AS_CSV)
        return None
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        row = body.count(b"\n", 0, fault.start) + 1
        at = fault.start - body.rfind(b"\n", 0, fault.start)
        cause = Text(en="The file is not written in UTF-8.", vi="Tệp không dùng mã UTF-8.")
        faults.add(name, row, "", cause, _AS_CSV, at)
        return None


_AS_CSV = Text(en="Save the table as CSV UTF-8.", vi="Hãy lưu bảng thành CSV UTF-8.")


def _no_table(body: bytes) -> Text | None:
    start = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not body.removeprefix(b"\xef\xbb\xbf").strip():
        return Text(en="The file is empty.", vi="Tệp rỗng.")
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Text(en="The file is written in UTF-16.", vi="Tệp dùng mã UTF-16.")
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return Text(en="The file is a web page or XML, no table.", vi="Tệp là trang web hoặc XML, không phải bảng.")
    if start.startswith((b"{", b"%pdf")) or b"\0" in body:
        return Text(en="The file is no text table.", vi="Tệp không phải là bảng dạng văn bản.")
    return None


def _parquet(name: str, body: bytes, faults: Faults) -> Iterator[Sequence[str]]:
    try:
        import polars  # noqa: ICN001, PLC0415 - an extra, loaded only for Parquet
    except ImportError:
        cause = Text(en="Reading Parquet needs an addition that is not installed.", vi="Chưa cài phần bổ sung để đọc Parquet.")
        remedy = Text(en="Install clearlane[parquet], or give CSV files.", vi="Hãy cài clearlane[parquet] hoặc dùng tệp CSV.")
        faults.add(name, 0, "", cause, remedy)
        return
    try:
        frame: Any = polars.read_parquet(io.BytesIO(body), n_rows=MOST_ROWS)
    except (Exception, polars.exceptions.PanicException):  # noqa: BLE001 - the reader has errors of many kinds
        faults.add(name, 0, "", Text(en="The file is no Parquet that can be read.", vi="Tệp không phải Parquet đọc được."))
        return
    yield list(frame.columns)
    for record in frame.iter_rows():
        yield ["" if cell is None else str(cell) for cell in record]
