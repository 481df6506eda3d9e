"""Who was shown personal data: noted before it is shown, and never taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.model.person import Reading
from clearlane.office.access import Asker
from clearlane.office.ports import Store


class Reads:
    """Who was shown what.

    Args:
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock

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

    def list(self, who: str = "", subject: str = "", before: int = 0, limit: int = 100) -> list[tuple[int, Reading]]:
        """Return who was shown personal data, the latest first, each with the place of its line.

        Args:
          who: Of one person only.
          subject: Of one declaration only.
          before: Only lines before a place.
          limit: How many at most.
        """
        return self._store.reads(who.strip(), subject.strip(), before, limit)
