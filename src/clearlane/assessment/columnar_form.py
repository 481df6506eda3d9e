"""What a combination of facts owes, as whole-number arithmetic: products, sums, MIN and MAX, one division, one rounding.

A rate of 9.6 % with 95.30 EUR per 100 kg becomes ``(c1 x base + c2 x KGM) / d`` with whole ``c1``, ``c2`` and ``d``, exchange
rate and units of measurement included: exact until it is rounded, as ``pricing`` is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from clearlane.model.duty import Operator

BASE = "base"
"""The base of the tax, among the factors of a product."""
VALUE = -1
"""The customs value, among the lines a base is made of."""


class Product(NamedTuple):
    """A coefficient and what it is multiplied by: ``BASE`` or names of quantities."""

    coefficient: Fraction
    factors: tuple[str, ...] = ()


class Segment(NamedTuple):
    """Products that are added up, and how the sum joins what stands before it."""

    operator: Operator
    products: tuple[Product, ...]


class LineShape(NamedTuple):
    """One tax line but for its coefficients.

    Attributes:
      slot: Where its amount goes.
      base: The slots, or ``VALUE``, that its base is the sum of; none where it is charged on quantities alone.
      segments: The operator of each segment and the factors of each of its products.
      divisor: What the sum is divided by before it is rounded.
      manner: As in ``Rounding.manner``.
      unit: What the rounded figure is multiplied by: more than 1 where a law rounds to coarser units.
    """

    slot: int
    base: tuple[int, ...]
    segments: tuple[tuple[Operator, tuple[tuple[str, ...], ...]], ...]
    divisor: int
    manner: str
    unit: int


class LineForm(NamedTuple):
    """One tax line: its shape and a coefficient for each product, in order."""

    shape: LineShape
    coefficients: tuple[int, ...]


def line_form(slot: int, base: tuple[int, ...], segments: Iterable[Segment], rounding: tuple[str, int]) -> LineForm:
    """Return a line in whole numbers.

    Args:
      slot: Where its amount goes.
      base: As in ``LineShape.base``.
      segments: What is charged, in minor units.
      rounding: The manner, and the unit rounded to, in minor units.
    """
    merged = [(one.operator, _merged(one.products)) for one in segments]
    manner, unit = rounding
    base = base if any(BASE in factors for _, products in merged for factors in products) else ()
    divisor = _divisor(product for _, products in merged for product in products.values())
    shape = LineShape(slot, base, tuple((operator, tuple(products)) for operator, products in merged), divisor * unit, manner, unit)
    return LineForm(shape, tuple(int(one * divisor) for _, products in merged for one in products.values()))


def _merged(products: Iterable[Product]) -> Mapping[tuple[str, ...], Fraction]:
    sums: dict[tuple[str, ...], Fraction] = {}
    for one in products:
        sums[one.factors] = sums.get(one.factors, Fraction(0)) + one.coefficient
    return sums or {(): Fraction(0)}


def _divisor(coefficients: Iterable[Fraction]) -> int:
    """Return a common denominator, a power of ten where one will do so that many rates share one shape."""
    least = lcm(*(one.denominator for one in coefficients))
    common = 10_000
    while common % least and common < 10**18:
        common *= 10
    return least if common % least else common
