"""An estimate as its page shows it: the bar of what the goods cost, what is still open, and what another claim would save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from clearlane.model.assessment import TaxLine
from clearlane.model.estimate import Enquiry, Estimate
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff
from clearlane.model.tax import Claim
from clearlane.model.text import Text
from clearlane.model.units import UNITS
from clearlane.web.tariff_names import Named, Names
from clearlane.web.tariff_offer import Wanted, claims_for, proofs, wanted
from clearlane.web.words import WORDS

_MOST_CLAIMS = 12
_PAPER = "document:"


class Part(msgspec.Struct, frozen=True):
    """One part of what the goods cost.

    Attributes:
      name: What it is.
      amount: In the profile's currency.
      place: Its place, from 0, which gives its colour.
      start: Where it begins in the bar, of 100.
      width: How wide it is, of 100.
    """

    name: Text
    amount: Decimal
    place: int
    start: float
    width: float


class Gap(msgspec.Struct, frozen=True):
    """A tax that cannot be computed yet.

    Attributes:
      name: The tax.
      line: Its line.
      quantities: Quantities that would settle it.
      documents: Documents any of which may settle it.
    """

    name: Text
    line: TaxLine
    quantities: tuple[Wanted, ...]
    documents: tuple[Named, ...]


class Saving(msgspec.Struct, frozen=True):
    """What another claim would save, were its proof at hand.

    Attributes:
      claim: The claim.
      total: Duties and taxes under it; None where one is open.
      saved: How much less that is.
      proofs: Documents that make it good.
    """

    claim: Claim
    total: Decimal | None
    saved: Decimal
    proofs: tuple[Named, ...]


class Answer(msgspec.Struct, frozen=True):
    """An estimate and what a reader sees of it at once.

    Attributes:
      estimate: The estimate.
      names: Names of its taxes.
      parts: What the bar is made of.
      so_far: The sum of what could be computed.
      gaps: What could not.
      saving: The best of other claims; None where none saves anything.
    """

    estimate: Estimate
    names: Mapping[str, Text]
    parts: tuple[Part, ...]
    so_far: Decimal
    gaps: tuple[Gap, ...]
    saving: Saving | None = None

    @property
    def certain(self) -> bool:
        """Whether nothing is open and the tariff leaves nothing open."""
        return self.estimate.total is not None and not self.estimate.caveats


def answer(law: Profile, tariff: Tariff, enquiry: Enquiry, estimate: Callable[[Enquiry], Estimate]) -> Answer:
    """Return the answer to an enquiry.

    Args:
      law: The law.
      tariff: The tariff.
      enquiry: What is asked.
      estimate: What answers it; asked again for other claims.
    """
    found = estimate(enquiry)
    names = {tax.code: tax.name for tax in law.taxes}
    charged = [
        (names.get(line.tax, Text(en=line.tax, vi=line.tax)), line.amount)
        for line in found.lines
        if line.outcome == "priced" and line.amount
    ]
    parts = _parts([(WORDS["duty.value"], found.value.value), *charged])
    gaps = _gaps(found.lines, names, Names(law, tariff))
    return Answer(found, names, parts, _sum(found.lines), gaps, _saving(law, tariff, found, estimate))


def _parts(amounts: Sequence[tuple[Text, Decimal | None]]) -> tuple[Part, ...]:
    known = [(name, amount) for name, amount in amounts if amount is not None and amount > 0]
    whole = sum((amount for _, amount in known), Decimal(0))
    parts: list[Part] = []
    start = 0.0
    for place, (name, amount) in enumerate(known):
        width = float(100 * amount / whole)
        parts.append(Part(name, amount, place, round(start, 3), round(width, 3)))
        start += width
    return tuple(parts)


def _gaps(lines: Sequence[TaxLine], names: Mapping[str, Text], known: Names) -> tuple[Gap, ...]:
    """Return what is open; what one tax waits for is not asked for again with the next."""
    asked: set[str] = set()
    gaps: list[Gap] = []
    for line in lines:
        if line.outcome in ("conditional", "unpriced"):
            fresh = [one for one in line.missing if one not in asked]
            asked.update(fresh)
            papers = tuple(known.document(one.removeprefix(_PAPER)) for one in fresh if one.startswith(_PAPER))
            quantities = {found.key: found for one in fresh if _is_quantity(one) for found in (wanted(one),)}
            gaps.append(Gap(names.get(line.tax, Text(en=line.tax, vi=line.tax)), line, tuple(quantities.values()), papers))
    return tuple(gaps)


def _is_quantity(missing: str) -> bool:
    return missing.partition(":")[0] in UNITS or f"tariff.of.{missing}" in WORDS


def _saving(law: Profile, tariff: Tariff, found: Estimate, estimate: Callable[[Enquiry], Estimate]) -> Saving | None:
    """Return the claim under which the least would be due, were its proof at hand; what is open must be open under both."""
    asked, best = found.enquiry, None
    open_now, least = _open(found.lines), _sum(found.lines)
    for claim in claims_for(law, tariff, asked.code, asked.origin, asked.on)[:_MOST_CLAIMS]:
        papers = proofs(tariff, claim, asked.code, asked.origin, asked.on)
        other = estimate(replace(asked, claim=claim.code, documents=tuple(dict.fromkeys((*asked.documents, *papers)))))
        if claim.code != asked.claim and _open(other.lines) == open_now and _sum(other.lines) < least:
            least = _sum(other.lines)
            best = Saving(claim, other.total, _sum(found.lines) - least, tuple(map(Names(law, tariff).document, papers)))
    return best


def _open(lines: Sequence[TaxLine]) -> set[str]:
    return {line.tax for line in lines if line.outcome in ("conditional", "unpriced")}


def _sum(lines: Sequence[TaxLine]) -> Decimal:
    return sum((line.amount for line in lines if line.outcome == "priced" and line.amount), Decimal(0))
