"""The candidate index: which of a thousand profiles could still hit a row, as the bits of one number.

For each field that profiles are proven to need something of, a table tells from the row's value which profiles it leaves possible.
A missing value leaves all possible, since then a profile may be unknown, and what is unknown is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from clearlane.model.risk_field import Catalogue, Value
from clearlane.model.risk_profile import RiskProfile
from clearlane.risk.language.evaluate import Lists
from clearlane.risk.language.necessary import Key, keys_of

_MOST_REMEMBERED = 100_000


class Index:
    """Which profiles a row's texts and flags leave possible.

    Args:
      profiles: The profiles, bit by bit.
      catalogue: The fields.
      lists: The values of each list.
    """

    def __init__(self, profiles: Sequence[RiskProfile], catalogue: Catalogue, lists: Lists) -> None:
        needed: dict[tuple[str, bool], dict[int, Key]] = defaultdict(dict)
        for bit, profile in enumerate(profiles):
            for key in keys_of(profile.condition, lists):
                needed[key.field, key.begins].setdefault(bit, key)
        every = (1 << len(profiles)) - 1
        self.exact = [
            (catalogue.place(field), _table(keys), every & ~_bits(keys)) for (field, begins), keys in needed.items() if not begins
        ]
        self.beginning = [
            (catalogue.place(field), Beginnings(_table(keys), every & ~_bits(keys))) for (field, begins), keys in needed.items() if begins
        ]


class Beginnings(dict[Value, int]):
    """The profiles each text leaves possible, found once by its beginnings and then remembered; a missing one leaves all."""

    def __init__(self, table: Mapping[str | bool, int], free: int) -> None:
        super().__init__()
        self._table, self._free = table, free
        self._lengths = sorted({len(str(beginning)) for beginning in table})

    def __missing__(self, text: Value) -> int:
        found = self._free
        for length in self._lengths:
            found |= self._table.get(str(text)[:length], 0)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[text] = found
        return found


class Scope:
    """Which profiles are meant for a day, direction, procedure and office at all.

    Args:
      profiles: The profiles, bit by bit.
    """

    def __init__(self, profiles: Sequence[RiskProfile]) -> None:
        self._profiles = tuple(profiles)
        self._remembered: dict[tuple[date, str | None, str | None, str | None], int] = {}

    def of(self, day: date, direction: str | None, procedure: str | None, office: str | None) -> int:
        """Return the profiles in scope; what is missing is in no scope that asks for it."""
        which = (day, direction, procedure, office)
        found = self._remembered.get(which)
        if found is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            found = _bits(bit for bit, one in enumerate(self._profiles) if in_scope(one, *which))
            self._remembered[which] = found
        return found


def in_scope(profile: RiskProfile, day: date, direction: str | None, procedure: str | None, office: str | None) -> bool:
    """Say whether a profile is meant for a day, direction, procedure and office at all."""
    return (
        (profile.since is None or profile.since <= day)
        and (profile.until is None or day <= profile.until)
        and (not profile.directions or direction in profile.directions)
        and (not profile.procedures or (procedure is not None and procedure.startswith(profile.procedures)))
        and (not profile.offices or office in profile.offices)
    )


def _table(keys: Mapping[int, Key]) -> dict[str | bool, int]:
    """Return, for each value, the profiles that need it or another, and are left possible by it; the values of one list once."""
    together: dict[frozenset[str | bool], int] = defaultdict(int)
    for bit, key in keys.items():
        together[key.values] |= 1 << bit
    table: dict[str | bool, int] = defaultdict(int)
    for values, bits in together.items():
        for value in values:
            table[value] |= bits
    return dict(table)


def _bits(bits: Iterable[int]) -> int:
    found = 0
    for bit in bits:
        found |= 1 << bit
    return found
