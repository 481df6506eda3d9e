"""Facts of people: who was registered, and which rights were given and ended. Names, addresses and secrets never stand here.

Their subject is ``people``. ``person`` and ``by`` are numbers; ``by`` is ``machine`` where the office's machine was being set up.
"""

from __future__ import annotations

from datetime import date

import msgspec

from clearlane.model.person import PersonRole


class PersonRegistered(msgspec.Struct, frozen=True, gc=False, tag="person-registered", omit_defaults=True):
    """A person was registered. It gives no right.

    Attributes:
      person: The number by which the log knows the person.
      by: Who registered.
    """

    person: str
    by: str


class PersonErased(msgspec.Struct, frozen=True, gc=False, tag="person-erased", omit_defaults=True):
    """A person's name, address and means of signing in were erased; the number, which the log needs, stays."""

    person: str
    by: str


class GrantGiven(msgspec.Struct, frozen=True, gc=False, tag="grant-given", omit_defaults=True):
    """A person was given a role.

    Attributes:
      person: To whom.
      grant: Its number among the person's, from 1.
      role: The role.
      since: The first day it holds.
      by: Who gave it.
      until: The last day; None for without end.
      offices: The customs offices at which it holds; empty for all.
      party: The firm's identification number, for traders and brokers.
      acts_for: The declarants whose mandate a broker has.
    """

    person: str
    grant: int
    role: PersonRole
    since: date
    by: str
    until: date | None = None
    offices: tuple[str, ...] = ()
    party: str = ""
    acts_for: tuple[str, ...] = ()


class GrantEnded(msgspec.Struct, frozen=True, gc=False, tag="grant-ended", omit_defaults=True):
    """A role was taken back at once, and the person's sessions with it."""

    person: str
    grant: int
    by: str


class CompetenceGiven(msgspec.Struct, frozen=True, gc=False, tag="competence-given", omit_defaults=True):
    """A person was found fit for something, from a day until a day; a later one of the same name stands in its place.

    Attributes:
      person: Who.
      competence: For what.
      since: The first day.
      until: The last day.
      by: Who found so.
      evidence: Digest of the record of practice that was shown to him; empty where none was.
    """

    person: str
    competence: str
    since: date
    until: date
    by: str
    evidence: str = ""


class CompetenceEnded(msgspec.Struct, frozen=True, gc=False, tag="competence-ended", omit_defaults=True):
    """A competence was taken back."""

    person: str
    competence: str
    by: str


class AccountLocked(msgspec.Struct, frozen=True, gc=False, tag="account-locked", omit_defaults=True):
    """An account was closed until it is opened again; its sessions ended."""

    person: str
    by: str


class AccountOpened(msgspec.Struct, frozen=True, gc=False, tag="account-opened", omit_defaults=True):
    """A closed account was opened again, and its failed attempts forgotten."""

    person: str
    by: str


class SignInBarred(msgspec.Struct, frozen=True, gc=False, tag="sign-in-barred", omit_defaults=True):
    """So many attempts to sign in failed in a row that the account is barred for an hour at a time."""

    person: str
    failures: int


class AccessRenewed(msgspec.Struct, frozen=True, gc=False, tag="access-renewed", omit_defaults=True):
    """A person was given a link to set a password anew; second factor and sessions ended."""

    person: str
    by: str


class KeyAdded(msgspec.Struct, frozen=True, gc=False, tag="key-added", omit_defaults=True):
    """A person set up a security key as second factor.

    Attributes:
      person: Whose.
      key: Its number among the person's, from 1; what he calls it stands beside the log.
    """

    person: str
    key: int


class KeyRemoved(msgspec.Struct, frozen=True, gc=False, tag="key-removed", omit_defaults=True):
    """A person took a security key away; it signs nobody in any more."""

    person: str
    key: int


class KeyDoubted(msgspec.Struct, frozen=True, gc=False, tag="key-doubted", omit_defaults=True):
    """A security key counted back, as a copy of it would: it signs nobody in any more."""

    person: str
    key: int


class InterestsDeclared(msgspec.Struct, frozen=True, gc=False, tag="interests-declared", omit_defaults=True):
    """An officer declared to which firms he is linked; which they are stands beside the log.

    Attributes:
      person: Who.
      firms: To how many.
    """

    person: str
    firms: int


class ReadsExpired(msgspec.Struct, frozen=True, gc=False, tag="reads-expired", omit_defaults=True):
    """Lines of who was shown personal data were removed, since the time for which the office keeps them was over.

    Attributes:
      before: The first day whose lines were kept.
      lines: How many were removed.
    """

    before: date
    lines: int


PeopleFact = (
    PersonRegistered
    | PersonErased
    | GrantGiven
    | GrantEnded
    | CompetenceGiven
    | CompetenceEnded
    | AccountLocked
    | AccountOpened
    | SignInBarred
    | AccessRenewed
    | KeyAdded
    | KeyRemoved
    | KeyDoubted
    | InterestsDeclared
    | ReadsExpired
)
