"""What a subscriber is told next: the notices of his declarations, in the order of the log, after the place up to which he was told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from clearlane.lodgement.notices import notices
from clearlane.model.case import Case
from clearlane.model.facts import Record
from clearlane.model.notice import Notice
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.office.access import agent_of
from clearlane.office.generations import generation
from clearlane.office.ports import Reading
from clearlane.office.query_words import in_words

GROUP = 500
"""So many facts are looked through at once."""


class Hook(msgspec.Struct, frozen=True, omit_defaults=True):
    """A subscription, as it is kept.

    Attributes:
      name: Its name.
      address: Where deliveries go.
      party: The firm whose declarations it is told of; empty for everyone's.
      acts_for: Declarants for whom the firm may act as agent.
      secret: The secret with which deliveries are signed, sealed to the machine.
      since: When it was made, ISO 8601.
      told: The place in the log up to which everything was delivered.
      tries: How many deliveries in a row failed.
      why: Why the last one failed, one word; empty where it did not.
      next_at: Not before when the next is tried, in seconds since 1970.
      busy_until: Until when a process is at it.
    """

    name: str
    address: str
    party: str
    acts_for: tuple[str, ...]
    secret: str
    since: str
    told: int
    tries: int = 0
    why: str = ""
    next_at: float = 0
    busy_until: float = 0

    @property
    def owner(self) -> str:
        """Whose it is, as it is kept."""
        return self.party or "*"


class Event(msgspec.Struct, frozen=True):
    """One thing to be delivered.

    Attributes:
      seq: The place in the log of the fact that it tells.
      name: Its name, the same whenever it is delivered again.
      body: What is sent.
    """

    seq: int
    name: str
    body: bytes


def following(reading: Reading, hook: Hook, profile: Profile) -> tuple[list[Event], int]:
    """Return what is to be delivered next, and the place in the log up to which this is all.

    Args:
      reading: The store.
      hook: The subscription.
      profile: The law.
    """
    records = reading.facts_after(hook.told, GROUP)
    if not records:
        return [], hook.told
    last, events = records[-1].seq, []
    for number in dict.fromkeys(record.subject for record in records):
        case = reading.case(number)
        if case is None or case.number != number or not _concerned(reading, case, hook):
            continue
        own = in_words(reading, reading.facts_of(number))
        events += [event for event in _events(case, own, profile) if hook.told < event.seq <= last]
    return sorted(events, key=lambda one: one.seq), last


def _concerned(reading: Reading, case: Case, hook: Hook) -> bool:
    if hook.party in ("", case.declarant):
        return True
    try:
        return case.declarant in hook.acts_for and agent_of(generation(reading, case)) == hook.party
    except NotFound:  # its content was erased
        return False


def _events(case: Case, records: Sequence[Record], profile: Profile) -> list[Event]:
    told = notices(records, profile)
    return [Event(one.seq, f"{case.number}-{place}", msgspec.json.encode(_body(case, place, one))) for place, one in enumerate(told, 1)]


def _body(case: Case, place: int, notice: Notice) -> dict[str, Any]:
    return {
        "event": f"{case.number}-{place}",
        "number": case.number,
        "reference": case.reference,
        "place": place,
        "function_code": notice.function_code,
        "name": notice.name,
        "words": notice.words,
        "issued_at": notice.issued_at,
        "status": f"/v1/declarations/{case.number}/status",
    }
