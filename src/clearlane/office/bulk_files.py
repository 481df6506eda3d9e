"""Files of many lines: CSV and Parquet read as cells of text, in pieces, and written again with what was found."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from clearlane.model.refusals import Conflict, NotFound, Unavailable, Unreadable
from clearlane.model.text import Text

PIECE = 1 << 16
"""How many lines are read or written at a time."""
FORMS = (".csv", ".parquet")
_SEPARATORS = (",", ";", "\t")


class Writer(Protocol):
    """What takes the columns of one piece of lines after another."""

    def add(self, columns: Sequence[Sequence[str]]) -> None:
        """Take the next lines."""

    def close(self) -> None:
        """Finish the file."""


def pieces_of(path: Path) -> Iterator[list[list[str]]]:
    """Yield the heading, in a list of its own, and then lines of cells in pieces.

    Raises:
      NotFound: There is no such file.
      Unreadable: It is no table that can be read.
      Unavailable: It is Parquet, and what reads it is not installed.
    """
    if not path.is_file():
        raise NotFound(Text(en=f"There is no file {path}.", vi=f"Không có tệp {path}."))
    if path.suffix.lower() == ".parquet":
        yield from _parquet_pieces(path)
    else:
        yield from _csv_pieces(path)


def _csv_pieces(path: Path) -> Iterator[list[list[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            rows = csv.reader(file, delimiter=max(_SEPARATORS, key=first.count))
            heading = next(rows, None)
            if heading is None:
                raise Unreadable(Text(en=f"The file {path} is empty.", vi=f"Tệp {path} rỗng."))
            yield [heading]
            while piece := list(islice(rows, PIECE)):
                while len(piece) < PIECE and piece and not piece[-1]:
                    piece.pop()
                yield piece
    except (UnicodeDecodeError, csv.Error):
        raise Unreadable(
            Text(
                en=f"The file {path} is no table that can be read. Save it as CSV UTF-8.",
                vi=f"Không đọc được bảng trong tệp {path}. Hãy lưu thành CSV UTF-8.",
            )
        ) from None


def _parquet_pieces(path: Path) -> Iterator[list[list[str]]]:
    polars = _polars()
    try:
        frame = polars.read_parquet(path)
        if "code" in frame.columns and frame.schema["code"] != polars.String:
            raise _codes_are_numbers(path)
        text = frame.with_columns(polars.all().cast(polars.String).fill_null(""))
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException):
        raise Unreadable(
            Text(en=f"The file {path} is no Parquet that can be read.", vi=f"Tệp {path} không phải Parquet đọc được.")
        ) from None
    yield [list(text.columns)]
    for piece in text.iter_slices(PIECE):
        yield [list(row) for row in piece.iter_rows()]


def _codes_are_numbers(path: Path) -> Unreadable:
    return Unreadable(
        Text(
            en=f"The codes in {path} are kept as numbers, which lose a zero in front. Keep the column code as text.",
            vi=f"Mã hàng trong {path} được lưu dạng số nên mất số 0 đứng đầu. Hãy lưu cột code dạng văn bản.",
        )
    )


def _polars() -> Any:
    try:
        import polars  # noqa: ICN001, PLC0415 - an extra, loaded only for Parquet
    except ImportError:
        raise Unavailable(
            Text(
                en="Parquet needs an addition that is not installed. Install clearlane[parquet], or use CSV.",
                vi="Chưa cài phần bổ sung cho Parquet. Hãy cài clearlane[parquet] hoặc dùng CSV.",
            )
        ) from None
    return polars


def can_be_written(path: Path) -> None:
    """Make sure before the work that a file can be written.

    Raises:
      Conflict: Something stands there already.
      NotFound: Its folder is not there.
      Unreadable: Its name ends otherwise than in ``.csv`` or ``.parquet``.
    """
    if path.suffix.lower() not in FORMS:
        raise Unreadable(
            Text(en=f"Name a file that ends in .csv or .parquet, not {path}.", vi=f"Tên tệp phải kết thúc bằng .csv hoặc .parquet: {path}.")
        )
    if path.exists():
        raise Conflict(
            Text(
                en=f"There is something at {path} already. Name a new file; nothing was written.",
                vi=f"Đã có dữ liệu tại {path}. Hãy chọn tệp mới; chưa ghi gì.",
            )
        )
    if not path.parent.is_dir():
        raise NotFound(Text(en=f"There is no folder {path.parent}.", vi=f"Không có thư mục {path.parent}."))
    if path.suffix.lower() == ".parquet":
        _polars()


def writer(path: Path, headings: Sequence[str], places: Sequence[int | None]) -> Writer:
    """Return what writes a file.

    Args:
      path: The file; how its name ends says which form.
      headings: Its columns.
      places: For each column of amounts its decimal places; None for a column of text.
    """
    return _Parquet(path, headings, places) if path.suffix.lower() == ".parquet" else _Csv(path, headings)


class _Csv:
    def __init__(self, path: Path, headings: Sequence[str]) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._rows = csv.writer(self._file, lineterminator="\n")
        self._rows.writerow(headings)

    def add(self, columns: Sequence[Sequence[str]]) -> None:
        self._rows.writerows(zip(*columns, strict=True))

    def close(self) -> None:
        self._file.close()


class _Parquet:
    """Amounts become exact decimals, empty cells become nulls there; all else is text."""

    def __init__(self, path: Path, headings: Sequence[str], places: Sequence[int | None]) -> None:
        self._polars, self._path, self._headings, self._places = _polars(), path, headings, places
        self._pieces: list[Any] = []

    def add(self, columns: Sequence[Sequence[str]]) -> None:
        self._pieces.append(self._frame(columns))

    def _frame(self, columns: Sequence[Sequence[str]]) -> Any:
        polars, series = self._polars, []
        for heading, cells, places in zip(self._headings, columns, self._places, strict=True):
            one = polars.Series(heading, cells, dtype=polars.String)
            if places is not None:
                one = polars.Series(heading, [cell or None for cell in cells], dtype=polars.String).cast(polars.Decimal(38, places))
            series.append(one)
        return polars.DataFrame(series)

    def close(self) -> None:
        pieces = self._pieces or [self._frame([[] for _ in self._headings])]
        self._polars.concat(pieces).write_parquet(self._path)
