"""An honest small store in memory: the port's promises, kept with lists and dictionaries."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import islice

from clearlane.model.case import Attempt, Case, Query, Tally
from clearlane.model.chosen import Chosen
from clearlane.model.control_facts import ReviewDrawn, Reviewed
from clearlane.model.facts import Fact, Record
from clearlane.model.person import Reading
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow
from clearlane.model.tariff_facts import ReassessmentDue
from tests.office.memory_ledger import MemoryLedger
from tests.office.memory_payments import MemoryPayments
from tests.office.memory_work import MemoryWork, due, waiting


class MemoryStore(MemoryLedger, MemoryPayments, MemoryWork):
    """Store and work in one: a work that fails puts everything back."""

    def __init__(self) -> None:
        super().__init__()
        self._log: list[Record] = []
        self._cases: dict[str, Case] = {}
        self._attempts: list[Attempt] = []
        self._series: dict[str, int] = {}
        self._documents: dict[str, bytes] = {}
        self._happenings: dict[tuple[int, int], HistoryEvent] = {}
        self._chosen: dict[str, Chosen] = {}
        self._risk_rows: dict[tuple[str, int], RiskRow] = {}
        self._sealed: dict[str, bytes] = {}
        self._snapshots: dict[str, tuple[int, bytes]] = {}
        self._entries: dict[tuple[str, str], tuple[str, str]] = {}
        self._reads: list[Reading] = []

    @contextmanager
    def work(self) -> Iterator[MemoryStore]:
        before = copy.copy(self.__dict__) | {k: copy.copy(v) for k, v in self.__dict__.items()}
        try:
            yield self
        except BaseException:
            self.__dict__.update(before)
            raise

    def case(self, number: str, declarant: str = "") -> Case | None:
        known = [case for case in self._cases.values() if not declarant or case.declarant == declarant]
        outside = (case for case in reversed(known) if number and case.outside_number == number)
        return next((case for case in known if case.number == number), None) or next(outside, None)

    def cases(self, query: Query) -> list[Case]:
        found = [
            c
            for c in self._cases.values()
            if (not query.declarant or c.declarant == query.declarant)
            and (not query.state or c.state == query.state)
            and (not query.lane or c.lane == query.lane)
            and (c.number.startswith(query.words) or c.reference.startswith(query.words))
            and waiting(c, query)
        ]
        if query.by_due:
            return sorted(found, key=due)[: query.limit]
        return sorted(found, key=lambda c: (c.changed_at, c.number), reverse=True)[: query.limit]

    def tally(self) -> Tally:
        cases = self._cases.values()
        duty: Counter[str] = Counter()
        for case in cases:
            duty[case.currency] += case.duty or Decimal(0)  # type: ignore[assignment]
        lanes = Counter(c.lane for c in cases if c.lane)
        return Tally(dict(Counter(c.state for c in cases)), {str(k): n for k, n in lanes.items()}, {k: str(v) for k, v in duty.items()})

    def attempts(self, keys: Iterable[tuple[str, str]]) -> list[Attempt]:
        wanted = set(keys)
        return [a for a in self._attempts if (a.declarant, a.reference) in wanted]

    def attempts_on(self, number: str) -> list[Attempt]:
        return [a for a in self._attempts if a.number == number]

    def by_reference(self, reference: str, declarant: str = "") -> list[Case]:
        return [c for c in reversed(self._cases.values()) if c.reference == reference and (not declarant or c.declarant == declarant)]

    def facts_of(self, number: str) -> list[Record]:
        return [r for r in self._log if r.subject == number]

    def last_of(self, subject: str) -> int:
        return max((r.seq for r in self._log if r.subject == subject), default=0)

    def subjects(self, prefix: str, limit: int = 1000) -> list[str]:
        return sorted({r.subject for r in self._log if r.subject.startswith(prefix)})[:limit]

    def facts_under(self, prefix: str, after: int = 0) -> list[Record]:
        return [r for r in self._log if r.subject.startswith(prefix) and r.seq > after]

    def reassessments(self, limit: int = 1000, before: int = 0) -> list[Record]:
        due = (r for r in reversed(self._log) if isinstance(r.fact, ReassessmentDue) and (not before or r.seq < before))
        return list(islice(due, limit))

    def review_facts(self, limit: int) -> list[Record]:
        return list(islice((r for r in reversed(self._log) if isinstance(r.fact, ReviewDrawn | Reviewed)), limit))

    def facts_after(self, seq: int, limit: int = 1000) -> list[Record]:
        return self._log[seq : seq + limit]

    def last_seq(self) -> int:
        return len(self._log)

    def facts(self) -> Iterator[Record]:
        yield from self._log

    def document(self, digest: str) -> bytes | None:
        return self._documents.get(digest)

    def erase(self, digest: str) -> None:
        del self._documents[digest]

    def next_ordinal(self, series: str) -> int:
        self._series[series] = self._series.get(series, 0) + 1
        return self._series[series]

    def set_ordinal(self, series: str, value: int) -> None:
        self._series[series] = value

    def append(self, at: datetime, facts: Sequence[tuple[str, Fact]]) -> list[Record]:
        made = [Record(len(self._log) + n, at, subject, fact) for n, (subject, fact) in enumerate(facts, 1)]
        self._log.extend(made)
        return made

    def keep(self, documents: Iterable[tuple[str, bytes]]) -> None:
        for digest, body in documents:
            self._documents.setdefault(digest, body)

    def put_cases(self, cases: Iterable[Case]) -> None:
        self._cases.update((c.number, c) for c in cases)

    def put_attempts(self, attempts: Iterable[Attempt]) -> None:
        self._attempts.extend(attempts)

    def forget_read_models(self) -> None:
        self.forget_payments()
        self._cases, self._attempts, self._series = {}, [], {}
        self._happenings, self._chosen, self._snapshots, self._risk_rows = {}, {}, {}, {}

    def read_models(self) -> tuple[dict[str, Case], list[Attempt], dict[str, int]]:
        return dict(self._cases), list(self._attempts), dict(self._series)

    def happenings_after(self, seq: int, limit: int = 1000) -> list[HistoryEvent]:
        return [event for place, event in sorted(self._happenings.items()) if place[0] > seq][:limit]

    def happenings_of(self, number: str) -> list[HistoryEvent]:
        return [event for _, event in sorted(self._happenings.items()) if event.number == number]

    def chosen(self, number: str) -> Chosen | None:
        return self._chosen.get(number)

    def _latest(self) -> list[Chosen]:
        return sorted(self._chosen.values(), key=lambda c: (c.at, c.number), reverse=True)

    def chosen_in(self, office: str, shift: str, arms: Sequence[str] = (), limit: int = 1000) -> list[Chosen]:
        there = [c for c in self._latest() if (c.office, c.shift) == (office, shift)]
        return [c for c in there if not arms or ("fallen" if c.fallen else c.arm) in arms][:limit]

    def chosen_counts(self, office: str, shift: str) -> dict[tuple[str, str], int]:
        return dict(Counter(("fallen" if c.fallen else c.arm, str(c.lane)) for c in self.chosen_in(office, shift, limit=10**9)))

    def chosen_from(self, since: datetime, after: str = "", limit: int = 1000) -> list[Chosen]:
        return [c for c in reversed(self._latest()) if (c.at, c.number) > (since, after)][:limit]

    def chosen_under(self, consignments: Iterable[str]) -> list[Chosen]:
        wanted = {one for one in consignments if one}
        return [c for c in reversed(self._latest()) if c.consignment in wanted]

    def offices(self) -> list[tuple[str, str]]:
        return list(dict.fromkeys((c.office, c.shift) for c in self._latest()))[:200]

    def snapshot(self, name: str) -> tuple[int, bytes] | None:
        return self._snapshots.get(name)

    def sealed(self, name: str) -> bytes | None:
        return self._sealed.get(name)

    def put_happenings(self, events: Iterable[HistoryEvent], *, new: bool = False) -> None:
        self._happenings.update(((event.seq, event.item), event) for event in events)

    def risk_rows_from(self, since: datetime, after: tuple[str, int] = ("", 0), limit: int = 1000) -> list[RiskRow]:
        found = sorted((row.at, row.number, row.item) for row in self._risk_rows.values())
        return [self._risk_rows[number, item] for at, number, item in found if (at, number, item) > (since, *after)][:limit]

    def risk_rows_of(self, number: str) -> list[RiskRow]:
        return [row for place, row in sorted(self._risk_rows.items()) if place[0] == number]

    def put_risk_rows(self, seen: Iterable[RiskRow], *, new: bool = False) -> None:
        self._risk_rows.update(((row.number, row.item), row) for row in seen)

    def put_chosen(self, chosen: Iterable[Chosen], *, new: bool = False) -> None:
        self._chosen.update((one.number, one) for one in chosen)

    def erase_seen(self, number: str) -> None:
        self._risk_rows = {place: row for place, row in self._risk_rows.items() if row.number != number}
        self._happenings = {place: event for place, event in self._happenings.items() if event.number != number}

    def put_snapshot(self, name: str, seq: int, body: bytes) -> None:
        self._snapshots[name] = seq, body

    def seal(self, name: str, body: bytes) -> None:
        assert name not in self._sealed
        self._sealed[name] = body

    def entry(self, table: str, name: str) -> str | None:
        found = self._entries.get((table, name))
        return found[1] if found else None

    def entries(self, table: str, owner: str = "", limit: int = 1000) -> list[tuple[str, str]]:
        found = sorted((place, kept) for place, kept in self._entries.items() if place[0] == table and owner in ("", kept[0]))
        return [(name, body) for (_, name), (_, body) in found][:limit]

    def reads(self, who: str = "", subject: str = "", before: int = 0, limit: int = 100) -> list[tuple[int, Reading]]:
        found = [(n, one) for n, one in enumerate(self._reads, 1) if who in ("", one.who) and subject in ("", one.subject)]
        return [(n, one) for n, one in reversed(found) if not before or n < before][:limit]

    def put_entry(self, table: str, name: str, owner: str, body: str) -> None:
        self._entries[table, name] = owner, body

    def drop_entries(self, table: str, *, name: str = "", owner: str = "") -> None:
        gone = {at for at, kept in self._entries.items() if at[0] == table and (at[1] == name if name else kept[0] == owner)}
        self._entries = {at: kept for at, kept in self._entries.items() if at not in gone}

    def note_reading(self, reading: Reading) -> None:
        self._reads = [*self._reads, reading]

    def reads_before(self, day: date) -> int:
        return sum(one.at.date() < day for one in self._reads)

    def expire_reads(self, before: date) -> None:
        self._reads = [one for one in self._reads if one.at.date() >= before]

    def close(self) -> None:
        """Nothing to let go of."""
