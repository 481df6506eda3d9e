"""Recorded goods items as a table to learn from: what nobody looked at has no label."""

from __future__ import annotations

import numpy as np

from clearlane.learning.table import Floats, Texts, TrainingTable, table_of_columns
from clearlane.office.risk_goods import MICROS_A_DAY, Goods
from clearlane.office.risk_outcomes import ItemOutcomes
from clearlane.risk.language.columns import NO_FLAG, Column, TextColumn

TRADER = "importer.id"


def table_of(goods: Goods, became: ItemOutcomes) -> TrainingTable:
    """Return goods with what became of them as a table, one row for each goods item, in the order of the goods."""
    columns = {name: _learned(column) for name, column in goods.fields.items()}
    looked = became.inspected
    trader = columns.get(TRADER)
    return table_of_columns(
        columns,
        goods.at / MICROS_A_DAY,
        np.where(looked, became.found.astype(np.float64), np.nan),
        trader if isinstance(trader, Texts) else Texts.of([None] * len(goods)),
        known=became.known,
        revenue=np.where(looked, became.revenue, np.nan),
        category=became.category,
        propensity=became.propensity,
        intensity=became.intensity,
    )


def _learned(column: Column) -> Floats | Texts:
    if isinstance(column, TextColumn):
        return Texts((column.codes - 1).astype(np.int32), tuple(column.uniques))
    if column.dtype == np.int8:
        return np.where(column == NO_FLAG, np.nan, column).astype(np.float64)
    return np.asarray(column, dtype=np.float64)
