"""Whether an officer and a trader meet more often than the lot would have it.

Each case gives each eligible officer the chance of one over how many they were. Over many cases the number of meetings of a pair has an
exact distribution; the chance of at least as many as there were is what is shown. Cases that a person assigned count as met, with the
chance the lot would have given: that is where a pair that was arranged shows.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Given(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A case that was given to an officer.

    Attributes:
      case: The case.
      trader: Its declarant.
      officer: Who got it.
      eligible: Who could have; the officer is counted in where a person chose from outside the list.
      by_lot: Whether the lot decided; else a person with a reason.
    """

    case: str
    trader: str
    officer: str
    eligible: tuple[str, ...]
    by_lot: bool = True


class Meeting(msgspec.Struct, frozen=True, gc=False):
    """How often an officer and a trader met.

    Attributes:
      officer: The officer.
      trader: The trader.
      met: How often they did.
      by_person: How many of these a person arranged.
      expected: How often the lot would have it, on the average.
      chance: The chance of at least so many by lot alone.
    """

    officer: str
    trader: str
    met: int
    by_person: int
    expected: float
    chance: float


def meetings(given: Iterable[Given]) -> list[Meeting]:
    """Return every pair that met, the least likely first.

    Args:
      given: The cases of a period.
    """
    chances: dict[tuple[str, str], list[float]] = {}
    met: dict[tuple[str, str], list[bool]] = {}
    for one in given:
        could = {*one.eligible, one.officer}
        for officer in could:
            chances.setdefault((officer, one.trader), []).append(1 / len(could))
        met.setdefault((one.officer, one.trader), []).append(one.by_lot)
    found = [
        Meeting(officer, trader, len(how), how.count(False), sum(chances[officer, trader]), at_least(len(how), chances[officer, trader]))
        for (officer, trader), how in met.items()
    ]
    return sorted(found, key=lambda one: (one.chance, one.officer, one.trader))


def at_least(count: int, chances: Iterable[float]) -> float:
    """Return the chance that at least so many of some independent things happen (Poisson binomial distribution, exact but for rounding).

    >>> at_least(1, [0.5, 0.5]), at_least(0, []), at_least(1, [])
    (0.75, 1.0, 0.0)
    """
    if count <= 0:
        return 1.0
    fewer, reached = [1.0] + [0.0] * (count - 1), 0.0
    for chance in chances:
        reached += fewer[-1] * chance
        for number in range(count - 1, 0, -1):
            fewer[number] = fewer[number] * (1 - chance) + fewer[number - 1] * chance
        fewer[0] *= 1 - chance
    return min(reached, 1.0)
