"""Read the text of a condition to its tree, checking every field, kind and list on the way.

From the weakest to the strongest: ``or``, ``and``, ``not``, comparisons, ``+ -``, ``* /``, a minus before a value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar, cast

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Between,
    Compare,
    Comparison,
    Condition,
    Contains,
    FieldOf,
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
from clearlane.model.risk_field import Catalogue, FieldKind
from clearlane.model.text import Text
from clearlane.risk.language import expectations as expected
from clearlane.risk.language.errors import meant
from clearlane.risk.language.limits import WIDEST
from clearlane.risk.language.operands import Operands, Part

_Written = TypeVar("_Written", bound=Number | Words)
_COMPARISONS = ("<", ">", "<=", ">=", "=", "==", "!=")
_QUESTIONS = (*_COMPARISONS, "between", "starts", "contains", "in", "is", "not")


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


class Conditions(Operands):
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

    def _holding(self, part: Part) -> Condition:
        """Return a part as a condition: a flag by itself holds."""
        if part.kind == "condition":
            return cast("Condition", part.node)
        if isinstance(part.node, FieldOf) and part.kind in ("flag", "unknown"):
            return Holds(part.node)
        raise self.fault(expected.CONDITION, expected.compare(part.token.text, part.kind), part.token)
