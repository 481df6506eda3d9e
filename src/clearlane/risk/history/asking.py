"""Ask one track for a history: a function made once from the definition, called for each goods item."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from clearlane.model.risk_field import Value
from clearlane.model.risk_history import Amount, History
from clearlane.risk.history.definitions import DAY, SCALES
from clearlane.risk.history.track import Track, wrapped

Ask = Callable[[Track, int], Value]
"""From a track and a moment in microseconds to the value: what was learned at that very moment, or later, does not count."""
_ALWAYS = 2**62
"""A window longer than anything remembered, in microseconds."""


def ask(history: History, amounts: Sequence[Amount]) -> Ask:
    """Return the function that answers for a history.

    Args:
      history: The definition. ``ValueError`` where it cannot be answered: firsts and lasts are by the time known only.
      amounts: The amounts the tracks hold, in their order.
    """
    window = _ALWAYS if history.days is None else history.days * DAY
    if history.clock == "event_at" and history.days is not None:
        if history.measure not in ("count", "sum", "share"):
            raise ValueError(f"{history.name}: by the time of declaring only counts, sums and shares are known.")
        between = _by_declaring
    else:
        between = _by_learning
    if history.measure == "count":
        return _count(window) if between is _by_learning else lambda track, at: max(0.0, float(between(track, -1, at, window)[0]))
    if history.measure == "first":
        return _first(window)
    if history.measure in ("days_since_first", "days_since_last"):
        return _days_since(window, earliest=history.measure == "days_since_first")
    if history.amount is None:
        raise ValueError(f"{history.name}: a {history.measure} needs an amount.")
    place, scale = amounts.index(history.amount), SCALES[history.amount]
    if history.measure == "sum":
        return lambda track, at: max(0.0, float(between(track, place, at, window)[1])) / scale
    return _share(between, place, window, history.amount)


def nothing(history: History) -> Value:
    """Return the value of a history where nothing at all is remembered of its key."""
    return {"count": 0.0, "sum": 0.0, "first": True}.get(history.measure)


def share(count: int, total: int, amount: Amount) -> float | None:
    """Return a sum by a count: missing where corrections leave nothing to divide by; of findings never above 1."""
    if count <= 0:
        return None
    found = max(0.0, float(total)) / SCALES[amount] / float(count)
    return min(found, 1.0) if amount == "found" else found


def _count(window: int) -> Ask:
    def counted(track: Track, at: int) -> float:
        known, counts = track.known, track.counts
        end = len(known) if not known or known[-1] < at else bisect_left(known, at)
        count = counts[end] - (counts[bisect_left(known, at - window)] if window < _ALWAYS else 0)
        return float(count) if count > 0 else 0.0

    return counted


def _share(between: Callable[[Track, int, int, int], tuple[int, int]], place: int, window: int, amount: Amount) -> Ask:
    def shared(track: Track, at: int) -> float | None:
        count, total = between(track, place, at, window)
        return share(count, total, amount)

    return shared


def _first(window: int) -> Ask:
    if window == _ALWAYS:
        return lambda track, at: track.first is None or track.first >= at

    def first(track: Track, at: int) -> bool:
        seen = track.seen
        return bisect_left(seen, at) == bisect_left(seen, at - window)

    return first


def _days_since(window: int, *, earliest: bool) -> Ask:
    def since(track: Track, at: int) -> float | None:
        seen = track.seen
        if earliest and window == _ALWAYS:
            when = track.first
        elif earliest:
            start = bisect_left(seen, at - window)
            when = seen[start] if start < len(seen) else None
        else:
            end = bisect_left(seen, at)
            when = seen[end - 1] if end else track.before
        return float(at - when) / DAY if when is not None and at - window <= when < at else None

    return since


def _by_learning(track: Track, place: int, at: int, window: int) -> tuple[int, int]:
    """Return count and sum of what was learned in the window."""
    known, counts, sums = track.known, track.counts, track.sums[place]
    end = len(known) if not known or known[-1] < at else bisect_left(known, at)
    if window == _ALWAYS:
        return counts[end], sums[end]
    start = bisect_left(known, at - window)
    return counts[end] - counts[start], wrapped(sums[end] - sums[start])


def _by_declaring(track: Track, place: int, at: int, window: int) -> tuple[int, int]:
    """Return count and sum of what was declared in the window and learned before its end: row by row, since declaring has no order here."""
    known, declared, since = track.known, track.declared, at - window
    counts = track.counts
    sums = track.sums[place] if track.sums else counts
    count = total = 0
    for row in range(bisect_left(known, since), bisect_left(known, at)):
        if declared[row] >= since:
            count += counts[row + 1] - counts[row]
            total += wrapped(sums[row + 1] - sums[row])
    return count, total
