"""Questions that a security key answers: asked of one person for one purpose, good for five minutes, spent by an answer."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

import msgspec

from clearlane.office.ports import Reading, Store

Purpose = Literal["sign-in", "add"]
_OWNER, _COUNTS_FOR = "security key", timedelta(minutes=5)


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was asked.

    Attributes:
      person: Of whom.
      purpose: What for: to sign in, or to set the key up.
      until: Until when an answer counts.
      password: The hash of the password that fitted when it was asked: a later one voids the question.
      name: What a key to be set up is to be called.
    """

    person: str
    purpose: Purpose
    until: datetime
    password: str
    name: str = ""


_question = msgspec.json.Decoder(Question)


class Questions:
    """Questions asked and not answered.

    Args:
      store: The store: what is asked by one process may be answered to another.
      clock: What tells the time.
      randomness: What gives random bytes.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], randomness: Callable[[int], bytes]) -> None:
        self._store, self._clock, self._randomness = store, clock, randomness

    def ask(self, person: str, purpose: Purpose, password: str, name: str = "") -> str:
        """Return a new question, which is its challenge in base64url."""
        asked = urlsafe_b64encode(self._randomness(32)).decode().rstrip("=")
        now = self._clock()
        kept = Question(person, purpose, now + _COUNTS_FOR, password, name)
        with self._store.work() as work:
            for place, body in work.entries("invitations", _OWNER):
                if now > _question.decode(body).until:
                    work.drop_entries("invitations", name=place)
            work.put_entry("invitations", _place(asked), _OWNER, msgspec.json.encode(kept).decode())
        return asked

    def find(self, reading: Reading, asked: str, purpose: Purpose) -> Question | None:
        """Return a question that can still be answered."""
        body = reading.entry("invitations", _place(asked)) if asked else None
        kept = _question.decode(body) if body else None
        return kept if kept and kept.purpose == purpose and self._clock() <= kept.until else None

    def spend(self, asked: str, purpose: Purpose) -> Question | None:
        """Return a question and forget it, whatever the answer turns out to be."""
        with self._store.work() as work:
            kept = self.find(work, asked, purpose)
            if kept is not None:
                work.drop_entries("invitations", name=_place(asked))
        return kept


def _place(asked: str) -> str:
    return sha256(f"security key {asked}".encode()).hexdigest()
