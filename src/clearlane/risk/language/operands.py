"""Read values: fields, numbers, texts, and what is computed from them, each of its kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Literal, NamedTuple, cast

from clearlane.model.risk_condition import Arithmetic, Condition, FieldOf, Flag, Number, Operand, Operator, Words
from clearlane.model.risk_field import FieldKind
from clearlane.risk.language import expectations as expected
from clearlane.risk.language.cursor import RESERVED, Cursor, too_deep
from clearlane.risk.language.errors import meant
from clearlane.risk.language.lexer import Token
from clearlane.risk.language.limits import DEEPEST


class Part(NamedTuple):
    """Something read: its node, its kind (``condition`` for a yes or no, ``unknown`` after a fault), its depth and where it stands."""

    node: Operand | Condition
    kind: FieldKind | Literal["condition", "unknown"]
    depth: int
    token: Token


class Operands(Cursor, ABC):
    """Reads values."""

    @abstractmethod
    def _any(self) -> Part:
        """Go past what stands within parentheses: a value or a condition."""

    def _sum(self) -> Part:
        return self._computed(("+", "-"), self._product)

    def _product(self) -> Part:
        return self._computed(("*", "/"), self._atom)

    def _computed(self, signs: tuple[str, ...], read: Callable[[], Part]) -> Part:
        start, left = self.at, read()
        while self.stands(*signs):
            self._be(left, "number")
            sign, right = cast("Operator", self.take().text), read()
            self._be(right, "number")
            node = Arithmetic(sign, cast("Operand", left.node), cast("Operand", right.node))
            left = self._made(node, "number", max(left.depth, right.depth) + 1, start)
        return left

    def _atom(self) -> Part:
        start = self.at
        if self.took("("):
            self.deeper()
            part = self._any()
            self.nesting -= 1
            self.expect(")")
            return part._replace(token=self.span(start))
        if self.next.kind == "number" or (self.stands("-") and self.tokens[self.at + 1].kind == "number"):
            return self._made(self._number(), "number", 1, start)
        if self.took("-"):
            return self._minus(start)
        if self.next.kind == "text":
            return self._made(Words(self.quoted()), "text", 1, start)
        if self.stands("true", "false"):
            return self._made(Flag(self.take().text.casefold() == "true"), "flag", 1, start)
        return self._field()

    def _minus(self, start: int) -> Part:
        self.deeper()
        part = self._atom()
        self.nesting -= 1
        self._be(part, "number")
        return self._made(Arithmetic("-", Number(0.0), cast("Operand", part.node)), "number", part.depth + 1, start)

    def _number(self) -> Number:
        value, written = self.number()
        return Number(value, "" if written == plain(value) else written)

    def _field(self) -> Part:
        if self.next.kind != "word" or self.stands(*RESERVED):
            raise self.fault(expected.VALUE, None)
        start, name = self.at, self.take().text
        if name not in self.catalogue:
            self.note(expected.no_field(name), meant(name, self.catalogue.names), self.span(start))
            return self._made(FieldOf(name), "unknown", 1, start)
        field = self.catalogue[name]
        if self.level == "declaration" and field.level == "item":
            self.note(expected.of_an_item(name), expected.SCOPE_ITEM, self.span(start))
        return self._made(FieldOf(name), field.kind, 1, start)

    def _made(self, node: Operand | Condition, kind: FieldKind | Literal["condition", "unknown"], depth: int, start: int) -> Part:
        if depth > DEEPEST:
            raise self.fault(too_deep(), None, self.span(start))
        return Part(node, kind, depth, self.span(start))

    def _value(self, part: Part) -> Part:
        if part.kind == "condition":
            raise self.fault(expected.NO_CONDITION, None, part.token)
        return part

    def _be(self, part: Part, kind: FieldKind) -> None:
        if part.kind not in (kind, "unknown"):
            self.note(expected.kind(kind, part.kind), None, part.token)

    def _agree(self, left: Part, right: Part, *, ordered: bool = False) -> None:
        if "unknown" in (left.kind, right.kind):
            return
        if left.kind != right.kind:
            self.note(expected.kind(left.kind, right.kind), expected.converted(right.node, left.kind), right.token)
        elif ordered and left.kind == "flag":
            self.note(expected.UNORDERED, None, right.token)


def plain(value: float) -> str:
    """Return the plain writing of a number, from which its very value is read.

    >>> plain(5.0), plain(0.6), plain(1e16)
    ('5', '0.6', '1e+16')
    """
    return repr(value).removesuffix(".0")
