"""Price a duty expression: exact until the end, rounded once, every step told.

Figures are decimal as long as every division ends, and fractions where one does not, so that no cent is lost either way. What is
missing is named all at once; what refers to law outside the text is unpriced.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from fractions import Fraction
from typing import Any

import msgspec

from clearlane.assessment import pricing_words as words
from clearlane.assessment.pricing_quantities import quantity
from clearlane.model.assessment import Conditional, Price, Priced, Step, Unpriced
from clearlane.model.duty import AdValorem, DutyExpression, Element, Nil, Specific, Term, Unpriceable
from clearlane.model.money import Rounding
from clearlane.model.text import Text

_EXACT = Context(prec=250, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
_WIDE = Context(prec=250, traps=[InvalidOperation, DivisionByZero, Overflow])
_CUT = Context(prec=28, traps=[InvalidOperation, DivisionByZero, Overflow])


class Given(msgspec.Struct, frozen=True, gc=False):
    """What an expression is priced with.

    Attributes:
      base: The amount percentages are taken of, in ``currency``.
      quantities: Quantities by ``Measurement.key``, and values such as ``RET`` or ``VAL:case`` in ``currency``.
      currency: The currency of account, ISO 4217.
      rate: Tells how many of ``currency`` one of another currency is; None where it is not known.
      rounding: How the amount is rounded at the end; None to leave it exact.
    """

    base: Decimal
    quantities: Mapping[str, Decimal]
    currency: str
    rate: Callable[[str], Decimal | None] = lambda currency: None
    rounding: Rounding | None = None


def price(expression: DutyExpression, given: Given) -> Price:
    """Return what an expression comes to, what is missing to compute it, or why it cannot be computed from its text.

    Args:
      expression: The duty.
      given: What is known of the goods.
    """
    for term in expression.terms:
        if isinstance(term.part, Unpriceable):
            return Unpriced(term.part.reason)
    with localcontext(_EXACT):
        try:
            working = _Working(given, Decimal)
            figure = working.total(expression)
        except Inexact:
            working = _Working(given, Fraction)
            figure = working.total(expression)
    steps = working.steps
    if working.missing:
        return Conditional(tuple(working.missing), words.waiting(working.missing), tuple(steps))
    if figure < 0:
        steps.append(Step(f"max({_written(figure)}, 0) = 0", Decimal(0), words.FLOOR))
        figure = Decimal(0)
    return Priced(_rounded(figure, given.rounding, steps), tuple(steps))


class _Working:
    """One computation under way: its steps so far and all that is missing.

    Args:
      given: What is known of the goods.
      number: The kind of figures: ``Decimal``, or ``Fraction`` where a division does not end.
    """

    def __init__(self, given: Given, number: type) -> None:
        self.given = given
        self.number = number
        self.steps: list[Step] = []
        self.missing: dict[str, Text] = {}

    def total(self, expression: DutyExpression) -> Any:
        """Return the whole, segment by segment."""
        if len(expression.terms) == 1:
            return self._term(expression.terms[0])
        result, kind = None, "+"
        segment: list[tuple[str, Any]] = []
        for term in expression.terms:
            if term.operator in ("min", "max") and segment:
                result = self._bounded(result, kind, self._sum(segment))
                kind, segment = term.operator, []
            segment.append((term.operator if segment else "+", self._term(term)))
        return self._bounded(result, kind, self._sum(segment))

    def _sum(self, segment: list[tuple[str, Any]]) -> Any:
        figure = segment[0][1]
        if len(segment) == 1:
            return figure
        formula = _written(figure)
        for operator, part in segment[1:]:
            figure = figure - part if operator == "-" else figure + part
            formula = f"{formula} {operator} {_written(part)}"
        self._tell(formula, figure)
        return figure

    def _bounded(self, so_far: Any, kind: str, figure: Any) -> Any:
        """Hold what came before to a bound: MIN is a floor, MAX a ceiling."""
        if so_far is None:
            return figure
        held = max(so_far, figure) if kind == "min" else min(so_far, figure)
        self._tell(f"{'max' if kind == 'min' else 'min'}({_written(so_far)}, {_written(figure)})", held)
        return held

    def _tell(self, formula: str, figure: Any) -> None:
        if not self.missing:
            self.steps.append(Step(f"{formula} = {_written(figure)}", _decimal(figure)))

    def _term(self, term: Term) -> Any:
        part = term.part
        if isinstance(part, AdValorem):
            return self._percentage(part)
        if isinstance(part, Specific):
            return self._amount(part)
        figure = self.number(0)
        if isinstance(part, Nil):
            self.steps.append(Step("NIHIL = 0", Decimal(0)))
        elif isinstance(part, Element):
            self.missing[f"element:{part.code}"] = words.missing_element(part)
        return figure

    def _percentage(self, part: AdValorem) -> Any:
        base = self.given.quantities.get(part.of) if part.of else self.given.base
        if base is None:
            self.missing[part.of] = words.missing_value(part.of)
            return self.number(0)
        percent, shown = self.number(part.percent), str(part.percent)
        if part.fraction is not None:
            over, under = part.fraction
            percent, shown = self.number(over) / under, f"{over}/{under}"
        figure = percent * self.number(base) / 100
        formula = f"{shown} % x {base} {part.of}" if part.of else f"{shown} % x {base}"
        self.steps.append(Step(f"{formula} = {_written(figure)}", _decimal(figure)))
        return figure

    def _amount(self, part: Specific) -> Any:
        figure = self.number(part.amount)
        formula = f"{part.amount} {part.currency}" if part.currency else str(part.amount)
        known = True
        for wanted in part.per:
            found = quantity(wanted, self.given.quantities, self.number)
            if found is None:
                self.missing[wanted.key] = words.missing_quantity(wanted)
                known = False
                continue
            self.steps += [step for step in found.steps if step not in self.steps]
            figure = figure * found.figure
            formula = f"{formula} x {_written(found.figure)} {wanted.key}"
            if wanted.per != 1:
                figure = figure / self.number(wanted.per)
                formula = f"{formula} / {wanted.per}"
        account = self.given.currency
        if part.currency and part.currency != account:
            rate = self.given.rate(part.currency)
            if rate is None:
                self.missing[f"rate:{part.currency}"] = words.missing_rate(part.currency, account)
                return self.number(0)
            figure = figure * self.number(rate)
            formula = f"{formula} x {rate}"
        if known:
            self.steps.append(Step(f"{formula} = {_written(figure)}", _decimal(figure)))
        return figure


def _written(figure: Any) -> str:
    """Return a figure as it is written, a fraction without end as numerator and denominator."""
    whole = _decimal(figure)
    return f"{whole:f}" if whole is not None else f"{figure.numerator}/{figure.denominator}"


def _decimal(figure: Any) -> Decimal | None:
    """Return a figure in decimals, None where it has no end."""
    if isinstance(figure, Decimal):
        return figure
    try:
        return _EXACT.divide(Decimal(figure.numerator), Decimal(figure.denominator))
    except Inexact:
        return None


def _rounded(figure: Any, rounding: Rounding | None, steps: list[Step]) -> Decimal:
    whole = _decimal(figure)
    if rounding is None:
        if whole is not None:
            return whole
        cut = _CUT.divide(Decimal(figure.numerator), Decimal(figure.denominator))
        steps.append(Step(f"{_written(figure)} = {cut:f}…", remark=words.CUT))
        return cut
    with localcontext(_WIDE):
        amount = rounding.of(whole if whole is not None else _marked(figure, rounding.places))
    if whole is None or amount != whole:
        steps.append(Step(f"{_written(figure)} -> {amount:f} ({rounding})", amount))
    return amount


def _marked(figure: Fraction, places: int) -> Decimal:
    """Return a figure without end cut past the places wanted, with a last digit that keeps it off every tie."""
    scaled = abs(figure.numerator) * 10 ** (places + 2) // figure.denominator
    digits = Decimal(scaled * 10 + 1).scaleb(-places - 3)
    return digits if figure > 0 else -digits
