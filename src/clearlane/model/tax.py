"""Taxes as data: what is charged, on what, at which rate, and who is relieved of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from typing import Literal

import msgspec

from clearlane.model.dated import ALWAYS, RateTable
from clearlane.model.measure import Measure, Series
from clearlane.model.money import Rounding
from clearlane.model.text import Text

VALUE = "value"
"""The customs value, among the bases of a tax."""


class Circumstance(msgspec.Struct, frozen=True, gc=False):
    """Something that a declarant states by a code of additional information, for the declaration or for an item.

    Attributes:
      any_of: Codes any of which states it.
      none_of: Codes any of which takes it back.

    >>> Circumstance(("NIDOM", "NIIMP"), ("NIREM",)).holds({"NIIMP", "00500"})
    True
    """

    any_of: tuple[str, ...]
    none_of: tuple[str, ...] = ()

    def holds(self, stated: Collection[str]) -> bool:
        """Say whether the codes stated for an item amount to it."""
        return any(code in stated for code in self.any_of) and not any(code in stated for code in self.none_of)


class DeclaredLines(msgspec.Struct, frozen=True, gc=False):
    """Lines of the tariff that are declared beside the goods' own, as additional codes, and add to the duty.

    Source: chapter 99 of the Harmonized Tariff Schedule of the United States.

    Attributes:
      prefix: How their numbers begin.
      own_duty: How a rate begins that stands for the duty of the goods' own line, in lower case; what follows it is added.
    """

    prefix: str
    own_duty: tuple[str, ...]


class Tax(msgspec.Struct, frozen=True, gc=False):
    """A duty, tax or fee as data.

    Attributes:
      code: The tax type, such as ``A00``.
      name: Its name.
      base: What it is charged on: ``value`` and codes of other taxes, in any order. A tax charged on quantity alone has none.
      rates: Rates by commodity code; None where measures decide.
      rounding: How each line is rounded.
      due_under: Requested procedures (first two digits) under which it is due; elsewhere it is suspended. Empty for all.
      reference: The law.
      optional: Whether goods without a rate simply do not bear it (excise) rather than being unpriced.
      series: Series of measures in the tariff that fix it. ``third-country`` stands for the rate chosen by the claim.
      standing: Measures of the law itself, beside the tariff: their code is any beginning, empty for all goods; the longest decides.
      scope: ``item``, or ``declaration`` for a charge on the whole declaration (a fee with a minimum and a maximum), which is
        computed once on the sum of the items' bases and shared out by base.
      since: First day it is charged.
      until: Last day.
      modes: Modes of transport at the border under which it is charged, such as ``1`` for the sea; empty for all.
      types: Codes of the measure types that are its own: it takes no others, and no other tax takes them. Empty for every type of
        its series that is no tax's own.
      only_if: Where this is not so the tax is not borne; None for always.
      not_if: Where this is so the tax is not borne; None for never.
      declared_lines: Lines of the tariff whose declared numbers add to it; None for none.
    """

    code: str
    name: Text
    base: tuple[str, ...]
    rates: RateTable | None
    rounding: Rounding
    due_under: frozenset[str]
    reference: str
    optional: bool = False
    series: tuple[Series, ...] = ()
    standing: tuple[Measure, ...] = ()
    scope: Literal["item", "declaration"] = "item"
    since: date = ALWAYS
    until: date | None = None
    modes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    only_if: Circumstance | None = None
    not_if: Circumstance | None = None
    declared_lines: DeclaredLines | None = None

    def borne(self, stated: Collection[str]) -> bool:
        """Say whether goods bear the tax, by what is stated of them."""
        return (self.only_if is None or self.only_if.holds(stated)) and (self.not_if is None or not self.not_if.holds(stated))

    def holds(self, on: date) -> bool:
        """Say whether the tax is charged on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


class Claim(msgspec.Struct, frozen=True, gc=False):
    """What a trader may claim for the rate of import duty, by the code he gives (preference, rate schedule, programme).

    Attributes:
      code: The code declared, such as ``300`` or ``B05``.
      text: What it means.
      series: Where the rate is looked for: the first series that has a measure for the goods and their origin.
      areas: Areas the measure must be for; empty for any that covers the origin.
      proofs: Document codes any of which proves the claim; empty where the area or the measure names them, or none is needed.
      of_percent: Where no measure is found, this percentage of the ``third-country`` rate holds (150 for Viet Nam's ordinary
        rate); None where there is no such rule. Of a rate of 0 % nothing follows: then it is unpriced.
      reference: The law.
    """

    code: str
    text: Text
    series: tuple[Series, ...]
    areas: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    of_percent: Decimal | None = None
    reference: str = ""


class Relief(msgspec.Struct, frozen=True, gc=False):
    """Relief from taxes by additional procedure or document.

    Attributes:
      code: The additional procedure or document code declared.
      taxes: Tax codes relieved.
      text: Its name.
      most: The customs value of the declaration up to which it holds; None without limit.
      since: First day.
      until: Last day.
      reference: The law.
    """

    code: str
    taxes: tuple[str, ...]
    text: Text
    most: Decimal | None = None
    since: date = ALWAYS
    until: date | None = None
    reference: str = ""

    def holds(self, on: date) -> bool:
        """Say whether the relief is in force on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


class Caveat(msgspec.Struct, frozen=True, gc=False):
    """What the law here leaves out of an estimate of some goods, said with it.

    Attributes:
      text: What is left out.
      most: The customs value up to which it is said; None for every value.
    """

    text: Text
    most: Decimal | None = None


def in_order(taxes: Sequence[Tax]) -> tuple[Tax, ...]:
    """Return taxes so that each comes after those it is charged on; otherwise in the order given.

    Raises:
      ValueError: Taxes are charged on one another in a circle, or one on a tax that is not there.
    """
    known = {tax.code: tax for tax in taxes}
    for tax in taxes:
        if missing := [code for code in tax.base if code != VALUE and code not in known]:
            raise ValueError(f"{tax.code} is charged on {', '.join(missing)}, which is no tax here.")
    try:
        TopologicalSorter({tax.code: [code for code in tax.base if code != VALUE] for tax in taxes}).prepare()
    except CycleError as circle:
        raise ValueError(f"Taxes are charged on one another in a circle: {' → '.join(circle.args[1])}.") from None
    left, found, done = list(taxes), [], {VALUE}
    while left:
        first = next(tax for tax in left if done.issuperset(tax.base))
        left.remove(first)
        found.append(first)
        done.add(first.code)
    return tuple(found)
