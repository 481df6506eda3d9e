"""What was taken off a declaration's duty since it was computed last, line by line, as its pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

import msgspec

from clearlane.model.duty_facts import DutyReduced, Reduction, ReductionGround
from clearlane.model.facts import Assessed, Fact, Record
from clearlane.model.payment import from_minor
from clearlane.payment.charging import left


class TakenOff(msgspec.Struct, frozen=True):
    """What was taken off one tax on one goods item, once.

    Attributes:
      item: The goods item.
      tax: The tax, by its code.
      before: What stood of it before.
      less: By how much it fell.
      ground: The ground in law.
      at: When.
    """

    item: int
    tax: str
    before: Decimal
    less: Decimal
    ground: ReductionGround
    at: datetime

    @property
    def now(self) -> Decimal:
        """What stood of it after."""
        return self.before - self.less


def taken_off(records: Iterable[Record]) -> tuple[TakenOff, ...]:
    """Return what was taken off since the declaration was assessed last, in order.

    Args:
      records: The declaration's facts, in order.
    """
    found: list[TakenOff] = []
    seen: list[Fact] = []
    for record in records:
        fact = record.fact
        if isinstance(fact, Assessed):
            found = []
        if isinstance(fact, DutyReduced):
            for one in fact.reductions:
                found.append(_line(one, left(seen).get((one.item, one.tax), 0), fact, record.at))
                seen.append(msgspec.structs.replace(fact, reductions=(one,)))
        else:
            seen.append(fact)
    return tuple(found)


def _line(one: Reduction, stood: int, fact: DutyReduced, at: datetime) -> TakenOff:
    before, less = from_minor(stood, fact.currency), from_minor(one.minor, fact.currency)
    return TakenOff(one.item, one.tax, before, less, fact.ground, at)
