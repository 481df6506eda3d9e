"""Lines computed by their plan: in pieces that stay in the processor's cache, in 64 bits where those are sure to hold the results."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np

from clearlane.assessment.columnar_facts import FACTS
from clearlane.assessment.columnar_group import Group
from clearlane.assessment.columnar_lines import Coded, Lines, combined
from clearlane.assessment.columnar_plan import ALONE, Plan
from clearlane.assessment.columnar_round import EXACT, Whole
from clearlane.assessment.columnar_together import share_out

PIECE = 1 << 14
"""How many lines are computed at a time."""
_WIDEST = (1 << 63) - 1


class Work(NamedTuple):
    """Lines with the plan for each.

    Attributes:
      groups: For each combination of facts the group of its program.
      rows: Its number within the group.
      patterns: Its pattern of outcomes.
      shares: What it bears of a charge on the whole declaration.
      combination: For each line its combination.
    """

    groups: Whole
    rows: Whole
    patterns: Whole
    shares: Whole
    combination: Whole


class Inputs(NamedTuple):
    """Figures of some lines, in minor units and in units of their columns."""

    value: Whole
    quantities: Mapping[str, Whole]

    def most(self) -> tuple[int, dict[str, int]]:
        """Return the greatest magnitudes."""
        return _most(self.value), {key: _most(column) for key, column in self.quantities.items()}

    def of(self, rows: Whole | slice) -> Inputs:
        """Return the figures of some of the lines."""
        return Inputs(self.value[rows], {key: column[rows] for key, column in self.quantities.items()})

    def wide(self) -> Inputs:
        """Return the figures as whole numbers without limit."""
        return Inputs(self.value.astype(object), {key: column.astype(object) for key, column in self.quantities.items()})

    def signed(self) -> bool:
        """Say whether any figure is negative."""
        return any(len(column) and column.min() < 0 for column in (self.value, *self.quantities.values()))


def planned(facts: Mapping[str, Coded], plan: Plan) -> Work:
    """Ask the plan what every combination of facts owes."""
    columns = [facts[name].merged(plan.alike.get(name, _itself)) for name in FACTS]
    combination, first = combined(columns)
    places = [column.codes[first].tolist() for column in columns]
    keys = zip(*([column.keys[place] for place in own] for column, own in zip(columns, places, strict=True)), strict=True)
    programs = []
    for number, key in enumerate(keys):
        known = plan.known(key)
        if known is None:
            known = plan.program(key, tuple(column.values[own[number]] for column, own in zip(columns, places, strict=True)))
        programs.append(known)
    for group in plan.groups:
        group.prepare()
    laid = np.array(programs, dtype=np.int32).reshape(len(programs), 4)
    groups, rows, patterns, shares = (np.ascontiguousarray(laid[:, place]) for place in range(4))
    return Work(groups, rows, patterns, shares, combination)


def _itself(value: Hashable) -> Hashable:
    return value


def computed(lines: Lines, work: Work, plan: Plan, threads: int) -> tuple[list[Whole], Whole]:
    """Return the amounts of every slot, and the lines that must be computed alone for what their declarations bear as a whole.

    Amounts of lines that are computed alone are left out.
    """
    value = _scaled(lines, plan)
    inputs = Inputs(value, {key: one.units for key, one in lines.quantities.items()})
    results = _items(inputs, work, plan, threads)
    if len(plan.shares) == 1:
        return results, np.zeros(0, dtype=np.int64)
    of_row = np.take(work.shares, work.combination, mode="clip")
    return results, share_out(plan.shares, of_row, value, results, starts_of(lines))


def starts_of(lines: Lines) -> Whole:
    """Return the first line of each declaration."""
    if lines.declaration is None:
        return np.arange(len(lines))
    return np.flatnonzero(np.diff(lines.declaration, prepend=lines.declaration[:1] - 1))


def _scaled(lines: Lines, plan: Plan) -> Whole:
    """Return the customs values in minor units."""
    scaled = lines.value.units
    if plan.scale > lines.value.places:
        scaled = scaled.astype(object) * 10 ** (plan.scale - lines.value.places)
        scaled = scaled.astype(np.int64) if _most(scaled) < EXACT else scaled
    return scaled


def _items(inputs: Inputs, work: Work, plan: Plan, threads: int) -> list[Whole]:
    """Return the amounts of every slot that is charged on each item."""
    count = len(inputs.value)
    safe, widest = _bounds(plan.groups, inputs)
    results = [np.zeros(count, dtype=np.int64 if widest <= _WIDEST else object) for _ in plan.slots]
    signed = inputs.signed()

    def piece(start: int) -> None:
        whole = slice(start, min(start + PIECE, count))
        combination = work.combination[whole]
        own = np.take(work.groups, combination, mode="clip")
        for number, rows in _split(own):
            at = whole if rows is None else rows + start
            shares = np.take(work.rows, combination if rows is None else combination[rows], mode="clip")
            needed = Inputs(inputs.value, {key: inputs.quantities[key] for key in plan.groups[number].inputs}).of(at)
            for slot, part, amounts in _amounts(plan.groups[number], shares, needed, safe=safe[number], signed=signed):
                results[slot][at if part is None else _rows(at)[part]] = amounts

    starts = range(0, count, PIECE)
    if threads > 1:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(piece, starts))
    else:
        for start in starts:
            piece(start)
    return results


def _bounds(groups: Sequence[Group], inputs: Inputs) -> tuple[list[bool], int]:
    value, most = inputs.most()
    found = [group.bound(value, most) for group in groups]
    return [fits for fits, _ in found], max((widest for _, widest in found), default=0)


def _split(groups: Whole) -> Iterator[tuple[int, Whole | None]]:
    """Yield each group that occurs, but for ``ALONE``, with its lines; None for all of them."""
    low, high = int(groups.min()), int(groups.max())
    if low == high:
        if low != ALONE:
            yield low, None
        return
    for number in np.flatnonzero(np.bincount(groups + 1)).tolist():
        if number - 1 != ALONE:
            yield number - 1, np.flatnonzero(groups == number - 1)


def _amounts(group: Group, rows: Whole, inputs: Inputs, *, safe: bool, signed: bool) -> Iterator[tuple[int, Whole | None, Whole]]:
    """Yield slot, lines (None for all) and amounts: in 64 bits where they fit, large figures apart, else without limit."""
    if safe or group.bound(*inputs.most())[0]:
        for slot, amounts in group.amounts(rows, inputs.value, inputs.quantities, signed=signed):
            yield slot, None, amounts
        return
    large = np.zeros(len(rows), dtype=np.bool_)
    for column in (inputs.value, *inputs.quantities.values()):
        large |= np.asarray(abs(column) > _most(column) >> 8, dtype=np.bool_)
    if large.all() or not large.any():
        wide = inputs.wide()
        for slot, amounts in group.amounts(rows, wide.value, wide.quantities, signed=True):
            yield slot, None, amounts
        return
    for part in (np.flatnonzero(~large), np.flatnonzero(large)):
        if len(part):
            for slot, inner, amounts in _amounts(group, rows[part], inputs.of(part), safe=False, signed=signed):
                yield slot, part if inner is None else part[inner], amounts


def _rows(at: Whole | slice) -> Whole:
    return np.arange(at.start, at.stop) if isinstance(at, slice) else at


def _most(column: Whole) -> int:
    return max(int(column.max()), -int(column.min())) if len(column) else 0
