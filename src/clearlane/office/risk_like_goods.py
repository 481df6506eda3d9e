"""Recorded goods items as what references of like goods are built from."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from clearlane.learning.table import KINDS
from clearlane.office.risk_goods import MICROS_A_DAY, Goods
from clearlane.office.risk_outcomes import ItemOutcomes
from clearlane.risk.history.building import NEVER
from clearlane.risk.history.building import Goods as LikeGoods
from clearlane.risk.history.references import PER_KILOGRAM
from clearlane.risk.language.columns import TextColumn

_DIGITS = 6
_six_digits = re.compile(r"\d{6}", re.ASCII)
_VALUE = KINDS.index("value")


def like_goods(goods: Goods, became: ItemOutcomes) -> LikeGoods:
    """Return goods as columns to build references from; those whose code is none are left out.

    What was found wrong in value says nothing of prices from then on: what would have been right is not recorded.
    """
    heading = _headings(_texts(goods, "hs"))
    kept = goods.chosen(np.flatnonzero(heading >= 0))
    wrong = (became.found & (became.category == _VALUE))[heading >= 0]
    since = np.where(wrong, became.known[heading >= 0] * MICROS_A_DAY, NEVER).astype(np.int64)
    origin, origins = _numbered(_texts(kept, "origin"), "")
    unit, units = _numbered(_texts(kept, "quantity.unit"), PER_KILOGRAM)
    price, weight = (np.asarray(kept.fields[name], np.float64) for name in ("unit_price", "unit_weight"))
    unknown = np.full(len(kept), np.nan)
    return LikeGoods(kept.at, heading[heading >= 0], origin, unit, price, weight, since, unknown, origins, units)


def _texts(goods: Goods, name: str) -> TextColumn:
    column = goods.fields[name]
    assert isinstance(column, TextColumn)  # noqa: S101 - the catalogue says so
    return column


def _headings(column: TextColumn) -> npt.NDArray[np.int64]:
    """Return the first six digits of each code; -1 where they are none."""
    read = _six_digits.match
    of_each = [int(code[:_DIGITS]) if read(code) else -1 for code in column.uniques]
    return np.array([-1, *of_each], np.int64)[column.codes]


def _numbered(column: TextColumn, missing: str) -> tuple[npt.NDArray[np.int64], tuple[str, ...]]:
    """Return the number of each text among some names; what is missing has a name of its own."""
    names = tuple(dict.fromkeys((missing, *column.uniques)))
    place = {name: count for count, name in enumerate(names)}
    table = np.array([0, *(place[one] for one in column.uniques)], np.int64)
    return table[column.codes], names
