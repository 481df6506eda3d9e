"""Millions of lines assessed by the same law as one declaration, to the same cent.

``lines_of`` or ``columns_of`` makes columns, ``assess_lines`` computes them. What a combination of code, origin, claim, procedure,
documents and day owes is asked once of the very functions that assess one declaration; only the arithmetic is done in columns of
whole numbers. Lines whose duty hangs on figures in another way are computed one by one, by those same functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

import numpy as np

from clearlane.assessment.columnar_facts import FACTS, goods_at, lines_of
from clearlane.assessment.columnar_lines import Lines
from clearlane.assessment.columnar_plan import ALONE, Plan
from clearlane.assessment.columnar_round import EXACT, Whole
from clearlane.assessment.columnar_run import Work, computed, planned, starts_of
from clearlane.assessment.duty import tax_lines
from clearlane.assessment.goods import Goods, goods_of
from clearlane.assessment.value import customs_values
from clearlane.model.assessment import Outcome, TaxLine
from clearlane.model.declaration import Declaration
from clearlane.model.profile import Profile
from clearlane.model.text import Text

OUTCOMES: tuple[Outcome | None, ...] = (None, "priced", "suspended", "conditional", "unpriced")
"""Outcomes by the number that stands for them in columns; 0 for no line."""
_NUMBERS = {outcome: number for number, outcome in enumerate(OUTCOMES)}
_OPEN = 3


@dataclass
class Duties:
    """What lines of goods owe.

    Attributes:
      slots: What each column holds: the tax, and whether it is the first of an item's lines for it, the second …
      amounts: For each slot the amounts, in whole units of ``10 ** -places`` of the currency of account; 0 where none is priced.
      places: Decimal places.
      apart: Why taxes owe no amount, by slot, of each line of goods that was computed alone.
    """

    slots: tuple[tuple[str, int], ...]
    amounts: list[Whole]
    places: int
    _table: Whole
    _patterns: Whole
    _apart: dict[int, tuple[int, ...]] = field(default_factory=dict)
    apart: dict[int, dict[int, Text]] = field(default_factory=dict)

    def outcomes(self, slot: int) -> Whole:
        """Return the outcome of every line in a slot, as places in ``OUTCOMES``."""
        found = np.take(self._table[:, slot], self._patterns, mode="clip")
        for row, outcomes in self._apart.items():
            found[row] = outcomes[slot] if slot < len(outcomes) else 0
        return found

    def of(self, row: int) -> list[tuple[str, Outcome, Decimal | None]]:
        """Return what one line of goods owes: tax, outcome and amount of each of its lines, ordered by tax and number."""
        found = []
        for slot, (tax, number) in enumerate(self.slots):
            outcome = OUTCOMES[int(self._outcome(row, slot))]
            if outcome is not None:
                amount = Decimal(int(self.amounts[slot][row])).scaleb(-self.places) if outcome == "priced" else None
                found.append(((tax, number), (tax, outcome, amount)))
        return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]

    def totals(self) -> tuple[Whole, Whole]:
        """Return for every line of goods the sum of its amounts, and whether anything is open so that there is no total."""
        widest = sum(int(abs(column).max()) for column in self.amounts if len(column))
        total = np.zeros(len(self._patterns), dtype=np.int64 if widest < EXACT else object)
        for column in self.amounts:
            np.add(total, column, out=total, casting="unsafe")
        still_open = np.take((self._table >= _OPEN).any(axis=1), self._patterns, mode="clip")
        for row, outcomes in self._apart.items():
            still_open[row] = any(outcome >= _OPEN for outcome in outcomes)
        return total, still_open

    def computed_alone(self) -> int:
        """Return how many lines of goods were computed one by one."""
        return len(self._apart)

    def take_apart(self, row: int, lines: Sequence[TaxLine], plan: Plan) -> None:
        """Write down what a line of goods owes that was computed alone."""
        outcomes = dict.fromkeys(range(len(plan.slots)), 0)
        for column in self.amounts:
            column[row] = 0
        seen: dict[str, int] = {}
        self.apart[row] = {}
        for line in lines:
            number = seen[line.tax] = seen.get(line.tax, -1) + 1
            slot = plan.slot(line.tax, number)
            outcomes[slot] = _NUMBERS[line.outcome]
            if line.reason is not None and line.outcome != "priced":
                self.apart[row][slot] = line.reason
            self._write(slot, row, int((line.amount or Decimal(0)).scaleb(self.places)))
        self._apart[row] = tuple(outcomes[slot] for slot in range(len(plan.slots)))
        self.slots = tuple(plan.slots)

    def _write(self, slot: int, row: int, amount: int) -> None:
        while slot >= len(self.amounts):
            self.amounts.append(np.zeros(len(self._patterns), dtype=np.int64))
            self._table = np.pad(self._table, ((0, 0), (0, 1)))
        if not -(1 << 63) <= amount < 1 << 63:
            self.amounts[slot] = self.amounts[slot].astype(object)
        self.amounts[slot][row] = amount

    def _outcome(self, row: int, slot: int) -> int:
        if row in self._apart:
            return self._apart[row][slot] if slot < len(self._apart[row]) else 0
        return int(self._table[self._patterns[row], slot])


def plan_for(lines: Lines, profile: Profile) -> Plan:
    """Return an empty plan for lines with columns of these units; it fills as it is used and serves lines in the same units."""
    return Plan(profile, lines.value.places, {key: one.places for key, one in lines.quantities.items()})


def assess_lines(lines: Lines, profile: Profile, plan: Plan | None = None, *, threads: int = 1) -> Duties:
    """Return what lines of goods owe.

    Args:
      lines: The lines.
      profile: The law.
      plan: A plan made for the same law and units, so that nothing is asked twice; None for a new one.
      threads: How many processors to use.

    Raises:
      ValueError: The plan was made for another law or other units.
    """
    plan = plan or plan_for(lines, profile)
    if plan.profile is not profile or not plan.suits(lines.value.places, {key: one.places for key, one in lines.quantities.items()}):
        raise ValueError("The plan was made for another law or for other units.")
    columns = tuple(lines.facts[name] for name in FACTS)
    work = planned(lines.facts, plan)
    amounts, mixed = computed(lines, work, plan, threads)
    table = np.zeros((len(plan.patterns), len(plan.slots)), dtype=np.uint8)
    for number, pattern in enumerate(plan.patterns):
        for slot, outcome in pattern.items():
            table[number, slot] = _NUMBERS[outcome]
    patterns = np.take(work.patterns, work.combination, mode="clip")
    duties = Duties(tuple(plan.slots), amounts, plan.scale, table, patterns)
    for rows in _alone(lines, work, mixed):
        goods = [goods_at(lines, columns, row, item) for item, row in enumerate(rows, 1)]
        day = columns[-1].values[columns[-1].codes[rows[0]]]
        _take(duties, rows, goods, day, plan)
    return duties


def _take(duties: Duties, rows: Sequence[int], goods: Sequence[Goods], day: object, plan: Plan) -> None:
    assert isinstance(day, date)  # noqa: S101 - the last fact is the day
    found = tax_lines(goods, plan.profile, day)
    for item, row in enumerate(rows, 1):
        duties.take_apart(row, [line for line in found if line.item == item], plan)


def _alone(lines: Lines, work: Work, mixed: Whole) -> Iterator[list[int]]:
    """Yield the lines of goods that are computed alone, with the others of their declaration."""
    rows = np.concatenate((np.flatnonzero(np.take(work.groups == ALONE, work.combination)), mixed))
    starts = starts_of(lines)
    ends = np.append(starts[1:], len(lines))
    for place in np.unique(np.searchsorted(ends, rows, side="right")).tolist():
        yield list(range(int(starts[place]), int(ends[place])))


def columns_of(declarations: Iterable[Declaration], profile: Profile, at: datetime | Sequence[datetime]) -> Lines:
    """Return the items of declarations as columns, with their customs values; goods going out are left out, since they owe nothing.

    Args:
      declarations: The declarations.
      profile: The law.
      at: The moment that fixes rates of duty and exchange, for all or for each.
    """
    goods: list[Goods] = []
    days: list[date] = []
    numbers: list[int] = []
    for number, declaration in enumerate(declarations):
        on = profile.day(at if isinstance(at, datetime) else at[number])
        kind = profile.kind(declaration.type_code or "")
        if kind is not None and kind.direction != "import":
            continue
        found = _goods(declaration, profile, on)
        goods += found
        days += [on] * len(found)
        numbers += [number] * len(found)
    return lines_of(goods, days, numbers)


def assess_many(declarations: Sequence[Declaration], profile: Profile, at: datetime | Sequence[datetime]) -> list[Decimal | None]:
    """Return the total of each declaration in the profile's currency, as ``assess`` does; None where anything is open.

    Args:
      declarations: The declarations.
      profile: The law.
      at: The moment that fixes rates of duty and exchange, for all or for each.
    """
    lines = columns_of(declarations, profile, at)
    duties = assess_lines(lines, profile)
    sums, still_open = duties.totals()
    totals: list[int | None] = [0] * len(declarations)
    for number, amount, is_open in zip(
        (lines.declaration if lines.declaration is not None else ()), sums.tolist(), still_open, strict=True
    ):
        known = totals[int(number)]
        totals[int(number)] = None if known is None or is_open else known + amount
    return [None if one is None else Decimal(one).scaleb(-duties.places) for one in totals]


def _goods(declaration: Declaration, profile: Profile, on: date) -> list[Goods]:
    tariff, values = profile.tariff, customs_values(declaration, profile, on)
    return [
        goods_of(declaration, item, count, value, tariff.line(item.commodity_code, on) if tariff else None)
        for count, (item, value) in enumerate(zip(declaration.item, values, strict=True), 1)
    ]
