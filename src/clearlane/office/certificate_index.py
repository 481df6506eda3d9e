"""Which places in which lists of status certificates have, and which were withdrawn: followed along the log, each fact read once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from clearlane.model.certificate_facts import SUBJECT, CertificateIssued, CertificateWithdrawn
from clearlane.office.ports import Reading
from clearlane_verify.status import LEAST

ROOM = LEAST * 7 // 8
"""How many certificates share a list: of the places left, one that nobody has is soon drawn."""


class CertificateIndex:
    """Places in lists.

    Attributes:
      room: How many certificates share a list at most.
    """

    def __init__(self) -> None:
        self.room = ROOM
        self._seen, self._lock = 0, Lock()
        self._taken: dict[int, set[int]] = {}
        self._gone: dict[int, set[int]] = {}
        self._of: dict[str, tuple[int, int]] = {}

    def draw(self, reading: Reading, randomness: Callable[[int], bytes]) -> tuple[int, int]:
        """Return a list with room and a place in it that nobody has; a new list where the last is full.

        Args:
          reading: The log as of now.
          randomness: What gives so many random bytes.
        """
        with self._lock:
            self._follow(reading)
            number = max(self._taken, default=1)
            number += len(self._taken.get(number, ())) >= self.room
            taken = self._taken.get(number, set())
            while (place := int.from_bytes(randomness(4), "big") % LEAST) in taken:
                pass
            return number, place

    def withdrawn(self, reading: Reading) -> dict[int, set[int]]:
        """Return the places withdrawn in each list; the first list is there before anything is in it."""
        with self._lock:
            self._follow(reading)
            return {number: set(self._gone.get(number, ())) for number in {1, *self._taken}}

    def _follow(self, reading: Reading) -> None:
        for record in reading.facts_under(SUBJECT, self._seen):
            if isinstance(fact := record.fact, CertificateIssued):
                self._of[record.subject] = fact.list, fact.place
                self._taken.setdefault(fact.list, set()).add(fact.place)
            elif isinstance(fact, CertificateWithdrawn) and record.subject in self._of:
                number, place = self._of[record.subject]
                self._gone.setdefault(number, set()).add(place)
            self._seen = record.seq
