"""Build the weekly references from columns of goods: a year in seconds, without anything declared or learned later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import exp, log

import msgspec
import numpy as np
from numpy.typing import NDArray

from clearlane.model.risk_history import Reference
from clearlane.risk.history.definitions import micros
from clearlane.risk.history.references import BY_MASS, LEVELS, PER_KILOGRAM, References, cut, kept, name

LEANING = 20
"""With as many goods items a group counts half, and the wider group it leans on the other half."""
FEWEST = 5
"""The fewest goods items of which a group is named."""
NEVER = 2**62
"""Stands for a result that was never learned, in microseconds."""

Whole = NDArray[np.int64]
Figures = NDArray[np.float64]


class LikeGoods(msgspec.Struct, frozen=True):
    """One goods item that was declared.

    Attributes:
      at: When it was declared.
      hs: The commodity code; left out where its first six characters are no digits.
      origin: The country of origin; empty where missing.
      unit: The unit; empty for a kilogram.
      price: The unit price as declared; None where missing.
      weight: The unit weight in kg; None where missing.
      wrong_since: When its value was found wrong; None where it was not.
      right_price: The unit price that was found right; None where it is not known, and the item then says nothing of prices.
    """

    at: datetime
    hs: str
    origin: str
    unit: str
    price: float | None
    weight: float | None = None
    wrong_since: datetime | None = None
    right_price: float | None = None


@dataclass(frozen=True)
class Goods:
    """The same as columns: what is missing is NaN in figures, ``NEVER`` in ``wrong_since``; ``heading`` is of six digits.

    Origins and units are numbered; ``origins`` and ``units`` name them.
    """

    at: Whole
    heading: Whole
    origin: Whole
    unit: Whole
    price: Figures
    weight: Figures
    wrong_since: Whole
    right_price: Figures
    origins: Sequence[str]
    units: Sequence[str]

    @classmethod
    def of(cls, items: Iterable[LikeGoods]) -> Goods:
        """Return goods items as columns."""
        told = [one for one in items if len(one.hs) >= 6 and one.hs[:6].isascii() and one.hs[:6].isdigit()]
        origins: dict[str, int] = {}
        units: dict[str, int] = {}
        return cls(
            np.array([micros(one.at) for one in told], np.int64),
            np.array([int(one.hs[:6]) for one in told], np.int64),
            np.array([origins.setdefault(one.origin, len(origins)) for one in told], np.int64),
            np.array([units.setdefault(one.unit or PER_KILOGRAM, len(units)) for one in told], np.int64),
            np.array([one.price for one in told], np.float64),
            np.array([one.weight for one in told], np.float64),
            np.array([NEVER if one.wrong_since is None else micros(one.wrong_since) for one in told], np.int64),
            np.array([one.right_price for one in told], np.float64),
            tuple(origins),
            tuple(units),
        )


@dataclass(frozen=True)
class _Middles:
    """Groups of one level: their numbers rising, and of each how many goods, the figures (median, spread, …), and the levels' shares."""

    groups: Whole
    counts: Whole
    figures: Figures
    shares: Figures


def build(week: date, goods: Goods) -> References:
    """Return the references that hold from a Monday on.

    Args:
      week: The Monday. What was declared on it or later is left out, and so is what was learned of earlier goods then.
      goods: Goods items, in any order.
    """
    until = cut(week)
    price = np.where(goods.wrong_since < until, goods.right_price, goods.price)
    priced = _levels(goods, (goods.at < until) & (price > 0) & np.isfinite(price), price)
    mass = np.isin(goods.unit, [count for count, unit in enumerate(goods.units) if unit in BY_MASS])
    weighed = _levels(goods, (goods.at < until) & ~mass & (goods.weight > 0) & np.isfinite(goods.weight), goods.weight)
    return kept(week, (one for level in LEVELS for one in _named(level, goods, priced[level], weighed[level])))


def _levels(goods: Goods, held: NDArray[np.bool_], figures: Figures) -> dict[str, _Middles]:
    """Return the groups of every level, each leaning on the wider one."""
    logs = np.array([log(figure) for figure in figures[held].tolist()], np.float64)
    heading, origin, unit = goods.heading[held], goods.origin[held], goods.unit[held]
    found: dict[str, _Middles] = {}
    for level in reversed(LEVELS):
        wider = found.get(LEVELS[LEVELS.index(level) + 1]) if level != LEVELS[-1] else None
        numbers = _numbers(level, heading, origin, unit, len(goods.origins) or 1)
        groups, member, of = np.unique(numbers, return_index=True, return_inverse=True)
        counts = np.bincount(of, minlength=len(groups)).astype(np.int64)
        own = _middles(logs, of, counts)
        shares = np.zeros((len(LEVELS), len(groups)))
        shares[LEVELS.index(level)] = 1.0
        if wider is not None:
            above = _numbers(LEVELS[LEVELS.index(level) + 1], heading[member], origin[member], unit[member], len(goods.origins) or 1)
            place = np.searchsorted(wider.groups, above)
            lean = counts / (counts + LEANING)
            own = lean * own + (1 - lean) * wider.figures[:, place]
            shares = lean * shares + (1 - lean) * wider.shares[:, place]
        found[level] = _Middles(groups, counts, own, shares)
    return found


def _numbers(level: str, heading: Whole, origin: Whole, unit: Whole, origins: int) -> Whole:
    """Return each item's group as one number, from which heading, origin and unit are read again by ``_told``."""
    digits = {"group": 1, "hs6": 1, "hs4": 100, "chapter": 10000}[level]
    return (unit * 1_000_000 + heading // digits) * origins + (origin if level == "group" else 0)


def _middles(logs: Figures, of: Whole, counts: Whole) -> Figures:
    """Return median, 10th and 90th percentile, and median absolute deviation of each group."""
    starts = np.cumsum(counts) - counts
    by_group = _order(logs, of, len(counts))
    ordered = logs[by_group]
    median, low, high = (_quantile(ordered, starts, counts, share) for share in (0.5, 0.1, 0.9))
    grouped = of[by_group]
    away = np.abs(ordered - median[grouped])
    away = away[_order(away, grouped, len(counts))]
    return np.stack((median, low, high, _quantile(away, starts, counts, 0.5)))


def _order(figures: Figures, of: Whole, groups: int) -> Whole:
    """Return the order by group and then by figure; a narrow number of the group is sorted without comparing."""
    rising = np.argsort(figures)
    narrow = of.astype(np.uint16) if groups <= 2**16 else of
    order: Whole = rising[np.argsort(narrow[rising], kind="stable")]
    return order


def _quantile(ordered: Figures, starts: Whole, counts: Whole, share: float) -> Figures:
    """Return a quantile of each group, between two neighbours in proportion."""
    if not len(ordered):
        return np.zeros(0)
    place = (counts - 1) * share
    below = np.floor(place).astype(np.int64)
    above = np.minimum(below + 1, counts - 1)
    part = place - below
    found: Figures = ordered[starts + below] * (1 - part) + ordered[starts + above] * part
    return found


def _named(level: str, goods: Goods, priced: _Middles, weighed: _Middles) -> Iterator[Reference]:
    origins = len(goods.origins) or 1
    digits = {"group": 6, "hs6": 6, "hs4": 4, "chapter": 2}[level]
    weights = {int(group): count for count, group in enumerate(weighed.groups) if weighed.counts[count] >= FEWEST}
    for count in np.flatnonzero(priced.counts >= FEWEST).tolist():
        group = int(priced.groups[count])
        (unit, heading), origin = divmod(group // origins, 1_000_000), group % origins
        median, low, high, spread = priced.figures[:, count].tolist()
        weight = weights.get(group)
        yield Reference(
            group=name(level, f"{heading:0{digits}d}", goods.origins[origin] if level == "group" else "", goods.units[unit]),
            count=int(priced.counts[count]),
            price_median=_rounded(exp(median)),
            price_p10=_rounded(exp(low)),
            price_p90=_rounded(exp(high)),
            price_spread=_rounded(spread),
            weight_median=None if weight is None else _rounded(exp(float(weighed.figures[0, weight]))),
            weight_spread=None if weight is None else _rounded(float(weighed.figures[3, weight])),
            shrunk_to=LEVELS[int(np.argmax(priced.shares[:, count]))],
        )


def _rounded(figure: float) -> float:
    """Return a figure to twelve digits, so that two machines write the same bytes."""
    return float(f"{figure:.12g}")
