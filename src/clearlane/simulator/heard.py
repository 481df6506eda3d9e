"""What seals and trackers say on a journey, and when it is heard: some of it late, some never."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from clearlane.model.reading import Position, Reading, SealState, Sign
from clearlane.model.watched import Watched
from clearlane.simulator.chance import Chance
from clearlane.simulator.motion import Motion
from clearlane.simulator.roads import Spot

_METRE = 9
"""Millionths of a degree, about."""
_ROUGH, _GLITCH, _FAR = 15, 2, 3_000
"""Usual error in metres; wild fixes in a thousand, and how far they lie."""


class Heard(msgspec.Struct, frozen=True):
    """A reading and when it arrived."""

    received: datetime
    reading: Reading


class Speech:
    """What is particular about a journey.

    Attributes:
      quiet: From which second to which nothing is heard, and whether it is lost for good.
      signs: At which second a seal tells which signs, and for how long.
    """

    def __init__(self) -> None:
        self.quiet: list[tuple[int, int, bool]] = []
        self.signs: list[tuple[int, tuple[Sign, ...], int]] = []


def heard(chance: Chance, watched: Watched, truck: Motion, load: Motion, speech: Speech) -> tuple[Heard, ...]:
    """Return all that is heard of a journey, in the order of arrival.

    Args:
      chance: The journey's chance.
      watched: The movement.
      truck: Where the truck is.
      load: Where the container with its seal is; the same, unless it left.
      speech: What is particular about it.
    """
    said = [one for seal in watched.seals for one in _said(chance, watched, seal, load, truck.second, speech)]
    if watched.tracker:
        said += _said(chance, watched, watched.tracker, truck, truck.second, Speech(), speech.quiet)
    return tuple(sorted(said, key=lambda one: (one.received, one.reading.device, one.reading.sequence or 0)))


def _said(
    chance: Chance,
    watched: Watched,
    device: str,
    motion: Motion,
    end: int,
    speech: Speech,
    quiet: list[tuple[int, int, bool]] | None = None,
) -> list[Heard]:
    interval = chance.one((60, 120, 300))
    moments = dict.fromkeys([*range(chance.below(interval), end, interval), *(begin for begin, _, _ in speech.signs)])
    battery, wear = (chance.between(60, 100) if chance.happens(998) else chance.between(20, 24)) * 100, chance.between(1, 4)
    said, silences = [], speech.quiet if quiet is None else quiet
    for sequence, second in enumerate(sorted(moments), 1):
        silence = next((one for one in silences if one[0] <= second < one[1]), None)
        if silence is not None and silence[2]:
            continue
        at = watched.departed + timedelta(seconds=second)
        late = chance.between(1, 9) + (0 if silence is None else silence[1] - second)
        signs = tuple(sign for begin, shown, lasts in speech.signs if begin <= second < begin + lasts for sign in shown)
        level = max(1, battery - wear * second // 60) // 100
        state: SealState = "" if device not in watched.seals else "open" if "opened" in signs or "rope-cut" in signs else "closed"
        where, fixed = _fix(chance, motion.at(second))
        shaken: tuple[Sign, ...] = ("shock",) if chance.word() % 40_000 == 0 else ()
        reading = Reading(device, at, sequence, position=where, fixed=fixed, seal=state, signs=(*signs, *shaken), battery=level)
        said.append(Heard(at + timedelta(seconds=late), reading))
    return said


def _fix(chance: Chance, spot: Spot) -> tuple[Position, bool]:
    away = _FAR if chance.happens(_GLITCH) else _ROUGH
    north, east = (spot[axis] + chance.between(-away, away) * _METRE for axis in (0, 1))
    return Position.of_millionths(north, east), not chance.happens(5)
