"""Duties: what a preference or a neighbouring code would save, and whether the past of the importer speaks for it."""

from __future__ import annotations

import numpy as np

from clearlane.learning.benchmark.keys import Key, grouped
from clearlane.learning.benchmark.prices import Prices
from clearlane.learning.benchmark.table import Floats, Ints, Season

_NEIGHBOURS = 8
_SEASON = 12
_PREFERRED = ("imp", "ori", "hs6", "imp_hs6")
_ELSEWHERE = ("imp", "ori")


class Duties:
    """Rates seen, preferences claimed, and neighbours of codes."""

    def __init__(self, season: Season, keys: dict[str, Key], prices: Prices) -> None:
        """Begin with no rate known; ``prices`` tells what neighbouring codes cost."""
        self._season, self._keys, self._prices = season, keys, prices
        self._elsewhere = (season.departure != season.origin).astype(np.float64)
        size = keys["hs6"].size
        self._full, self._past = np.full(size, np.nan), [np.full(size, np.nan)] * (_SEASON + 1)
        self._highest = np.full(keys["imp_hs4"].size, -1.0)
        self._neighbours = _neighbours(season)
        self._bought, self._others = _bought(keys, self._neighbours)
        self._times = np.zeros(int(self._bought.max()) + 1)
        self._preferred = {name: np.zeros(keys[name].size) for name in _PREFERRED}
        self._away = {name: np.zeros(keys[name].size) for name in _ELSEWHERE}
        self._seen = {name: np.zeros(keys[name].size) for name in _PREFERRED}
        self._of_importer = _countries(season, season.importer, season.hs6)
        self._of_code = _countries(season, season.hs6)
        self._from_importer, self._from_code = np.zeros(self._of_importer[2]), np.zeros(self._of_code[2])

    def read(self, _week: int, rows: Ints, seen: dict[str, Floats]) -> dict[str, Floats]:
        """Return what was known of declarations before their week; ``seen`` holds what ``prices`` said of them."""
        code, rate, pref = self._keys["hs6"].group[rows], self._season.rate[rows], self._season.pref[rows]
        known, before = self._full[code], self._past[0][code]
        full = np.maximum(np.where((pref > 0) & ~np.isnan(known), known, rate), rate)
        away = self._elsewhere[rows]
        said = {"rate": rate, "full": full, "saved": full - rate, "pref": pref, "away": away, "pref_away": pref * away}
        said["risen"] = full - np.where(np.isnan(before), full, before)
        said |= {f"pref_share_{name}": self._rate(self._preferred, name, rows, 0.2, 1.0) for name in _PREFERRED}
        said |= {
            "away_share_imp": self._rate(self._away, "imp", rows, 0.1, 1.0),
            "away_share_ori": self._rate(self._away, "ori", rows, 1.0, 10.0),
        }
        times = np.where(away > 0, self._from_importer[self._of_importer[1][rows]], 0.0)
        said["departure_was_origin"] = times
        said["departure_was_origin_share"] = times / (self._count("imp_hs6", rows) + 1)
        said["departure_of_code"] = np.where(away > 0, self._from_code[self._of_code[1][rows]], -1.0) / (self._count("hs6", rows) + 1)
        said |= self._passed_off(rows, full, seen)
        return said | self._stakes(rows, said, seen)

    def _count(self, name: str, rows: Ints) -> Floats:
        return np.asarray(self._seen[name][self._keys[name].group[rows]])

    def _rate(self, tally: dict[str, Floats], name: str, rows: Ints, more: float, doubt: float) -> Floats:
        return np.asarray((tally[name][self._keys[name].group[rows]] + more) / (self._count(name, rows) + doubt))

    def _passed_off(self, rows: Ints, full: Floats, seen: dict[str, Floats]) -> dict[str, Floats]:
        """Return whether the goods look like a neighbouring code of a higher duty, by price and by what the importer bought before."""
        prices, near = self._prices, self._neighbours[self._keys["hs6"].group[rows]]
        rate = np.where((near >= 0) & (prices.count[near] > 0), self._full[near], np.nan)
        gap = np.nan_to_num(np.maximum(rate - full[:, None], 0))
        spread = prices.spread(near)
        other = -0.5 * ((seen["price"][:, None] - prices.mean[near] - seen["country_price"][:, None]) / spread) ** 2 - np.log(spread)
        own = -0.5 * (seen["gap"] / seen["spread"]) ** 2 - np.log(seen["spread"])
        likelier = np.where(gap > 0, other - own[:, None], -50.0)
        weight = np.exp(np.clip(likelier, -20, 20)) * (gap > 0)
        pairs = self._others[rows]
        used = np.where(pairs >= 0, self._times[pairs], 0) * (gap > 0)
        bent = weight * (used + 0.02)
        importer = self._count("imp", rows) + 1
        return {
            "neighbour_gap": gap.max(1),
            "neighbour_likelier": np.clip(likelier.max(1), -10, 10),
            "neighbour_loss": (weight * gap).sum(1) / (1 + weight.sum(1)),
            "neighbour_used": used.sum(1) / importer,
            "neighbour_used_loss": (bent * gap).sum(1) / (self._count("imp_hs6", rows) + 0.5 + bent.sum(1)),
            "below_highest": self._highest[self._keys["imp_hs4"].group[rows]] - full,
        }

    def _stakes(self, rows: Ints, said: dict[str, Floats], seen: dict[str, Floats]) -> dict[str, Floats]:
        """Return what would be lost under each suspicion, as logarithms."""
        value, short = self._season.value[rows], np.clip(np.exp(np.clip(-seen["gap"], -20, 20)) - 1, 0, 4)
        highest = np.maximum.reduce([said["full"], said["rate"], said["neighbour_gap"]])
        lost = {
            "lost_by_value": short * said["rate"],
            "lost_by_origin": said["saved"],
            "lost_by_code": np.maximum(said["neighbour_loss"], said["neighbour_used_loss"]),
            "stake": np.maximum(highest, 1.0),
        }
        stakes = {name: np.log1p(value * rate / 100) for name, rate in lost.items()}
        return stakes | {"duty": np.log1p(np.maximum(self._season.tax[rows], 0))}

    def learn(self, _week: int, rows: Ints) -> None:
        """Add the declarations of a week."""
        code, pref, rate = self._keys["hs6"].group[rows], self._season.pref[rows], self._season.rate[rows]
        known = self._full[code]
        full = np.maximum(np.where((pref > 0) & ~np.isnan(known), known, rate), rate)
        for name in _PREFERRED:
            np.add.at(self._preferred[name], self._keys[name].group[rows], pref)
            np.add.at(self._seen[name], self._keys[name].group[rows], 1)
        for name in _ELSEWHERE:
            np.add.at(self._away[name], self._keys[name].group[rows], self._elsewhere[rows])
        self._full[code[pref == 0]] = rate[pref == 0]
        self._past = [*self._past[1:], self._full.copy()]
        np.maximum.at(self._highest, self._keys["imp_hs4"].group[rows], full)
        np.add.at(self._times, self._bought[rows], 1)
        np.add.at(self._from_importer, self._of_importer[0][rows], 1)
        np.add.at(self._from_code, self._of_code[0][rows], 1)


def _neighbours(season: Season) -> Ints:
    """Return, for each code, the places of the other codes of its heading; -1 where there are no more."""
    codes = np.unique(season.hs6)
    near = np.full((len(codes), _NEIGHBOURS), -1)
    for place, code in enumerate(codes):
        begin, end = np.searchsorted(codes, [code // 100 * 100, code // 100 * 100 + 100])
        others = [other for other in range(begin, end) if other != place][:_NEIGHBOURS]
        near[place, : len(others)] = others
    return near


def _bought(keys: dict[str, Key], neighbours: Ints) -> tuple[Ints, Ints]:
    """Return for each declaration the number of its importer with its code, and with each neighbour; -1 where that never occurs."""
    code, importer, size = keys["hs6"].group, keys["imp"].group, keys["hs6"].size
    own = importer * size + code
    pairs = np.unique(own)
    near = neighbours[code]
    asked = np.where(near >= 0, importer[:, None] * size + near, -1)
    place = np.minimum(np.searchsorted(pairs, asked), len(pairs) - 1)
    return np.searchsorted(pairs, own), np.where(pairs[place] == asked, place, -1)


def _countries(season: Season, *columns: Ints) -> tuple[Ints, Ints, int]:
    """Return the groups of columns with the origin, the same with the departure in its place, and how many groups there are."""
    key = grouped(*(np.tile(column, 2) for column in columns), np.concatenate([season.origin, season.departure]))
    return key.group[: season.count], key.group[season.count :], key.size
