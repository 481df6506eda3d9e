"""Invented goods whose truth is known: cheap goods of some importers are often wrong."""

from __future__ import annotations

import numpy as np

from clearlane.learning.table import KINDS, Texts, TrainingTable, table_of_columns
from clearlane.model.risk_field import Catalogue, RiskField, Row
from clearlane.model.text import Text

WORDS = {"unit_price": "Unit price", "net_mass": "Net mass", "hs": "Commodity code", "origin": "Origin", "importer.id": "Importer"}
CATALOGUE = Catalogue(
    [RiskField("declarant.id", "text", "declaration", "declared", Text(en="Declarant", vi="Người khai hải quan"))]
    + [
        RiskField(name, "number" if name in {"unit_price", "net_mass"} else "text", "item", "declared", Text(en=words, vi=words))
        for name, words in WORDS.items()
    ]
)


def goods(rows: int = 4000, seed: int = 1, *, looked: float = 1.0, shift: float = 0.0) -> TrainingTable:
    """Return goods of 200 days; a share of them was inspected at random, the results known three days later."""
    chance = np.random.default_rng(seed)
    importer, hs = chance.integers(0, 60, rows), chance.integers(0, 30, rows)
    origin = chance.integers(0, 12, rows)
    price = np.exp(chance.normal(2.0 + shift, 0.6, rows))
    odds = -3.5 + 2.5 * (importer % 7 == 0) + 2.0 * (price < 5) + 1.0 * (origin == 3)
    wrong = chance.random(rows) < 1 / (1 + np.exp(-odds))
    revenue = np.where(wrong, np.exp(chance.normal(5 + 0.3 * (hs % 5), 0.5)), 0.0)
    at = np.sort(chance.random(rows) * 200)
    seen = chance.random(rows) < looked
    found = np.where(seen, wrong.astype(float), np.nan)
    mass = np.where(chance.random(rows) < 0.1, np.nan, chance.gamma(2, 100, rows))
    texts = {"hs": [f"{8500 + one}00" for one in hs], "origin": [f"Q{chr(65 + one)}" for one in origin]}
    names = [f"T{one:03}" for one in importer]
    columns = {"unit_price": price, "net_mass": mass} | {name: Texts.of(values) for name, values in texts.items()}
    category = np.where(seen & wrong, KINDS.index("value") + (price >= 5) * 2, -1).astype(np.int32)
    return table_of_columns(
        columns | {"importer.id": Texts.of(names)},
        at,
        found,
        Texts.of(names),
        known=np.where(seen, at + 3, np.nan),
        revenue=np.where(seen, revenue, np.nan),
        category=category,
        propensity=np.full(rows, looked),
    )


def rows_of(table: TrainingTable) -> list[Row]:
    """Return the table's rows as the catalogue has them, the declarant missing."""
    numbers = [[None if np.isnan(one) else one for one in row] for row in table.numbers.tolist()]
    texts = [table.texts[name] for name in ("hs", "origin", "importer.id")]
    return [(None, *row, *(text.values[text.codes[place]] for text in texts)) for place, row in enumerate(numbers)]
