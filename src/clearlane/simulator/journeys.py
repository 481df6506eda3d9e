"""Transit journeys with seals and trackers: honest ones with rests, breakdowns and lost signal, and others. The truth is kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

import msgspec

from clearlane.model.itinerary import AllowedStop, Itinerary
from clearlane.model.reading import Position, Sign
from clearlane.model.watched import Watched
from clearlane.simulator.chance import Chance, Choice
from clearlane.simulator.heard import Heard, Speech, heard
from clearlane.simulator.motion import Motion
from clearlane.simulator.roads import Spot, beside, line, rests, way

DeedKind = Literal["opening", "cutting", "diversion", "hand-over"]
"""The seal is opened · its rope is cut · the truck leaves its way · the goods change trucks."""
WIDTH, REST_RADIUS, REST = 500, 400, timedelta(hours=2)
_DEEDS: Choice[DeedKind] = Choice(("opening", "cutting", "diversion", "hand-over"), (40, 15, 30, 15))
_ENDS = ("Saltmarrow", "Brightquay", "Stonegate", "Fernpass", "Aldermere", "Larkfell", "Thornwick")
_HABITS = (("Aldermere", "Millford"), ("Saltmarrow", "Thornwick"), ("Oakenholt", "Brightquay"))
"""On these roads there is a lay-by where many sleep, and which no itinerary names."""


class Deed(msgspec.Struct, frozen=True):
    """What was really done, from when until when."""

    kind: DeedKind
    at: datetime
    until: datetime


class Journey(msgspec.Struct, frozen=True):
    """One journey.

    Attributes:
      watched: What customs know of it.
      heard: Its readings, in the order in which they arrive.
      arrives: When it arrives.
      deeds: What was really done; empty for an honest one.
    """

    watched: Watched
    heard: tuple[Heard, ...]
    arrives: datetime
    deeds: tuple[Deed, ...] = ()


def journeys(seed: int, since: datetime, dishonest: int = 100) -> Iterator[Journey]:
    """Yield journeys without end, some twenty a day.

    Args:
      seed: The seed.
      since: When the first departs.
      dishonest: How many in a thousand are.
    """
    count, departs = 0, since
    while True:
        chance = Chance(seed, "journey", str(count))
        yield _Trip(chance, f"{since:%y}XAT{count:07d}", count, departs, dishonest).run()
        count += 1
        departs += timedelta(seconds=chance.wait(4_320))


class _Trip:
    def __init__(self, chance: Chance, number: str, count: int, departs: datetime, dishonest: int) -> None:
        self._chance, self._departs = chance, departs
        begin = chance.one(_ENDS)
        end = chance.one([one for one in _ENDS if one != begin])
        self._towns = way(begin, end)
        self._line = line(self._towns)
        self._deed: DeedKind | None = None
        if chance.happens(dishonest):
            kind: DeedKind = chance.of(_DEEDS)
            self._deed = kind
        tracked = chance.happens(700) or self._deed == "hand-over"
        self._watched = Watched(
            number=number,
            seals=(f"80{count:08d}",),
            departed=departs,
            tracker=f"31{count:08d}" if tracked else "",
            itinerary=Itinerary(
                tuple(_position(one) for one in self._line),
                WIDTH,
                tuple(AllowedStop(name, _position(spot), REST_RADIUS, REST) for name, spot in rests(self._towns)),
            ),
        )
        self._truck = Motion(self._line[0])
        self._load: Motion | None = None
        self._speech = Speech()
        self._deeds: list[Deed] = []

    def run(self) -> Journey:
        """Drive the whole way."""
        chance, last = self._chance, len(self._line) - 2
        waits = self._waits()
        doing = chance.between(last // 5, last * 4 // 5) if self._deed else -1
        for index, (one, two) in enumerate(pairwise(self._line)):
            if index == doing:
                self._do(one, two)
            self._truck.drive(two, chance.between(55, 85))
            for seconds in waits.get(index, ()):
                self._truck.wait(seconds)
        self._lose_signal()
        arrives = self._departs + timedelta(seconds=self._truck.second)
        said = heard(chance, self._watched, self._truck, self._load or self._truck, self._speech)
        watched = msgspec.structs.replace(self._watched, arrived=arrives)
        return Journey(watched, said, arrives, tuple(self._deeds))

    def _waits(self) -> dict[int, list[int]]:
        """Return how long it stands after which stretch: rests, a habit's long sleep, a short stop, seldom a breakdown."""
        chance, waits = self._chance, dict[int, list[int]]()
        spots = {spot: index for index, spot in enumerate(self._line[1:])}
        for _, spot in rests(self._towns):
            if chance.happens(350):
                waits.setdefault(spots[spot], []).append(chance.between(600, 5_400))
        for pair in pairwise(self._towns):
            if (pair in _HABITS or pair[::-1] in _HABITS) and chance.happens(300):
                waits.setdefault(spots[habit(*pair)], []).append(chance.between(6_000, 18_000))
        if chance.happens(300):
            waits.setdefault(chance.below(len(self._line) - 1), []).append(chance.between(300, 3_000))
        if chance.happens(10):
            waits.setdefault(chance.below(len(self._line) - 1), []).append(chance.between(5_400, 14_400))
        return waits

    def _lose_signal(self) -> None:
        """Let the signal be lost in a tunnel or a valley, most often with the readings kept and sent later."""
        if self._chance.happens(400):
            begin = self._chance.below(max(1, self._truck.second))
            self._speech.quiet.append((begin, begin + self._chance.between(300, 2_100), self._chance.happens(150)))

    def _do(self, one: Spot, two: Spot) -> None:
        begin, chance = self._truck.second, self._chance
        if self._deed == "diversion":
            there = beside(one, two, chance.between(900, 9_000) * (1 if chance.happens(500) else -1))
            self._truck.drive(there, 40)
            self._truck.wait(chance.between(1_200, 5_400))
            self._truck.drive(one, 40)
        elif self._deed == "hand-over":
            self._load = self._truck.parted()
            self._load.wait(1_200)
            self._load.drive(beside(one, two, chance.between(4_000, 12_000)), 50)
            self._truck.wait(1_200)
        else:
            self._truck.wait(chance.between(900, 3_600))
            sign: Sign = "opened" if self._deed == "opening" else "rope-cut"
            self._speech.signs.append((begin + chance.between(120, 600), (sign,), chance.between(120, 900)))
            if chance.happens(150):  # with a jammer beside it
                self._speech.quiet.append((begin, self._truck.second, chance.happens(100)))
        if self._deed is not None:
            self._deeds.append(Deed(self._deed, self._at(begin), self._at(max(self._truck.second, self._load.second if self._load else 0))))

    def _at(self, second: int) -> datetime:
        return self._departs + timedelta(seconds=second)


def habit(begin: str, end: str) -> Spot:
    """Return the lay-by on a road where many sleep: a quarter of the way from its first town."""
    pair = (begin, end) if (begin, end) in _HABITS else (end, begin)
    whole = line(pair)
    return whole[len(whole) // 4]


def _position(spot: Spot) -> Position:
    return Position.of_millionths(*spot)
