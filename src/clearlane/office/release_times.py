"""The time release study of an office, on any day: from its own log. At ``office.release_times``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from clearlane.insight.release_time import journey, study
from clearlane.model.facts import Record, Released
from clearlane.model.permit_facts import SUBJECT, PermitDrawn, PermitGiven
from clearlane.model.profile import Profile
from clearlane.model.release_time import Journey, ReleaseStudy
from clearlane.office.ports import Store

_EVERY = 10**9


class ReleaseTimes:
    """How long goods take.

    Args:
      profile: The law, which says what agency gives a permit.
      store: The store.
    """

    def __init__(self, profile: Profile, store: Store) -> None:
        self._profile, self._store = profile, store

    def journeys(self, since: datetime, until: datetime, report: Callable[[int], None] = lambda done: None) -> Iterator[Journey]:
        """Yield the ways of the declarations released in a period, in the order of release.

        Args:
          since: First moment.
          until: Last.
          report: Is told how many were read.
        """
        agencies = self._agencies()
        for done, number in enumerate(self._released(since, until), start=1):
            chosen = self._store.chosen(number)
            office, direction = (chosen.office, chosen.direction) if chosen else ("", "")
            found = journey(self._store.facts_of(number), office, direction, tuple(sorted(agencies.get(number, ()))))
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

    def _agencies(self) -> dict[str, set[str]]:
        """Return which agencies' permits each declaration ever drew from."""
        names = {one.code: one.agency.en for one in self._profile.permits}
        found: dict[str, set[str]] = {}
        for subject in self._store.subjects(SUBJECT, _EVERY) if names else ():
            agency = ""
            for record in self._store.facts_of(subject):
                if isinstance(record.fact, PermitGiven):
                    agency = names.get(record.fact.permit.kind, "")
                elif isinstance(record.fact, PermitDrawn) and agency:
                    found.setdefault(record.fact.declaration, set()).add(agency)
        return found

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
