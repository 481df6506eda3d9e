"""Charges on the whole declaration, by the column: computed once on the sum of the bases and shared out by largest remainder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from clearlane.assessment.columnar_form import VALUE, LineForm
from clearlane.assessment.columnar_group import Group
from clearlane.assessment.columnar_round import EXACT, Whole


class Share(NamedTuple):
    """What goods of one combination bear of a charge on the whole declaration.

    Attributes:
      slot: Where the share goes.
      measure: The measure; goods that bear the same one are charged together.
      base: The slots, or ``VALUE``, that the goods' own base is the sum of.
      form: The charge, on the sum of the bases.
    """

    slot: int
    measure: str
    base: tuple[int, ...]
    form: LineForm


def share_out(shares: Sequence[Share | None], of_row: Whole, value: Whole, results: list[Whole], starts: Whole) -> Whole:
    """Compute the charges and write each line's share into its slot.

    Args:
      shares: What goods may bear; None for nothing.
      of_row: For each line which of these.
      value: The customs values, in minor units.
      results: The amounts by slot; those of the charge are filled in.
      starts: The first line of each declaration, in order.

    Returns:
      Lines of goods whose declarations mix charges, so that they must be computed alone.
    """
    odd = [np.zeros(0, dtype=np.int64)]
    for slot in dict.fromkeys(share.slot for share in shares if share is not None):
        own = np.array([share is not None and share.slot == slot for share in shares], dtype=np.bool_)
        rows = np.flatnonzero(np.take(own, of_row))
        if len(rows):
            declaration = np.searchsorted(starts, rows, side="right") - 1
            begins = np.flatnonzero(np.diff(declaration, prepend=-1))
            base = _bases(shares, of_row[rows], rows, value, results)
            charges = [share if share is not None and share.slot == slot else None for share in shares]
            found, mixed = _of_slot(charges, of_row[rows], base, begins)
            if found.dtype == object and int(abs(found).max()) >= EXACT:
                results[slot] = results[slot].astype(object)
            results[slot][rows] = found
            odd.append(rows[mixed])
    return np.concatenate(odd)


def _of_slot(shares: Sequence[Share | None], which: Whole, base: Whole, begins: Whole) -> tuple[Whole, Whole]:
    """Return the shares in one charge, and which lines stand in a declaration that mixes charges or has a base below nothing."""
    kinds: dict[tuple[str, LineForm], int] = {}
    kind_of = [-1 if one is None else kinds.setdefault((one.measure, one.form), len(kinds)) for one in shares]
    kind, counts = np.take(np.array(kind_of, dtype=np.int64), which), np.diff(begins, append=len(base))
    mixed = np.maximum.reduceat(kind, begins) != np.minimum.reduceat(kind, begins)
    mixed |= np.asarray(np.minimum.reduceat(base, begins) < 0, dtype=np.bool_)
    amounts = _charged([form for _, form in kinds], kind[begins], np.add.reduceat(_wide(base, len(base)), begins))
    unit = next(iter(kinds))[1].shape.unit
    return _apportioned(amounts // unit, base, begins, counts) * unit, np.repeat(mixed, counts)


def _bases(shares: Sequence[Share | None], which: Whole, rows: Whole, value: Whole, results: list[Whole]) -> Whole:
    base = np.zeros(len(rows), dtype=value.dtype)
    for number, share in enumerate(shares):
        if share is not None and (at := np.flatnonzero(which == number)).size:
            for slot in share.base:
                column = value if slot == VALUE else results[slot]
                if column.dtype == object:
                    base = base.astype(object)
                base[at] += column[rows[at]]
    return base


def _charged(forms: Sequence[LineForm], kind: Whole, whole: Whole) -> Whole:
    """Return the charge on each declaration."""
    amounts = np.zeros_like(whole)
    for number, form in enumerate(forms):
        at = np.flatnonzero(kind == number)
        group = Group((form.shape,))
        group.add([form])
        group.prepare()
        base = whole[at]
        if len(at) and not group.bound(int(abs(base).max()), {})[0]:
            base, amounts = base.astype(object), amounts.astype(object)
        for _, found in group.amounts(np.zeros(len(at), dtype=np.int64), base, {}, signed=True):
            amounts[at] = found
    return amounts


def _apportioned(units: Whole, base: Whole, begins: Whole, counts: Whole) -> Whole:
    """Share units out over the lines of each declaration in proportion to their bases, evenly where all are zero."""
    base = _wide(base, int(abs(units).max()) + len(base))
    empty = np.repeat(np.asarray(np.add.reduceat(base, begins) == 0, dtype=np.bool_), counts)
    weights = np.where(empty, 1, base)
    whole, all_units = np.repeat(np.add.reduceat(weights, begins), counts), np.repeat(units, counts)
    parts = all_units * weights // whole
    rest = all_units * weights - parts * whole
    left = np.repeat(units - np.add.reduceat(parts, begins), counts)
    declaration = np.repeat(np.arange(len(begins)), counts)
    order = np.lexsort((np.arange(len(base)), -rest, declaration)) if base.dtype != object else _sorted(rest, declaration)
    rank = np.empty(len(base), dtype=np.int64)
    rank[order] = np.arange(len(base)) - np.repeat(begins, counts)
    shared: Whole = parts + np.asarray(rank < left, dtype=np.int64)
    return shared


def _sorted(rest: Whole, declaration: Whole) -> Whole:
    return np.array(sorted(range(len(rest)), key=lambda row: (int(declaration[row]), -int(rest[row]), row)), dtype=np.int64)


def _wide(column: Whole, times: int) -> Whole:
    """Return a column as whole numbers without limit where 64 bits might not hold so many times its figures."""
    most = int(abs(column).max()) if len(column) else 0
    return column if column.dtype == object or most * times < EXACT else column.astype(object)
