"""A file of lines read into columns: every fact once, every figure as a whole number, and every cell at fault by row and column."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from clearlane.assessment.columnar_facts import FACTS
from clearlane.assessment.columnar_lines import Coded, Figures, Lines
from clearlane.assessment.columnar_round import Whole
from clearlane.model.edition import RowFault
from clearlane.model.measuring import quantity_key
from clearlane.model.money import MINOR_DIGITS
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.office.bulk_cells import MOST_PLACES, Bad, facts, figures

MOST_FAULTS = 1000
"""How many faults are named."""
_NEEDED = ("code", "value")
_OTHERWISE: Mapping[str, Hashable] = {"origin": "", "procedure": None, "preferential_origin": "", "mode": "", "direction": "import"}
_HEADING = 1


class Known(NamedTuple):
    """Which column is what.

    Attributes:
      facts: By heading, the fact a column tells and what reads its cells.
      quantities: By heading, the key of a quantity.
    """

    facts: Mapping[str, tuple[str, Callable[[str], Hashable | Bad]]]
    quantities: Mapping[str, str]


@dataclass
class BulkLines:
    """Lines of a file.

    Attributes:
      headings: Its columns.
      cells: The cells of each column, as they were read.
      lines: Those that come in, for the assessment.
      rows: Which lines of the file these are.
      seconds: How long it took to read them.
    """

    headings: list[str]
    cells: list[list[str]]
    lines: Lines
    rows: Whole
    seconds: float = 0.0

    def __len__(self) -> int:
        return len(self.cells[0]) if self.cells else 0


@dataclass
class Reader:
    """Reads the lines of one file.

    Args:
      profile: The law.
      on: The day of lines that tell none.
    """

    profile: Profile
    on: date
    faults: list[RowFault] = field(default_factory=list)

    def read(self, pieces: Iterable[list[list[str]]], report: Callable[[int], None]) -> BulkLines | None:
        """Return the lines; None where anything stands against them, which ``faults`` names."""
        source = iter(pieces)
        headings = [heading.strip() for heading in next(source)[0]]
        known = self._known(headings)
        columns = _Columns(headings, known, MINOR_DIGITS.get(self.profile.currency, 2))
        if self.faults:
            return None
        for piece in source:
            if self._uneven(piece, len(headings), columns.count):
                break
            self.faults += columns.add(piece)
            report(columns.count)
            if len(self.faults) >= MOST_FAULTS:
                break
        made = self._made(columns)
        self.faults = sorted(self.faults, key=lambda fault: (fault.row, fault.column))[:MOST_FAULTS]
        return None if self.faults else made

    def _known(self, headings: list[str]) -> Known:
        every = facts(self.on, lambda day: any(tax.holds(day) for tax in self.profile.taxes))
        quantities: dict[str, str] = {}
        for heading in headings:
            if heading in (*every, "value", "declaration") or heading.startswith("_"):
                continue
            key = quantity_key(heading) if heading else None
            if key is None or key in quantities.values():
                self._fault(_HEADING, heading, _no_such_column(heading) if key is None else _twice(heading))
            quantities[heading] = key or ""
        for heading in dict.fromkeys(one for one in headings if headings.count(one) > 1):
            self._fault(_HEADING, heading, _twice(heading))
        for heading in _NEEDED:
            if heading not in headings:
                cause = Text(en=f"The column {heading} is missing.", vi=f"Thiếu cột {heading}.")
                self._fault(_HEADING, heading, cause)
        return Known({heading: every[heading] for heading in headings if heading in every}, quantities)

    def _uneven(self, piece: list[list[str]], wanted: int, before: int) -> bool:
        """Say whether rows are longer or shorter than the heading, and name them."""
        if all(len(row) == wanted for row in piece):
            return False
        for place, row in enumerate(piece):
            if len(row) != wanted:
                cause = Text(
                    en=f"The row has {len(row)} cells and the heading {wanted}.", vi=f"Dòng có {len(row)} ô còn tiêu đề có {wanted} ô."
                )
                self._fault(before + place + _HEADING + 1, "", cause)
        return True

    def _made(self, columns: _Columns) -> BulkLines:
        told = {name: column.coded(self.faults) for name, column in columns.facts.items()}
        count = columns.count
        direction = told.pop("direction", None)
        rows = np.arange(count)
        if direction is not None and direction.values:
            rows = np.flatnonzero(np.array([one == "import" for one in direction.values])[direction.codes])
        if columns.declaration is not None and columns.count:
            together = columns.declaration.coded(self.faults).codes
            if not self.faults:
                self._together(together, told.get("day"), direction)
        otherwise = {**_OTHERWISE, "day": self.on, "valued": True, "given": ()}
        nothing = np.zeros(len(rows), dtype=np.int32)
        every = {
            name: Coded(told[name].codes[rows], told[name].values) if name in told else Coded(nothing, (otherwise.get(name, ()),))
            for name in FACTS
        }
        every["given"] = columns.given(rows)
        value = Figures(np.concatenate(columns.value)[rows] if columns.value else nothing, columns.places)
        quantities = {key: _least(np.concatenate(pieces)[rows]) for key, pieces in columns.quantities.items() if pieces}
        declaration = None if columns.declaration is None else np.array(columns.declaration.codes, dtype=np.int64)[rows]
        return BulkLines(columns.headings, columns.cells, Lines(every, value, quantities, declaration), rows)

    def _together(self, codes: Whole, days: Coded | None, direction: Coded | None) -> None:
        """Make sure that lines of one declaration stand together and have one day and direction."""
        begins = np.flatnonzero(np.diff(codes, prepend=-1))
        _, first = np.unique(codes[begins], return_index=True)
        for place in np.setdiff1d(np.arange(len(begins)), first)[:MOST_FAULTS].tolist():
            cause = Text(en="Lines of one declaration stand together.", vi="Các dòng của cùng một tờ khai phải đứng liền nhau.")
            self._fault(int(begins[place]) + _HEADING + 1, "declaration", cause)
        for name, column in (("day", days), ("direction", direction)):
            if column is not None:
                changes = np.diff(column.codes, prepend=column.codes[:1]) != 0
                changes[begins] = False
                for row in np.flatnonzero(changes)[:MOST_FAULTS].tolist():
                    cause = Text(en="It differs within the declaration.", vi="Khác với các dòng cùng tờ khai.")
                    self._fault(row + _HEADING + 1, name, cause)

    def _fault(self, row: int, column: str, cause: Text) -> None:
        self.faults.append(RowFault(row, column, cause))


class _Facts:
    """One column of facts: its cells numbered, and read once each."""

    def __init__(self, heading: str, read: Callable[[str], Any]) -> None:
        self._heading, self._read, self._places = heading, read, dict[str, int]()
        self.codes: list[int] = []

    def add(self, cells: Sequence[str]) -> None:
        places = self._places
        self.codes += [places.setdefault(cell, len(places)) for cell in cells]

    def coded(self, faults: list[RowFault]) -> Coded:
        """Return the facts, and write down which cells tell none."""
        values: dict[Hashable, int] = {}
        remap, bad = [], dict[int, Text]()
        for cell, place in self._places.items():
            found = self._read(cell)
            if isinstance(found, Bad):
                bad[place] = found.cause
            remap.append(values.setdefault(found, len(values)))
        codes = np.array(self.codes, dtype=np.int32)
        if bad:
            rows = np.flatnonzero(np.isin(codes, list(bad)))[:MOST_FAULTS].tolist()
            faults += [RowFault(row + _HEADING + 1, self._heading, bad[int(codes[row])]) for row in rows]
        return Coded(np.array(remap, dtype=np.int32)[codes] if remap else codes, tuple(values))


class _Columns:
    """The columns of a file while it is read."""

    def __init__(self, headings: list[str], known: Known, places: int) -> None:
        self.headings, self.places, self.count = headings, places, 0
        self.cells: list[list[str]] = [[] for _ in headings]
        self._readers = {heading: _Facts(heading, read) for heading, (_, read) in known.facts.items()}
        self.facts = {name: self._readers[heading] for heading, (name, _) in known.facts.items()}
        self.declaration = _Facts("declaration", _name) if "declaration" in headings else None
        self.value: list[Whole] = []
        self.keys = known.quantities
        self.quantities: dict[str, list[Whole]] = {key: [] for key in known.quantities.values()}
        self._given: dict[str, list[Whole]] = {key: [] for key in known.quantities.values()}

    def add(self, piece: list[list[str]]) -> list[RowFault]:
        """Take in the next lines and return what is wrong with their figures."""
        faults: list[RowFault] = []
        for heading, kept, cells in zip(self.headings, self.cells, zip(*piece, strict=True), strict=True):
            kept.extend(cells)
            if heading in self._readers:
                self._readers[heading].add(cells)
            elif heading == "declaration" and self.declaration is not None:
                self.declaration.add(cells)
            elif heading == "value" or heading in self.keys:
                faults += self._figures(heading, cells)
        self.count += len(piece)
        return faults

    def _figures(self, heading: str, cells: Sequence[str]) -> list[RowFault]:
        needed = heading == "value"
        found = figures(cells, self.places if needed else MOST_PLACES, needed=needed)
        units = np.array(found.units, dtype=np.int64)
        if needed:
            self.value.append(units)
        else:
            key = self.keys[heading]
            self.quantities[key].append(units)
            self._given[key].append(np.ones(len(units), dtype=np.bool_) if found.given is None else np.array(found.given))
        return [RowFault(self.count + place + _HEADING + 1, heading, cause) for place, cause in found.bad.items()]

    def given(self, rows: Whole) -> Coded:
        """Return which quantities each line tells."""
        known = [(key, np.concatenate(pieces)[rows]) for key, pieces in self._given.items() if pieces]
        codes = np.zeros(len(rows), dtype=np.int32)
        values: tuple[Hashable, ...] = ((),)
        for key, given in known:
            met, inverse = np.unique(codes * 2 + given, return_inverse=True)
            values = tuple((*values[one >> 1], key) if one & 1 else values[one >> 1] for one in met.tolist())
            codes = inverse.astype(np.int32)
        return Coded(codes, values)


def _least(units: Whole) -> Figures:
    """Return quantities in the largest unit that holds every one of them."""
    places = MOST_PLACES
    while places and not (units % 10).any():
        units, places = units // 10, places - 1
    return Figures(units, places)


def _name(cell: str) -> str | Bad:
    return cell.strip() or Bad(Text(en="The declaration is not named.", vi="Thiếu số hiệu tờ khai."))


def _no_such_column(heading: str) -> Text:
    named = heading[:40] or "(empty)"
    return Text(
        en=f"Nothing is known as {named}. Columns of your own begin with an underscore, such as _invoice.",
        vi=f"Không có cột {named}. Cột riêng của bạn phải bắt đầu bằng dấu gạch dưới, ví dụ _invoice.",
    )


def _twice(heading: str) -> Text:
    return Text(en=f"{heading[:40]} stands twice.", vi=f"{heading[:40]} xuất hiện hai lần.")
