"""Days on which one and the same law holds: whatever is dated in a profile and its tariff cuts the calendar into spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date, timedelta

from clearlane.model.duty import DutyExpression, Specific
from clearlane.model.measure import Measure
from clearlane.model.profile import Profile

Span = tuple[date, date | None]


def spans_of(profile: Profile) -> Callable[[date], Hashable]:
    """Return a function that gives two days the same answer only where the law is the same on both."""
    cuts, seasons = set(_cuts(profile)), set[tuple[int, int]]()
    for measure in _measures(profile):
        if measure.season is not None:
            seasons |= {measure.season.since, (measure.season.until[0], measure.season.until[1] + 1)}
    ordered, turns = sorted(cuts), sorted(seasons)

    def span(day: date) -> Hashable:
        return bisect_right(ordered, day), bisect_right(turns, (day.month, day.day))

    return span


def _cuts(profile: Profile) -> Iterator[date]:
    for since, until in _dated(profile):
        yield since
        if until is not None and until < date.max:
            yield until + timedelta(days=1)
    if profile.exchange is not None:
        for currency in _currencies(profile):
            yield from (since for since, _ in profile.exchange.rates.get(currency, ()))


def _dated(profile: Profile) -> Iterator[Span]:
    for measure in _measures(profile):
        yield measure.since, measure.until
    for tax in profile.taxes:
        yield tax.since, tax.until
        for rates in tax.rates.rates.values() if tax.rates else ():
            yield from ((rate.since, rate.until) for rate in rates)
    for relief in profile.reliefs:
        yield relief.since, relief.until
    for line in profile.tariff.content.lines if profile.tariff else ():
        yield line.since, line.until


def _measures(profile: Profile) -> Iterator[Measure]:
    for tax in profile.taxes:
        yield from tax.standing
    if profile.tariff is not None:
        yield from profile.tariff.content.measures


def _currencies(profile: Profile) -> set[str]:
    """Return the currencies in which anything is charged, other than that of account."""
    parts = (term.part for duty in _duties(_measures(profile)) for term in duty.terms)
    return {part.currency for part in parts if isinstance(part, Specific)} - {profile.currency}


def _duties(measures: Iterable[Measure]) -> Iterator[DutyExpression]:
    for measure in measures:
        if measure.duty is not None:
            yield measure.duty
        yield from (one.duty for one in measure.conditions if one.duty is not None)
