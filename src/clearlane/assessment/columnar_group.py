"""Lines of one shape computed together: their coefficients side by side, and whether 64 bits are sure to hold the results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from clearlane.assessment.columnar_form import BASE, VALUE, LineForm, LineShape
from clearlane.assessment.columnar_round import EXACT, Whole, divide
from clearlane.model.duty import Operator


class Group:
    """Combinations of facts whose tax lines differ in coefficients alone.

    Args:
      shapes: Their lines, each after those it is charged on.
    """

    def __init__(self, shapes: tuple[LineShape, ...]) -> None:
        self.shapes = shapes
        self.inputs = tuple(dict.fromkeys(name for name in _factors(shapes) if name != BASE))
        self._rows: list[tuple[int, ...]] = []
        self._columns: list[Whole] = []
        self._largest: list[int] = []
        self.negative = False

    def add(self, forms: Sequence[LineForm]) -> int:
        """Take in a combination and return its number here."""
        self._rows.append(tuple(one for form in forms for one in form.coefficients))
        self._columns, self._largest = [], []
        return len(self._rows) - 1

    def prepare(self) -> None:
        """Set the coefficients side by side, once all combinations are in."""
        if self._columns or not self._rows:
            return
        for column in zip(*self._rows, strict=True):
            fits = max(map(abs, column)) < EXACT
            self._columns.append(np.array(column, dtype=np.int64 if fits else object))
            self._largest.append(max(map(abs, column)))
            self.negative = self.negative or min(column) < 0

    def bound(self, value: int, most: Mapping[str, int]) -> tuple[bool, int]:
        """Say whether 64 bits hold every intermediate result, and what no amount is greater than.

        Args:
          value: The greatest magnitude of the customs value.
          most: The greatest magnitude of each quantity.
        """
        bounds, coefficients, fits = {VALUE: value}, iter(self._largest), value < EXACT
        for shape in self.shapes:
            known = {**most, BASE: sum(bounds[slot] for slot in shape.base)}
            widest = max(_bound(segment, known, coefficients) for segment in shape.segments)
            bounds[shape.slot] = (widest // shape.divisor + 1) * shape.unit
            fits = fits and max(2 * (widest + shape.divisor), known[BASE], bounds[shape.slot]) < EXACT
        return fits, max(bounds.values())

    def amounts(self, rows: Whole, value: Whole, quantities: Mapping[str, Whole], *, signed: bool) -> Iterator[tuple[int, Whole]]:
        """Yield each slot and the amounts of its line.

        Args:
          rows: For each row the number of its combination here.
          value: The customs value, in minor units.
          quantities: Every quantity the shape asks for.
          signed: Whether any input is negative.
        """
        done: dict[int, Whole] = {VALUE: value}
        columns = iter(self._columns)
        for shape in self.shapes:
            inputs = {**quantities, BASE: _sum([done[slot] for slot in shape.base], value)}
            parts = []
            for operator, products in shape.segments:
                found = [_product(next(columns), rows, [inputs[name] for name in factors], value) for factors in products]
                parts.append((operator, _sum(found, value)))
            whole = _joined(parts)
            divide(whole, shape.divisor, shape.manner, signed=signed or self.negative)
            if shape.unit > 1:
                np.multiply(whole, shape.unit, out=whole)
            done[shape.slot] = whole
            yield shape.slot, whole


def _factors(shapes: Sequence[LineShape]) -> Iterator[str]:
    for shape in shapes:
        for _, products in shape.segments:
            for factors in products:
                yield from factors


def _bound(segment: tuple[Operator, tuple[tuple[str, ...], ...]], most: Mapping[str, int], coefficients: Iterator[int]) -> int:
    whole = 0
    for factors in segment[1]:
        product = next(coefficients)
        for name in factors:
            product *= max(most[name], 1)
        whole += product
    return whole


def _sum(parts: Sequence[Whole], like: Whole) -> Whole:
    """Return the sum of columns; a single one as it is."""
    if len(parts) < 2:
        return parts[0] if parts else np.zeros_like(like)
    whole = np.add(parts[0], parts[1])
    for part in parts[2:]:
        np.add(whole, part, out=whole)
    return whole


def _product(column: Whole, rows: Whole, factors: Sequence[Whole], like: Whole) -> Whole:
    """Return the coefficient of each row times its factors, in a column of its own."""
    coefficients = np.take(column, rows, mode="clip")
    if like.dtype == object:
        coefficients = coefficients.astype(object)
    for factor in factors:
        np.multiply(coefficients, factor, out=coefficients)
    return coefficients


def _joined(parts: Sequence[tuple[Operator, Whole]]) -> Whole:
    whole = parts[0][1]
    for operator, part in parts[1:]:
        (np.maximum if operator == "min" else np.minimum)(whole, part, out=whole)
    return whole
