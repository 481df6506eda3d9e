"""Permits within a transaction: what stands against a declaration that names some, and what it draws from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from decimal import Decimal

from clearlane.clearance.permits import Cited, account, cited, drawing, holds
from clearlane.model.assessment import ValueLine
from clearlane.model.case import Case
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed, Fact
from clearlane.model.findings import Finding
from clearlane.model.permit import Drawing, PermitAccount, total
from clearlane.model.permit_facts import SUBJECT, PermitDrawn
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office import permit_remarks as remarks
from clearlane.office.generations import generation
from clearlane.office.ports import Reading, Work

_NOTHING_DRAWN = ("rejected", "cancelled", "refused", "re-exported")


def named(declaration: Declaration, profile: Profile) -> list[Cited]:
    """Return every permit a declaration names; a supplementary one draws nothing, since what it completes did."""
    if not profile.permits:
        return []
    kind = profile.kind(declaration.type_code or "")
    return [] if kind is None or kind.moment == "supplementary" else cited(declaration, profile.permits)


def against(
    reading: Reading, declaration: Declaration, facts: Sequence[Fact], profile: Profile, at: datetime, number: str = ""
) -> tuple[Finding, ...]:
    """Return what stands against the permits a declaration names.

    Args:
      reading: The store, within the transaction.
      declaration: What is declared.
      facts: What happens to it: its customs values are taken from its assessment.
      profile: The law.
      at: Now.
      number: Its own number where it has one: what it drew before is not counted against it.
    """
    found: list[Finding] = []
    worth = _worth(facts)
    for name, places in _by_number(named(declaration, profile)).items():
        known = account(reading.facts_of(SUBJECT + name)) if name else None
        faults = [fault for one in places if (fault := _fault(one, known, declaration, worth, profile, at))]
        found += faults
        if known and not faults:
            found += _exceeded(places[0], known, _drawings(places, known, declaration, worth), profile, number)
    return tuple(found)


def redrawn(work: Work, profile: Profile, case: Case, at: datetime) -> None:
    """Write off what a declaration draws now, and give back what it no longer does. Nothing is written where nothing changed."""
    if not profile.permits:
        return
    names, wanted = _now(work, profile, case)
    new: list[tuple[str, Fact]] = []
    for name in sorted(names):
        known = account(work.facts_of(SUBJECT + name))
        if known and known.drawn.get(case.number, ()) != (drawings := tuple(wanted.get(name, ()))):
            new.append((SUBJECT + name, PermitDrawn(case.number, drawings)))
    if new:
        work.append(at, new)


def _now(work: Work, profile: Profile, case: Case) -> tuple[set[str], dict[str, list[Drawing]]]:
    """Return every permit that a generation of a declaration named, and what the latest draws from each."""
    names: set[str] = set()
    wanted: dict[str, list[Drawing]] = {}
    with suppress(NotFound):  # a declaration whose content was erased draws what it drew
        for which in range(1, case.generation + 1):
            declaration = generation(work, case, which)
            places = _by_number(named(declaration, profile))
            names |= set(places)
        if names and case.state not in _NOTHING_DRAWN:
            worth = _worth([record.fact for record in work.facts_of(case.number)])
            for name, some in places.items():
                known = account(work.facts_of(SUBJECT + name))
                wanted[name] = _drawings(some, known, declaration, worth) if known else []
        return names, wanted
    return set(), {}


def _by_number(found: Iterable[Cited]) -> dict[str, list[Cited]]:
    places: dict[str, list[Cited]] = {}
    for one in found:
        places.setdefault(one.number, []).append(one)
    return places


def _worth(facts: Sequence[Fact]) -> dict[int, Decimal]:
    values: tuple[ValueLine, ...] = next((fact.values for fact in reversed(facts) if isinstance(fact, Assessed)), ())
    return {one.item: one.value for one in values if one.value is not None}


def _fault(
    one: Cited, known: PermitAccount | None, declaration: Declaration, worth: Mapping[int, Decimal], profile: Profile, at: datetime
) -> Finding | None:
    if known is None or known.permit.holder != declaration.importer_id:
        return remarks.not_good(one, remarks.UNKNOWN)
    permit, goods = known.permit, declaration.item[one.item - 1]
    origin = next((place.country_code or "" for place in goods.origin), "")
    ways: tuple[tuple[bool, Text], ...] = (
        (known.withdrawn, remarks.WITHDRAWN),
        (permit.kind != one.kind, remarks.OTHER_KIND),
        (not holds(permit, profile.day(at)), remarks.out_of_time(permit)),
        (not permit.covers(goods.commodity_code, origin), remarks.OTHER_GOODS),
        (drawing(goods, one.item, permit, worth.get(one.item)) is None, remarks.unmeasured(permit)),
    )
    return next((remarks.not_good(one, why) for wrong, why in ways if wrong), None)


def _drawings(places: Sequence[Cited], known: PermitAccount, declaration: Declaration, worth: Mapping[int, Decimal]) -> list[Drawing]:
    items = sorted({one.item for one in places})
    found = (drawing(declaration.item[item - 1], item, known.permit, worth.get(item)) for item in items)
    return [one for one in found if one is not None]


def _exceeded(one: Cited, known: PermitAccount, drawings: Sequence[Drawing], profile: Profile, number: str) -> list[Finding]:
    (quantity, value), (left, worth) = total(drawings), known.left(number)
    over = [remarks.not_enough(one, known.permit, quantity, left)] if left is not None and quantity > left else []
    if worth is not None and value > worth:
        over.append(remarks.not_enough(one, known.permit, value, worth, by_value=True, currency=profile.currency))
    return over
