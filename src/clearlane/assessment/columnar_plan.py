"""What each combination of facts owes, asked of the same law as one declaration is, once for all lines that share them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from clearlane.assessment.choice import Choice
from clearlane.assessment.columnar_alike import alike_in
from clearlane.assessment.columnar_facts import goods_with
from clearlane.assessment.columnar_form import BASE, LineForm, LineShape, line_form
from clearlane.assessment.columnar_form import VALUE as OF_VALUE
from clearlane.assessment.columnar_formula import NoFormula, Terms
from clearlane.assessment.columnar_group import Group
from clearlane.assessment.columnar_together import Share
from clearlane.assessment.duty import Reckoning, begun, found_for
from clearlane.assessment.exchange import rate_of
from clearlane.assessment.goods import Goods
from clearlane.assessment.law import taxes_of
from clearlane.assessment.lines import line_of
from clearlane.model.assessment import Outcome, TaxLine
from clearlane.model.measure import Measure
from clearlane.model.money import MINOR_DIGITS
from clearlane.model.profile import Profile
from clearlane.model.tax import VALUE, Tax
from clearlane.model.text import Text

ALONE = -1
"""The group of goods that are computed one by one: what they owe hangs on figures in a way no formula here holds."""


class Program(NamedTuple):
    """What lines of one combination owe.

    Attributes:
      group: The number of its group, or ``ALONE``.
      row: Its number within the group.
      pattern: The number of its pattern of outcomes.
      share: The number of what it bears of a charge on the whole declaration.
    """

    group: int
    row: int
    pattern: int
    share: int


@dataclass
class _Draft:
    """A program being written.

    Attributes:
      forms: Its lines that are computed.
      outcomes: The outcome of each line by slot.
      parts: The slots that each tax is the sum of.
      share: What it bears of a charge on the whole declaration.
      shared: The tax of that charge.
      reasons: Why a line owes no amount, by slot.
    """

    forms: list[LineForm] = field(default_factory=list)
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    parts: dict[str, tuple[int, ...]] = field(default_factory=lambda: {VALUE: (OF_VALUE,)})
    share: Share | None = None
    shared: set[str] = field(default_factory=set)
    reasons: dict[int, Text] = field(default_factory=dict)


class Plan:
    """The law, asked once for each combination of facts and remembered.

    ``reasons`` holds, by the key of a combination, the facts the law was asked about and why it owes no amount, by slot.

    Args:
      profile: The law.
      value_places: Decimal places of the customs values.
      places: Decimal places of each quantity's column.
    """

    def __init__(self, profile: Profile, value_places: int = 2, places: Mapping[str, int] | None = None) -> None:
        self.profile = profile
        self.value_places, self.places = value_places, dict(places or {})
        self.scale = max(value_places, MINOR_DIGITS.get(profile.currency, 2), *(tax.rounding.places for tax in profile.taxes), 0)
        self.slots: dict[tuple[str, int], int] = {}
        self.groups: list[Group] = []
        self.alike = alike_in(profile)
        self.patterns: list[Mapping[int, Outcome]] = [{}]
        self._taxes = {tax.code: tax for tax in profile.taxes}
        self._limited = tuple(prepared for prepared in taxes_of(profile) if _has_threshold(prepared.tax.standing))
        self._groups: dict[tuple[LineShape, ...], int] = {}
        self.shares: list[Share | None] = [None]
        self._patterns: dict[Hashable, int] = {(): 0}
        self._programs: dict[tuple[Hashable, ...], Program] = {}
        self.reasons: dict[tuple[Hashable, ...], tuple[tuple[Hashable, ...], Mapping[int, Text]]] = {}

    def suits(self, value_places: int, places: Mapping[str, int]) -> bool:
        """Say whether columns in these units can be computed by it."""
        return value_places == self.value_places and all(self.places.get(key) == own for key, own in places.items())

    def slot(self, tax: str, number: int) -> int:
        """Return where the lines of a tax go: the first of an item's lines for it, the second …"""
        return self.slots.setdefault((tax, number), len(self.slots))

    def known(self, key: tuple[Hashable, ...]) -> Program | None:
        """Return what goods owe whose facts the law cannot tell from those of the key; None where it was not asked yet."""
        return self._programs.get(key)

    def program(self, key: tuple[Hashable, ...], facts: tuple[Hashable, ...]) -> Program:
        """Ask the law what goods with some facts owe, and remember it under the key."""
        day = facts[-1]
        assert isinstance(day, date)  # noqa: S101 - the last fact is the day
        try:
            found, reasons = self._compiled(goods_with(facts), day)
            if reasons:
                self.reasons[key] = facts, reasons
        except NoFormula:
            found = Program(ALONE, 0, 0, 0)
        return self._programs.setdefault(key, found)

    def _compiled(self, goods: Goods, on: date) -> tuple[Program, Mapping[int, Text]]:
        tariff = self.profile.tariff
        item = begun(goods, tariff.borne(goods.code, on) if tariff else ())
        if self._hangs_on_figures(item, on):
            raise NoFormula(goods.code)
        draft = _Draft()
        for prepared in taxes_of(self.profile):
            tax = prepared.tax
            found = found_for(prepared, item, self.profile, on, None)
            if not found:
                item.take(tax, ())
                continue
            base = item.base(tax, self._taxes)
            lines = [one if isinstance(one, TaxLine) else line_of(tax, one, goods, base, self.profile, on) for one in found]
            item.take(tax, lines)
            self._add(draft, tax, found, lines, goods, on)
        shapes = tuple(form.shape for form in draft.forms)
        number = self._groups.setdefault(shapes, len(self.groups))
        if number == len(self.groups):
            self.groups.append(Group(shapes))
        pattern = self._patterns.setdefault(tuple(draft.outcomes.items()), len(self.patterns))
        if pattern == len(self.patterns):
            self.patterns.append(draft.outcomes)
        if draft.share not in self.shares:
            self.shares.append(draft.share)
        return Program(number, self.groups[number].add(draft.forms), pattern, self.shares.index(draft.share)), draft.reasons

    def _add(self, draft: _Draft, tax: Tax, found: Sequence[Choice | TaxLine], lines: Sequence[TaxLine], goods: Goods, on: date) -> None:
        """Write down the lines of a tax."""
        base = tuple(chain.from_iterable(draft.parts.get(name, ()) for name in tax.base))
        own: list[int] = []
        for number, (one, line) in enumerate(zip(found, lines, strict=True)):
            slot = self.slot(tax.code, number)
            draft.outcomes[slot] = line.outcome
            if line.reason is not None and line.outcome != "priced":
                draft.reasons[slot] = line.reason
            if tax.scope == "declaration" and isinstance(one, Choice):
                if line.outcome != "priced" or draft.share is not None:
                    raise NoFormula(tax.code)
                form = self._form(slot, tax, (OF_VALUE,), one, goods, on)
                draft.share = _share(slot, base, one, form)
                draft.shared.add(tax.code)
            elif line.outcome == "priced" and isinstance(one, Choice):
                draft.forms.append(self._form(slot, tax, base, one, goods, on))
                own.append(slot)
        draft.parts[tax.code] = tuple(own)
        if draft.share is not None and any(name in draft.shared for name in tax.base):
            raise NoFormula(tax.code)

    def _form(self, slot: int, tax: Tax, base: tuple[int, ...], choice: Choice, goods: Goods, on: date) -> LineForm:
        if choice.duty is None:
            raise NoFormula(tax.code)
        rate = partial(rate_of, profile=self.profile, on=on)
        terms = Terms(tuple(goods.quantities), self.places, self.profile.currency, rate, self.scale)
        return line_form(slot, base, terms.segments(choice.duty), (tax.rounding.manner, 10 ** (self.scale - tax.rounding.places)))

    def _hangs_on_figures(self, item: Reckoning, on: date) -> bool:
        """Say whether which measures goods bear, or whether they are relieved, hangs on their value or quantities."""
        goods, profile = item.goods, self.profile
        limited = (one for one in profile.reliefs if one.most is not None and one.holds(on))
        if any(one.code in goods.reliefs or goods.shown((one.code,)) for one in limited):
            return True
        standing = chain.from_iterable(prepared.of_law(goods, profile.tariff, on) for prepared in self._limited)
        return _has_threshold(one.measure for one in item.borne) or _has_threshold(standing)


def _share(slot: int, base: tuple[int, ...], choice: Choice, form: LineForm) -> Share:
    """Return the share of a charge on the whole declaration, where that hangs on bases alone."""
    if any(name != BASE for _, products in form.shape.segments for factors in products for name in factors):
        raise NoFormula(form.shape.slot)
    return Share(slot, choice.measure.id if choice.measure else "", base, form)


def _has_threshold(measures: Iterable[Measure]) -> bool:
    return any(condition.threshold is not None for measure in measures if measure.conditions for condition in measure.conditions)
