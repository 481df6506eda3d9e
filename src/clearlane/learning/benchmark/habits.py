"""Habits: how often parties, goods and countries were seen before a week, alone and together. No result of an inspection enters."""

from __future__ import annotations

import numpy as np

from clearlane.learning.benchmark.keys import Key
from clearlane.learning.benchmark.table import Floats, Ints, Season

_COUNTED = (
    "imp", "bro", "hs6", "ori", "dep", "imp_hs6", "imp_hs4", "imp_ori", "imp_dep", "imp_bro", "imp_off", "hs6_ori", "ori_dep",
    "bro_hs4", "bro_ch", "bro_ori", "imp_hs6_ori", "hs6_ori_dep", "imp_pref", "hs6_pref", "hs4_ori",
)  # fmt: skip
_RECENT = ("imp", "imp_hs6", "bro", "bro_ch", "hs6_ori", "ori", "imp_ori")
_AGED = ("imp", "bro", "imp_hs6", "imp_bro", "imp_ori")
_OF_IMPORTER = ("imp_hs6", "imp_hs4", "imp_ori", "imp_dep", "imp_bro", "imp_off", "imp_pref", "imp_hs6_ori")
_OF = (
    ("hs6_ori", "hs6"), ("ori_dep", "ori"), ("hs6_ori_dep", "hs6_ori"), ("bro_hs4", "bro"), ("bro_ch", "bro"), ("bro_ori", "bro"),
    ("imp_bro", "bro"), ("imp_hs6", "hs6"), ("hs4_ori", "ori"), ("imp_hs6_ori", "imp_hs6"),
)  # fmt: skip
_HALF_LIFE = 8.0
"""Weeks after which a declaration counts half in what is recent."""


class Habits:
    """Counts by group, read before a week and added to after it."""

    def __init__(self, season: Season, keys: dict[str, Key]) -> None:
        """Begin with nothing seen."""
        self._keys = keys
        self._count = {name: np.zeros(keys[name].size) for name in _COUNTED}
        self._recent = {name: np.zeros(keys[name].size) for name in _RECENT}
        self._first = {name: np.full(keys[name].size, np.nan) for name in _AGED}
        self._last = np.full(keys["imp"].size, np.nan)
        self._new = np.zeros(keys["bro_ch"].size)
        self._value, self._mass = np.log(season.value), np.log(season.kg)
        self._usual_value = np.zeros(keys["imp"].size)
        self._usual_mass = np.zeros(keys["imp_hs6"].size)

    def read(self, week: int, rows: Ints, _seen: dict[str, Floats]) -> dict[str, Floats]:
        """Return what was known of declarations before their week."""
        group = {name: key.group[rows] for name, key in self._keys.items()}
        count = {name: self._count[name][group[name]] for name in _COUNTED}
        said = {f"n_{name}": value for name, value in count.items()}
        said |= {f"recent_{name}": self._recent[name][group[name]] for name in _RECENT}
        said |= {f"age_{name}": week - self._first[name][group[name]] for name in _AGED}
        said |= {f"share_{name}": (count[name] + 0.1) / (count["imp"] + 1) for name in _OF_IMPORTER}
        said |= {f"share_{part}_of_{whole}": (count[part] + 0.1) / (count[whole] + 1) for part, whole in _OF}
        said["since_last"] = week - self._last[group["imp"]]
        said["new_firms"] = (self._new[group["bro_ch"]] + 0.1) / (self._recent["bro_ch"][group["bro_ch"]] + 1)
        said["value"], said["mass"] = self._value[rows], self._mass[rows]
        known, bought = count["imp"], count["imp_hs6"]
        said["value_to_usual"] = np.where(known > 0, said["value"] - self._usual_value[group["imp"]] / np.maximum(known, 1), np.nan)
        said["mass_to_usual"] = np.where(bought > 0, said["mass"] - self._usual_mass[group["imp_hs6"]] / np.maximum(bought, 1), np.nan)
        return said

    def learn(self, week: int, rows: Ints) -> None:
        """Add the declarations of a week."""
        group = {name: key.group[rows] for name, key in self._keys.items()}
        fade = 0.5 ** (1 / _HALF_LIFE)
        for name in _COUNTED:
            np.add.at(self._count[name], group[name], 1)
        for name in _AGED:
            first = self._first[name]
            first[group[name][np.isnan(first[group[name]])]] = week
        for name in _RECENT:
            self._recent[name] *= fade
            np.add.at(self._recent[name], group[name], 1)
        self._new *= fade
        np.add.at(self._new, group["bro_ch"], week - self._first["imp"][group["imp"]] < _HALF_LIFE)
        self._last[group["imp"]] = week
        np.add.at(self._usual_value, group["imp"], self._value[rows])
        np.add.at(self._usual_mass, group["imp_hs6"], self._mass[rows])
