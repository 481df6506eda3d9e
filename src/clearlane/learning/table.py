"""What a model learns from: rows of the catalogue as columns, with what officers found, when, and how likely they were to look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Self

import msgspec
import numpy as np
import numpy.typing as npt

from clearlane.model.inspection import CATEGORIES, Category, Intensity
from clearlane.model.risk_field import Catalogue, Row

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
KINDS: tuple[Category, ...] = tuple(CATEGORIES)
INTENSITIES: tuple[Intensity, ...] = ("documents", "scan", "physical", "post-clearance")
SECONDS_A_DAY = 86_400.0


class Texts(msgspec.Struct, frozen=True):
    """A column of texts as codes.

    Attributes:
      codes: For each row the place of its text in ``values``; -1 where it is missing.
      values: The texts, each once.
    """

    codes: Codes
    values: tuple[str, ...]

    @classmethod
    def of(cls, column: Sequence[str | None]) -> Self:
        """Return the codes of a column of texts, those earlier in the alphabet first."""
        values = tuple(sorted({value for value in column if value is not None}))
        places = {value: place for place, value in enumerate(values)}
        return cls(np.array([-1 if value is None else places[value] for value in column], dtype=np.int32), values)

    def beginnings(self, length: int) -> Texts:
        """Return the column of the first characters; a text that is shorter stays whole."""
        cut = [value[:length] for value in self.values]
        values = tuple(sorted(set(cut)))
        places = {value: place for place, value in enumerate(values)}
        codes = np.array([*(places[value] for value in cut), -1], dtype=np.int32)
        return Texts(codes[self.codes], values)

    def chosen(self, which: npt.NDArray[np.generic]) -> Texts:
        """Return the column of some rows."""
        return Texts(self.codes[which], self.values)


class Outcome(msgspec.Struct, frozen=True):
    """What became of one goods item.

    Attributes:
      at: When it was declared.
      importer: The importer's code; empty where there is none.
      found: Whether inspection found something; None where nobody looked, which is never taken for clean.
      known: When the result was entered; None for at once.
      revenue: Duty and tax found missing.
      category: What was wrong.
      propensity: How likely it was to be inspected, given what was known then; None where that is not recorded.
      intensity: How closely it was inspected.
    """

    at: datetime
    importer: str = ""
    found: bool | None = None
    known: datetime | None = None
    revenue: float = 0.0
    category: Category | None = None
    propensity: float | None = None
    intensity: Intensity | None = None


@dataclass(frozen=True, eq=False)
class TrainingTable:
    """Goods items as columns, one place in each for each item.

    Attributes:
      names: The fields that are numbers or flags.
      numbers: Their values, one column each; NaN where missing.
      texts: The fields that are texts.
      at: When each was declared, in days since 1970.
      known: When its result was entered, likewise; NaN where nobody looked.
      found: 1 where something was found, 0 where all was as declared, NaN where nobody looked.
      revenue: Duty and tax found missing; NaN where nobody looked.
      category: Place of the category in ``KINDS``; -1 where nothing was found.
      propensity: How likely it was to be inspected; NaN where that is not recorded.
      intensity: Place in ``INTENSITIES``; -1 where nobody looked.
      importer: The importer, for grouping.
    """

    names: tuple[str, ...]
    numbers: Floats
    texts: Mapping[str, Texts]
    at: Floats
    known: Floats
    found: Floats
    revenue: Floats
    category: Codes
    propensity: Floats
    intensity: Codes
    importer: Texts

    def __len__(self) -> int:
        return len(self.at)

    @property
    def labelled(self) -> Mask:
        """Where somebody looked."""
        return ~np.isnan(self.found)

    def chosen(self, which: npt.NDArray[np.generic]) -> TrainingTable:
        """Return some of the rows: a mask, or places in the order wanted."""
        kept: dict[str, Any] = {
            one.name: getattr(self, one.name)[which] for one in fields(self) if one.name not in {"names", "texts", "importer"}
        }
        texts = {name: column.chosen(which) for name, column in self.texts.items()}
        return replace(self, **kept, texts=texts, importer=self.importer.chosen(which))

    def before(self, day: float) -> TrainingTable:
        """Return what was known at a moment, in days since 1970: later goods are left out, and later results are not yet known."""
        table = self.chosen(self.at < day)
        late = ~(table.known < day)
        hidden: dict[str, Any] = {name: np.where(late, np.nan, getattr(table, name)) for name in ("found", "revenue", "known")}
        hidden |= {name: np.where(late, np.int32(-1), getattr(table, name)) for name in ("category", "intensity")}
        return replace(table, **hidden)


def table_of_columns(
    columns: Mapping[str, Floats | Texts], at: Floats, found: Floats, importer: Texts, **more: Floats | Codes
) -> TrainingTable:
    """Return a table of columns that are there already.

    Args:
      columns: The fields: numbers with NaN where missing, or texts.
      at: When each was declared, in days.
      found: 1, 0, or NaN where nobody looked.
      importer: The importer.
      more: ``known``, ``revenue``, ``category``, ``propensity`` and ``intensity``; those left out are as if known at once, or unknown.
    """
    names = tuple(name for name, column in columns.items() if not isinstance(column, Texts))
    numbers = [column for column in columns.values() if not isinstance(column, Texts)]
    nobody = np.isnan(found)
    usual: dict[str, Floats | Codes] = {
        "known": np.where(nobody, np.nan, at),
        "revenue": np.where(nobody, np.nan, 0.0),
        "category": np.full(len(at), -1, dtype=np.int32),
        "propensity": np.full(len(at), np.nan),
        "intensity": np.full(len(at), -1, dtype=np.int32),
    }
    return TrainingTable(
        names=names,
        numbers=np.column_stack(numbers).astype(np.float64) if numbers else np.empty((len(at), 0)),
        texts={name: column for name, column in columns.items() if isinstance(column, Texts)},
        at=at,
        found=found,
        importer=importer,
        **(usual | more),  # type: ignore[arg-type]
    )


def table_of_rows(catalogue: Catalogue, rows: Sequence[Row], outcomes: Sequence[Outcome], fields: Sequence[str] = ()) -> TrainingTable:
    """Return a table of rows of the catalogue and what became of each.

    Args:
      catalogue: The fields.
      rows: The values of each goods item.
      outcomes: What became of each, in the same order.
      fields: The fields to learn from; all where none are named.
    """
    columns: dict[str, Floats | Texts] = {}
    for field in catalogue:
        if fields and field.name not in fields:
            continue
        place = catalogue.place(field.name)
        values = [row[place] for row in rows]
        columns[field.name] = Texts.of(values) if field.kind == "text" else np.array(values, dtype=np.float64)  # type: ignore[arg-type]
    looked = [one.found is not None for one in outcomes]
    numbers = {
        "known": [_days(one.known or one.at) if there else np.nan for one, there in zip(outcomes, looked, strict=True)],
        "revenue": [one.revenue if there else np.nan for one, there in zip(outcomes, looked, strict=True)],
        "propensity": [np.nan if one.propensity is None else one.propensity for one in outcomes],
    }
    codes = {
        "category": [-1 if one.category is None else KINDS.index(one.category) for one in outcomes],
        "intensity": [-1 if one.intensity is None else INTENSITIES.index(one.intensity) for one in outcomes],
    }
    return table_of_columns(
        columns,
        np.array([_days(one.at) for one in outcomes]),
        np.array([np.nan if one.found is None else float(one.found) for one in outcomes]),
        Texts.of([one.importer or None for one in outcomes]),
        **{name: np.array(column, dtype=np.float64) for name, column in numbers.items()},
        **{name: np.array(column, dtype=np.int32) for name, column in codes.items()},
    )


def _days(moment: datetime) -> float:
    return moment.timestamp() / SECONDS_A_DAY
