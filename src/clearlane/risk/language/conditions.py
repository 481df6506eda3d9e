"""Read the text of a condition to its tree, checking every field, kind and list on the way.

From the weakest to the strongest: ``or``, ``and``, ``not``, comparisons, ``+ -``, ``* /``, a minus before a value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Literal, NamedTuple, TypeVar, cast

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Compare,
    Comparison,
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
    Operator,
    StartsWith,
    Words,
)
from clearlane.model.risk_field import Catalogue, FieldKind
from clearlane.model.text import Text
from clearlane.risk.language import expectations as expected
from clearlane.risk.language.cursor import RESERVED, Cursor, too_deep
from clearlane.risk.language.errors import ProfileFault, meant
from clearlane.risk.language.lexer import Token
from clearlane.risk.language.limits import DEEPEST, WIDEST

_Written = TypeVar("_Written", bound=Number | Words)
_COMPARISONS = ("<", ">", "<=", ">=", "=", "==", "!=")
_QUESTIONS = (*_COMPARISONS, "between", "starts", "contains", "in", "is", "not")


class Part(NamedTuple):
    """Something read: its node, its kind (``condition`` for a yes or no, ``unknown`` after a fault), its depth and where it stands."""

    node: Operand | Condition
    kind: FieldKind | Literal["condition", "unknown"]
    depth: int
    token: Token


def read_condition(text: str, catalogue: Catalogue, lists: Collection[str] | None = None) -> Condition:
    """Return the condition that a text says.

    Args:
      text: The condition, without ``when``.
      catalogue: The fields it may ask of.
      lists: The names of the lists it may ask of; None to leave them unchecked.

    Raises:
      ProfileFault: The first fault.
    """
    reader = Conditions(text, catalogue, lists)
    condition = reader.condition()
    reader.finish()
    return condition


class Conditions(Cursor):
    """Reads conditions."""

    def condition(self) -> Condition:
        """Go past a condition and return it; what is wrong in it without hindering reading on is noted.

        Raises:
          ProfileFault: It cannot be read on.
        """
        return self._holding(self._any())

    def operand(self) -> tuple[Operand, str]:
        """Go past a value and return it with its kind.

        Raises:
          ProfileFault: It cannot be read on.
        """
        part = self._value(self._sum())
        return cast("Operand", part.node), part.kind

    def finish(self) -> None:
        """Hold that the text ends here and nothing was noted.

        Raises:
          ProfileFault: More stands there, or something was noted.
        """
        if self.next.kind != "end" and not self.noted:
            raise self.fault(expected.JOINED, self.nearest(("and", "or")))
        if self.noted:
            raise self.noted[0]

    def _any(self) -> Part:
        return self._run("or", self._all, AnyOf)

    def _all(self) -> Part:
        return self._run("and", self._not, AllOf)

    def _run(self, word: str, read: Callable[[], Part], node: type[AllOf | AnyOf]) -> Part:
        start, first = self.at, read()
        if not self.stands(word):
            return first
        parts, depth = [self._holding(first)], first.depth
        while self.took(word):
            part = read()
            parts.append(self._holding(part))
            depth = max(depth, part.depth)
            if len(parts) > WIDEST:
                raise self.fault(expected.TOO_WIDE)
        return self._made(node(tuple(parts)), "condition", depth + 1, start)

    def _not(self) -> Part:
        if not self.stands("not"):
            return self._comparison()
        start = self.at
        self.take()
        self.deeper()
        part = self._not()
        self.nesting -= 1
        return self._made(Not(self._holding(part)), "condition", part.depth + 1, start)

    def _comparison(self) -> Part:
        start, left = self.at, self._sum()
        if not self.stands(*_QUESTIONS):
            return left
        self._value(left)
        depth = left.depth
        if self.stands(*_COMPARISONS):
            comparison, right = self._sign(), self._value(self._sum())
            node: Condition = Compare(comparison, cast("Operand", left.node), cast("Operand", right.node))
            self._agree(left, right, ordered=comparison not in ("==", "!="))
            depth = max(depth, right.depth)
        elif self.took("between"):
            node, depth = self._between(left)
        else:
            node = self._question(left)
        return self._made(node, "condition", depth + 1, start)

    def _sign(self) -> Comparison:
        sign = self.take().text
        return cast("Comparison", "==" if sign == "=" else sign)

    def _between(self, left: Part) -> tuple[Condition, int]:
        low = self._value(self._sum())
        self.expect("and")
        high = self._value(self._sum())
        self._agree(left, low, ordered=True)
        self._agree(left, high, ordered=True)
        node = Between(cast("Operand", left.node), cast("Operand", low.node), cast("Operand", high.node))
        return node, max(left.depth, low.depth, high.depth)

    def _question(self, left: Part) -> Condition:
        """Go past ``[not] starts with``, ``[not] contains``, ``[not] in`` or ``is [not] missing``."""
        of = cast("Operand", left.node)
        if self.took("is"):
            negated = self.took("not")
            self.expect("missing")
            return Missing(of, negated)
        negated = self.took("not")
        if self.took("starts"):
            self.expect("with")
            self._be(left, "text")
            return StartsWith(of, self._texts(), negated)
        if self.took("contains"):
            self._be(left, "text")
            return Contains(of, self._texts(), negated)
        if not self.took("in"):
            raise self.fault(expected.NEGATED, self.nearest(("starts", "contains", "in")))
        return self._listed(left, negated) if self.took("list") else OneOf(of, self._among(left), negated)

    def _listed(self, left: Part, negated: bool) -> InList:
        self._be(left, "text")
        start, name = self.at, self.code(Text(en="The name of a list", vi="tên danh sách"), "trusted")
        if self.lists is not None and name not in self.lists:
            self.note(expected.no_list(name), meant(name, self.lists), self.span(start))
        return InList(cast("Operand", left.node), name, negated)

    def _texts(self) -> tuple[str, ...]:
        return tuple(one.value for one in self._several(lambda: Words(self.quoted())))

    def _among(self, left: Part) -> tuple[Number | Words, ...]:
        if not self.stands("("):
            raise self.fault(expected.AMONG, self.nearest(("list",)))
        return self._several(lambda: self._written(left))

    def _written(self, left: Part) -> Number | Words:
        start = self.at
        if self.next.kind == "text":
            node: Number | Words = Words(self.quoted())
        elif self.next.kind == "number" or self.stands("-"):
            node = self._number()
        else:
            raise self.fault(expected.WRITTEN)
        kind: FieldKind = "text" if isinstance(node, Words) else "number"
        self._agree(left, Part(node, kind, 1, self.span(start)))
        return node

    def _several(self, read: Callable[[], _Written]) -> tuple[_Written, ...]:
        """Go past one written value, or several within parentheses."""
        if not self.took("("):
            return (read(),)
        found = [read()]
        while self.took(","):
            found.append(read())
            if len(found) > WIDEST:
                raise self.fault(expected.TOO_WIDE)
        self.expect(")")
        return tuple(found)

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

    def _holding(self, part: Part) -> Condition:
        """Return a part as a condition: a flag by itself holds."""
        if part.kind == "condition":
            return cast("Condition", part.node)
        if isinstance(part.node, FieldOf) and part.kind in ("flag", "unknown"):
            return Holds(part.node)
        raise self.fault(expected.CONDITION, expected.compare(part.token.text, part.kind), part.token)

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


__all__ = ["Conditions", "Part", "ProfileFault", "plain", "read_condition"]
