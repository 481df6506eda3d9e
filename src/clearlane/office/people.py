"""People and their rights, at ``office.people``: ``rights``, ``accounts``, ``sessions`` and ``reads``; and sign-in by another service."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.model.person import MACHINE, Grant, Person
from clearlane.office.access import Asker
from clearlane.office.machine_key import MachineKey
from clearlane.office.people_accounts import Accounts
from clearlane.office.people_keys import Keys
from clearlane.office.people_outside import OutsideSignIn
from clearlane.office.people_questions import Questions
from clearlane.office.people_reads import Reads
from clearlane.office.people_record import PeopleRecord, asker_of
from clearlane.office.people_rights import Rights
from clearlane.office.people_secrets import Factors
from clearlane.office.people_sessions import Sessions
from clearlane.office.ports import Store


class People:
    """The people of an office.

    Attributes:
      rights: Who is registered, and who may do what.
      accounts: How they sign in.
      sessions: Who is signed in.
      keys: Their security keys.
      reads: Who was shown personal data.
      outside: Sign-in by another service.

    Args:
      store: The store.
      key: The key of the office's machine.
      clock: What tells the time.
      randomness: What gives random bytes.
    """

    def __init__(self, store: Store, key: MachineKey, clock: Callable[[], datetime], randomness: Callable[[int], bytes]) -> None:
        self._store, self._clock = store, clock
        self._record = PeopleRecord()
        self.rights = Rights(store, self._record, clock)
        self.sessions = Sessions(store, self._record, clock, randomness)
        questions = Questions(store, clock, randomness)
        self.accounts = Accounts(store, self._record, self.sessions, Factors(key, randomness), questions, clock, randomness)
        self.keys = Keys(store, self._record, self.accounts, questions, clock)
        self.reads = Reads(store, clock)
        self.outside = OutsideSignIn(store, self.accounts, clock, randomness)

    def asker(self, person: str) -> Asker | None:
        """Return who a person is today; None for a stranger, or where the account is closed or no role stands."""
        one = self._record.find(self._store, person)
        return asker_of(one, self._clock()) if one else None

    def may_control(self, asker: Asker, number: str) -> bool:
        """Say whether someone checks papers and goods where a declaration was selected; at any office where none was named."""
        chosen = self._store.chosen(number)
        return asker.controls(chosen.office if chosen else "")

    def make_administrator(self, whom: Person) -> str:
        """Register an administrator at the machine itself; return the one-time words with which he sets his password.

        Raises:
          Conflict: The number is taken.
          NotAllowed: The number cannot be one.
        """
        self.rights.register(whom, by=MACHINE)
        self.rights.grant(whom.person, Grant(0, "admin", self._clock().date()), by=MACHINE)
        return self.accounts.invite(whom.person, by=MACHINE)
