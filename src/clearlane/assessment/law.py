"""The taxes of a profile prepared for assessing: in order, with the types each takes and its standing measures by code."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date
from weakref import ref

import msgspec

from clearlane.assessment.goods import Goods
from clearlane.model.measure import ALL_ORIGINS, Measure
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff
from clearlane.model.tax import Tax, in_order

_KEPT = 16


class Prepared(msgspec.Struct, frozen=True, gc=False):
    """A tax with what it needs at hand.

    Attributes:
      tax: The tax.
      types: Codes of the measure types it takes from the tariff.
      standing: Its standing measures by the beginning of the goods code.
      lengths: The lengths of such beginnings, longest first.
      silent: The types without which goods have no line of it, unless the law itself has one, so that nothing need be asked; None
        where there may be a line without any.
    """

    tax: Tax
    types: frozenset[str]
    standing: Mapping[str, tuple[Measure, ...]]
    lengths: tuple[int, ...]
    silent: frozenset[str] | None

    def passes_by(self, code: str, borne: frozenset[str]) -> bool:
        """Say whether goods cannot have a line of this tax, whatever else is said of them.

        Args:
          code: Their code.
          borne: The types of the measures that goods of the code bear.
        """
        if self.silent is None or not self.silent.isdisjoint(borne):
            return False
        return not self.standing or not any(code[:length] in self.standing for length in self.lengths)

    def of_law(self, goods: Goods, tariff: Tariff | None, on: date) -> list[Measure]:
        """Return the standing measures of the longest beginning that has any for the goods on a day."""
        code = goods.code
        for length in self.lengths:
            own = self.standing.get(code[:length])
            if own is None or length > len(code):
                continue
            found = [
                measure
                for measure in own
                if measure.holds(on)
                and _covers(measure, goods.origin, tariff)
                and (not measure.additional_code or measure.additional_code in goods.additional_codes)
            ]
            if found:
                return sorted(found, key=lambda one: not one.additional_code)
        return []


def _covers(measure: Measure, origin: str, tariff: Tariff | None) -> bool:
    if tariff is not None:
        return tariff.covers(measure, origin)
    return origin not in measure.excluded and measure.area in ("", ALL_ORIGINS, origin)


class _Known(msgspec.Struct, frozen=True, gc=False):
    """Taxes prepared before: the very taxes, held so that their identity stays theirs, and the tariff, which is not kept alive."""

    taxes: tuple[Tax, ...]
    tariff: Callable[[], Tariff | None]
    prepared: tuple[Prepared, ...]


_known: OrderedDict[tuple[int, int], _Known] = OrderedDict()


def taxes_of(profile: Profile) -> tuple[Prepared, ...]:
    """Return the taxes of a profile so that each comes after those it is charged on; kept for the next declaration.

    Raises:
      ValueError: Taxes are charged on one another in a circle, or one on a tax that is not there.
    """
    taxes, tariff = profile.taxes, profile.tariff
    key = id(taxes), id(tariff)
    known = _known.get(key)
    if known is not None and known.tariff() is tariff:
        return known.prepared
    prepared = _prepare(taxes, tariff)
    _known[key] = _Known(taxes, ref(tariff) if tariff is not None else _none, prepared)
    while len(_known) > _KEPT:
        _known.popitem(last=False)
    return prepared


def _none() -> None:
    return None


def _prepare(taxes: tuple[Tax, ...], tariff: Tariff | None) -> tuple[Prepared, ...]:
    owned = {code for tax in taxes for code in tax.types}
    series_of = {code: one.series for code, one in tariff.types.items()} if tariff else {}
    found = []
    for tax in in_order(taxes):
        types = frozenset(tax.types) & series_of.keys() if tax.types else frozenset(series_of) - owned
        by_code: dict[str, list[Measure]] = {}
        for measure in tax.standing:
            by_code.setdefault(measure.code, []).append(measure)
        standing = {code: tuple(own) for code, own in by_code.items()}
        lengths = tuple(sorted({len(code) for code in standing}, reverse=True))
        found.append(Prepared(tax, types, standing, lengths, _silent(tax, types, series_of)))
    return tuple(found)


def _silent(tax: Tax, types: frozenset[str], series_of: Mapping[str, str]) -> frozenset[str] | None:
    by_claim, by_law = "third-country" in tax.series, not tax.series and bool(tax.standing)
    if not tax.optional or tax.rates is not None or tax.declared_lines is not None or tax.modes or by_claim:
        return None
    if by_law:
        return frozenset()
    return frozenset(one for one in types if series_of[one] in tax.series) if tax.series and series_of else None
