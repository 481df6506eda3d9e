"""What the form of the estimator offers for a code and an origin: only what bears on the amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Specific
from clearlane.model.measure import Measure
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff
from clearlane.model.tax import Claim
from clearlane.model.text import Text
from clearlane.model.units import QUALIFIERS, UNITS
from clearlane.model.valuation import IN_PRICE, Charge
from clearlane.web.tariff_names import Named, Names
from clearlane.web.words import WORDS

_FIRST = ("a", "b", "c")
_CURRENT_TERMS = 11
"""How many of the terms known are those of Incoterms 2020; the others are offered only where a profile lists them."""


class Wanted(msgspec.Struct, frozen=True):
    """A quantity that a rate is multiplied by, or a value it is a percentage of.

    Attributes:
      key: As in ``Measurement.key``, in the base unit where one is known.
      label: What to give.
      value: Whether it is a value in the currency of account.
    """

    key: str
    label: Text
    value: bool = False


class Choices(msgspec.Struct, frozen=True):
    """Additional codes among which one may be declared, since each leads to a measure of its own.

    Attributes:
      kind: The type of measure they belong to.
      text: What is charged.
      usual: The duty where none of them is declared; empty where one must be.
      codes: The codes with their names and the duty each leads to.
    """

    kind: str
    text: Text
    usual: str
    codes: tuple[tuple[Named, str], ...]

    @property
    def field(self) -> str:
        """The name of its field."""
        return f"extra-{self.kind}"


class Offered(msgspec.Struct, frozen=True):
    """What the form offers.

    Attributes:
      currencies: Currencies that have a rate of exchange, the profile's own first.
      countries: Countries of origin; none where the profile lists none.
      terms: Terms of delivery.
      charges: Charges of the way, which are asked first.
      more_charges: Other charges of the profile's valuation.
      quantities: Only those that a measure asks for.
      claims: Claims that may apply to the origin, beside the usual one.
      usual: What holds where nothing is claimed; None where that has no name.
      documents: Documents that change something.
      additional: Additional codes that change something, by what they change.
      modes: Modes of transport, where a tax hangs on it.
    """

    currencies: tuple[str, ...]
    countries: tuple[Named, ...]
    terms: tuple[Named, ...]
    charges: tuple[Charge, ...]
    more_charges: tuple[Charge, ...]
    quantities: tuple[Wanted, ...]
    claims: tuple[Claim, ...]
    usual: Claim | None
    documents: tuple[Named, ...]
    additional: tuple[Choices, ...]
    modes: tuple[Named, ...]


def offered(law: Profile, tariff: Tariff, code: str, origin: str, on: date) -> Offered:
    """Return what the form offers for a code, an origin (empty while none is chosen) and a day."""
    found, names = list(borne(law, tariff, code, origin, on)), Names(law, tariff)
    claims = claims_for(law, tariff, code, origin, on)
    charges = law.valuation.charges.values()
    first = tuple(one for one in charges if one.kind == "segment" and one.segment in _FIRST)
    return Offered(
        currencies(law),
        countries(law, on),
        _terms(law),
        first,
        tuple(one for one in charges if one not in first),
        tuple({one.key: one for measure in found for one in _quantities(measure)}.values()),
        claims,
        law.claims.get(law.default_claim),
        tuple(names.document(one) for one in dict.fromkeys(_documents(tariff, found, claims))),
        _additional(law, tariff, found, names),
        _modes(law, on),
    )


def currencies(law: Profile) -> tuple[str, ...]:
    """Return currencies that can be computed with, the profile's own first."""
    return tuple(dict.fromkeys((law.currency, *sorted(law.exchange.rates if law.exchange else ()))))


def countries(law: Profile, on: date) -> tuple[Named, ...]:
    """Return countries in force on a day; none where the profile lists none."""
    known = law.code_lists.get("countries")
    return tuple(Named(code, known.text(code)) for code in known.codes if known.holds(code, on)) if known else ()


def _additional(law: Profile, tariff: Tariff, found: Iterable[Measure], names: Names) -> tuple[Choices, ...]:
    """Return the additional codes of each type of measure; of two measures with one code the nearer counts."""
    kinds: dict[str, dict[str, Measure]] = {}
    for one in found:
        kinds.setdefault(one.type, {}).setdefault(one.additional_code, one)
    return tuple(
        Choices(
            kind,
            _charged(law, tariff, kind),
            _duty_text(own.get("")),
            tuple((names.additional(code), _duty_text(one)) for code, one in sorted(own.items()) if code),
        )
        for kind, own in kinds.items()
        if any(own)
    )


def _duty_text(one: Measure | None) -> str:
    return one.duty.text if one is not None and one.duty else ""


def _charged(law: Profile, tariff: Tariff, kind: str) -> Text:
    known = tariff.types.get(kind)
    standing = next((tax.name for tax in law.taxes if any(one.type == kind for one in tax.standing)), None)
    return known.text if known else standing or Text(en=kind, vi=kind)


def _modes(law: Profile, on: date) -> tuple[Named, ...]:
    asked = dict.fromkeys(mode for tax in law.taxes if tax.holds(on) for mode in tax.modes)
    known = law.code_lists.get("transport modes")
    codes = (known.codes if known else asked) if asked else ()
    return tuple(Named(code, known.text(code) if known else None) for code in codes)


def _terms(law: Profile) -> tuple[Named, ...]:
    known = law.code_lists.get("incoterms")
    codes = tuple(code for code in known.codes if code in IN_PRICE) if known else tuple(IN_PRICE)[:_CURRENT_TERMS]
    return tuple(Named(code, known.text(code) if known else None) for code in codes)


def borne(law: Profile, tariff: Tariff, code: str, origin: str, on: date) -> Iterator[Measure]:
    """Yield the measures that goods of a code bear, those of the law beside the tariff too; while no origin is chosen, those for all."""
    everywhere = origin or "??"
    for one in tariff.borne(code, on):
        if tariff.covers(one.measure, everywhere):
            yield one.measure
    for tax in law.taxes:
        for standing in tax.standing if tax.holds(on) and tax.borne(()) else ():
            if code.startswith(standing.code) and standing.holds(on) and tariff.covers(standing, everywhere):
                yield standing


def claims_for(law: Profile, tariff: Tariff, code: str, origin: str, on: date) -> tuple[Claim, ...]:
    """Return the claims under which the tariff has a rate for goods of a code from an origin, beside the usual claim."""
    found = [one.measure for one in tariff.borne(code, on)]
    return tuple(
        claim
        for claim in law.claims.values()
        if origin and claim.code != law.default_claim and any(_meets(tariff, claim, one, origin) for one in found)
    )


def _meets(tariff: Tariff, claim: Claim, one: Measure, origin: str) -> bool:
    kind, area = tariff.types.get(one.type), tariff.areas.get(one.area)
    if kind is None or kind.series not in claim.series or kind.series == "third-country" or (claim.areas and one.area not in claim.areas):
        return False
    return tariff.covers(one, origin) or (area is not None and not area.members and one.area in claim.areas)


def proofs(tariff: Tariff, claim: Claim, code: str, origin: str, on: date) -> tuple[str, ...]:
    """Return document codes that make a claim good: any proof of the origin, and what its measures depend on."""
    found = [one.measure for one in tariff.borne(code, on) if _meets(tariff, claim, one.measure, origin)]
    return tuple(dict.fromkeys((*claim.proofs, *_documents(tariff, found, ()))))


def _documents(tariff: Tariff, found: Iterable[Measure], claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        yield from claim.proofs
    for measure in found:
        if (area := tariff.areas.get(measure.area)) is not None:
            yield from area.proofs
        kind = tariff.types.get(measure.type)
        if kind is None or kind.series != "control":
            yield from (code for condition in measure.conditions for code in condition.certificates)


def _quantities(measure: Measure) -> Iterator[Wanted]:
    duties = [measure.duty, *(one.duty for one in measure.conditions)]
    for duty in filter(None, duties):
        yield from _in(duty)
    for condition in measure.conditions:
        if condition.per:
            yield wanted(condition.per)


def _in(duty: DutyExpression) -> Iterator[Wanted]:
    for term in duty.terms:
        match term.part:
            case AdValorem(of=of) if of:
                yield wanted(of)
            case Specific(per=per):
                yield from (wanted(one.key) for one in per)


def wanted(key: str) -> Wanted:
    """Return what to give for a key: in the unit that others of its kind are counted in.

    >>> wanted("DTN").key
    'KGM'
    """
    unit, _, qualifier = key.partition(":")
    known, of = UNITS.get(unit), QUALIFIERS.get(qualifier)
    if known is None:
        words = WORDS.get(f"tariff.of.{unit}", Text(en=key, vi=key))
        return Wanted(key, words, value=True)
    base = UNITS.get(known.base, known)
    if not qualifier:
        return Wanted(base.code, base.text)
    said = of.text if of else Text(en=qualifier, vi=qualifier)
    return Wanted(Measurement(base.code, qualifier).key, Text(en=f"{base.text.en} ({said.en})", vi=f"{base.text.vi} ({said.vi})"))
