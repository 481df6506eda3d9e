"""What inspections had found before a week, by party, goods and country. Only inspected declarations count; the others are unknown."""

from __future__ import annotations

import numpy as np

from clearlane.learning.benchmark.inputs import Matrix
from clearlane.learning.benchmark.keys import Key
from clearlane.learning.benchmark.table import Floats, Ints

_BY = (
    "imp", "bro", "hs6", "hs4", "ch", "ori", "dep", "off", "imp_hs6", "imp_hs4", "imp_ori", "imp_dep", "imp_bro", "hs6_ori", "ori_dep",
    "bro_hs4", "bro_ch", "bro_ori", "hs6_dep",
)  # fmt: skip
_PLAIN = (("imp", 0), ("imp", 1), ("imp_hs6", 0), ("bro_ch", 0), ("bro_ch", 1), ("hs6_ori", 0), ("bro", 0))
_HALF_LIFE, _DOUBT = 10.0, 3.0
_FIRST, _FIRST_OF = 1.0, 40.0
"""The rate before anything is known: one finding in forty inspections."""


class Findings:
    """Results by group, read before a week and added to after it."""

    names: tuple[str, ...] = (
        *(f"{kind}_{name}" for name in _BY for kind in ("found", "found_lately")),
        *(f"{('inspected', 'hits')[place]}_{name}" for name, place in _PLAIN),
        "since_found", "lost_before", "found_most",
    )  # fmt: skip

    def __init__(self, keys: dict[str, Key]) -> None:
        """Begin with no result."""
        self._keys = keys
        self._held = {name: np.zeros((4, keys[name].size)) for name in _BY}
        self._found, self._inspected = _FIRST, _FIRST_OF
        self._last = np.full(keys["imp"].size, np.nan)
        self._lost = np.zeros(keys["imp"].size)

    def read(self, week: int, rows: Ints) -> Matrix:
        """Return what was known of declarations before their week, in the order of ``names``."""
        usual = self._found / self._inspected
        ratios: list[Floats] = []
        for name in _BY:
            inspected, found, lately, found_lately = self._held[name][:, self._keys[name].group[rows]]
            for hits, seen in ((found, inspected), (found_lately, lately)):
                ratios.append(np.log((hits + _DOUBT * usual) / (seen + _DOUBT) / usual))
        importer = self._keys["imp"].group[rows]
        plain = [self._held[name][place, self._keys[name].group[rows]] for name, place in _PLAIN]
        rest = [week - self._last[importer], np.log1p(self._lost[importer]), np.max(ratios, axis=0)]
        return np.stack([*ratios, *plain, *rest], 1).astype(np.float32)

    def learn(self, week: int, rows: Ints, found: Floats, lost: Floats) -> None:
        """Add the results of a week's inspections.

        Args:
          week: The week.
          rows: The declarations inspected in it.
          found: For each of them, 1 where something was found.
          lost: For each of them, the duty that would have been lost.
        """
        self._found += float(found.sum())
        self._inspected += len(rows)
        fade = 0.5 ** (1 / _HALF_LIFE)
        for name in _BY:
            held, group = self._held[name], self._keys[name].group[rows]
            held[2:] *= fade
            for place in (0, 2):
                np.add.at(held[place], group, 1)
                np.add.at(held[place + 1], group, found)
        importer = self._keys["imp"].group[rows]
        self._last[importer[found > 0]] = week
        np.add.at(self._lost, importer, lost)
