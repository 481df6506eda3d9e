"""Look at what was read of a duty in few words."""

from __future__ import annotations

import pytest

from clearlane.model.duty import AdValorem, DutyExpression, Element, Nil, Part, Specific
from clearlane.model.duty_text import DutyTextFault
from clearlane.tariff.dialects import read_duty


def seen(text: str, dialect: str | None = None) -> list[str]:
    """Every term of a text of one rate, such as ``+ 9.6 %`` or ``max 95.3 EUR/100 KGM:drained``."""
    (part,) = read_duty(text, dialect).parts
    assert part.expression is not None
    return terms(part.expression)


def terms(expression: DutyExpression) -> list[str]:
    """Every term of an expression."""
    return [f"{term.operator} {_shown(term.part)}" for term in expression.terms]


def fault(text: str, dialect: str | None = None) -> tuple[int, str]:
    """The column and the cause for which a text is refused."""
    with pytest.raises(DutyTextFault) as raised:
        read_duty(text, dialect)
    found = raised.value
    assert found.hint.en
    assert found.hint.vi
    assert found.cause.vi
    return found.column, found.cause.en


def _shown(part: Part) -> str:
    if isinstance(part, AdValorem):
        percent = "/".join(map(str, part.fraction)) if part.fraction else f"{part.percent.normalize():f}"
        return f"{percent} %{f' of {part.of}' if part.of else ''}"
    if isinstance(part, Specific):
        per = "".join(f"/{f'{one.per:f} ' if one.per != 1 else ''}{one.key}" for one in part.per)
        return f"{part.amount.normalize():f} {part.currency}{per}"
    if isinstance(part, Element):
        return part.code
    return "free" if isinstance(part, Nil) else "elsewhere"
