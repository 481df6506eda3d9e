"""A tariff code as its page shows it: its place in the tree, what stands below it, and what goods of it bear on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.measure import Measure
from clearlane.model.nomenclature import PRODUCT_LINE, TariffLine, Tree
from clearlane.model.profile import Profile
from clearlane.model.tariff import Borne, Tariff
from clearlane.model.tax import Tax
from clearlane.model.units import UNITS
from clearlane.web.language import Speech
from clearlane.web.tariff_names import Named, Names, Row

GROUPS: dict[str, tuple[str, ...]] = {
    "import": ("third-country", "ordinary", "suspension"),
    "preference": ("preference", "quota"),
    "remedy": ("anti-dumping", "countervailing", "safeguard", "additional"),
    "tax": ("excise", "environment", "vat", "fee"),
    "control": ("control",),
}
"""Series of measures as they stand together on a page, in order."""
_CHAPTER = 2
_UNIT = re.compile(r"(?<=/ )(?P<per>\d+ )?(?P<unit>[A-Z0-9]{2,3})\b")


class Node(msgspec.Struct, frozen=True):
    """A line below another.

    Attributes:
      line: The line.
      address: The code under which it has a page; empty for a heading in between.
      rate: The ordinary duty, where goods can be declared under it.
      below: Lines below a heading in between.
    """

    line: TariffLine
    address: str
    rate: str = ""
    below: tuple[Node, ...] = ()


class LineView(msgspec.Struct, frozen=True):
    """A code on a day.

    Attributes:
      line: Its line; None for a chapter that the tariff only has the headings of.
      code: Its digits.
      path: The lines above it, from the top.
      below: What stands below it.
      declarable: Whether goods can be declared under it.
      groups: Its measures by group; only where goods can be declared under it.
      notes: What is said beside the line and those above it.
      before: The last day on which what is charged changed; None where it never did.
      after: The next such day; None where none is known.
    """

    line: TariffLine | None
    code: str
    path: tuple[Node, ...]
    below: tuple[Node, ...]
    declarable: bool
    groups: dict[str, tuple[Row, ...]]
    notes: tuple[Named, ...] = ()
    before: date | None = None
    after: date | None = None

    @property
    def eve(self) -> date | None:
        """The day before the last change."""
        return self.before - timedelta(days=1) if self.before else None


def line_view(law: Profile, tariff: Tariff, code: str, on: date) -> LineView | None:
    """Return a code as it stands on a day; None where the tariff has no such line then.

    Args:
      law: The law: taxes beside the tariff, names of countries and documents.
      tariff: The tariff.
      code: Its digits.
      on: The day.
    """
    tree = tariff.nomenclature.on(on)
    line = tree.find(code) if code else None
    if line is None:
        below = [one for one in tree.children() if len(code) == _CHAPTER and one.code.startswith(code)]
        return LineView(None, code, (), nodes(tariff, tree, below, on), False, {}) if below else None
    declarable = tree.declarable(line)
    before, after = _changes(tariff, [one.code for one in tree.path(line) if one.code], on)
    return LineView(
        line,
        line.code,
        tuple(Node(above, _address(above)) for above in tree.path(line)[:-1]),
        nodes(tariff, tree, tree.children(line), on),
        declarable,
        measures(law, tariff, line.code, on) if declarable else {},
        tuple(map(Names(law, tariff).note, dict.fromkeys(note for one in tree.path(line) for note in one.footnotes))),
        before,
        after,
    )


def browse(tariff: Tariff, on: date) -> tuple[Node, ...]:
    """Return the top of the tariff on a day: sections with their chapters, or chapters alone where it begins with headings."""
    tree = tariff.nomenclature.on(on)
    top = tree.children()
    if all(len(line.code) <= _CHAPTER for line in top):
        return nodes(tariff, tree, top, on)
    chapters = {line.code[:_CHAPTER]: line for line in reversed(top) if line.code}
    return tuple(Node(line, chapter) for chapter, line in sorted(chapters.items()))


def nodes(tariff: Tariff, tree: Tree, lines: Iterable[TariffLine], on: date) -> tuple[Node, ...]:
    """Return lines as nodes; below a heading in between stands what it leads to."""
    return tuple(_node(tariff, tree, line, on) for line in lines)


def _node(tariff: Tariff, tree: Tree, line: TariffLine, on: date) -> Node:
    address = _address(line)
    if not address:
        return Node(line, "", below=nodes(tariff, tree, tree.children(line), on))
    return Node(line, address, _rate(tariff, line.code, on) if tree.declarable(line) else "")


def _address(line: TariffLine) -> str:
    return line.code if line.suffix == PRODUCT_LINE else ""


def _rate(tariff: Tariff, code: str, on: date) -> str:
    return next(
        (one.measure.duty.text for one in tariff.borne(code, on) if one.measure.duty and _series(tariff, one) == "third-country"), ""
    )


def _series(tariff: Tariff, one: Borne) -> str:
    known = tariff.types.get(one.measure.type)
    return known.series if known else ""


def _changes(tariff: Tariff, codes: Iterable[str], on: date) -> tuple[date | None, date | None]:
    days = {day for code in codes for measure in tariff.standing(code) for day in _days(measure) if day > ALWAYS}
    return max((day for day in days if day <= on), default=None), min((day for day in days if day > on), default=None)


def _days(measure: Measure) -> Iterator[date]:
    yield measure.since
    if measure.until is not None and measure.until < date.max:
        yield measure.until + timedelta(days=1)


def measures(law: Profile, tariff: Tariff, code: str, on: date) -> dict[str, tuple[Row, ...]]:
    """Return what goods of a code bear on a day, by group: of measures alike only the nearest, and taxes of the law beside the tariff."""
    nearest: dict[tuple[str, ...], Borne] = {}
    for one in tariff.borne(code, on):
        found = one.measure
        nearest.setdefault((found.type, found.area, found.additional_code, found.order_number), one)
    made: dict[str, list[Row]] = {}
    names = Names(law, tariff)
    for one in nearest.values():
        made.setdefault(_group(_series(tariff, one)), []).append(names.row(one))
    for tax in law.taxes:
        if tax.holds(on) and tax.borne(()):
            made.setdefault(_group(tax.series[0] if tax.series else "fee"), []).extend(_of_law(tax, names, code, on))
    return {group: tuple(made[group]) for group in GROUPS if made.get(group)}


def rate_words(text: str, say: Speech) -> str:
    """Return a duty as the tariff states it, its figures, units and limits in a reader's words.

    >>> rate_words("22 % MIN 6.00 ARD / KGM", Speech("en"))
    '22 % but not less than 6.00 ARD / kilogram'
    """
    if text == "NIHIL":
        return say("tariff.nihil")
    least, most = say("tariff.least"), say("tariff.most")
    said = say.formula(text).replace(" MIN ", f" {least} ").replace(" MAX ", f" {most} ")
    return _UNIT.sub(
        lambda found: (found["per"] or "") + (say.text(UNITS[found["unit"]].text) if found["unit"] in UNITS else found["unit"]), said
    )


def _group(series: str) -> str:
    return next((name for name, inside in GROUPS.items() if series in inside), "")


def _of_law(tax: Tax, names: Names, code: str, on: date) -> list[Row]:
    rate = tax.rates.find(code, on) if tax.rates else None
    if rate is not None:
        return [
            Row(tax.name, f"{rate.percent.normalize():f} %", since=rate.since, until=rate.until, reference=rate.reference or tax.reference)
        ]
    found = [one for one in tax.standing if code.startswith(one.code) and one.holds(on)]
    longest = max((len(one.code) for one in found), default=0)
    return [names.row(Borne(one, None, 0), tax.name) for one in found if len(one.code) == longest]
