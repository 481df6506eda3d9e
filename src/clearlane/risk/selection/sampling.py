"""Places given by chance in proportion to weights, with the chance of each known exactly (systematic sampling, W. G. Madow, 1949)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil


def inclusion(weights: Sequence[float], places: int) -> list[float]:
    """Return each one's chance of a place: in proportion to its weight, at most 1, adding up to the places where enough have a weight."""
    chances = [0.0] * len(weights)
    open_places, rest = float(places), [place for place, weight in enumerate(weights) if weight > 0]
    while rest and open_places > 0:
        total = sum(weights[place] for place in rest)
        sure = [place for place in rest if weights[place] * open_places >= total]
        for place in sure or rest:
            chances[place] = 1.0 if sure else weights[place] * open_places / total
        if not sure:
            break
        open_places -= len(sure)
        rest = [place for place in rest if chances[place] == 0.0]
    return chances


def systematic(chances: Sequence[float], start: float) -> list[int]:
    """Return who gets a place, by one chance of 0 to below 1: each exactly as likely as his own chance says.

    >>> systematic([0.5, 0.5, 1.0], 0.2), systematic([0.5, 0.5, 1.0], 0.7)
    ([0, 2], [1, 2])
    """
    ends = [round(end, 9) for end in accumulate(chances)]
    starts = [0.0, *ends[:-1]]
    return [place for place, (low, high) in enumerate(zip(starts, ends, strict=False)) if ceil(high - start) > ceil(low - start)]
