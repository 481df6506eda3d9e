"""All live profiles together, held against one goods item in microseconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import msgspec

from clearlane.model.risk_field import Catalogue, Row
from clearlane.model.risk_profile import RiskProfile
from clearlane.risk.language.closures import compile_all
from clearlane.risk.language.evaluate import Lists
from clearlane.risk.language.index import Index, Scope
from clearlane.risk.language.necessary import fields_of

_MOST_UNSORTED = 50_000


class DeclarationHits(msgspec.Struct, frozen=True, gc=False):
    """What a declaration was hit by.

    Attributes:
      declaration: Positions of the profiles of declaration level that hit it.
      items: For each goods item, positions of the profiles of item level that hit it.
    """

    declaration: tuple[int, ...]
    items: tuple[tuple[int, ...], ...]


class RuleSet:
    """All live profiles, compiled and indexed. It never changes; a new set takes its place as a whole.

    Args:
      profiles: The profiles; a hit is told by its position among them.
      catalogue: The fields, in the order of a row.
      lists: The values of each list that count on the day.
    """

    def __init__(self, profiles: Sequence[RiskProfile], catalogue: Catalogue, lists: Lists) -> None:
        self.profiles = tuple(profiles)
        self._closures = compile_all([one.condition for one in self.profiles], catalogue, lists)
        self._index = Index(self.profiles, catalogue, lists)
        self._scope = Scope(self.profiles)
        self._fields = [tuple((catalogue.place(name), name) for name in fields_of(one.condition)) for one in self.profiles]
        self._whole = sum(1 << bit for bit, one in enumerate(self.profiles) if one.level == "declaration")
        self._unknown: Counter[tuple[int, str]] = Counter()
        self._unsorted: Counter[tuple[int, tuple[int, ...]]] = Counter()

    def hits(self, row: Row, day: date, direction: str | None, procedure: str | None, office: str | None) -> list[int]:
        """Return the positions of the profiles that hit a goods item, in order.

        Args:
          row: The item's values, in the catalogue's order.
          day: The day the profiles must hold on.
          direction: The direction of trade; None where it is missing, which is in no profile's scope that names directions.
          procedure: The procedure code; likewise.
          office: The customs office; likewise.
        """
        return self._among(row, self._scope.of(day, direction, procedure, office))

    def hits_of(
        self, rows: Sequence[Row], day: date, direction: str | None, procedures: Sequence[str | None], office: str | None
    ) -> DeclarationHits:
        """Return what hits a declaration: profiles of declaration level once, those of item level for each of its goods items.

        A profile of declaration level asks of no field of items, so the first item in its scope decides.

        Args:
          rows: A row for each goods item.
          day: The day the profiles must hold on.
          direction: The direction of trade.
          procedures: The procedure code of each goods item.
          office: The customs office.
        """
        whole: list[int] = []
        items = []
        left = ~0
        for row, procedure in zip(rows, procedures, strict=True):
            scope = self._scope.of(day, direction, procedure, office) & left
            found = self._among(row, scope)
            items.append(tuple(bit for bit in found if not self._whole >> bit & 1))
            whole += (bit for bit in found if self._whole >> bit & 1)
            left &= ~(scope & self._whole)
        return DeclarationHits(tuple(sorted(whole)), tuple(items))

    def _among(self, row: Row, possible: int) -> list[int]:
        for place, table, free in self._index.exact:
            if (value := row[place]) is not None:
                possible &= table.get(value, 0) | free  # type: ignore[arg-type]
        for place, beginnings in self._index.beginning:
            if (value := row[place]) is not None:
                possible &= beginnings[value]
        found, unknown, closures = [], [], self._closures
        while possible:
            bit = possible.bit_length() - 1
            possible ^= 1 << bit
            answer = closures[bit](row)
            if answer:
                found.append(bit)
            elif answer is None:
                unknown.append(bit)
        if unknown:
            self._count(unknown, row)
        found.reverse()
        return found

    def _count(self, bits: Sequence[int], row: Row) -> None:
        """Count profiles left unknown by the places missing in the row; which of these each asks for is sorted out when it is asked."""
        missing = tuple([place for place, value in enumerate(row) if value is None])
        self._unsorted.update([(bit, missing) for bit in bits])
        if len(self._unsorted) >= _MOST_UNSORTED:
            self._sort_out()

    def _sort_out(self) -> None:
        for (bit, missing), count in self._unsorted.items():
            for name in [name for place, name in self._fields[bit] if place in missing] or ("",):
                self._unknown[bit, name] += count
        self._unsorted.clear()

    @property
    def unknown(self) -> Counter[tuple[int, str]]:
        """How often a profile was left unknown, by its position and the field missing; an empty name where arithmetic had no result."""
        self._sort_out()
        return self._unknown
