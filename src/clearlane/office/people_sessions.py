"""Sessions: who is signed in where, and until when. What a browser holds is a token; what is kept is its digest."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from clearlane.office.access import Asker
from clearlane.office.people_record import PeopleRecord, asker_of
from clearlane.office.ports import Store, Work

IDLE, LONGEST = timedelta(hours=1), timedelta(hours=10)
"""How long a session lasts without a request, and at all."""
_SEEN_AFTER = timedelta(minutes=1)


class Session(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person signed in.

    Attributes:
      person: Who.
      began: When he signed in.
      seen: When he was last seen, to the minute.
      until: When it ends at the latest.
      about: The browser, as it calls itself.
      partial: Whether only the second factor may be set up, which the role demands and which is missing.
    """

    person: str
    began: datetime
    seen: datetime
    until: datetime
    about: str = ""
    partial: bool = False


_session = msgspec.json.Decoder(Session)


class Sessions:
    """Sessions of an office's people.

    Args:
      store: The store.
      record: What the log says of people.
      clock: What tells the time.
      randomness: What gives random bytes.
    """

    def __init__(self, store: Store, record: PeopleRecord, clock: Callable[[], datetime], randomness: Callable[[int], bytes]) -> None:
        self._store, self._record, self._clock, self._randomness = store, record, clock, randomness

    def begin(self, work: Work, person: str, about: str = "", *, partial: bool = False) -> str:
        """Begin a session; return its token, once."""
        token = urlsafe_b64encode(self._randomness(32)).decode().rstrip("=")
        now = self._clock()
        for name, body in work.entries("sessions", person):
            if now > _ends(_session.decode(body)):
                work.drop_entries("sessions", name=name)
        _keep(work, digest_of(token), Session(person, now, now, now + LONGEST, about[:120], partial))
        return token

    def find(self, token: str) -> tuple[Asker, Session] | None:
        """Return who holds a token and his session; None where it is unknown or over, or no role of his stands today."""
        body = self._store.entry("sessions", digest_of(token)) if token else None
        now = self._clock()
        session = _session.decode(body) if body else None
        if session is None or now > _ends(session):
            return None
        one = self._record.find(self._store, session.person)
        asker = asker_of(one, now) if one else None
        if asker is None:
            return None
        if now - session.seen > _SEEN_AFTER:
            self._seen(digest_of(token), now)
        return asker, session

    def of(self, person: str) -> list[tuple[str, Session]]:
        """Return a person's sessions that have not ended, each with its name, the latest seen first."""
        now = self._clock()
        found = [(name, _session.decode(body)) for name, body in self._store.entries("sessions", person)]
        return sorted(((name, one) for name, one in found if now <= _ends(one)), key=lambda pair: pair[1].seen, reverse=True)

    def end(self, token: str) -> None:
        """End a session by its token."""
        with self._store.work() as work:
            work.drop_entries("sessions", name=digest_of(token))

    def end_named(self, person: str, name: str) -> None:
        """End one of a person's sessions by its name; another's is left alone."""
        with self._store.work() as work:
            if any(name == known for known, _ in work.entries("sessions", person)):
                work.drop_entries("sessions", name=name)

    def end_all(self, person: str) -> None:
        """End every session of a person."""
        with self._store.work() as work:
            work.drop_entries("sessions", owner=person)

    def _seen(self, name: str, now: datetime) -> None:
        with self._store.work() as work:
            body = work.entry("sessions", name)
            if body:
                _keep(work, name, replace(_session.decode(body), seen=now))


def digest_of(token: str) -> str:
    """Return the name under which a session is kept."""
    return sha256(token.encode()).hexdigest()


def _ends(session: Session) -> datetime:
    return min(session.until, session.seen + IDLE)


def _keep(work: Work, name: str, session: Session) -> None:
    work.put_entry("sessions", name, session.person, msgspec.json.encode(session).decode())
