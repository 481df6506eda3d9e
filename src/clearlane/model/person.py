"""Persons who sign in: which roles they hold, at which customs offices and on which days, and what no one may hold together.

A person is known by a number (``T-17``, or the number the office gave a trader's employee). The name and the e-mail address are
personal data: they are kept in a table beside the log, and can be erased there.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

PersonRole = Literal[
    "trader", "broker", "officer", "inspector", "supervisor", "analyst", "tariff", "auditor", "partner", "manager", "cashier", "admin"
]
"""What someone is here as; ``officer`` checks documents, ``tariff`` keeps the tariff, ``partner`` is of another agency."""
OFFICIALS: frozenset[str] = frozenset({"officer", "inspector", "supervisor", "analyst", "tariff", "auditor", "manager", "cashier"})
"""Roles of customs itself, which see declarations. An administrator of accounts sees none."""
DECIDING: frozenset[str] = OFFICIALS - {"auditor"}
"""Roles that decide something: on goods, on amounts, on what is controlled."""
BY_TWO: frozenset[str] = OFFICIALS | {"admin", "partner"}
"""Roles that are granted by another person than the one who registered their holder."""
TRADES: frozenset[str] = frozenset({"trader", "broker"})
FIRMLY: frozenset[str] = BY_TWO
"""Roles whose holders need a second factor to sign in."""
MACHINE = "machine"
"""Who acts where the machine itself is set up: it registers administrators and grants them their role, and nothing else."""


class Person(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who someone is: personal data, kept beside the log.

    Attributes:
      person: The number by which the log knows the person.
      name: The name.
      email: The e-mail address.
      outside: By what another sign-in service knows the person, as its claim says.
      interests: Identification numbers of firms he declared to be linked to: no case of theirs falls to him.
    """

    person: str
    name: str = ""
    email: str = ""
    outside: str = ""
    interests: tuple[str, ...] = ()


class Grant(msgspec.Struct, frozen=True, omit_defaults=True):
    """A role held.

    Attributes:
      place: The grant's number among the person's, from 1.
      role: The role.
      offices: The customs offices at which it holds; empty for all.
      since: The first day.
      until: The last day; None for without end.
      party: The firm's identification number, for traders and brokers; for a partner his agency, as the law names it in English.
      acts_for: Identification numbers of the declarants whose mandate a broker has.
    """

    place: int
    role: PersonRole
    since: date
    until: date | None = None
    offices: tuple[str, ...] = ()
    party: str = ""
    acts_for: tuple[str, ...] = ()

    def stands(self, day: date, office: str = "") -> bool:
        """Say whether it holds on a day, at an office where one is named.

        >>> held = Grant(1, "officer", date(2026, 1, 1), date(2026, 6, 30), ("XA01",))
        >>> held.stands(date(2026, 6, 30), "XA01"), held.stands(date(2026, 6, 30), "XA02"), held.stands(date(2026, 7, 1))
        (True, False, False)
        """
        return self.since <= day <= (self.until or date.max) and (not office or not self.offices or office in self.offices)

    def meets(self, other: Grant) -> bool:
        """Say whether there is a day on which both stand, at any office."""
        return self.since <= (other.until or date.max) and other.since <= (self.until or date.max)


class Competence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something a person has been found fit to do, until a day, such as ``value-uplift``; upon which record of practice, by its digest."""

    name: str
    since: date
    until: date
    evidence: str = ""

    def stands(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return self.since <= day <= self.until


class Standing(msgspec.Struct, frozen=True):
    """What the log says of a person.

    Attributes:
      person: The number.
      registered_by: Who registered him.
      at: When.
      grants: The roles given and not ended, those past and to come too.
      competences: The competences given and not ended.
      locked: Whether an administrator closed the account.
    """

    person: str
    registered_by: str
    at: datetime
    grants: tuple[Grant, ...] = ()
    competences: tuple[Competence, ...] = ()
    locked: bool = False

    def on(self, day: date) -> tuple[Grant, ...]:
        """Return the grants that stand on a day."""
        return () if self.locked else tuple(grant for grant in self.grants if grant.stands(day))


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """That someone was shown personal data.

    Attributes:
      at: When.
      who: The person.
      role: As what.
      what: What was shown: ``declaration``, ``message``, ``document``, ``importer``.
      subject: Of which declaration.
      why: What for, as the person or the page said.
      part: Which document of it, by its digest, where one was opened.
    """

    at: datetime
    who: str
    role: str
    what: str
    subject: str
    why: str = ""
    part: str = ""
