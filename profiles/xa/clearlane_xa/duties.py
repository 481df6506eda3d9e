"""Duty texts of Arcadian law, such as ``15 % + 2.40 ARD / KGM MAX 24 %``, as expressions."""

from __future__ import annotations

import re
from decimal import Decimal

from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Nil, Operator, Part, Specific, Term

_OPERATORS: dict[str, Operator] = {"+": "+", "-": "-", "MIN": "min", "MAX": "max"}
_PART = re.compile(r"(?P<figure>\d+(\.\d+)?) (?:(?P<percent>%)|(?P<currency>[A-Z]{3})(?: / (?:(?P<per>\d+) )?(?P<unit>[A-Z0-9]{2,3}))?)")


def expression(text: str) -> DutyExpression:
    """Return a duty text as an expression.

    Raises:
      ValueError: It is not written as Arcadian law writes duties.

    >>> [term.operator for term in expression("15 % + 2.40 ARD / KGM MAX 24 %").terms]
    ['+', '+', 'max']
    """
    if text == "NIHIL":
        return DutyExpression(text, (Term(Nil()),))
    first, *more = re.split(r" (\+|-|MIN|MAX) ", text)
    pairs = zip(more[::2], more[1::2], strict=True)
    return DutyExpression(text, (Term(_part(first)), *(Term(_part(part), _OPERATORS[sign]) for sign, part in pairs)))


def _part(text: str) -> Part:
    found = _PART.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no part of a duty.")
    figure = Decimal(found["figure"])
    if found["percent"]:
        return AdValorem(figure)
    per = (Measurement(found["unit"], per=Decimal(found["per"] or 1)),) if found["unit"] else ()
    return Specific(figure, found["currency"], per)
