"""Goods items read from a file, with what became of them: what profiles are tried on and models learn from beside the record.

A column for each field of the catalogue, named as it is, as far as there are; ``day`` of each row, or the moment ``at``; ``number`` and
``item`` where several rows are one declaration; and ``inspected``, ``found``, ``revenue``, ``category``, ``intensity``, ``propensity``,
``drawn`` and ``known`` (the day a result was entered). What is left out is missing: a row nobody inspected is never taken for clean.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import count
from math import isfinite
from pathlib import Path
from typing import Any
from unicodedata import normalize

import numpy as np

from clearlane.analytics.duck import AnalyticsMissing, DuckAnalytics, StatementFailed
from clearlane.learning.table import INTENSITIES, KINDS
from clearlane.model.refusals import Unavailable, Unreadable
from clearlane.model.risk_field import Value
from clearlane.model.text import Text
from clearlane.office.risk_goods import MICROS_A_DAY, Goods
from clearlane.office.risk_outcomes import ItemOutcomes
from clearlane.risk.catalogue import catalogue
from clearlane.risk.history.definitions import micros
from clearlane.risk.language.columns import EPOCH, column_of

_PARQUET = b"PAR1"
OUTCOMES = ("inspected", "found", "revenue", "category", "intensity", "propensity", "drawn", "known")
WHEN = ("day", "at")
_FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
_Table = Mapping[str, Sequence[str]]


def read_goods(path: Path) -> tuple[Goods, ItemOutcomes]:
    """Return the goods items of a file: CSV in UTF-8, or Parquet.

    Raises:
      Unavailable: The file cannot be opened, or it is Parquet and DuckDB is not installed.
      Unreadable: It is not such a table; the words say which column and row.
    """
    table = _parquet(path) if _is_parquet(path) else _csv(path)
    strange = [name for name in table if name not in catalogue() and name not in (*OUTCOMES, *WHEN, "number", "item")]
    when = next((name for name in WHEN if name in table), "")
    if strange or not when:
        raise _wrong_columns(strange)
    rows = len(table[when])
    days = np.array(_read(table, when, rows, _day), np.int64)
    at = np.array(_read(table, "at", rows, _moment), np.int64) if "at" in table else days * MICROS_A_DAY
    numbers = _read(table, "number", rows, str)
    names = [one or f"row {row}" for row, one in zip(count(1), numbers, strict=False)]
    place = {name: at for at, name in enumerate(dict.fromkeys(names))}
    fields = {one.name: column_of(one.kind, _read(table, one.name, rows, _READ[one.kind])) for one in catalogue()}
    goods = Goods(
        list(place),
        np.array([place[name] for name in names], np.int64),
        np.array([one or 1 for one in _read(table, "item", rows, int)], np.int64),
        at,
        np.zeros(rows, np.int64),
        days,
        fields,
    )
    return goods, _outcomes(table, rows, days)


def _outcomes(table: _Table, rows: int, days: np.ndarray[Any, np.dtype[np.int64]]) -> ItemOutcomes:
    inspected = np.array([bool(one) for one in _read(table, "inspected", rows, _flag)])
    found = np.array([bool(one) for one in _read(table, "found", rows, _flag)])
    if "inspected" not in table:  # a result tells that somebody looked
        inspected = np.array([one is not None for one in _read(table, "found", rows, _flag)])
    known = [one if one is not None else int(day) for one, day in zip(_read(table, "known", rows, _day), days, strict=True)]
    return ItemOutcomes(
        propensity=np.array([np.nan if one is None else one for one in _read(table, "propensity", rows, _share)], np.float64),
        drawn=np.array([bool(one) for one in _read(table, "drawn", rows, _flag)]),
        inspected=inspected,
        found=found & inspected,
        revenue=np.array([one or 0.0 for one in _read(table, "revenue", rows, _number)], np.float64),
        category=np.array([-1 if one is None else one for one in _read(table, "category", rows, KINDS.index)], np.int32),
        intensity=np.array([-1 if one is None else one for one in _read(table, "intensity", rows, INTENSITIES.index)], np.int32),
        known=np.where(inspected, np.array(known, np.float64), np.nan),
    )


def _read(table: _Table, name: str, rows: int, convert: Callable[[str], Any]) -> list[Any]:
    """Return a column, None where a cell is empty or the column is not there."""
    if name not in table:
        return [None] * rows
    found: list[Any] = []
    for row, cell in enumerate(table[name], 1):
        try:
            found.append(convert(cell) if cell else None)
        except (ValueError, KeyError):
            raise Unreadable(
                Text(
                    en=f"Row {row}, column {name}: {cell[:40]!r} cannot be read.",
                    vi=f"Dòng {row}, cột {name}: không đọc được giá trị {cell[:40]!r}.",
                )
            ) from None
    if name in WHEN and None in found:
        raise Unreadable(Text(en="A row has no day.", vi="Có dòng không ghi ngày."))
    return found


def _number(cell: str) -> float:
    number = float(cell)
    if not isfinite(number):
        raise ValueError(cell)
    return number


def _share(cell: str) -> float:
    share = float(cell)
    if not 0 <= share <= 1:
        raise ValueError(cell)
    return share


def _flag(cell: str) -> bool:
    return _FLAGS[cell.casefold()]


def _day(cell: str) -> int:
    return (date.fromisoformat(cell[:10]) - EPOCH).days


def _moment(cell: str) -> int:
    found = datetime.fromisoformat(cell)
    return micros(found if found.tzinfo else found.replace(tzinfo=UTC))


def _text(cell: str) -> Value:
    return normalize("NFC", cell)


_READ: dict[str, Callable[[str], Any]] = {"text": _text, "number": _number, "flag": _flag}


def _is_parquet(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_PARQUET)) == _PARQUET
    except OSError:
        raise Unavailable(Text(en=f"The file {path.name} cannot be read.", vi=f"Không đọc được tệp {path.name}.")) from None


def _csv(path: Path) -> _Table:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            heading = next(reader, [])
            rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error):
        raise Unreadable(Text(en=f"The file {path.name} is no CSV in UTF-8.", vi=f"Tệp {path.name} không phải CSV mã UTF-8.")) from None
    for number, row in enumerate(rows, 2):
        if len(row) != len(heading):
            raise Unreadable(
                Text(
                    en=f"Line {number} of {path.name} has {len(row)} cells, the heading {len(heading)}.",
                    vi=f"Dòng {number} của {path.name} có {len(row)} ô, tiêu đề có {len(heading)}.",
                )
            )
    return {name: [row[at].strip() for row in rows] for at, name in enumerate(heading)}


def _parquet(path: Path) -> _Table:
    try:
        with DuckAnalytics() as engine:
            engine.files("goods", [path])
            names = [str(name) for name, *_ in engine.rows("describe goods")]
            rows = engine.rows("select * from goods")
    except AnalyticsMissing:
        raise Unavailable(
            Text(
                en="Parquet files need DuckDB, which is not installed here. To install it: pip install 'clearlane[learning]'",
                vi="Tệp Parquet cần DuckDB, hiện chưa được cài đặt. Để cài đặt: pip install 'clearlane[learning]'",
            )
        ) from None
    except StatementFailed:
        raise Unreadable(Text(en=f"The file {path.name} is no Parquet table.", vi=f"Tệp {path.name} không phải bảng Parquet.")) from None
    return {name: [_cell(row[at]) for row in rows] for at, name in enumerate(names)}


def _cell(value: object) -> str:
    """Return a value as a cell of text writes it; a whole number without a point."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _wrong_columns(strange: Sequence[str]) -> Unreadable:
    listed = ", ".join(name[:40] for name in strange[:10])
    if strange:
        return Unreadable(
            Text(
                en=f"No field is called {listed}. clearlane risk profile fields lists those there are.",
                vi=f"Không có trường nào tên {listed}. Xem danh sách bằng clearlane risk profile fields.",
            )
        )
    return Unreadable(
        Text(en="The file has no column day, such as 2026-11-22, nor at.", vi="Tệp thiếu cột day (ngày), ví dụ 2026-11-22, hoặc cột at.")
    )
