"""From a duty expression to segments of products; which quantity stands for which is asked of ``pricing_quantities`` itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clearlane.assessment.columnar_form import BASE, Product, Segment
from clearlane.assessment.pricing_quantities import quantity
from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Nil, Part, Specific

_FLOOR = Segment("min", (Product(Fraction(0)),))


class NoFormula(Exception):
    """An expression has a part that no product of figures stands for: its goods are computed one by one."""


class Terms(NamedTuple):
    """What expressions are written with.

    Attributes:
      given: Keys of the quantities that the goods have, in order.
      places: Decimal places of each quantity's column.
      currency: The currency of account.
      rate: Rates of exchange into it.
      scale: Decimal places of a minor unit.
    """

    given: Sequence[str]
    places: Mapping[str, int]
    currency: str
    rate: Callable[[str], Decimal | None]
    scale: int

    def segments(self, duty: DutyExpression) -> list[Segment]:
        """Return an expression as segments, in minor units.

        Raises:
          NoFormula: A part is no product of figures at hand.
        """
        found: list[Segment] = []
        for term in duty.terms:
            products = tuple(self._products(term.part))
            if term.operator in ("min", "max") or not found:
                found.append(Segment(term.operator if found else "+", products))
                continue
            sign = -1 if term.operator == "-" else 1
            more = (Product(sign * one.coefficient, one.factors) for one in products)
            found[-1] = Segment(found[-1].operator, (*found[-1].products, *more))
        return found if duty.ad_valorem is not None else [*found, _FLOOR]

    def _products(self, part: Part) -> Iterator[Product]:
        if isinstance(part, Nil):
            return
        if isinstance(part, AdValorem):
            yield self._percentage(part)
        elif isinstance(part, Specific):
            yield self._amount(part)
        else:
            raise NoFormula(type(part).__name__)

    def _percentage(self, part: AdValorem) -> Product:
        share = (Fraction(part.percent) if part.fraction is None else Fraction(*part.fraction)) / 100
        if not part.of:
            return Product(share, (BASE,))
        if part.of not in self.given:
            raise NoFormula(part.of)
        return Product(share * _ten(self.scale - self.places[part.of]), (part.of,))

    def _amount(self, part: Specific) -> Product:
        exchange = self.rate(part.currency) if part.currency not in ("", self.currency) else Decimal(1)
        if exchange is None:
            raise NoFormula(part.currency)
        coefficient = Fraction(part.amount) * Fraction(exchange) * _ten(self.scale)
        factors: list[str] = []
        for one in part.per:
            found = self._quantity(one)
            coefficient *= found.coefficient / Fraction(one.per)
            factors += found.factors
        return Product(coefficient, tuple(sorted(factors)))

    def _quantity(self, wanted: Measurement) -> Product:
        """Return the quantity that stands for the one wanted as a product, found out by trying figures."""

        def found(figures: Mapping[str, Decimal]) -> Fraction:
            one = quantity(wanted, figures, Fraction)
            return Fraction(0) if one is None else Fraction(one.figure)

        ones = dict.fromkeys(self.given, Decimal(1))
        each = found(ones)
        factors = [key for key in self.given if each and found({**ones, key: Decimal(2)}) == 2 * each]
        trial = {key: Decimal(9973 + 14 * place * place) for place, key in enumerate(self.given)}
        coefficient = each
        for key in factors:
            each *= Fraction(trial[key])
            coefficient *= _ten(-self.places[key])
        if not factors or found(trial) != each:
            raise NoFormula(wanted.key)
        return Product(coefficient, tuple(factors))


def _ten(power: int) -> Fraction:
    return Fraction(10) ** power
