"""The time release study of an office, on any day: from its own log. At ``office.release_times``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from clearlane.insight.release_time import journey, study
from clearlane.model.facts import Record, Released
from clearlane.model.release_time import Journey, ReleaseStudy
from clearlane.office.ports import Store


class ReleaseTimes:
    """How long goods take.

    Args:
      store: The store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def journeys(self, since: datetime, until: datetime, report: Callable[[int], None] = lambda done: None) -> Iterator[Journey]:
        """Yield the ways of the declarations released in a period, in the order of release.

        Args:
          since: First moment.
          until: Last.
          report: Is told how many were read.
        """
        for done, number in enumerate(self._released(since, until), start=1):
            chosen = self._store.chosen(number)
            found = journey(self._store.facts_of(number), chosen.office if chosen else "", chosen.direction if chosen else "")
            if found is not None:
                yield found
            report(done)

    def study(self, since: datetime, until: datetime, report: Callable[[int], None] = lambda done: None) -> ReleaseStudy:
        """Return the study of a period.

        Args:
          since: First moment of release.
          until: Last.
          report: Is told how many declarations were read.
        """
        return study(self.journeys(since, until, report), since, until)

    def _released(self, since: datetime, until: datetime) -> Iterator[str]:
        seq = self._first_at(since) - 1
        while records := self._store.facts_after(seq):
            seq = records[-1].seq
            for record in records:
                if record.at > until:
                    return
                if isinstance(record.fact, Released) and record.at >= since:
                    yield record.subject

    def _first_at(self, moment: datetime) -> int:
        """Return the place in the log of the first fact from a moment on: the log is in the order of time."""
        low, high = 1, self._store.last_seq() + 1
        while low < high:
            middle = (low + high) // 2
            if self._at(middle).at < moment:
                low = middle + 1
            else:
                high = middle
        return low

    def _at(self, seq: int) -> Record:
        return self._store.facts_after(seq - 1, limit=1)[0]
