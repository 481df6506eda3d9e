"""The rate of import duty by what the trader claims: its series in order, the proofs it needs, what follows where it is silent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from clearlane.assessment import reasons
from clearlane.assessment.choice import Choice, covering, first_met, of_measure, open_on
from clearlane.assessment.conditions import Rate
from clearlane.assessment.goods import Goods
from clearlane.model.duty import AdValorem, DutyExpression, Nil, Part, Specific, Term
from clearlane.model.measure import Measure
from clearlane.model.profile import Profile
from clearlane.model.tariff import Borne, Tariff
from clearlane.model.tax import Claim, Tax
from clearlane.model.text import Text

_UNCLAIMED = Claim("", Text(en="the usual rate", vi="thuế suất áp dụng mặc định"), ("third-country",))
_USUAL = frozenset({"third-country"})


class Question(msgspec.Struct, frozen=True, gc=False):
    """All that is asked with.

    Attributes:
      tax: The tax.
      goods: The goods.
      borne: The measures goods of that code bear.
      types: Codes of the measure types the tax takes.
      tariff: The tariff.
      profile: The law.
      on: The day.
      rate: Rates of exchange.
    """

    tax: Tax
    goods: Goods
    borne: Sequence[Borne]
    types: frozenset[str]
    tariff: Tariff
    profile: Profile
    on: date
    rate: Rate


def by_claim(asked: Question) -> list[Choice]:
    """Return the rate of duty that was claimed, or why it is open; nothing where the usual rate is asked for and the tariff has none."""
    code = asked.goods.claim(asked.tax.code) or asked.profile.default_claim
    claim = asked.profile.claims.get(code) if code and asked.profile.claims else _UNCLAIMED
    if claim is None:
        return [Choice(missing=(f"claim:{code}",), reason=reasons.claim_unknown(code))]
    for series in claim.series:
        found = _first(asked, claim, series)
        if found is not None:
            return [msgspec.structs.replace(found, claim=claim.code)]
    if claim.of_percent is not None:
        return [msgspec.structs.replace(_percentage(asked, claim, claim.of_percent), claim=claim.code)]
    if "third-country" in claim.series or "ordinary" in claim.series:
        return []
    origin = asked.goods.preferential_origin or asked.goods.origin
    return [Choice(missing=(f"claim:{code}",), reason=reasons.no_such_rate(claim, asked.goods.code, origin))]


def _first(asked: Question, claim: Claim, series: str) -> Choice | None:
    """Return the best measure of a series, its proof looked at; None where the series has none for the goods."""
    preference = series == "preference"
    found = covering(asked.borne, asked.tariff, asked.goods, frozenset({series}), asked.types, preferential=preference)
    unsure = [] if found else _of_unknown_membership(asked, claim, series)
    usable = [one for one in found or unsure if _claimable(one, claim, asked.goods)]
    chosen = first_met(asked.tax, usable, asked.goods, asked.rate, claimed=series not in ("third-country", "ordinary"))
    if chosen is None or chosen.duty is None or chosen.measure is None:
        return chosen
    if unsure:
        area = asked.tariff.areas[chosen.measure.area]
        return open_on(chosen.measure, (f"membership:{area.code}",), reasons.membership_open(area, asked.goods.origin))
    return _proven(asked, claim, chosen, chosen.measure, preference=preference)


def _claimable(measure: Measure, claim: Claim, goods: Goods) -> bool:
    coded = not measure.additional_code or measure.additional_code in goods.additional_codes
    return coded and (not claim.areas or measure.area in claim.areas)


def _of_unknown_membership(asked: Question, claim: Claim, series: str) -> list[Measure]:
    """Return measures for an area that is claimed by its code and whose members are not known here."""
    areas = asked.tariff.areas
    return [
        one.measure
        for one in asked.borne
        if one.measure.area in claim.areas
        and one.measure.type in asked.types
        and asked.tariff.types[one.measure.type].series == series
        and one.measure.area in areas
        and not areas[one.measure.area].members
        and asked.goods.origin not in one.measure.excluded
    ]


def _proven(asked: Question, claim: Claim, chosen: Choice, measure: Measure, *, preference: bool) -> Choice:
    area = asked.tariff.areas.get(measure.area)
    proofs = claim.proofs or (area.proofs if area and preference else ())
    proof = asked.goods.shown(proofs)
    if proofs and not proof:
        return open_on(measure, [f"document:{code}" for code in proofs], reasons.documents_missing(measure, proofs))
    if not preference:
        return chosen
    named = proof or next((asked.goods.shown(one.certificates) for one in measure.conditions if asked.goods.shown(one.certificates)), "")
    number = asked.goods.documents.get(named.replace("-", ""), "")
    law = measure.reference or (area.reference if area else "") or claim.reference
    reason = reasons.preference_met(claim, area, law, f"{named} {number}".strip())
    return msgspec.structs.replace(chosen, reason=reason)


def _percentage(asked: Question, claim: Claim, percent: Decimal) -> Choice:
    """Return a percentage of the usual rate, where the law says that it holds in its place."""
    found = covering(asked.borne, asked.tariff, asked.goods, _USUAL, asked.types)
    usable = [one for one in found if not one.additional_code or one.additional_code in asked.goods.additional_codes]
    chosen = first_met(asked.tax, usable, asked.goods, asked.rate)
    if chosen is None:
        return Choice(reason=reasons.no_rate(asked.tax, asked.goods.code, asked.on))
    if chosen.duty is None or chosen.measure is None:
        return chosen
    if not any(_charges(term) for term in chosen.duty.terms):
        return Choice(measure=chosen.measure, reason=reasons.nothing_follows(claim))
    reason = Text(
        en=f"{claim.text.en}: {percent} % of {chosen.duty.text}{f' ({claim.reference})' if claim.reference else ''}.",
        vi=f"{claim.text.vi}: {percent} % của {chosen.duty.text}{f' ({claim.reference})' if claim.reference else ''}.",
    )
    return of_measure(chosen.measure, asked.tax, _scaled(chosen.duty, percent), reason)


def _charges(term: Term) -> bool:
    part = term.part
    if isinstance(part, AdValorem):
        return part.percent != 0
    return part.amount != 0 if isinstance(part, Specific) else not isinstance(part, Nil)


def _scaled(duty: DutyExpression, percent: Decimal) -> DutyExpression:
    """Return a percentage of an expression; what must be looked up elsewhere stays as it is, since it keeps the whole open."""
    terms = tuple(Term(_part(term, percent / 100), term.operator) for term in duty.terms)
    single = terms[0].part
    text = f"{single.percent} %" if len(terms) == 1 and isinstance(single, AdValorem) else f"{percent} % x ({duty.text})"
    return DutyExpression(text, terms)


def _part(term: Term, factor: Decimal) -> Part:
    part = term.part
    if isinstance(part, AdValorem):
        if part.fraction is None:
            return AdValorem((part.percent * factor).normalize() + 0, part.of)
        exact = Fraction(*part.fraction) * Fraction(factor)
        return AdValorem(part.percent * factor, part.of, (exact.numerator, exact.denominator))
    return Specific(part.amount * factor, part.currency, part.per) if isinstance(part, Specific) else part
