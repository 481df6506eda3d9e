"""Security keys as second factor beside the code of a device: set up under a name, used to sign in, taken away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from clearlane.model.facts import Fact
from clearlane.model.people_facts import KeyAdded, KeyDoubted, KeyRemoved
from clearlane.office.people_accounts import Accounts
from clearlane.office.people_keys_checks import Party, added, signed, to_add, to_sign_in
from clearlane.office.people_lockout import forgive
from clearlane.office.people_questions import Question, Questions
from clearlane.office.people_record import SUBJECT, PeopleRecord
from clearlane.office.people_secrets import Credential, SecurityKey, fits
from clearlane.office.ports import Store, Work
from clearlane.office.sign_in_refusals import key_doubted, key_wrong, last_factor, no_keys_here, not_recognised, too_many_keys

MOST = 10
"""How many security keys a person can have."""


class Keys:
    """Security keys.

    Attributes:
      party: Who asks, as browsers know this office; None where it takes no keys.

    Args:
      store: The store.
      record: What the log says of people.
      accounts: How people sign in.
      questions: What keys are asked.
      clock: What tells the time.
    """

    def __init__(self, store: Store, record: PeopleRecord, accounts: Accounts, questions: Questions, clock: Callable[[], datetime]) -> None:
        self._store, self._record, self._accounts, self._questions, self._clock = store, record, accounts, questions, clock
        self.party: Party | None = None

    def offer(self, person: str, name: str, password: str = "", client: str = "") -> tuple[str, str]:
        """Begin to set a key up; return the question, and what the browser passes on to the key.

        Raises:
          NotAllowed: The office takes no keys, the person has as many as he can, or a factor is known and the password does not fit.
          Barred: Too many attempts failed.
        """
        party = self._party()
        kept = self._accounts.credential(person)
        if len(kept.keys) >= MOST:
            raise too_many_keys(MOST)
        self._demand_password(kept, person, password, client)
        asked = self._questions.ask(person, "add", kept.password, name.strip()[:60])
        return asked, to_add(party, person, asked, kept.keys)

    def add(self, person: str, asked: str, answer: str, about: str = "") -> tuple[list[str], str]:
        """Set a key up with its answer; return recovery codes where there were none, and a new session's token: every other ends.

        Raises:
          NotAllowed: The answer does not fit, or comes too late.
        """
        party, question = self._party(), self._questions.spend(asked, "add")
        if question is None or question.person != person:
            raise key_wrong()
        identity, public, count = added(party, asked, answer)
        with self._store.work() as work:
            kept, known = self._accounts.credential_in(work, person), self._record.find(work, person)
            if known is None or kept.password != question.password or any(key.identity == identity for key in kept.keys):
                raise key_wrong()
            place = _last_place(work, person) + 1
            key = SecurityKey(place, question.name or str(place), identity, public, count, self._clock())
            codes, digests = ([], kept.recovery) if kept.recovery else self._accounts.new_recovery()
            made = replace(kept, keys=(*kept.keys, key), recovery=digests)
            self._write(work, person, made, KeyAdded(person, place))
            return codes, self._accounts.begin(work, known, about, strong=True)

    def asked_of(self, asked: str) -> str:
        """Return what a browser passes on to the keys of whoever is signing in.

        Raises:
          NotAllowed: The question is too old, or the office takes no keys.
        """
        party, question = self._party(), self._questions.find(self._store, asked, "sign-in")
        if question is None:
            raise key_wrong()
        return to_sign_in(party, asked, self._accounts.credential(question.person).trusted)

    def sign_in(self, asked: str, answer: str, client: str = "", about: str = "") -> str:
        """Begin a session with a key's answer; return its token.

        Raises:
          NotAllowed: The answer does not fit or comes too late, the key counted back, or no role of the person stands today.
        """
        party, question = self._party(), self._questions.spend(asked, "sign-in")
        if question is None:
            raise key_wrong()
        key, count = signed(party, asked, answer, self._accounts.credential(question.person).trusted)
        with self._store.work() as work:
            token = self._used(work, question, key, count, client, about)
        if not token:
            raise key_doubted()
        return token

    def remove(self, person: str, place: int, password: str, client: str = "", about: str = "") -> str:
        """Take a key away; return a new session's token: every other ends.

        Raises:
          NotAllowed: There is no such key, it is the last factor, or the password does not fit.
          Barred: Too many attempts failed.
        """
        before = self._accounts.credential(person)
        self._demand_password(before, person, password, client)
        with self._store.work() as work:
            kept, known = self._accounts.credential_in(work, person), self._record.find(work, person)
            made = replace(kept, keys=tuple(key for key in kept.keys if key.key != place))
            if known is None or len(made.keys) == len(kept.keys) or kept.password != before.password:
                raise key_wrong()
            if not made.factor and not made.trusted:
                raise last_factor()
            self._write(work, person, made, KeyRemoved(person, place))
            return self._accounts.begin(work, known, about, strong=True)

    def _used(self, work: Work, question: Question, key: SecurityKey, count: int, client: str, about: str) -> str:
        """Note that a key signed and begin a session; none where the key counted back, which is noted too."""
        kept, known = self._accounts.credential_in(work, question.person), self._record.find(work, question.person)
        now_kept = next((one for one in kept.trusted if one.identity == key.identity), None)
        if known is None or now_kept is None or kept.password != question.password:
            raise key_wrong()
        back = bool(count or now_kept.count) and count <= now_kept.count
        used = replace(now_kept, doubted=True) if back else replace(now_kept, count=count, used=self._clock())
        made = replace(kept, keys=tuple(used if one is now_kept else one for one in kept.keys))
        self._accounts.keep(work, question.person, made)
        if back:
            work.append(self._clock(), [(SUBJECT, KeyDoubted(known.person, key.key))])
            return ""
        forgive(work, question.person, client, self._clock())
        return self._accounts.begin(work, known, about, strong=True)

    def _demand_password(self, kept: Credential, person: str, password: str, client: str) -> None:
        """Refuse where a factor is known and the password does not fit: a screen left alone is not enough."""
        if not kept.twofold:
            return
        self._accounts.counted(person, client)
        if not fits(kept.password, password):
            raise not_recognised()
        with self._store.work() as work:
            forgive(work, person, client, self._clock())

    def _write(self, work: Work, person: str, made: Credential, fact: Fact) -> None:
        self._accounts.keep(work, person, made)
        work.drop_entries("sessions", owner=person)
        work.append(self._clock(), [(SUBJECT, fact)])

    def _party(self) -> Party:
        if self.party is None:
            raise no_keys_here()
        return self.party


def _last_place(work: Work, person: str) -> int:
    facts = (record.fact for record in work.facts_of(SUBJECT))
    return max((fact.key for fact in facts if isinstance(fact, KeyAdded) and fact.person == person), default=0)
