"""Signing in: password and second factor, setting and changing them, and the way in for someone new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from clearlane.model.people_facts import AccessRenewed, SignInBarred
from clearlane.model.person import FIRMLY, Standing
from clearlane.office.people_lockout import NOTED, count_attempt, failed, forgive
from clearlane.office.people_questions import Questions
from clearlane.office.people_record import SUBJECT, PeopleRecord
from clearlane.office.people_refusals import UNSIGNED, to_oneself, unknown_person
from clearlane.office.people_secrets import (
    RECOVERY_CODES,
    Credential,
    Factors,
    ageing,
    demand_strong,
    digest_of_code,
    fits,
    groups,
    hashed,
    spend_recovery,
)
from clearlane.office.people_sessions import Sessions
from clearlane.office.ports import Store, Work
from clearlane.office.sign_in_refusals import factor_wrong, key_wanted, no_right_today, not_recognised, not_vouched_for, words_spent
from clearlane.office.tariff_refusals import identified

INVITED_FOR = timedelta(hours=72)
_credential = msgspec.json.Decoder(Credential)


class Invitation(msgspec.Struct, frozen=True):
    """One-time words for a person, and until when they count."""

    person: str
    until: datetime


_invitation = msgspec.json.Decoder(Invitation)


class Accounts:
    """How people sign in.

    Args:
      store: The store.
      record: What the log says of people.
      sessions: Their sessions.
      factors: The secrets of their devices.
      questions: What their security keys are asked.
      clock: What tells the time.
      randomness: What gives random bytes.
    """

    def __init__(
        self,
        store: Store,
        record: PeopleRecord,
        sessions: Sessions,
        factors: Factors,
        questions: Questions,
        clock: Callable[[], datetime],
        randomness: Callable[[int], bytes],
    ) -> None:
        self._store, self._record, self._sessions = store, record, sessions
        self._factors, self._questions, self._clock, self._randomness = factors, questions, clock, randomness

    def invite(self, person: str, *, by: str) -> str:
        """Return one-time words with which a person sets a password; password, second factor and sessions he had are void.

        Raises:
          NotFound: Nobody of that number is registered.
          NotAllowed: Nobody signed, or the person himself.
        """
        signed = identified(by, UNSIGNED)
        words = groups(self._randomness(10))
        with self._store.work() as work:
            one = self._record.find(work, person)
            if one is None:
                raise unknown_person(person)
            if signed.casefold() == one.person.casefold():
                raise to_oneself()
            for table in ("invitations", "sessions"):
                work.drop_entries(table, owner=one.person)
            work.drop_entries("credentials", name=one.person)
            kept = Invitation(one.person, self._clock() + INVITED_FOR)
            work.put_entry("invitations", digest_of_code(words), one.person, msgspec.json.encode(kept).decode())
            work.append(self._clock(), [(SUBJECT, AccessRenewed(one.person, signed))])
        return words

    def accept(self, person: str, words: str, password: str, client: str = "") -> None:
        """Set a password with one-time words, which are spent by it.

        Raises:
          NotAllowed: The number or the words do not fit, or are too old; or the password would be guessed.
          Barred: Too many attempts failed.
        """
        demand_strong(person.strip(), password)
        self.counted(person, client)
        made = hashed(password)
        name = digest_of_code(words)
        with self._store.work() as work:
            body = work.entry("invitations", name)
            kept = _invitation.decode(body) if body else None
            if kept is None or kept.person.casefold() != person.strip().casefold() or self._clock() > kept.until:
                raise words_spent()
            work.drop_entries("invitations", name=name)
            self.keep(work, kept.person, Credential(password=made))
            forgive(work, person, client, self._clock())

    def sign_in(self, person: str, password: str, code: str = "", client: str = "", about: str = "") -> str:
        """Begin a session; return its token.

        Args:
          person: The number, however it is written.
          password: The password.
          code: The code of his device, or a recovery code, where he has a second factor.
          client: The address he comes from.
          about: His browser, as it calls itself.

        Raises:
          NotAllowed: Something does not fit, or no role of his stands today.
          Barred: Too many attempts failed.
          KeyWanted: The password fits, no code is given, and one of his security keys can stand for it.
        """
        self.counted(person, client)
        known = self._record.find(self._store, person)
        before = self.credential(known.person) if known else Credential()
        if not fits(before.password, password) or known is None:
            raise not_recognised()
        if before.trusted and not code:
            raise key_wanted(self._questions.ask(known.person, "sign-in", before.password))
        with self._store.work() as work:
            kept = self._with_code(work, known.person, before, code)
            if ageing(kept.password):
                kept = replace(kept, password=hashed(password))
            self.keep(work, known.person, kept)
            forgive(work, person, client, self._clock())
            return self.begin(work, known, about, strong=kept.twofold)

    def sign_in_vouched(self, person: str, about: str = "", *, strong: bool) -> str:
        """Begin a session for someone whom another sign-in service vouches for; ``strong`` where it saw a second factor too.

        Raises:
          NotAllowed: Nobody of that number is registered, no role of his stands, or one needs a second factor and none was seen.
        """
        with self._store.work() as work:
            known = self._record.find(work, person)
            if known is None:
                raise not_recognised()
            if not strong and any(grant.role in FIRMLY for grant in known.on(self._clock().date())):
                raise not_vouched_for()
            return self.begin(work, known, about, strong=True)

    def change_password(self, person: str, old: str, new: str, client: str = "") -> None:
        """Change a password; every session ends.

        Raises:
          NotAllowed: The old one does not fit, or the new one would be guessed.
          Barred: Too many attempts failed.
        """
        demand_strong(person, new)
        self.counted(person, client)
        before = self.credential(person)
        if not fits(before.password, old):
            raise not_recognised()
        made = hashed(new)
        with self._store.work() as work:
            self.keep(work, person, replace(self.credential_in(work, person), password=made))
            work.drop_entries("sessions", owner=person)
            forgive(work, person, client, self._clock())

    def offer_factor(self, person: str, issuer: str) -> tuple[str, str]:
        """Return a secret for a person's device, as an address for a QR code and as letters; it counts once its first code came.

        The one offered before stays until it was confirmed.
        """
        with self._store.work() as work:
            kept = self.credential_in(work, person)
            if not kept.waiting:
                kept = replace(kept, waiting=self._factors.new(person))
                self.keep(work, person, kept)
        return self._factors.address(kept.waiting, person, issuer), self._factors.secret(kept.waiting, person)

    def confirm_factor(self, person: str, code: str, password: str = "", about: str = "", client: str = "") -> tuple[list[str], str]:
        """Take a device's first code; return recovery codes, shown once, and the token of a new session: every other ends.

        Where a device was known before, the password is asked for once more: a screen left alone is not enough to replace it.

        Raises:
          NotAllowed: The code, or the password, does not fit.
          Barred: Too many attempts failed.
        """
        self.counted(person, client)
        codes, digests = self.new_recovery()
        with self._store.work() as work:
            kept = self.credential_in(work, person)
            if kept.twofold and not fits(kept.password, password):
                raise not_recognised()
            step = self._factors.step(kept.waiting, person, code, self._clock(), 0) if kept.waiting else 0
            known = self._record.find(work, person)
            if not step or known is None:
                raise factor_wrong()
            self.keep(work, person, Credential(kept.password, kept.waiting, "", step, digests, kept.keys))
            work.drop_entries("sessions", owner=person)
            forgive(work, person, client, self._clock())
            return codes, self.begin(work, known, about, strong=True)

    def new_recovery(self) -> tuple[list[str], tuple[str, ...]]:
        """Return new recovery codes, to be shown once, and their digests, to be kept."""
        codes = [groups(self._randomness(10)) for _ in range(RECOVERY_CODES)]
        return codes, tuple(map(digest_of_code, codes))

    def failed(self, person: str) -> tuple[int, datetime | None]:
        """Return how many attempts to sign in as a person failed in a row, and until when he is barred; None where he is not."""
        return failed(self._store, person, self._clock())

    def credential(self, person: str) -> Credential:
        """Return how a person signs in, as it is kept; an empty one where there is nothing."""
        return self.credential_in(self._store, person)

    def credential_in(self, reading: Store | Work, person: str) -> Credential:
        """Return how a person signs in, as a work under way has it."""
        body = reading.entry("credentials", person)
        return _credential.decode(body) if body else Credential()

    def keep(self, work: Work, person: str, kept: Credential) -> None:
        """Keep how a person signs in."""
        work.put_entry("credentials", person, person, msgspec.json.encode(kept).decode())

    def counted(self, person: str, client: str) -> None:
        """Count an attempt as failed until it turns out not to be.

        Raises:
          Barred: Too many attempts failed.
        """
        with self._store.work() as work:
            count = count_attempt(work, person, client, self._clock())
            known = self._record.find(work, person)
            if known and count > 1 and (count - 1) % NOTED == 0:
                work.append(self._clock(), [(SUBJECT, SignInBarred(known.person, count - 1))])

    def _with_code(self, work: Work, person: str, before: Credential, code: str) -> Credential:
        """Return a credential after its code was used; another sign-in may have used it a moment ago."""
        kept = self.credential_in(work, person)
        if kept.password != before.password:
            raise not_recognised()
        if not kept.twofold:
            return kept
        step = self._factors.step(kept.factor, person, code, self._clock(), kept.step) if kept.factor else 0
        if step:
            return replace(kept, step=step)
        spent = spend_recovery(kept, code) if code else None
        if spent is None:
            raise not_recognised()
        return spent

    def begin(self, work: Work, known: Standing, about: str, *, strong: bool) -> str:
        """Begin a session for someone who proved who he is; return its token.

        Raises:
          NotAllowed: No role of his stands today.
        """
        grants = known.on(self._clock().date())
        if not grants:
            raise no_right_today()
        lacking = not strong and any(grant.role in FIRMLY for grant in grants)
        return self._sessions.begin(work, known.person, about, partial=lacking)
