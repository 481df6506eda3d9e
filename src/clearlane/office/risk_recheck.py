"""Whether what was logged with decisions is found again from the log, as of each decision's time. Any difference is an incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from clearlane.model.profile import Profile
from clearlane.model.risk_condition import AllOf, AnyOf, Condition, InList, Not
from clearlane.model.risk_facts import ReferencesKept, Selected
from clearlane.model.risk_field import Value
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow
from clearlane.office.ports import Store
from clearlane.office.risk_keeping import Entry, RiskKeeping
from clearlane.office.risk_outcomes import selections
from clearlane.office.risk_selecting import FIELDS, FIRST_KNOWN
from clearlane.office.risk_timeline import SUBJECT
from clearlane.office.risk_trials import TrialDesk
from clearlane.risk.catalogue import catalogue
from clearlane.risk.history.memory import Memory
from clearlane.risk.history.references import References, monday, read
from clearlane.risk.knowledge import Knowledge
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.row import keys_of_row

_PAGE = 5000


class Difference(msgspec.Struct, frozen=True):
    """What is not as it was.

    Attributes:
      number: The declaration.
      item: The goods item; 0 for the declaration as a whole.
      what: The field or the profile.
      logged: The value logged with the decision, or whether the profile hit.
      found: What is found now.
    """

    number: str
    item: int
    what: str
    logged: Value
    found: Value


class RecheckDesk:
    """Rechecks, at ``office.risk.rechecking``.

    Args:
      law: The law.
      store: The store.
      keeping: What is kept of risk work.
      trials: Recorded goods items.
    """

    def __init__(self, law: Profile, store: Store, keeping: RiskKeeping, trials: TrialDesk) -> None:
        self._law, self._store, self._keeping, self._trials = law, store, keeping, trials

    def sample(self, since: datetime, until: datetime, most: int = 1000) -> list[str]:
        """Return the numbers of at most so many declarations selected in a period, evenly over it."""
        numbers = [one.number for one in selections(self._store, since, until)]
        return numbers[:: max(1, -(-len(numbers) // most))]

    def recheck(self, sample: Sequence[str]) -> tuple[Difference, ...]:
        """Compute anew, from the log alone, what was known of some declarations when they were selected last, and return what differs.

        Args:
          sample: Their numbers. Those that were never selected are passed over. Where the law had something erased since, what it
            counted for in the histories of others is missing, and is told as a difference.
        """
        rows = [row for number in sample for row in self._store.risk_rows_of(number)]
        return tuple(self._differences(sorted(rows, key=lambda row: (row.seq, row.number, row.item))))

    def _differences(self, rows: Sequence[RiskRow]) -> Iterator[Difference]:
        past = _Past(self._store, self._keeping)
        for row in rows:
            knowledge = past.before(row.seq, row.at)
            found = knowledge.of(row.values[:FIRST_KNOWN], keys_of_row(row.values), row.at)
            logged = self._logged(row)
            for place, (one, other) in enumerate(zip(logged, found, strict=True), FIRST_KNOWN):
                if one != other:
                    yield Difference(row.number, row.item, catalogue().names[place], one, other)

    def _logged(self, row: RiskRow) -> Sequence[Value]:
        """Return the values logged with the decision; those of the read model where the log has them in another form."""
        fact = next((one.fact for one in self._store.facts_of(row.number) if one.seq == row.seq), None)
        if isinstance(fact, Selected) and fact.fields == FIELDS and len(fact.features) >= row.item:
            return fact.features[row.item - 1]
        return row.values[FIRST_KNOWN:]

    def replay(self, since: datetime, until: datetime) -> tuple[Difference, ...]:
        """Hold the profiles in force against the goods of a period in columns, and return where that differs from what was logged.

        Only profiles that stood unchanged through the whole period are held, with every list they ask of.
        """
        day, entries = self._law.day(until), self._steady(since, until)
        goods, _ = self._trials.goods(since, until)
        run = ColumnarRun(goods.columns(), catalogue(), self._keeping.lists(day))
        found: set[tuple[str, int, str]] = set()
        for entry in entries:
            whole = entry.profile.level == "declaration"
            places = run.hits(entry.profile).tolist()
            found.update((goods.number(place), 0 if whole else int(goods.items[place]), entry.code) for place in places)
        held = {(one.code, one.version) for one in entries}
        logged = {
            (one.number, hit.item, hit.profile)
            for one in selections(self._store, since, until)
            for hit in one.hits
            if (hit.profile, hit.version) in held
        }
        return tuple(Difference(*one, one in logged, one in found) for one in sorted(found ^ logged))

    def _steady(self, since: datetime, until: datetime) -> list[Entry]:
        timeline, day = self._keeping.timeline(), self._law.day(until)
        before, after = self._keeping.lists(self._law.day(since)), self._keeping.lists(day)
        moved = {name for name, versions in timeline.lists.items() if versions[-1][1] > since or before[name] != after[name]}
        stood = {name for name, one in timeline.profiles.items() if one.standings and one.standings[-1][1] <= since}
        entries = [one for one in self._keeping.book(day).entries if (one.code, one.version) in stood]
        return [one for one in entries if not moved & lists_of(one.profile.condition)]


def lists_of(condition: Condition) -> frozenset[str]:
    """Return the names of the lists a condition asks of."""
    match condition:
        case InList(_, name):
            return frozenset((name,))
        case AllOf(parts) | AnyOf(parts):
            return frozenset(name for part in parts for name in lists_of(part))
        case Not(part):
            return lists_of(part)
        case _:
            return frozenset()


class _Past:
    """What was known at places in the log, asked in their order."""

    def __init__(self, store: Store, keeping: RiskKeeping) -> None:
        self._store, self._keeping = store, keeping
        self._memory, self._events = Memory(), self._happenings()
        self._next = next(self._events, None)
        self._kept = [(one.seq, one.fact) for one in store.facts_of(SUBJECT) if isinstance(one.fact, ReferencesKept)]
        self._read: dict[str, References] = {}

    def before(self, seq: int, at: datetime) -> Knowledge:
        """Return what was known before a place in the log, at a moment."""
        due = []
        while self._next is not None and self._next.seq < seq:
            due.append(self._next)
            self._next = next(self._events, None)
        self._memory.update(due)
        return Knowledge(self._memory, self._references(seq, at))

    def _happenings(self) -> Iterator[HistoryEvent]:
        seq = 0
        while events := self._store.happenings_after(seq, _PAGE):
            yield from events
            seq = events[-1].seq

    def _references(self, seq: int, at: datetime) -> References | None:
        week = monday(at)
        held = [fact for place, fact in self._kept if place < seq and fact.week <= week]
        if not held:
            return None
        latest = max(held, key=lambda fact: fact.week)
        if latest.digest not in self._read:
            self._read = {latest.digest: read(self._keeping.document(latest.digest, f"references {latest.week}"))}
        return self._read[latest.digest]
