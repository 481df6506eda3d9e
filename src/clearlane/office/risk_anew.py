"""The lane a declaration would take under another assessment: what profiles would say, with all that was known of it then.

Capacity, rank and the draw are not played again: what they took stays taken, as a lane they did not give.
"""

from __future__ import annotations

from clearlane.model.facts import SEVERITY, Fact, Lane, Routed
from clearlane.model.profile import Profile
from clearlane.office.ports import Reading
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_selecting import FIRST_KNOWN, text_of
from clearlane.office.selection import Candidate
from clearlane.risk.catalogue import catalogue
from clearlane.risk.reading import declared


class Anew:
    """Answers with the lane a declaration would take.

    Args:
      profile: The law.
      reading: The store.
      keeping: What is kept of risk work.
    """

    def __init__(self, profile: Profile, reading: Reading, keeping: RiskKeeping) -> None:
        self._profile, self._reading, self._keeping = profile, reading, keeping
        self._office, self._direction, self._procedure = (catalogue().place(name) for name in ("office", "direction", "procedure"))

    def __call__(self, candidate: Candidate) -> list[Fact]:
        """Return the lane, as the fact it would be."""
        before = self._reading.chosen(candidate.number)
        lanes: list[Lane] = [before.lane] if before is not None and before.arm not in ("mandatory", "none") else []
        lanes += self._asked(candidate)
        return [Routed(max(lanes, key=SEVERITY.index, default="green"))]

    def _asked(self, candidate: Candidate) -> list[Lane]:
        """Return the lanes that mandatory profiles ask for."""
        known = {row.item: row.values[FIRST_KNOWN:] for row in self._reading.risk_rows_of(candidate.number)}
        rows = declared(candidate.declaration, candidate.assessed, self._profile, candidate.at)
        if not rows:
            return []
        for item, row in enumerate(rows, 1):
            row.extend(known.get(item, (None,) * (len(catalogue()) - FIRST_KNOWN)))
        day = self._profile.day(candidate.at)
        book = self._keeping.book(self._profile.day(candidate.at))
        first, procedures = rows[0], [text_of(row[self._procedure]) for row in rows]
        found = book.rules.hits_of(rows, day, text_of(first[self._direction]), procedures, text_of(first[self._office]))
        places = {*found.declaration, *(place for of_item in found.items for place in of_item)}
        actions = [book.entries[place].profile.action for place in places if not book.entries[place].shadow]
        return [action.lane for action in actions if action.share >= 1]
