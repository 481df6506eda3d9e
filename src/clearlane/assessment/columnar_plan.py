"""What each combination of facts owes, asked of the same law as one declaration is, once for all lines that share them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from clearlane.assessment.choice import Choice
from clearlane.assessment.columnar_alike import alike_in
from clearlane.assessment.columnar_facts import goods_with
from clearlane.assessment.columnar_form import VALUE as OF_VALUE
from clearlane.assessment.columnar_form import LineForm, LineShape, line_form
from clearlane.assessment.columnar_formula import NoFormula, Terms
from clearlane.assessment.columnar_group import Group
from clearlane.assessment.duty import Reckoning, found_for
from clearlane.assessment.exchange import rate_of
from clearlane.assessment.goods import Goods
from clearlane.assessment.law import taxes_of
from clearlane.assessment.lines import line_of
from clearlane.model.assessment import Outcome, TaxLine
from clearlane.model.measure import Measure
from clearlane.model.money import MINOR_DIGITS
from clearlane.model.profile import Profile
from clearlane.model.tax import VALUE, Tax

ALONE = -1
"""The group of goods that are computed one by one: what they owe hangs on figures in a way no formula here holds."""


class Program(NamedTuple):
    """What lines of one combination owe.

    Attributes:
      group: The number of its group, or ``ALONE``.
      row: Its number within the group.
      pattern: The number of its pattern of outcomes.
    """

    group: int
    row: int
    pattern: int


class Plan:
    """The law, asked once for each combination of facts and remembered.

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
        self._groups: dict[tuple[LineShape, ...], int] = {}
        self._patterns: dict[Hashable, int] = {(): 0}
        self._programs: dict[tuple[Hashable, ...], Program] = {}

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
            found = self._compiled(goods_with(facts), day)
        except NoFormula:
            found = Program(ALONE, 0, 0)
        return self._programs.setdefault(key, found)

    def _compiled(self, goods: Goods, on: date) -> Program:
        tariff = self.profile.tariff
        item = Reckoning(goods, tariff.borne(goods.code, on) if tariff else (), {VALUE: goods.value.value})
        if self._hangs_on_figures(item, on):
            raise NoFormula(goods.code)
        forms: list[LineForm] = []
        outcomes: dict[int, Outcome] = {}
        parts: dict[str, tuple[int, ...]] = {VALUE: (OF_VALUE,)}
        for prepared in taxes_of(self.profile):
            tax = prepared.tax
            found = found_for(prepared, item, self.profile, on, None)
            if tax.scope == "declaration" and found:
                raise NoFormula(tax.code)
            base = item.base(tax, self._taxes)
            lines = [one if isinstance(one, TaxLine) else line_of(tax, one, goods, base, self.profile, on) for one in found]
            item.take(tax, lines)
            base_slots = tuple(chain.from_iterable(parts.get(name, ()) for name in tax.base))
            parts[tax.code] = ()
            for number, (one, line) in enumerate(zip(found, lines, strict=True)):
                slot = self.slot(tax.code, number)
                outcomes[slot] = line.outcome
                if line.outcome == "priced" and isinstance(one, Choice):
                    forms.append(self._form(slot, tax, base_slots, one, goods, on))
                    parts[tax.code] = (*parts[tax.code], slot)
        shapes = tuple(form.shape for form in forms)
        number = self._groups.setdefault(shapes, len(self.groups))
        if number == len(self.groups):
            self.groups.append(Group(shapes))
        pattern = self._patterns.setdefault(tuple(outcomes.items()), len(self.patterns))
        if pattern == len(self.patterns):
            self.patterns.append(outcomes)
        return Program(number, self.groups[number].add(forms), pattern)

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
        standing = chain.from_iterable(prepared.of_law(goods, profile.tariff, on) for prepared in taxes_of(profile) if prepared.standing)
        return _has_threshold([one.measure for one in item.borne]) or _has_threshold(list(standing))


def _has_threshold(measures: Sequence[Measure]) -> bool:
    return any(condition.threshold is not None for measure in measures for condition in measure.conditions)
