"""A duty expression: how much is charged, as the tariff says it, in a form that computes.

Every dialect of tariff text ends here: percentages, amounts per quantity, MIN and MAX, nil, and what cannot be
computed from the text alone. An expression is evaluated by ``assessment``, one line at a time or for millions.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.text import Text

Operator = Literal["+", "-", "min", "max"]


class Measurement(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A quantity of the goods that a rate is multiplied by: ``/ 100 kg net drained`` is KGM, per 100, ``drained``.

    Attributes:
      unit: UNECE Recommendation 20 code, or the customs code where that has none (``model.units``).
      qualifier: What of the goods is measured, empty for the goods themselves: ``drained``, ``lead``, ``sugar`` …
      per: The rate is for so many units.
    """

    unit: str
    qualifier: str = ""
    per: Decimal = Decimal(1)

    @property
    def key(self) -> str:
        """The name under which the quantity is given: ``KGM`` or ``KGM:drained``."""
        return f"{self.unit}:{self.qualifier}" if self.qualifier else self.unit


class AdValorem(msgspec.Struct, frozen=True, gc=False, tag="ad-valorem", omit_defaults=True):
    """A percentage.

    Attributes:
      percent: In per cent: 9.6 for 9.60 %.
      of: What it is a percentage of: empty for the base of the tax, else a value given beside it in the currency of
        account, such as ``RET`` (retail price) or ``VAL:case`` (the value of a watch case).
      fraction: The percentage as a fraction where no decimal figure writes it, such as (100, 3) for 33 1/3 %; ``percent`` is then
        cut after 28 figures and must not be computed with.
    """

    percent: Decimal
    of: str = ""
    fraction: tuple[int, int] | None = None


class Specific(msgspec.Struct, frozen=True, gc=False, tag="specific"):
    """An amount for a quantity: ``0.50 GBP / % vol / hl`` is multiplied by both quantities.

    Attributes:
      amount: In ``currency``; exact, may have more places than its minor unit.
      currency: ISO 4217.
      per: The quantities it is multiplied by, each divided by its ``per``; empty for a flat amount.
    """

    amount: Decimal
    currency: str
    per: tuple[Measurement, ...] = ()


class Nil(msgspec.Struct, frozen=True, gc=False, tag="nil"):
    """No duty is charged (NIHIL), which is not the same as 0 %."""


class Element(msgspec.Struct, frozen=True, gc=False, tag="element"):
    """A part that is looked up elsewhere by what the goods contain or cost: agricultural component, entry price, bond.

    Attributes:
      code: ``EA``, ``ADSZ``, ``ADFM``, ``entry-price`` …
      missing: What must be known to compute it, in words.
    """

    code: str
    missing: Text


class Unpriceable(msgspec.Struct, frozen=True, gc=False, tag="unpriceable"):
    """A part that refers to law outside the text and cannot be computed from it: unpriced, never nothing."""

    reason: Text


Part = AdValorem | Specific | Nil | Element | Unpriceable


class Term(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One part and how it joins what stands before it. The first term of an expression has ``+``."""

    part: Part
    operator: Operator = "+"


class DutyExpression(msgspec.Struct, frozen=True, gc=False):
    """A duty as the tariff states it.

    The terms are cut into segments before each ``min`` and ``max``. Terms of a segment are added and taken away in order.
    ``min`` means not less than its segment, ``max`` not more, left to right: ``A MIN B MAX C - D`` is min(max(A, B), C - D).

    Attributes:
      text: As the tariff has it.
      terms: Its parts, at least one.
    """

    text: str
    terms: tuple[Term, ...]

    @property
    def quantities(self) -> tuple[Measurement, ...]:
        """Every quantity the expression asks for, each once, in order."""
        asked = (one for term in self.terms if isinstance(term.part, Specific) for one in term.part.per)
        return tuple(dict.fromkeys(asked))

    @property
    def ad_valorem(self) -> Decimal | None:
        """The percentage where the expression is nothing but one percentage of the base, written exactly; None otherwise."""
        part = self.terms[0].part if len(self.terms) == 1 else None
        if isinstance(part, AdValorem) and not part.of and part.fraction is None:
            return part.percent
        return None


def percentage(percent: Decimal) -> DutyExpression:
    """Return an expression of one percentage.

    >>> percentage(Decimal("7.5")).text
    '7.5 %'
    """
    return DutyExpression(f"{percent} %", (Term(AdValorem(percent)),))
