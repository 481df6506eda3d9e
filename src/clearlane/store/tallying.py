"""Tallying: how many cases stand where, counted as they change, so that asking costs the same for ten and for ten million."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Context, Decimal

from clearlane.model.case import Tally
from clearlane.store.rows import Row

# By state, lane and currency: how many cases, how many of them priced, and the exact sum of their duty.
Counts = dict[tuple[str, str, str], tuple[int, int, str]]

_exact = Context(prec=100)


def changed(counts: Counts, gone: Iterable[Row], come: Iterable[Row]) -> Counts:
    """Return the counts that change as cases go from one standing and come to another.

    Args:
      counts: The counts before.
      gone: State, lane, currency and duty of each case as it stood.
      come: The same as it stands now.
    """
    after: Counts = {}
    for sign, standings in ((-1, gone), (1, come)):
        for state, lane, currency, duty in standings:
            place = (state, lane, currency)
            cases, priced, total = after.get(place) or counts.get(place) or (0, 0, "0")
            if duty:
                priced += sign
                total = str(_exact.add(Decimal(total), sign * Decimal(duty))) if priced else "0"
            after[place] = (cases + sign, priced, total)
    return after


def tally(counts: Counts) -> Tally:
    """Return counts by state, by lane and by currency; a case without a lane counts in no lane."""
    states: Counter[str] = Counter()
    lanes: Counter[str] = Counter()
    duty: dict[str, Decimal] = {}
    for (state, lane, currency), (cases, priced, total) in sorted(counts.items()):
        states[state] += cases
        if lane:
            lanes[lane] += cases
        if priced:
            duty[currency] = _exact.add(duty.get(currency, Decimal(0)), Decimal(total))
    return Tally(dict(+states), dict(+lanes), {currency: format(total, "f") for currency, total in duty.items()})
