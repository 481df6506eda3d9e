"""The firms of an invented country: what each buys, from where, with whom, and how honest it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clearlane.learning.benchmark.worlds.goods import Floats, Ints, Nomenclature
from clearlane.learning.benchmark.worlds.plan import WorldPlan

KINDS = ("underval", "misclass", "origin")
LINES = 4
"""Kinds of goods that a firm buys at most."""


@dataclass
class Firms:
    """All firms, one entry per firm; what adapts is changed in place.

    Attributes:
      code: Number of the importer.
      begins: First week of trade.
      ends: Week before which it stops.
      weight: How much it trades.
      broker: Its customs broker.
      office: The office it uses.
      goods: Places of its goods in the nomenclature, one row per firm.
      origin: Country of each of them.
      mass: Logarithm of the usual net mass.
      vice: What it does when it cheats: a place in ``KINDS``.
      leaning: Chance that a declaration is wrong.
      depth: How far it goes, from 0 to 1; an adapted firm goes less far.
      quiet: Week until which it keeps quiet.
      ring: Whether it belongs to the ring.
    """

    code: Ints
    begins: Ints
    ends: Ints
    weight: Floats
    broker: Ints
    office: Ints
    goods: Ints
    origin: Ints
    mass: Floats
    vice: Ints
    leaning: Floats
    depth: Floats
    quiet: Ints
    ring: NDArray[np.bool_]


def population(plan: WorldPlan, goods: Nomenclature, chance: np.random.Generator) -> Firms:
    """Return the firms of a plan, the ring's last."""
    count, shells = plan.importers, plan.ring_firms
    total = count + shells
    ring = np.arange(total) >= count
    late = chance.random(total) < plan.newcomers
    begins = np.where(late, chance.integers(1, max(2, plan.weeks), total), 0)
    begins = np.where(ring, plan.ring_begins + chance.integers(0, 3, total), begins)
    ends = np.where(chance.random(total) < 0.5, begins + chance.geometric(1 / 60, total), plan.weeks)
    ends = np.where(ring, plan.ring_begins + plan.ring_weeks, ends)
    firms = Firms(
        code=chance.permutation(total) + 1,
        begins=begins,
        ends=ends,
        weight=chance.lognormal(0, 1.4, total),
        broker=chance.integers(0, plan.brokers, total),
        office=chance.integers(0, plan.offices, total),
        goods=_assortment(total, goods, chance),
        origin=_partners(total, plan, chance),
        mass=chance.normal(6.0, 1.2, (total, LINES)),
        vice=chance.choice(3, total, p=np.asarray(plan.kinds) / sum(plan.kinds)),
        leaning=_leanings(total, plan, chance),
        depth=chance.uniform(0.6, 1.0, total),
        quiet=np.zeros(total, np.int64),
        ring=ring,
    )
    if shells:
        _conspire(firms, plan, goods, chance)
    return firms


def _assortment(total: int, goods: Nomenclature, chance: np.random.Generator) -> Ints:
    """Let each firm buy in one or two chapters, the popular ones more often."""
    popular = chance.lognormal(0, 1.0, len(goods.codes))
    first = chance.choice(len(goods.codes), total, p=popular / popular.sum())
    near = np.clip(first[:, None] + chance.integers(-6, 7, (total, LINES)), 0, len(goods.codes) - 1)
    near[:, 0] = first
    return np.asarray(near)


def _partners(total: int, plan: WorldPlan, chance: np.random.Generator) -> Ints:
    """Let countries differ in how much they sell, and each firm keep to few."""
    selling = chance.lognormal(0, 1.6, plan.origins)
    partners: Ints = chance.choice(plan.origins, (total, LINES), p=selling / selling.sum())
    return partners


def _leanings(total: int, plan: WorldPlan, chance: np.random.Generator) -> Floats:
    """Let one firm in six cheat often, and the others hardly ever; the mean is the prevalence."""
    often = chance.random(total) < 1 / 6
    share = np.where(often, chance.beta(1.2, 6.0, total), 0.006)
    return np.asarray(np.minimum(share * plan.prevalence / share.mean() * 1.25, 0.9))


def _conspire(firms: Firms, plan: WorldPlan, goods: Nomenclature, chance: np.random.Generator) -> None:
    """Give the ring's firms one broker, one chapter and one vice; their trade adds up to what is planned."""
    chapter = chance.choice(goods.codes // 10000)
    within = np.flatnonzero(goods.codes // 10000 == chapter)
    size = firms.ring.sum()
    firms.broker[firms.ring] = chance.integers(0, plan.brokers)
    firms.goods[firms.ring] = chance.choice(within, (size, LINES))
    firms.vice[firms.ring] = KINDS.index(plan.ring_kind)
    firms.leaning[firms.ring] = plan.ring_share
    firms.weight[firms.ring] = 1.0
