"""Facts that no law of a profile tells apart: days between two changes, countries in the same areas, documents nobody asks for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from clearlane.model.duty import DutyExpression, Specific
from clearlane.model.measure import Measure
from clearlane.model.profile import Profile

Span = tuple[date, date | None]
Alike = Callable[[Any], Hashable]
"""Gives two values of a fact the same answer only where the law gives them the same answer."""


def alike_in(profile: Profile) -> Mapping[str, Alike]:
    """Return, for each fact that the law knows fewer values of than there are, what is one value to it."""
    origin = _origins(profile)
    return {
        "day": _days(profile),
        "origin": origin,
        "preferential_origin": origin,
        "documents": _among(code.replace("-", "") for code in _documents(profile)),
        "additional_codes": _additional_codes(profile),
        "quotas": _among(measure.order_number for measure in _measures(profile)),
        "stated": _among(_circumstances(profile)),
        "reliefs": _among(relief.code for relief in profile.reliefs),
    }


def _among(codes: Iterable[str]) -> Alike:
    known = frozenset(codes)
    return lambda declared: tuple(code for code in declared if code in known)


def _additional_codes(profile: Profile) -> Alike:
    """Tell codes apart that a measure is for, or that are lines of the tariff declared beside the goods' own."""
    known = frozenset(measure.additional_code for measure in _measures(profile))
    lines = tuple(tax.declared_lines.prefix for tax in profile.taxes if tax.declared_lines is not None)
    return lambda declared: tuple(code for code in declared if code in known or code.startswith(lines))


def _origins(profile: Profile) -> Alike:
    """Tell countries apart that a measure or a claim names, or that are not in all the same areas."""
    areas = profile.tariff.areas if profile.tariff else {}
    named = {area for measure in _measures(profile) for area in (measure.area, *measure.excluded)}
    members = {code: frozenset(area.members) for code, area in areas.items()}

    def origin(country: str) -> Hashable:
        if country in named or not country:
            return country
        return frozenset(code for code, within in members.items() if country in within)

    return origin


def _days(profile: Profile) -> Alike:
    cuts, seasons = set(_cuts(profile)), set[tuple[int, int]]()
    for measure in _measures(profile):
        if measure.season is not None:
            seasons |= {measure.season.since, (measure.season.until[0], measure.season.until[1] + 1)}
    ordered, turns = sorted(cuts), sorted(seasons)

    def day(on: date) -> Hashable:
        return bisect_right(ordered, on), bisect_right(turns, (on.month, on.day))

    return day


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


def _documents(profile: Profile) -> Iterator[str]:
    for measure in _measures(profile):
        for condition in measure.conditions:
            yield from condition.certificates
    for claim in profile.claims.values():
        yield from claim.proofs
    for area in profile.tariff.areas.values() if profile.tariff else ():
        yield from area.proofs
    yield from (relief.code for relief in profile.reliefs)


def _circumstances(profile: Profile) -> Iterator[str]:
    for tax in profile.taxes:
        for one in (tax.only_if, tax.not_if):
            if one is not None:
                yield from (*one.any_of, *one.none_of)


def _currencies(profile: Profile) -> set[str]:
    """Return the currencies in which anything is charged, other than that of account."""
    parts = (term.part for duty in _duties(_measures(profile)) for term in duty.terms)
    return {part.currency for part in parts if isinstance(part, Specific)} - {profile.currency}


def _duties(measures: Iterable[Measure]) -> Iterator[DutyExpression]:
    for measure in measures:
        if measure.duty is not None:
            yield measure.duty
        yield from (one.duty for one in measure.conditions if one.duty is not None)
