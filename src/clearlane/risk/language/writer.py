"""Write a tree as text: what is written reads back as the very same tree.

That holds for every tree that can be read. Of a text's own layout and comments a tree knows nothing: comments before the profile can be
handed on, those further down are lost, and the officer is told so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Compare,
    Condition,
    Contains,
    FieldOf,
    Flag,
    Holds,
    InList,
    Missing,
    Not,
    Number,
    OneOf,
    Operand,
    StartsWith,
    Words,
)
from clearlane.model.risk_field import Value
from clearlane.model.risk_profile import Example, RiskAction, RiskProfile
from clearlane.risk.language.cursor import RESERVED
from clearlane.risk.language.operands import plain

_PLAIN_CODE = re.compile(r"[A-Za-z0-9]+(?:[-/.:_][A-Za-z0-9]+)*")
_ANY, _ALL, _ONE = 1, 2, 3


def write_profile(profile: RiskProfile, comments: Sequence[str] = ()) -> str:
    """Return a profile as text, each clause on its own line.

    Args:
      profile: The profile.
      comments: Lines to stand before it as comments.
    """
    lines = [f"# {one}".rstrip() for one in comments]
    lines += [f"profile {write_code(profile.code)} {write_text(profile.title)}", f"scope {_scope(profile)}"]
    parts = profile.condition.parts if isinstance(profile.condition, AllOf) else (profile.condition,)
    first, *others = (_condition(part, _ONE) if len(parts) > 1 else write_condition(part) for part in parts)
    lines += [f"when {first}", *(f" and {one}" for one in others)]
    lines.append(f"then {_action(profile.action, profile.forecast)}")
    lines += [f"test {'hit' if one.hit else 'miss'} {{{write_values(one)}}}" for one in profile.examples]
    return "\n".join(lines) + "\n"


def write_condition(condition: Condition) -> str:
    """Return a condition as text on one line.

    >>> write_condition(Not(Compare("<", FieldOf("net"), Number(0.6, "60%"))))
    'not net < 60%'
    """
    return _condition(condition, _ANY)


def write_operand(operand: Operand) -> str:
    """Return a value as text: a field, a number, a text, or a computation."""
    return _operand(operand, 1)


def write_text(text: str) -> str:
    """Return a text in quotation marks."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write_code(code: str) -> str:
    """Return a code, in quotation marks where it could be taken for something else."""
    return code if _PLAIN_CODE.fullmatch(code) and code.casefold() not in RESERVED else write_text(code)


def write_number(number: Number) -> str:
    """Return a number as its author wrote it, if that is its value."""
    try:
        written = float(f"{number.written[:-1]}e-2") if number.written.endswith("%") else float(number.written)
    except ValueError:
        return plain(number.value)
    return number.written if written == number.value else plain(number.value)


def write_share(share: float) -> str:
    """Return a share in per cent, from which its very value is read.

    >>> write_share(0.07), write_share(1.0)
    ('7%', '100%')
    """
    scaled = Decimal(repr(share)).scaleb(2)
    written = format(scaled.normalize(), "f")
    return f"{written}%" if len(written) <= 24 else plain(share)


def write_values(example: Example) -> str:
    """Return the values of an example, separated by commas."""
    return ", ".join(f"{name}: {write_value(value)}" for name, value in example.values.items())


def write_value(value: Value) -> str:
    """Return one value of an example."""
    if value is None:
        return "missing"
    if isinstance(value, bool):
        return "true" if value else "false"
    return write_text(value) if isinstance(value, str) else plain(float(value))


def write_question(condition: Condition) -> str:
    """Return a question about values as text; what joins several is no question.

    Raises:
      AssertionError: The condition joins others.
    """
    match condition:
        case Compare(comparison, left, right):
            return f"{write_operand(left)} {'=' if comparison == '==' else comparison} {write_operand(right)}"
        case Between(of, low, high):
            return f"{write_operand(of)} between {write_operand(low)} and {write_operand(high)}"
        case StartsWith(of, beginnings, negated):
            return f"{write_operand(of)}{_not(negated)} starts with {_several([write_text(one) for one in beginnings])}"
        case Contains(of, words, negated):
            return f"{write_operand(of)}{_not(negated)} contains {_several([write_text(one) for one in words])}"
        case OneOf(of, values, negated):
            return f"{write_operand(of)}{_not(negated)} in ({', '.join(write_operand(one) for one in values)})"
        case InList(of, name, negated):
            return f"{write_operand(of)}{_not(negated)} in list {write_code(name)}"
        case Missing(of, negated):
            return f"{write_operand(of)} is{_not(negated)} missing"
        case Holds(of):
            return of.name
        case _:
            raise AssertionError("What joins conditions is no question.")


def _condition(condition: Condition, level: int) -> str:
    match condition:
        case AnyOf(parts) if parts:
            text, own = " or ".join(_condition(part, _ALL) for part in parts), _ANY
        case AllOf(parts) if parts:
            text, own = " and ".join(_condition(part, _ONE) for part in parts), _ALL
        case Not(part):
            return f"not {_condition(part, _ONE)}"
        case _:
            return write_question(condition)
    return f"({text})" if own < level else text


def _operand(operand: Operand, level: int) -> str:
    match operand:
        case FieldOf(name):
            return name
        case Number():
            return write_number(operand)
        case Words(value):
            return write_text(value)
        case Flag(value):
            return "true" if value else "false"
        case Arithmetic(operator, left, right):
            own = 1 if operator in ("+", "-") else 2
            text = f"{_operand(left, own)} {operator} {_operand(right, own + 1)}"
            return f"({text})" if own < level else text


def _not(negated: bool) -> str:
    return " not" if negated else ""


def _several(written: Sequence[str]) -> str:
    return written[0] if len(written) == 1 else f"({', '.join(written)})"


def _scope(profile: RiskProfile) -> str:
    parts: list[str] = [profile.level, *profile.directions]
    if profile.procedures:
        parts.append(" ".join(["procedures", *map(write_code, profile.procedures)]))
    if profile.offices:
        parts.append(" ".join(["offices", *map(write_code, profile.offices)]))
    if profile.since or profile.until:
        parts.append(f"valid {profile.since or ''}..{profile.until or ''}")
    return ", ".join(parts)


def _action(action: RiskAction, forecast: float | None) -> str:
    parts = [f"lane {action.lane}" + (f" at {write_share(action.share)}" if action.share != 1 else "")]
    if action.inspect:
        parts.append(" ".join(["inspect", *action.inspect]))
    parts += [f"{word} {write_code(code)}" for word, code in (("reason", action.reason), ("owner", action.owner)) if code]
    parts += [f"quiet {action.quiet_hits}"] if action.quiet_hits else []
    parts += [f"forecast {plain(forecast)} a day"] if forecast is not None else []
    parts += [f"section {write_code(action.section)}"] if action.section else []
    return ", ".join(parts)
