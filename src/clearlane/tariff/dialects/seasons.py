"""Rates that hold in a part of the year: ``15.00% (01 JAN-14 FEB, 16 JUN-31 DEC), 0.00% (15 FEB-15 JUN)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clearlane.model.measure import Season
from clearlane.tariff.dialects import fault

MONTHS = {"JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6, "JUL": 7, "AUG": 8, "SEP": 9, "OCT": 10, "NOV": 11, "DEC": 12}
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_RATE = re.compile(r"\s*([^()]*?)\s*\(([^()]*)\)\s*[;,]?\s*")
_SPAN = re.compile(r"\s*(\d{1,2})\s*([A-Za-z]*)\.?\s*(?:-|–|—|to)\s*(\d{1,2})\s*([A-Za-z]+)\.?\s*", re.ASCII)


class Seasonal(NamedTuple):
    """A rate with the season it holds in, None for the rest of the year, and where it begins in the text."""

    rate: str
    season: Season | None
    place: int


def seasonal(text: str) -> Iterator[Seasonal]:
    """Yield each rate once for each of its seasons; a last rate without one holds in the rest of the year.

    Raises:
      DutyTextFault: A season cannot be read.
    """
    place, seasons = 0, list[Season]()
    while found := _RATE.match(text, place):
        for season in _seasons(found[2], found.start(2)):
            seasons.append(season)
            yield Seasonal(found[1], season, found.start(1))
        place = found.end()
    rest = text[place:].strip(" \t\n\r\xa0;")
    if rest:
        begin = text.index(rest, place)
        if not seasons:
            yield Seasonal(rest, None, begin)
        for free in _others(seasons) if seasons else ():
            yield Seasonal(rest, free, begin)


def _seasons(written: str, place: int) -> Iterator[Season]:
    for span in written.split(","):
        found = _SPAN.fullmatch(span)
        if found is None:
            raise fault.season(place, written)
        until = _day(found[3], found[4])
        since = _day(found[1], found[2] or found[4])
        if since is None or until is None:
            raise fault.season(place, written)
        yield Season(since, until)


def _day(day: str, month: str) -> tuple[int, int] | None:
    """Return month and day; a day past the month's end, as some tariffs have, is its last."""
    number = MONTHS.get(month[:3].upper())
    if number is None or not 1 <= int(day) <= 31:
        return None
    return number, min(int(day), DAYS[number - 1])


def _others(seasons: list[Season]) -> Iterator[Season]:
    """Yield what is left of the year."""
    year = [(month, day) for month, days in enumerate(DAYS, 1) for day in range(1, days + 1)]
    free = [day for day in year if not any(_within(season, day) for season in seasons)]
    start = 0
    for index, day in enumerate(free):
        last = index + 1 == len(free)
        if last or year[year.index(day) + 1] != free[index + 1]:
            yield Season(free[start], day)
            start = index + 1


def _within(season: Season, day: tuple[int, int]) -> bool:
    if season.since <= season.until:
        return season.since <= day <= season.until
    return day >= season.since or day <= season.until
