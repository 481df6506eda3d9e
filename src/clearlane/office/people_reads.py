"""Who was shown personal data: noted before it is shown, never taken back, and kept for as long as the office has set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from clearlane.model.people_facts import ReadsExpired
from clearlane.model.person import Reading
from clearlane.office.access import Asker
from clearlane.office.people_record import SUBJECT
from clearlane.office.ports import Store


class Reads:
    """Who was shown what.

    Attributes:
      keep: For how many days lines are kept; 0 for ever.

    Args:
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self.keep = 0

    def note(self, asker: Asker, what: str, subject: str, why: str = "", part: str = "") -> None:
        """Note that someone of the office is shown personal data; of traders, who see their own, nothing is noted.

        Args:
          asker: Who.
          what: What: ``declaration``, ``message``, ``document``.
          subject: The declaration's number.
          why: What for.
          part: Which document of it, by its digest, where one is opened.
        """
        if not asker.officer:
            return
        who = asker.person or asker.party or asker.name or asker.role
        reading = Reading(self._clock(), who, asker.role, what, subject, why.strip()[:200], part)
        with self._store.work() as work:
            work.note_reading(reading)

    def expire(self, days: int) -> int:
        """Remove the lines older than so many days, and leave a fact of it; return how many there were.

        Args:
          days: For how many days lines are kept; 0 for ever.
        """
        if not days:
            return 0
        before = self._clock().date() - timedelta(days=days)
        with self._store.work() as work:
            lines = work.reads_before(before)
            if lines:
                work.append(self._clock(), [(SUBJECT, ReadsExpired(before, lines))])
                work.expire_reads(before)
        return lines

    def expired(self) -> ReadsExpired | None:
        """Return how lines were removed last; None where none ever were."""
        facts = (record.fact for record in reversed(self._store.facts_of(SUBJECT)))
        return next((fact for fact in facts if isinstance(fact, ReadsExpired)), None)

    def list(self, who: str = "", subject: str = "", before: int = 0, limit: int = 100) -> list[tuple[int, Reading]]:
        """Return who was shown personal data, the latest first, each with the place of its line.

        Args:
          who: Of one person only.
          subject: Of one declaration only.
          before: Only lines before a place.
          limit: How many at most.
        """
        return self._store.reads(who.strip(), subject.strip(), before, limit)
