"""From goods to columns and back: which facts a rate can depend on, and the goods that a line of columns stands for."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from clearlane.assessment.columnar_lines import Coded, Figures, Lines
from clearlane.assessment.columnar_round import Whole
from clearlane.assessment.goods import Goods
from clearlane.model.assessment import ValueLine

FACTS = (
    "code",
    "origin",
    "claims",
    "procedure",
    "additional_codes",
    "documents",
    "preferential_origin",
    "reliefs",
    "stated",
    "mode",
    "quotas",
    "given",
    "valued",
    "day",
)
"""Every fact of goods that decides which measures they bear and at which expressions. ``given`` is which quantities are known,
``valued`` whether the customs value is; their figures are no facts."""
_ONE = Decimal(1)


def lines_of(goods: Sequence[Goods], days: Sequence[date], declarations: Sequence[int] | None = None) -> Lines:
    """Return goods as columns.

    Args:
      goods: The goods, those of one declaration together.
      days: For each the day whose law holds.
      declarations: For each the number of its declaration; None where each stands alone.
    """
    rows = [_facts(one, day) for one, day in zip(goods, days, strict=True)]
    columns = {name: Coded.of([row[place] for row in rows]) for place, name in enumerate(FACTS)}
    keys = dict.fromkeys(key for one in goods for key in one.quantities)
    return Lines(
        facts=columns,
        value=Figures.of([one.value.value for one in goods]),
        quantities={key: Figures.of([one.quantities.get(key) for one in goods]) for key in keys},
        declaration=None if declarations is None else np.array(declarations, dtype=np.int64),
    )


def facts_at(columns: Sequence[Coded], row: int) -> tuple[Hashable, ...]:
    """Return the facts of a line, in the order of ``FACTS``."""
    return tuple(column.values[column.codes[row]] for column in columns)


def goods_with(
    facts: Sequence[Hashable], value: Decimal | None = _ONE, quantities: Mapping[str, Decimal] | None = None, item: int = 1
) -> Goods:
    """Return goods with some facts; without figures, goods worth one with one of every quantity."""
    known: dict[str, Any] = dict(zip(FACTS, facts, strict=True))
    return Goods(
        item=item,
        code=known["code"],
        value=ValueLine(item, value if known["valued"] else None),
        origin=known["origin"],
        preferential_origin=known["preferential_origin"],
        procedure=known["procedure"],
        reliefs=known["reliefs"],
        documents=dict.fromkeys(known["documents"], ""),
        additional_codes=frozenset(known["additional_codes"]),
        stated=frozenset(known["stated"]),
        mode=known["mode"],
        claims=dict(known["claims"]),
        quotas=frozenset(known["quotas"]),
        quantities={key: (quantities or {}).get(key, _ONE) for key in known["given"]},
    )


def goods_at(lines: Lines, columns: Sequence[Coded], row: int, item: int) -> Goods:
    """Return the goods of a line with their figures."""
    quantities = {key: _figure(one.units, row, one.places) for key, one in lines.quantities.items()}
    return goods_with(facts_at(columns, row), _figure(lines.value.units, row, lines.value.places), quantities, item)


def _facts(goods: Goods, day: date) -> tuple[Hashable, ...]:
    return (
        goods.code,
        goods.origin,
        tuple(goods.claims.items()),
        goods.procedure,
        tuple(sorted(goods.additional_codes)),
        tuple(sorted(goods.documents)),
        goods.preferential_origin,
        goods.reliefs,
        tuple(sorted(goods.stated)),
        goods.mode,
        tuple(sorted(goods.quotas)),
        tuple(goods.quantities),
        goods.value.value is not None,
        day,
    )


def _figure(units: Whole, row: int, places: int) -> Decimal:
    return Decimal(int(units[row])).scaleb(-places)
