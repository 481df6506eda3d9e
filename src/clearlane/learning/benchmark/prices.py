"""Prices: what goods usually cost per kilogram, by code and country, and how a declaration, its importer and its broker compare.

The reference of a code leans on its heading while few were seen, and a country's difference on nothing; extreme prices are cut before
they are learned, so that a few low ones do not pull the reference down.
"""

from __future__ import annotations

import numpy as np

from clearlane.learning.benchmark.keys import Key
from clearlane.learning.benchmark.table import Floats, Ints, Season

_COMPARED = ("imp", "bro", "imp_hs6", "imp_ori", "imp_bro", "bro_ch", "bro_ori", "hs6")
_USUAL_VARIANCE, _DOUBT = 0.15, 10.0
_MEMORY = 2000.0
"""A reference moves on as if it had seen at most so many, so that it can follow the market."""


class Prices:
    """Running references of the logarithm of price per kilogram."""

    def __init__(self, season: Season, keys: dict[str, Key]) -> None:
        """Begin with no price known."""
        self._keys = keys
        self.price = np.log(season.value / season.kg)
        size = keys["hs6"].size
        self.mean, self.variance, self.count = np.zeros(size), np.full(size, _USUAL_VARIANCE), np.zeros(size)
        self._sum = {name: np.zeros(keys[name].size) for name in ("ori", "hs6_ori", "hs4")}
        self._seen = {name: np.zeros(keys[name].size) for name in ("ori", "hs6_ori", "hs4")}
        self._all_sum, self._all_count = 0.0, 0.0
        self._low = {name: np.zeros((3, keys[name].size)) for name in _COMPARED}
        self._last: tuple[Floats, ...] = ()

    def spread(self, code: Ints) -> Floats:
        """Return the spread of prices of codes."""
        held = np.sqrt((self.variance[code] * self.count[code] + _USUAL_VARIANCE * _DOUBT) / (self.count[code] + _DOUBT))
        return np.asarray(held)

    def read(self, _week: int, rows: Ints, _seen: dict[str, Floats]) -> dict[str, Floats]:
        """Return how the prices of declarations compare with what was known before their week."""
        code, origin, pair, heading = (self._keys[name].group[rows] for name in ("hs6", "ori", "hs6_ori", "hs4"))
        price, spread, count = self.price[rows], self.spread(code), self.count[code]
        general = self._all_sum / self._all_count if self._all_count else float(price.mean())
        near = (self._sum["hs4"][heading] + 2 * general) / (self._seen["hs4"][heading] + 2)
        base = np.where(count > 0, (self.mean[code] * count + near) / (count + 1), near)
        country = self._sum["ori"][origin] / (self._seen["ori"][origin] + 20)
        offset = (self._sum["hs6_ori"][pair] + 5 * country) / (self._seen["hs6_ori"][pair] + 5)
        gap = price - base - offset
        doubt = np.sqrt(spread**2 * (1 + 1 / (self._seen["hs6_ori"][pair] + 1)) + 0.3 / (count + 1))
        said = {"price": price, "spread": spread, "gap": gap, "z": gap / doubt, "z_code": (price - base) / spread, "priced": count}
        said |= {"reference": base + offset, "country_price": country}
        for name, (seen, total, low) in self._low.items():
            group = self._keys[name].group[rows]
            said[f"usual_z_{name}"] = total[group] / (seen[group] + 3)
            said[f"low_share_{name}"] = (low[group] + 0.1) / (seen[group] + 1)
        self._last = spread, offset, said["z"]
        return said

    def learn(self, _week: int, rows: Ints) -> None:
        """Add the prices of the week that was just read."""
        spread, offset, z = self._last
        code, origin, pair, heading = (self._keys[name].group[rows] for name in ("hs6", "ori", "hs6_ori", "hs4"))
        for name, tally in self._low.items():
            group = self._keys[name].group[rows]
            for place, what in enumerate((np.ones(len(rows)), np.clip(z, -3, 3), z < -1.3)):
                np.add.at(tally[place], group, what)
        price, wide = self.price[rows], 3 * spread + np.abs(offset)
        usual = np.where(self.count[code] > 5, np.clip(price, self.mean[code] - wide, self.mean[code] + wide), price)
        self._move(code, usual, spread, offset)
        difference = np.clip(usual - self.mean[code], -2, 2)
        for name, group, what in (("ori", origin, difference), ("hs6_ori", pair, difference), ("hs4", heading, usual)):
            np.add.at(self._sum[name], group, what)
            np.add.at(self._seen[name], group, 1)
        self._all_sum += float(usual.sum())
        self._all_count += len(rows)

    def _move(self, code: Ints, usual: Floats, spread: Floats, offset: Floats) -> None:
        """Move mean and variance of each code towards the new prices."""
        size = len(self.mean)
        new, before = np.bincount(code, minlength=size), np.minimum(self.count, _MEMORY)
        total = np.bincount(code, usual, size)
        some = new > 0
        self.mean[some] = (self.mean[some] * before[some] + total[some]) / (before[some] + new[some])
        self.count += new
        square = np.bincount(code, np.minimum((usual - self.mean[code] - offset) ** 2, 9 * spread**2), size)
        known = np.maximum(before, 2)
        self.variance[some] = (self.variance[some] * known[some] + square[some]) / (known[some] + new[some])
