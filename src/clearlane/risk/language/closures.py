"""A condition as a Python function of one row, written out as source so that a thousand of them cost microseconds.

Kleene's logic: a function answers True, False, or None where a missing value leaves it unknown. Only True hits.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Compare,
    Condition,
    Contains,
    FieldOf,
    Holds,
    InList,
    Missing,
    Not,
    OneOf,
    Operand,
    StartsWith,
)
from clearlane.model.risk_field import Catalogue, Row
from clearlane.risk.language.evaluate import Lists

Closure = Callable[[Row], bool | None]

_Node = TypeVar("_Node")
_DEEPEST = 10
_LARGEST = repr(sys.float_info.max)


def compile_condition(condition: Condition, catalogue: Catalogue, lists: Lists) -> Closure:
    """Return the condition as a function of a row in the catalogue's order.

    Args:
      condition: The condition, checked against the catalogue.
      catalogue: The fields.
      lists: The values of each list the condition asks of; a list that is not there raises ``KeyError``.
    """
    return compile_all((condition,), catalogue, lists)[0]


def compile_all(conditions: Sequence[Condition], catalogue: Catalogue, lists: Lists) -> list[Closure]:
    """Return several conditions as functions; they share the sets of values they ask of."""
    source = _Source(catalogue, lists)
    return [source.function(one) for one in conditions]


class _Source:
    """The source being written: the names in it, and the functions of parts that nest too deeply for one expression."""

    def __init__(self, catalogue: Catalogue, lists: Lists) -> None:
        self.names: dict[str, object] = {}
        self._catalogue, self._lists = catalogue, lists
        self._sets: dict[frozenset[object], str] = {}
        self._given = 0
        self._depth = 0

    def function(self, node: Condition) -> Closure:
        """Return a condition as a function; one by one they are compiled faster than together."""
        return self._made(self.condition(node))

    def _made(self, text: str) -> Closure:
        made: Closure = eval(compile(f"lambda r: {text}", "<risk profile>", "eval"), self.names)  # noqa: S307 - values enter by repr alone
        return made

    def condition(self, node: Condition) -> str:
        """Return an expression over ``r`` that is True, False or None."""
        return self._nested(node, self._condition)

    def _nested(self, node: _Node, write: Callable[[_Node], str]) -> str:
        if self._depth < _DEEPEST:
            self._depth += 1
            text = write(node)
            self._depth -= 1
            return text
        held, self._depth = self._depth, 0
        name, text = self._name("f"), write(node)
        self._depth = held
        self.names[name] = self._made(text)
        return f"{name}(r)"

    def _condition(self, node: Condition) -> str:
        match node:
            case AllOf(parts):
                return self._together(parts, "False", "True")
            case AnyOf(parts):
                return self._together(parts, "True", "False")
            case Not(part):
                name = self._name()
                return f"(None if ({name} := {self.condition(part)}) is None else not {name})"
            case Between(of, low, high):
                return self.condition(AllOf((Compare(">=", of, low), Compare("<=", of, high))))
            case Missing(of, negated):
                guard = self._guard(of)[0] or "False"
                return f"(not {guard})" if negated else f"({guard})"
            case Holds(of):
                return self._field(of)
            case _:
                return self._leaf(node)

    def _together(self, parts: Sequence[Condition], decisive: str, other: str) -> str:
        if not parts:
            return other
        names = [self._name() for _ in parts]
        decided = " or ".join(f"({name} := {self.condition(part)}) is {decisive}" for name, part in zip(names, parts, strict=True))
        unknown = " or ".join(f"{name} is None" for name in names)
        return f"({decisive} if {decided} else None if {unknown} else {other})"

    def _leaf(self, node: Compare | StartsWith | Contains | OneOf | InList) -> str:
        if isinstance(node, Compare):
            left, right = self._guard(node.left), self._guard(node.right)
            guards = [guard for guard in (left[0], right[0]) if guard]
            return self._unless(guards, f"{left[1]} {node.comparison} {right[1]}")
        guard, name = self._guard(node.of)
        test = self._test(node, name)
        return self._unless([guard] if guard else [], f"not ({test})" if node.negated else test)

    def _test(self, node: StartsWith | Contains | OneOf | InList, name: str) -> str:
        match node:
            case StartsWith(_, beginnings):
                return f"{name}.startswith({beginnings!r})"
            case Contains(_, words):
                return " or ".join(f"{word!r} in {name}" for word in words) or "False"
            case OneOf(_, values):
                return f"{name} in {self._held(frozenset(one.value for one in values))}"
            case InList(_, kept):
                return f"{name} in {self._held(self._lists[kept])}"

    def _held(self, values: frozenset[object]) -> str:
        name = self._sets.setdefault(values, f"s{len(self._sets)}")
        self.names[name] = values
        return name

    @staticmethod
    def _unless(guards: Sequence[str], test: str) -> str:
        return f"(None if {' or '.join(guards)} else {test})" if guards else f"({test})"

    def _guard(self, node: Operand) -> tuple[str, str]:
        """Return what says that an operand is missing (empty for what never is), and how to name its value after that."""
        if not isinstance(node, FieldOf | Arithmetic):
            return "", f"({node.value!r})"
        name = self._name()
        return f"({name} := {self._operand(node)}) is None", name

    def _operand(self, node: FieldOf | Arithmetic) -> str:
        return self._field(node) if isinstance(node, FieldOf) else self._nested(node, self._arithmetic)

    def _field(self, node: FieldOf) -> str:
        return f"r[{self._catalogue.place(node.name)}]"

    def _arithmetic(self, node: Arithmetic) -> str:
        left, right = self._guard(node.left), self._guard(node.right)
        guards = [guard for guard in (left[0], right[0]) if guard]
        if node.operator == "/":
            guards.append(f"{right[1]} == 0.0")
        name = self._name()
        finite = f"not -{_LARGEST} <= ({name} := {left[1]} {node.operator} {right[1]}) <= {_LARGEST}"
        return f"(None if {' or '.join([*guards, finite])} else {name})"

    def _name(self, first: str = "v") -> str:
        self._given += 1
        return f"{first}{self._given}"
