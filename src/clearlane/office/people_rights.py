"""Who may do what: persons are registered, roles and competences given and taken. Each act ends the sessions of whom it concerns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from hashlib import sha256

import msgspec

from clearlane.model.facts import Fact
from clearlane.model.people_facts import (
    AccountLocked,
    AccountOpened,
    CompetenceEnded,
    CompetenceGiven,
    GrantEnded,
    GrantGiven,
    InterestsDeclared,
    PersonErased,
    PersonRegistered,
)
from clearlane.model.person import BY_TWO, MACHINE, TRADES, Grant, Person, Standing
from clearlane.model.separation import APART
from clearlane.office.people_lockout import account
from clearlane.office.people_record import SUBJECT, PeopleRecord, last_place
from clearlane.office.people_refusals import (
    UNSIGNED,
    by_machine,
    by_registrar,
    kept_apart,
    known_outside,
    known_person,
    no_firm,
    no_such_grant,
    not_a_span,
    not_your_office,
    to_oneself,
    unfit_number,
    unknown_person,
)
from clearlane.office.ports import Store, Work
from clearlane.office.tariff_refusals import identified

_NUMBER = re.compile(r"[\w./-]{2,40}", re.ASCII)
_person = msgspec.json.Decoder(Person)


class Rights:
    """People and their rights.

    Args:
      store: The store.
      record: What the log says of people.
      clock: What tells the time.
    """

    def __init__(self, store: Store, record: PeopleRecord, clock: Callable[[], datetime]) -> None:
        self._store, self._record, self._clock = store, record, clock

    def everyone(self) -> list[Standing]:
        """Return everyone's standing, by number."""
        return [one for _, one in sorted(self._record.everyone(self._store).items())]

    def standing(self, person: str) -> Standing:
        """Return a person's standing.

        Raises:
          NotFound: Nobody of that number is registered.
        """
        return self._known(self._store, person)

    def who(self, person: str) -> Person:
        """Return a person's name and address, as far as they are kept."""
        body = self._store.entry("persons", person)
        return _person.decode(body) if body else Person(person)

    def names(self) -> dict[str, Person]:
        """Return everyone's name and address, as far as they are kept, by number."""
        return {number: _person.decode(body) for number, body in self._store.entries("persons", limit=100_000)}

    def register(self, whom: Person, *, by: str) -> PersonRegistered:
        """Register a person, which gives no right.

        Raises:
          Conflict: The number, or the name at the sign-in service, is taken.
          NotAllowed: The number cannot be one, or nobody signed.
        """
        signed = identified(by, UNSIGNED)
        if not _NUMBER.fullmatch(whom.person) or whom.person.casefold() == MACHINE:
            raise unfit_number()
        fact = PersonRegistered(whom.person, signed)
        with self._store.work() as work:
            if self._record.find(work, whom.person):
                raise known_person(whom.person)
            self._keep(work, whom)
            work.append(self._clock(), [(SUBJECT, fact)])
        return fact

    def rename(self, whom: Person, *, by: str) -> None:
        """Change a person's name, address, or name at the sign-in service; the person signs in anew.

        Raises:
          NotFound: Nobody of that number is registered.
          NotAllowed: Nobody signed, or somebody his own.
          Conflict: The name at the sign-in service is another's.
        """
        with self._store.work() as work:
            one = self._other(work, whom.person, by)[0]
            self._keep(work, msgspec.structs.replace(whom, person=one.person, interests=self.who(one.person).interests))
            work.drop_entries("sessions", owner=one.person)

    def declare_interests(self, person: str, firms: Sequence[str]) -> None:
        """Keep to which firms a person says he is linked: no case of theirs falls to him by lot from now on.

        Args:
          person: Who says so, of himself.
          firms: Their identification numbers; empty for none.

        Raises:
          NotFound: Nobody of that number is registered.
        """
        kept = tuple(dict.fromkeys(firm.strip()[:35] for firm in firms if firm.strip()))[:200]
        with self._store.work() as work:
            one = self._known(work, person)
            self._keep(work, msgspec.structs.replace(self.who(one.person), interests=kept))
            work.append(self._clock(), [(SUBJECT, InterestsDeclared(one.person, len(kept)))])

    def grant(self, person: str, grant: Grant, *, by: str) -> GrantGiven:
        """Give a role; its ``place`` is given here.

        Raises:
          NotFound: Nobody of that number is registered.
          NotAllowed: By the person himself, by who registered him where another must, or without a firm where one is needed.
          Conflict: The person holds, on one of its days, a role that it must be kept apart from.
        """
        if grant.until is not None and grant.until < grant.since:
            raise not_a_span()
        if grant.role in TRADES and not grant.party:
            raise no_firm()
        with self._store.work() as work:
            one, signed = self._other(work, person, by)
            _given_rightly(one, grant, signed)
            _within(self._record.find(work, signed), grant, self._clock().date())
            place = last_place(work, one.person) + 1
            fact = GrantGiven(one.person, place, grant.role, grant.since, signed, grant.until, grant.offices, grant.party, grant.acts_for)
            self._write(work, one.person, [fact])
        return fact

    def end(self, person: str, place: int, *, by: str) -> GrantEnded:
        """Take a role back, at once.

        Raises:
          NotFound: Nobody of that number is registered, or the role was ended before.
          NotAllowed: Nobody signed, or the person himself.
        """
        with self._store.work() as work:
            one, signed = self._other(work, person, by)
            if all(grant.place != place for grant in one.grants):
                raise no_such_grant()
            fact = GrantEnded(one.person, place, signed)
            self._write(work, one.person, [fact])
        return fact

    def find_fit(self, person: str, competence: str, since: date, until: date, *, by: str, upon: bytes = b"") -> CompetenceGiven:
        """Give a competence, in place of one of the same name, upon the record of practice that was shown; it is kept beside the log.

        Raises:
          NotFound: Nobody of that number is registered.
          NotAllowed: Nobody signed, the person himself, or the days are out of order.
        """
        if until < since or not _NUMBER.fullmatch(competence):
            raise not_a_span()
        with self._store.work() as work:
            one, signed = self._other(work, person, by)
            fact = CompetenceGiven(one.person, competence, since, until, signed, sha256(upon).hexdigest() if upon else "")
            work.keep([(fact.evidence, upon)] if upon else [])
            self._write(work, one.person, [fact])
        return fact

    def find_unfit(self, person: str, competence: str, *, by: str) -> CompetenceEnded:
        """Take a competence back.

        Raises:
          NotFound: Nobody of that number is registered, or he has no such competence.
          NotAllowed: Nobody signed, or the person himself.
        """
        with self._store.work() as work:
            one, signed = self._other(work, person, by)
            if all(held.name != competence for held in one.competences):
                raise no_such_grant()
            fact = CompetenceEnded(one.person, competence, signed)
            self._write(work, one.person, [fact])
        return fact

    def sign_out(self, person: str, *, by: str) -> None:
        """End a person's sessions, wherever he is signed in. Raises as ``end``."""
        with self._store.work() as work:
            self._write(work, self._other(work, person, by)[0].person, [])

    def lock(self, person: str, *, by: str) -> None:
        """Close an account until it is opened again. Raises as ``end``."""
        with self._store.work() as work:
            one, signed = self._other(work, person, by)
            self._write(work, one.person, [] if one.locked else [AccountLocked(one.person, signed)])

    def open(self, person: str, *, by: str) -> None:
        """Open a closed account, and forget its failed attempts. Raises as ``end``."""
        with self._store.work() as work:
            one, signed = self._other(work, person, by)
            work.drop_entries("failures", name=account(one.person))
            self._write(work, one.person, [AccountOpened(one.person, signed)])

    def erase(self, person: str, *, by: str) -> None:
        """Erase who a person is and how he signs in, where the law demands it; rights end, the number stays. Raises as ``end``."""
        with self._store.work() as work:
            one, signed = self._other(work, person, by)
            for table in ("persons", "credentials"):
                work.drop_entries(table, name=one.person)
            work.drop_entries("invitations", owner=one.person)
            self._write(work, one.person, [PersonErased(one.person, signed)])

    def _keep(self, work: Work, whom: Person) -> None:
        if whom.outside and any(name != whom.person for name, _ in work.entries("persons", whom.outside)):
            raise known_outside()
        work.put_entry("persons", whom.person, whom.outside, msgspec.json.encode(whom).decode())

    def _known(self, reading: Store | Work, person: str) -> Standing:
        found = self._record.find(reading, person)
        if found is None:
            raise unknown_person(person)
        return found

    def _other(self, work: Work, person: str, by: str) -> tuple[Standing, str]:
        """Return whom an act concerns, and by whom it is signed: another."""
        signed, one = identified(by, UNSIGNED), self._known(work, person)
        if signed.casefold() == one.person.casefold():
            raise to_oneself()
        return one, signed

    def _write(self, work: Work, person: str, facts: Sequence[Fact]) -> None:
        if facts:
            work.append(self._clock(), [(SUBJECT, fact) for fact in facts])
        work.drop_entries("sessions", owner=person)


def _within(giver: Standing | None, grant: Grant, today: date) -> None:
    """Refuse a role at an office for which a registered giver is no administrator; whoever comes with a token has all offices."""
    own = [held.offices for held in giver.on(today) if held.role == "admin"] if giver else [()]
    if not any(not offices or (grant.offices and set(grant.offices) <= set(offices)) for offices in own):
        raise not_your_office()


def _given_rightly(one: Standing, grant: Grant, by: str) -> None:
    if by.casefold() == MACHINE and grant.role != "admin":
        raise by_machine()
    if by.casefold() != MACHINE and grant.role in BY_TWO and by.casefold() == one.registered_by.casefold():
        raise by_registrar()
    for held in one.grants:
        for rule in APART:
            if rule.parts(grant.role, held.role) and grant.meets(held):
                raise kept_apart(rule)
