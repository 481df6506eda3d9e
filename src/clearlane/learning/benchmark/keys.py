"""What declarations are grouped by: a party, goods, a country, and these together."""

from __future__ import annotations

from functools import reduce
from typing import NamedTuple

import numpy as np

from clearlane.learning.benchmark.table import Codes, Ints, Season

_FIELDS = {
    "imp": ("importer",), "bro": ("broker",), "off": ("office",), "hs6": ("hs6",), "hs4": ("hs4",), "ch": ("ch",),
    "ori": ("origin",), "dep": ("departure",),
    "imp_hs6": ("importer", "hs6"), "imp_hs4": ("importer", "hs4"), "imp_ori": ("importer", "origin"),
    "imp_dep": ("importer", "departure"), "imp_bro": ("importer", "broker"), "imp_off": ("importer", "office"),
    "imp_pref": ("importer", "pref"), "imp_hs6_ori": ("importer", "hs6", "origin"),
    "hs6_ori": ("hs6", "origin"), "hs4_ori": ("hs4", "origin"), "hs6_dep": ("hs6", "departure"), "hs6_pref": ("hs6", "pref"),
    "ori_dep": ("origin", "departure"), "hs6_ori_dep": ("hs6", "origin", "departure"),
    "bro_hs4": ("broker", "hs4"), "bro_ch": ("broker", "ch"), "bro_ori": ("broker", "origin"),
}  # fmt: skip


class Key(NamedTuple):
    """One way of grouping.

    Attributes:
      group: For each declaration the number of its group.
      size: How many groups there are.
    """

    group: Ints
    size: int


def grouped(*columns: Codes) -> Key:
    """Return the groups of declarations that agree in all columns."""

    def join(left: Ints, column: Codes) -> Ints:
        values, places = np.unique(column, return_inverse=True)
        joined: Ints = np.unique(left * len(values) + places.reshape(-1), return_inverse=True)[1].reshape(-1).astype(np.int64)
        return joined

    group = reduce(join, columns, np.zeros(len(columns[0]), np.int64))
    return Key(group, int(group.max()) + 1)


def keys_of(season: Season) -> dict[str, Key]:
    """Return every way of grouping a season, by its name."""
    columns: dict[str, Codes] = {
        name: getattr(season, name) for name in ("importer", "broker", "office", "hs6", "origin", "departure", "pref")
    }
    columns |= {"hs4": season.hs6 // 100, "ch": season.hs6 // 10000}
    return {name: grouped(*(columns[field] for field in fields)) for name, fields in _FIELDS.items()}
