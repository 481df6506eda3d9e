"""Sums over the past: for each row, what was known of its group strictly before it. Nothing later can reach them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from clearlane.learning.table import Codes, Floats


def past_sums(group: Codes, at: Floats, known_group: Codes, known: Floats, amounts: Floats) -> Floats:
    """Return for each row the sum of the amounts of its group that were known before it.

    Args:
      group: The group of each row.
      at: The moment of each row.
      known_group: The group of each event.
      known: The moment from which each event is known; an event of the very moment of a row does not count for it.
      amounts: What each event adds. Whole numbers are summed exactly; for others give whole minor units, so that no later one
        can change so much as the last bit.
    """
    rows = len(group)
    groups, moments = np.concatenate([group, known_group]), np.concatenate([at, known])
    is_event = np.concatenate([np.zeros(rows, dtype=np.int8), np.ones(len(known), dtype=np.int8)])
    order = np.lexsort((is_event, moments, groups))
    added = np.concatenate([np.zeros(rows), amounts])[order]
    running = np.cumsum(added)
    starts = _starts(groups[order])
    within = running - np.concatenate([[0.0], running])[starts]
    out = np.empty(len(order))
    out[order] = within
    return out[:rows]


def past_counts(group: Codes, at: Floats) -> Floats:
    """Return for each row how many rows of its group came before it."""
    return past_sums(group, at, group, at, np.ones(len(group)))


def _starts(groups: npt.NDArray[np.generic]) -> npt.NDArray[np.int64]:
    """Return for each place of a sorted column where its group begins."""
    places = np.arange(len(groups))
    changed = np.concatenate([[True], groups[1:] != groups[:-1]]) if len(groups) else np.empty(0, dtype=bool)
    return np.maximum.accumulate(np.where(changed, places, 0)) if len(groups) else places
