"""The goods nomenclature: a dated tree of lines whose shape is given by their order and indent, not by their digits."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from clearlane.model.dated import ALWAYS

PRODUCT_LINE = "80"
"""The suffix of a line that stands for goods; any other marks a heading between, with the same digits or none."""
_TREES = 12
"""So many states are kept at hand."""


class TariffLine(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One line of a nomenclature, in its place.

    Attributes:
      place: Its row: lines follow one another in this order.
      code: Its digits without dots; empty for a heading in between that has none.
      indent: How deep it stands; its parent is the nearest line before it with a smaller indent.
      texts: What it says, by language.
      suffix: ``80`` for goods, another for headings in between.
      units: Units in which goods are counted, Recommendation 20.
      since: First day.
      until: Last day, None while in force.
      footnotes: Codes of footnotes.
    """

    place: int
    code: str
    indent: int
    texts: Mapping[str, str] = {}
    suffix: str = PRODUCT_LINE
    units: tuple[str, ...] = ()
    since: date = ALWAYS
    until: date | None = None
    footnotes: tuple[str, ...] = ()

    def text(self, language: str) -> str:
        """Return what the line says, in a language or else in the first one it has."""
        return self.texts.get(language) or next(iter(self.texts.values()), "")

    def holds(self, on: date) -> bool:
        """Say whether the line is in force on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


class Tree:
    """The nomenclature as it stands on a day.

    Args:
      lines: The lines in force, in order of place.
    """

    def __init__(self, lines: Sequence[TariffLine]) -> None:
        self.lines = lines
        self._parents: list[int] = []
        self._children: dict[int, list[int]] = {}
        self._goods: dict[str, int] = {}
        above: list[int] = []
        for index, line in enumerate(lines):
            while above and lines[above[-1]].indent >= line.indent:
                above.pop()
            parent = above[-1] if above else -1
            self._parents.append(parent)
            self._children.setdefault(parent, []).append(index)
            above.append(index)
            if line.code and line.suffix == PRODUCT_LINE:
                self._goods[line.code] = index
        self._places = [line.place for line in lines]
        self._codes = sorted(self._goods)

    def find(self, code: str) -> TariffLine | None:
        """Return the line of goods with just this code, or padded or cut by zeros; None if there is none."""
        index = self._index(code)
        return None if index is None else self.lines[index]

    def nearest(self, code: str) -> TariffLine | None:
        """Return the line of a code or, where the nomenclature is not so fine, of its longest beginning that has one."""
        digits = code
        while len(digits) >= 2:
            if (found := self.find(digits)) is not None:
                return found
            digits = digits[:-1]
        return None

    def beginning(self, digits: str) -> tuple[TariffLine, ...]:
        """Return the lines of goods whose code begins so, in order of their codes."""
        first = bisect_left(self._codes, digits)
        found = itertools.takewhile(lambda code: code.startswith(digits), itertools.islice(self._codes, first, None))
        return tuple(self.lines[self._goods[code]] for code in found)

    def path(self, line: TariffLine) -> tuple[TariffLine, ...]:
        """Return the lines from the top down to a line, which comes last."""
        index = self._place(line)
        found: list[TariffLine] = []
        while index >= 0:
            found.append(self.lines[index])
            index = self._parents[index]
        return tuple(reversed(found))

    def children(self, line: TariffLine | None = None) -> tuple[TariffLine, ...]:
        """Return the lines right below a line; below the top where none is given."""
        return tuple(self.lines[index] for index in self._children.get(-1 if line is None else self._place(line), ()))

    def full_text(self, line: TariffLine, language: str) -> str:
        """Return what a line says after all that stands above it, since “Other” alone means nothing.

        Args:
          line: A line of this tree.
          language: The language wanted; lines without it say it in the one they have.
        """
        said = (one.text(language).strip().rstrip(":").rstrip() for one in self.path(line))
        return " › ".join(filter(None, said))

    def declarable(self, line: TariffLine) -> bool:
        """Say whether goods can be declared under a line: it stands for goods and nothing stands below it."""
        return bool(line.code) and line.suffix == PRODUCT_LINE and self._place(line) not in self._children

    def _index(self, code: str) -> int | None:
        index = self._goods.get(code)
        length = len(code)
        while index is None and length < 10:
            length += 1
            index = self._goods.get(code.ljust(length, "0"))
        while index is None and len(code) > 2 and code.endswith("00"):
            code = code[:-2]
            index = self._goods.get(code)
        return index

    def _place(self, line: TariffLine) -> int:
        index = bisect_left(self._places, line.place)
        if index == len(self._places) or self._places[index] != line.place:
            raise KeyError(line.place)
        return index


class Nomenclature:
    """Every version of every line.

    Args:
      lines: All lines; each keeps its ``place``.
    """

    def __init__(self, lines: Iterable[TariffLine]) -> None:
        self.lines = tuple(sorted(lines, key=lambda line: line.place))
        changes = {line.since for line in self.lines}
        changes |= {line.until + timedelta(days=1) for line in self.lines if line.until is not None and line.until < date.max}
        self._changes = sorted(changes)
        self._trees: dict[int, Tree] = {}

    def on(self, day: date) -> Tree:
        """Return the tree as it stands on a day; kept for the next question."""
        period = bisect_right(self._changes, day)
        tree = self._trees.get(period)
        if tree is None:
            tree = Tree([line for line in self.lines if line.holds(day)])
            self._trees = {**dict(itertools.islice(self._trees.items(), max(len(self._trees) - _TREES + 1, 0), None)), period: tree}
        return tree
