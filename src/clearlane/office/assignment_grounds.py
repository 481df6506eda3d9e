"""What a list of eligible officers follows from: rota, competences, declared interests and what the case asks, frozen when it is drawn."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from clearlane.clearance.lottery import Considered, considered, lacking, pseudonym
from clearlane.model.case import Case
from clearlane.model.lottery import Grounds, Lot, OnDuty
from clearlane.model.person import Person
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.skill import skills_for
from clearlane.model.text import Text
from clearlane.office.assignment_load import load
from clearlane.office.assignment_record import rota
from clearlane.office.assignment_refusals import no_rota
from clearlane.office.generations import generation
from clearlane.office.people_record import PeopleRecord
from clearlane.office.ports import Reading, Work
from clearlane.office.risk_shift import shift_of

_lot, _grounds, _person = msgspec.json.Decoder(Lot), msgspec.json.Decoder(Grounds), msgspec.json.Decoder(Person)


class Wanted(msgspec.Struct, frozen=True):
    """What is to be given: the declaration, where it waits, what it needs besides the law's, and who must not get it."""

    number: str
    section: str
    skills: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


class Rechecked(msgspec.Struct, frozen=True):
    """A list recomputed.

    Attributes:
      lot: The lot it was drawn in.
      grounds: What it follows from.
      officers: Everyone on duty, each with why he could not get the case.
      holds: Whether the list that was drawn from is the one that follows.
    """

    lot: Lot
    grounds: Grounds
    officers: tuple[Considered, ...]
    holds: bool


def grounds_of(work: Work, people: PeopleRecord, wanted: Wanted, profile: Profile, now: datetime, secret: bytes) -> Grounds:
    """Return what the list of those who can get a case follows from now.

    Args:
      work: The transaction.
      people: What the log says of people.
      wanted: The case.
      profile: The law, and its shifts.
      now: The moment.
      secret: What makes the digest tell nothing.

    Raises:
      NotFound: There is no such declaration.
      Conflict: There is no rota.
    """
    case, own = work.case(wanted.number), work.chosen(wanted.number)
    if case is None:
        raise no_such(wanted.number)
    where, shift = own.office if own else "", shift_of(profile, now).name
    on_duty = rota(work, where, shift)
    if on_duty is None:
        raise no_rota(where, shift)
    declared = generation(work, case)
    officers = tuple(_as_he_is(work, people, one, now) for one in on_duty.officers)
    asked = skills_for(profile.clearance.skills, [item.commodity_code for item in declared.item], case.lane)
    missing = lacking(officers, wanted.section, asked)
    return Grounds(
        number=wanted.number,
        section=wanted.section,
        needs=tuple(dict.fromkeys((*wanted.skills, *(one for one in asked if one not in missing)))),
        lacking=missing,
        parties=tuple(sorted(_parties(work, case))),
        officers=officers,
        load=_loads(work, officers),
        barred=wanted.barred,
        nonce=hmac.digest(secret, f"grounds {wanted.number} {now.isoformat()}".encode(), "sha256").hex(),
    )


def linked(work: Work, people: PeopleRecord, case: Case, officer: str) -> bool:
    """Say whether an officer declared to be linked to a party of a declaration.

    Args:
      work: The transaction.
      people: What the log says of people.
      case: The declaration.
      officer: The staff number.
    """
    return bool(set(_interests(work, people, officer)) & _parties(work, case))


def kept_grounds(reading: Reading, digest: str) -> tuple[Lot, Grounds] | None:
    """Return a lot and what its list follows from; None where that was not kept, or was erased."""
    body = reading.document(digest)
    lot = _lot.decode(body) if body else None
    kept = reading.document(lot.grounds) if lot and lot.grounds else None
    return (lot, _grounds.decode(kept)) if lot and kept else None


def rechecked(lot: Lot, grounds: Grounds, secret: bytes) -> Rechecked:
    """Return a list recomputed from what was kept.

    Args:
      lot: The lot.
      grounds: What its list follows from.
      secret: The secret of the period's pseudonyms.
    """
    found = considered(grounds)
    follows = tuple(sorted(pseudonym(secret, "officer", one.officer) for one in found if not one.why))
    same_case = pseudonym(secret, "case", grounds.number) == lot.case
    return Rechecked(lot, grounds, tuple(found), holds=same_case and follows == lot.eligible)


def no_such(number: str) -> NotFound:
    """Return that there is no such declaration."""
    return NotFound(Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống."), number=number)


def _parties(work: Work, case: Case) -> set[str]:
    declared, own = generation(work, case), work.chosen(case.number)
    return {case.declarant, declared.declarant_id, declared.importer_id, own.importer if own else ""} - {""}


def _interests(work: Work, people: PeopleRecord, officer: str) -> tuple[str, ...]:
    known = people.find(work, officer)
    body = work.entry("persons", known.person) if known else None
    return _person.decode(body).interests if body else ()


def _loads(work: Work, officers: Sequence[OnDuty]) -> dict[str, int]:
    if not any(one.most for one in officers):
        return {}
    every = load(work)
    return {one.officer: every[one.officer] for one in officers if every[one.officer]}


def _as_he_is(work: Work, people: PeopleRecord, one: OnDuty, now: datetime) -> OnDuty:
    """Return an officer on duty with the competences that stand today and the firms he declared an interest in."""
    known = people.find(work, one.officer)
    if known is None:
        return one
    interests = _interests(work, people, one.officer)
    fit = (held.name for held in known.competences if held.stands(now.date()))
    return replace(one, skills=tuple(dict.fromkeys((*one.skills, *fit))), conflicts=tuple(dict.fromkeys((*one.conflicts, *interests))))
