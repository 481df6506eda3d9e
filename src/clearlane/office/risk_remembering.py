"""What an office remembers of traders and goods: histories read from the store as they grow, references snapshot by snapshot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.model.risk_facts import ReferencesKept
from clearlane.office.ports import Reading, Store
from clearlane.office.ports_risk import RiskReading
from clearlane.office.risk_keeping import RiskKeeping, digest_of
from clearlane.office.risk_timeline import SUBJECT
from clearlane.risk.history.memory import Memory
from clearlane.risk.history.references import References, monday, read
from clearlane.risk.knowledge import Knowledge

SNAPSHOT = "histories"
PAGE = 5000
_OFTEN = 50_000
"""After how many events a snapshot of the memory is worth its writing."""


class Remembering:
    """Histories and references, brought up to the log when asked.

    Args:
      store: The store.
      keeping: What is kept of risk work.
    """

    def __init__(self, store: Store, keeping: RiskKeeping) -> None:
        self._store, self._keeping = store, keeping
        self._memory: Memory | None = None
        self._references: tuple[str, References] | None = None
        self._since_snapshot = 0

    def knowledge(self, reading: Reading, at: datetime) -> Knowledge:
        """Return what is known at a moment, of everything in the log by now."""
        return Knowledge(self.memory(reading), self.references(reading, at))

    def memory(self, reading: RiskReading) -> Memory:
        """Return the histories, brought up to the log."""
        memory = self._memory or self._restored(reading)
        while events := reading.happenings_after(memory.seq, PAGE):
            memory.update(events)
            self._since_snapshot += len(events)
        self._memory = memory
        return memory

    def _restored(self, reading: RiskReading) -> Memory:
        kept = reading.snapshot(SNAPSHOT)
        if kept is None:
            return Memory()
        try:
            return Memory.restored(kept[1])
        except ValueError:  # made for other histories: the log is read anew
            return Memory()

    def snapshot_due(self) -> bytes | None:
        """Return the memory to be noted, now and then, so that the next start need not read the whole log; else None."""
        if self._memory is None or self._since_snapshot < _OFTEN:
            return None
        self._since_snapshot = 0
        return self._memory.snapshot()

    @property
    def place(self) -> int:
        """The place in the log up to which is remembered."""
        return self._memory.seq if self._memory else 0

    def references(self, reading: Reading, at: datetime) -> References | None:
        """Return the references that hold at a moment: those of its week, or of the latest week before it that has any."""
        week = monday(at)
        held = [kept for kept in self._keeping.timeline(reading).references if kept.week <= week]
        if not held:
            return None
        latest = max(held, key=lambda kept: kept.week)
        if self._references is None or self._references[0] != latest.digest:
            self._references = latest.digest, read(self._keeping.document(latest.digest, f"references {latest.week}"))
        return self._references[1]

    def keep(self, made: References, clock: Callable[[], datetime]) -> ReferencesKept:
        """Keep a week's references; those kept first stand."""
        body = made.written()
        fact = ReferencesKept(made.week, digest_of(body), len(made.references))
        with self._store.work() as work:
            before = next((one for one in self._keeping.timeline(work).references if one.week == made.week), None)
            if before is not None:
                return before
            work.keep([(fact.digest, body)])
            work.append(clock(), [(SUBJECT, fact)])
        return fact
