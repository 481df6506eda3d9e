"""Company: how many firms begin in one week to use the same broker, for the same chapter, country or office.

Single firms begin somewhere every week. Many that begin together are a new trade, or one trade under many names. The surprise is their
number against the weeks before, in standard errors of a count; above ``ALARM`` it is an alarm, and those that began are watched.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from clearlane.learning.benchmark.keys import Key, grouped
from clearlane.learning.benchmark.table import Floats, Ints, Season

ALARM = 6.0
_WARM, _FADE = 8, 0.92
_LEAST = 0.5


class Alarm(NamedTuple):
    """Firms began together.

    Attributes:
      week: In which week.
      group: By what they were grouped, such as ``bro_ch`` for broker and chapter.
      firms: How many began.
      surprise: Their surprise.
      examples: Places of declarations of that week in the group.
    """

    week: int
    group: str
    firms: int
    surprise: float
    examples: Ints


class Company:
    """Who began where, read before a week and added to after it."""

    def __init__(self, season: Season, keys: dict[str, Key]) -> None:
        """Begin with nobody seen."""
        office = grouped(season.broker, season.office)
        self._groups = {"bro": keys["bro"], "bro_ch": keys["bro_ch"], "bro_ori": keys["bro_ori"], "bro_off": office}
        self._pairs = {name: grouped(season.importer, key.group) for name, key in self._groups.items()}
        self._began = {name: np.full(pair.size, -1) for name, pair in self._pairs.items()}
        self._usual = {name: np.zeros(key.size) for name, key in self._groups.items()}
        self._surprise = {name: np.zeros(key.size) for name, key in self._groups.items()}
        self._alarmed = {name: np.full(key.size, -1) for name, key in self._groups.items()}
        self._weight = 0.0
        self.alarms: list[Alarm] = []

    def read(self, week: int, rows: Ints, _seen: dict[str, Floats]) -> dict[str, Floats]:
        """Return, for declarations of firms that began together with others, the surprise and the weeks since; 0 and NaN for all others."""
        surprise, since = np.zeros(len(rows)), np.full(len(rows), np.nan)
        for name, key in self._groups.items():
            group, began = key.group[rows], self._began[name][self._pairs[name].group[rows]]
            alarmed = self._alarmed[name][group]
            watched = (alarmed >= 0) & ((began < 0) | (began >= alarmed - 1))
            surprise = np.maximum(surprise, np.where(watched, self._surprise[name][group], 0))
            since = np.fmin(since, np.where(watched, week - alarmed, np.nan))
        return {"began_together": np.log1p(surprise), "since_alarm": since}

    def learn(self, week: int, rows: Ints) -> None:
        """Add the declarations of a week, and raise an alarm where many began together."""
        for name, key in self._groups.items():
            pair, began = self._pairs[name].group[rows], self._began[name]
            first = np.unique(pair[began[pair] < 0], return_index=True)
            new = rows[began[pair] < 0][first[1]]
            began[first[0]] = week
            count = np.bincount(key.group[new], minlength=key.size)
            if week >= _WARM:
                self._compare(name, week, rows, count)
            self._usual[name] = self._usual[name] * _FADE + count
        self._weight = self._weight * _FADE + 1

    def _compare(self, name: str, week: int, rows: Ints, count: Ints) -> None:
        usual = self._usual[name] / self._weight
        surprise = (count - usual) / np.sqrt(usual + _LEAST)
        group = self._groups[name].group
        for place in np.flatnonzero(surprise >= ALARM):
            if self._alarmed[name][place] < 0:
                self._alarmed[name][place] = week
            self._surprise[name][place] = max(self._surprise[name][place], surprise[place])
            self.alarms.append(Alarm(week, name, int(count[place]), float(surprise[place]), rows[group[rows] == place]))
