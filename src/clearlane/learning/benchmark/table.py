"""A season: declarations with what is really so. Read from CSV, plain or compressed, or made from columns."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from clearlane.model.refusals import Unavailable, Unreadable
from clearlane.model.text import Text

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[Any]
PARTIES = ("importer", "broker", "office", "origin", "departure")
NUMBERS = ("pref", "kg", "value", "rate", "tax", "illicit", "revenue", "ring")
COLUMNS = ("week", *PARTIES, "hs6", *NUMBERS, "ftype")
HONEST = "none"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Season:
    """Declarations in the order of weeks; one entry each.

    Attributes:
      week: Week, from 0.
      importer: Importer; like the next ones a code of any kind.
      broker: Customs broker.
      office: Customs office.
      origin: Country of origin as declared.
      departure: Country of departure.
      hs6: Goods code of six digits.
      pref: Whether a preference is claimed, 0 or 1.
      kg: Net mass in kilograms, above 0.
      value: Customs value, above 0.
      rate: Duty rate applied, in per cent.
      tax: Duty declared.
      illicit: Truth: whether it is wrong, 0 or 1.
      revenue: Truth: duty lost.
      ftype: Truth: what is wrong, ``none`` where nothing is.
      ring: Truth: whether it belongs to a ring, 0 or 1.
    """

    week: Ints
    importer: Codes
    broker: Codes
    office: Codes
    origin: Codes
    departure: Codes
    hs6: Ints
    pref: Floats
    kg: Floats
    value: Floats
    rate: Floats
    tax: Floats
    illicit: Floats
    revenue: Floats
    ftype: Codes
    ring: Floats

    @property
    def count(self) -> int:
        """How many declarations there are."""
        return len(self.week)

    @property
    def weeks(self) -> int:
        """How many weeks the season lasts."""
        return int(self.week.max()) + 1

    def by_week(self) -> list[Ints]:
        """Return the places of each week's declarations."""
        bounds = np.searchsorted(self.week, np.arange(self.weeks + 1))
        return [np.arange(begin, end) for begin, end in pairwise(bounds)]


def read_csv(path: Path) -> Season:
    """Read a season from CSV, plain or compressed by gzip.

    Args:
      path: The file, with a heading that names at least ``COLUMNS``.

    Raises:
      Unavailable: The file cannot be opened.
      Unreadable: It is not such a table. Fields: ``line`` or ``column`` where known.
    """
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if data.startswith(_GZIP) else data).decode("utf-8-sig")
    except (OSError, EOFError) as error:
        raise Unavailable(Text(en=f"The file {path.name} cannot be read.", vi=f"Không đọc được tệp {path.name}.")) from error
    except UnicodeDecodeError as error:
        raise Unreadable(_no_table(path.name)) from error
    rows = csv.reader(io.StringIO(text))
    heading = next(rows, [])
    refuse_missing(heading)
    wide = len(heading)
    held = []
    for line, row in enumerate(rows, 2):
        if row and len(row) != wide:
            raise Unreadable(
                Text(en=f"Line {line} has {len(row)} columns, not {wide}.", vi=f"Dòng {line} có {len(row)} cột thay vì {wide}."), line=line
            )
        if row:
            held.append(row)
    columns = dict(zip(heading, zip(*held, strict=True), strict=True)) if held else {}
    return season(columns)


def refuse_missing(names: Sequence[str]) -> None:
    """Refuse a table that lacks a column.

    Raises:
      Unreadable: A column is missing. Field: ``column``.
    """
    for name in COLUMNS:
        if name not in names:
            raise Unreadable(Text(en=f'The column "{name}" is missing.', vi=f'Thiếu cột "{name}".'), column=name)


def refuse_short(held: Season, least: int) -> None:
    """Refuse a season of too few weeks.

    Raises:
      Unreadable: It has fewer weeks than ``least``. Field: ``weeks``.
    """
    if held.weeks < least:
        raise Unreadable(
            Text(
                en=f"The file covers {held.weeks} weeks; this protocol needs {least} at least.",
                vi=f"Tệp chỉ có dữ liệu {held.weeks} tuần; quy trình này cần ít nhất {least} tuần.",
            ),
            weeks=held.weeks,
        )


def season(columns: Mapping[str, Sequence[Any] | Codes]) -> Season:
    """Return a season of columns, ordered by week.

    Args:
      columns: Each column by its name; texts are read as numbers where numbers are due.

    Raises:
      Unreadable: There is no declaration, a column is missing, or it holds what is no number. Field: ``column``.
    """
    if not columns or not len(next(iter(columns.values()))):
        raise Unreadable(Text(en="There is no declaration in the file.", vi="Tệp không có tờ khai nào."))
    refuse_missing(list(columns))
    numbers = {name: _numbers(name, columns[name]) for name in ("week", "hs6", *NUMBERS)}
    week = numbers.pop("week").astype(np.int64)
    order = np.argsort(week, kind="stable")
    numbers["hs6"] = numbers["hs6"].astype(np.int64)
    for name in ("kg", "value"):
        numbers[name] = np.maximum(numbers[name], 1e-6)
    texts = {
        name: np.unique(np.asarray(columns[name], dtype=str), return_inverse=True)[1].reshape(-1)
        for name in ("importer", "broker", "office")
    }
    places = np.unique(np.concatenate([np.asarray(columns[name], dtype=str) for name in ("origin", "departure")]), return_inverse=True)[1]
    texts["origin"], texts["departure"] = np.split(places.reshape(-1), 2)
    kept: dict[str, Any] = {**numbers, **texts, "ftype": np.asarray(columns["ftype"], dtype=str)}
    return Season(week=(week - week.min())[order], **{name: column[order] for name, column in kept.items()})


def _numbers(name: str, column: Sequence[Any] | Codes) -> Floats:
    try:
        numbers = np.asarray(column, dtype=np.float64)
    except ValueError:
        numbers = np.array([np.nan])
    if not np.isfinite(numbers).all():
        raise Unreadable(
            Text(en=f'The column "{name}" holds something that is no number.', vi=f'Cột "{name}" có giá trị không phải là số.'), column=name
        )
    return numbers


def _no_table(name: str) -> Text:
    return Text(en=f"The file {name} is no table in text.", vi=f"Tệp {name} không phải là bảng dạng văn bản.")
