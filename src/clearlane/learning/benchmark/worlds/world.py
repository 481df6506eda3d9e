"""Trade of an invented country for risk work, one row per declaration, with what is really so in the last columns.

The columns are those of the open worlds that risk work is measured on: declaration and week; importer, broker and office; goods,
origin, departure and preference; net mass, value, duty; and the truth: ``illicit``, ``revenue``, ``ftype`` and ``ring``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from clearlane.learning.benchmark.worlds.deceit import Line, adapt, deceive
from clearlane.learning.benchmark.worlds.firms import LINES, Firms, population
from clearlane.learning.benchmark.worlds.goods import PREFERENCE, Floats, Nomenclature, nomenclature
from clearlane.learning.benchmark.worlds.plan import WorldPlan

COLUMNS = (
    "id", "week", "importer", "broker", "office", "hs6", "origin", "departure", "pref", "kg", "value", "rate", "tax",
    "illicit", "revenue", "ftype", "ring",
)  # fmt: skip
Row = tuple[int | float | str, ...]


class World:
    """An invented country, week by week."""

    def __init__(self, seed: int, plan: WorldPlan | None = None) -> None:
        """Found the country.

        Args:
          seed: Any whole number from 0.
          plan: What it is like; the usual one unless said.
        """
        self.plan = plan or WorldPlan()
        self._chance = np.random.default_rng(seed)
        self._goods: Nomenclature = nomenclature(self.plan, self._chance)
        self._firms: Firms = population(self.plan, self._goods, self._chance)
        self._level = np.zeros(self.plan.chapters)
        self._chapter = self._goods.codes // 10000 - 10
        self._count = 0

    def rows(self) -> Iterator[Row]:
        """Yield every declaration in the order of ``COLUMNS``, week by week; call it once for one world."""
        for week in range(self.plan.weeks):
            self._level += self._chance.normal(0, 0.004, len(self._level))
            duty = self._goods.duties(week, self.plan)
            for who in self._traders(week):
                yield self._declare(int(who), week, duty)

    def _traders(self, week: int) -> list[int]:
        """Return who declares in a week, in order."""
        firms, plan, chance = self._firms, self.plan, self._chance
        here = (firms.begins <= week) & (week < firms.ends)
        usual = np.where(here & ~firms.ring, firms.weight, 0.0)
        count = chance.poisson(plan.per_week * (1 + 0.1 * np.sin(week * 2 * np.pi / 52)))
        traders = chance.choice(len(usual), count, p=usual / usual.sum()) if usual.any() else np.empty(0, np.int64)
        shells = np.flatnonzero(here & firms.ring)
        if len(shells):
            traders = np.concatenate([traders, chance.choice(shells, chance.poisson(plan.ring_rows))])
        return [int(who) for who in chance.permutation(traders)]

    def _declare(self, who: int, week: int, duty: Floats) -> Row:
        firms, chance = self._firms, self._chance
        line, mass = self._honest(who)
        said = None
        if week >= firms.quiet[who] and chance.random() < self._temptation(who, line, week):
            said = deceive(line, int(firms.vice[who]), float(firms.depth[who]), self._goods, duty, chance)
        if said and chance.random() < self.plan.audit:
            adapt(firms, who, week, chance)
        return self._row(who, week, said or line, mass, duty)

    def _honest(self, who: int) -> tuple[Line, float]:
        """Return a firm's next line as it really is, and its net mass in kilograms."""
        firms, goods, chance = self._firms, self._goods, self._chance
        at = min(int(chance.geometric(0.5)) - 1, LINES - 1)
        what, origin = int(firms.goods[who, at]), int(firms.origin[who, at])
        if chance.random() < 0.04:
            origin = int(chance.integers(0, self.plan.origins))
        departure = origin if chance.random() < 0.9 else int(chance.integers(0, self.plan.origins))
        mass = float(np.exp(firms.mass[who, at] + chance.normal(0, 0.7)))
        price = goods.price[what] + goods.offset[what, origin] + self._level[self._chapter[what]] + chance.normal(0, goods.spread[what])
        pref = int(goods.agreed[origin] and chance.random() < 0.8)
        return Line(what, origin, departure, pref, mass * float(np.exp(price)), 0.0, "none"), mass

    def _temptation(self, who: int, line: Line, week: int) -> float:
        """Return the chance that a firm cheats now: more where the duty has just risen."""
        risen = self._goods.shocked[line.goods] > self._goods.duty[line.goods] and week >= self.plan.shock_week
        return float(self._firms.leaning[who]) * (2.0 if risen else 1.0)

    def _row(self, who: int, week: int, line: Line, mass: float, duty: Floats) -> Row:
        firms, goods = self._firms, self._goods
        self._count += 1
        rate = float(duty[line.goods]) * (PREFERENCE if line.pref else 1.0)
        parties = int(firms.code[who]), int(firms.broker[who]), int(firms.office[who])
        said = int(goods.codes[line.goods]), line.origin, line.departure, line.pref, mass, line.value, rate, line.value * rate / 100
        return self._count - 1, week, *parties, *said, int(line.lost > 0), line.lost, line.kind, int(firms.ring[who])


def write_world(path: Path, seed: int, plan: WorldPlan | None = None) -> int:
    """Write a world as CSV with a heading, and return how many declarations it holds.

    Args:
      path: The file; it is replaced.
      seed: Any whole number from 0.
      plan: What the country is like; the usual one unless said.
    """
    world = World(seed, plan)
    with path.open("w", newline="", encoding="ascii") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        count = 0
        for count, row in enumerate(world.rows(), 1):  # noqa: B007 - the count outlives the loop
            writer.writerow(row)
    return count
