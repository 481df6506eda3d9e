"""What goods bear of a tax: by rates of the profile, by measures of the tariff, or by standing measures of the law itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from clearlane.assessment import reasons
from clearlane.assessment.choice import CLAIMED, Choice, by_type, cited, covering, first_met
from clearlane.assessment.claim import Question, by_claim
from clearlane.assessment.conditions import Rate
from clearlane.assessment.declared_lines import of_declared_lines
from clearlane.assessment.goods import Goods
from clearlane.assessment.law import Prepared
from clearlane.model.dated import DatedRate
from clearlane.model.duty import percentage
from clearlane.model.measure import ALL_ORIGINS
from clearlane.model.profile import Profile
from clearlane.model.tariff import Borne, Tariff


def choices(prepared: Prepared, goods: Goods, borne: Sequence[Borne], profile: Profile, on: date, rate: Rate) -> list[Choice]:
    """Return every choice for a tax, one for each line it will have; none where goods do not bear it.

    Measures of the tariff come first. Where it has none for the goods, the law's own standing measures decide.

    Args:
      prepared: The tax.
      goods: The goods.
      borne: The measures of the tariff that goods of their code bear.
      profile: The law.
      on: The day.
      rate: Rates of exchange.
    """
    tax = prepared.tax
    if tax.rates is not None:
        found = tax.rates.find(goods.code, on)
        if found is not None:
            return [_rated(found)]
        return [] if tax.optional else [Choice(reason=reasons.no_rate(tax, goods.code, on))]
    tariff, claimed = profile.tariff, "third-country" in tax.series
    if tariff is None or not tax.series:
        return _of_law(prepared, goods, profile, on, rate) if tax.standing else [Choice(reason=reasons.no_tariff(tax))]
    others = [*_others(prepared, goods, borne, tariff, rate), *of_declared_lines(tax, goods, tariff, on)]
    if not claimed:
        return others or _of_law(prepared, goods, profile, on, rate)
    main = by_claim(Question(tax, goods, borne, prepared.types, tariff, profile, on, rate))
    return [*(main or _of_law(prepared, goods, profile, on, rate)), *others]


def _others(prepared: Prepared, goods: Goods, borne: Sequence[Borne], tariff: Tariff, rate: Rate) -> list[Choice]:
    """Return what goods bear of the series that need no claim: duties on top, and taxes other than import duty."""
    tax = prepared.tax
    series = frozenset(tax.series) - CLAIMED if "third-country" in tax.series else frozenset(tax.series)
    own = [one for one in borne if one.measure.type in prepared.types and tariff.types[one.measure.type].series in series]
    if not own:
        return []
    if not goods.origin and any(one.measure.area not in ("", ALL_ORIGINS) for one in own):
        return [Choice(missing=("origin",), reason=reasons.origin_missing(tax))]
    return by_type(tax, covering(own, tariff, goods, series, prepared.types), goods, rate)


def _of_law(prepared: Prepared, goods: Goods, profile: Profile, on: date, rate: Rate) -> list[Choice]:
    """Return what the law itself charges beside the tariff, or that nothing was found."""
    tax = prepared.tax
    met = first_met(tax, prepared.of_law(goods, profile.tariff, on), goods, rate) if tax.standing else None
    if met is not None:
        return [met]
    return [] if tax.optional else [Choice(reason=reasons.no_rate(tax, goods.code, on))]


@lru_cache(maxsize=4096)
def _rated(rate: DatedRate) -> Choice:
    return Choice(percentage(rate.percent), reference=cited(rate.reference, rate.since))
