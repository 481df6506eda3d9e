"""Write an expression in the manner of integrated tariffs, so that reading it gives the same."""

from __future__ import annotations

from clearlane.model.duty import AdValorem, DutyExpression, Element, Measurement, Nil, Part, Specific


def written(expression: DutyExpression) -> str:
    """Return an expression as an integrated tariff would write it.

    Raises:
      ValueError: It refers to law outside the text, or has a fraction no decimal writes: no such tariff can say it.

    >>> from clearlane.tariff.dialects.taric import read_expression
    >>> written(read_expression("9.60% + 95.30EUR/100kg eda max 15%"))
    '9.60 % + 95.30 EUR / 100 KGM:drained MAX 15 %'
    """
    first, *rest = expression.terms
    return _part(first.part) + "".join(f" {term.operator.upper()} {_part(term.part)}" for term in rest)


def _part(part: Part) -> str:
    if isinstance(part, AdValorem) and part.fraction is None:
        return f"{part.percent:f} % of {part.of}" if part.of else f"{part.percent:f} %"
    if isinstance(part, Specific):
        return " / ".join([f"{part.amount:f} {part.currency}", *map(_measurement, part.per)])
    if isinstance(part, Nil):
        return "NIHIL"
    if isinstance(part, Element):
        return "Entry Price" if part.code == "entry-price" else part.code
    raise ValueError("An integrated tariff cannot say this.")


def _measurement(one: Measurement) -> str:
    return one.key if one.per == 1 else f"{one.per:f} {one.key}"
