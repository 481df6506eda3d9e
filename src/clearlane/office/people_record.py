"""What the log says of people: who is registered, and which rights stand. Folded once, and again only where something was added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace

from clearlane.model.people_facts import (
    AccountLocked,
    AccountOpened,
    CompetenceEnded,
    CompetenceGiven,
    GrantEnded,
    GrantGiven,
    PersonErased,
    PersonRegistered,
    ReadsExpired,
)
from clearlane.model.person import OFFICIALS, TRADES, Competence, Grant, PersonRole, Standing
from clearlane.office.access import Asker
from clearlane.office.ports import Reading

SUBJECT = "people"
_FIRST: tuple[PersonRole, ...] = (
    "supervisor",
    "officer",
    "inspector",
    "analyst",
    "manager",
    "tariff",
    "cashier",
    "auditor",
    "admin",
    "partner",
    "broker",
    "trader",
)
"""Which of several roles a person is greeted by."""
_Known = dict[str, Standing]
_Step = Callable[[Standing, Any], Standing]


class PeopleRecord:
    """The people of an office as the log has them."""

    def __init__(self) -> None:
        self._kept: tuple[int, _Known] = 0, {}

    def everyone(self, reading: Reading) -> _Known:
        """Return everyone's standing by number in small letters."""
        last, known = reading.last_of(SUBJECT), self._kept
        if known[0] != last:
            known = self._kept = last, _folded(reading)
        return known[1]

    def find(self, reading: Reading, person: str) -> Standing | None:
        """Return a person's standing, however the number is written; None for a stranger."""
        return self.everyone(reading).get(person.strip().casefold())


def _folded(reading: Reading) -> _Known:
    known: _Known = {}
    for record in reading.facts_of(SUBJECT):
        fact: Any = record.fact
        if isinstance(fact, ReadsExpired):
            continue
        place = fact.person.casefold()
        if isinstance(fact, PersonRegistered):
            known[place] = Standing(fact.person, fact.by, record.at)
        elif place in known and type(fact) in _STEPS:
            known[place] = _STEPS[type(fact)](known[place], fact)
    return known


def _granted(one: Standing, fact: GrantGiven) -> Standing:
    grant = Grant(fact.grant, fact.role, fact.since, fact.until, fact.offices, fact.party, fact.acts_for)
    return replace(one, grants=(*one.grants, grant))


def _ended(one: Standing, fact: GrantEnded) -> Standing:
    return replace(one, grants=tuple(grant for grant in one.grants if grant.place != fact.grant))


def _competent(one: Standing, fact: CompetenceGiven) -> Standing:
    others = tuple(held for held in one.competences if held.name != fact.competence)
    return replace(one, competences=(*others, Competence(fact.competence, fact.since, fact.until, fact.evidence)))


def _unfit(one: Standing, fact: CompetenceEnded) -> Standing:
    return replace(one, competences=tuple(held for held in one.competences if held.name != fact.competence))


_STEPS: dict[type, _Step] = {
    GrantGiven: _granted,
    GrantEnded: _ended,
    CompetenceGiven: _competent,
    CompetenceEnded: _unfit,
    AccountLocked: lambda one, fact: replace(one, locked=True),
    AccountOpened: lambda one, fact: replace(one, locked=False),
    PersonErased: lambda one, fact: replace(one, grants=(), competences=(), locked=True),
}


def last_place(reading: Reading, person: str) -> int:
    """Return the highest number a grant of a person ever had, 0 where there was none."""
    facts = (record.fact for record in reading.facts_of(SUBJECT))
    return max((fact.grant for fact in facts if isinstance(fact, GrantGiven) and fact.person == person), default=0)


def asker_of(one: Standing, at: datetime) -> Asker | None:
    """Return who a person is today; None where the account is closed or no role stands."""
    grants = one.on(at.date())
    if not grants:
        return None
    roles = {grant.role for grant in grants}
    return Asker(
        role=next(role for role in _FIRST if role in roles),
        party=_party(one, grants),
        acts_for=tuple(dict.fromkeys(number for grant in grants for number in grant.acts_for)),
        name=one.person,
        person=one.person,
        grants=grants,
        competences=_fit_for(one, at.date()),
    )


def _party(one: Standing, grants: tuple[Grant, ...]) -> str:
    """Return the number by which acts are signed: an officer's own, a trader's firm's; none where declarations are not the person's."""
    if any(grant.role in OFFICIALS for grant in grants):
        return one.person
    return next((grant.party for grant in grants if grant.role in TRADES), "")


def _fit_for(one: Standing, day: date) -> tuple[str, ...]:
    return tuple(held.name for held in one.competences if held.stands(day))
