"""A reader's place in the tokens of a text: look, take, expect, and note what is wrong with line and column."""

from __future__ import annotations

import math
from collections.abc import Collection

from clearlane.model.risk_field import Catalogue, FieldLevel
from clearlane.model.text import Text
from clearlane.risk.language.errors import ProfileFault, meant, write
from clearlane.risk.language.expectations import KINDS
from clearlane.risk.language.lexer import Token, position, prepared, tokens
from clearlane.risk.language.limits import DEEPEST, FAULTS

RESERVED = frozenset(
    ("and", "or", "not", "in", "list", "starts", "with", "contains", "is", "missing", "between", "true", "false", "when", "then", "test")
)
"""Words of the language that no field can be called by."""
_NAMED = {"number": KINDS["number"], "text": Text(en="a text in quotation marks", vi="một chuỗi trong ngoặc kép")}


class Cursor:
    """A place in a text.

    Args:
      text: The text of a profile or of a condition.
      catalogue: The fields it may ask of.
      lists: The names of the lists it may ask of; None where they are not known yet, and not checked.

    Raises:
      ProfileFault: The text is too long, or holds a character that no profile can.
    """

    def __init__(self, text: str, catalogue: Catalogue, lists: Collection[str] | None) -> None:
        self.text = prepared(text)
        self.tokens = tokens(self.text)
        self.catalogue, self.lists = catalogue, lists
        self.level: FieldLevel = "item"
        self.noted: list[ProfileFault] = []
        self.at = 0
        self.nesting = 0

    @property
    def next(self) -> Token:
        """The token that stands next."""
        return self.tokens[self.at]

    def take(self) -> Token:
        """Return the next token and go past it; the end stays."""
        token = self.tokens[self.at]
        self.at = min(self.at + 1, len(self.tokens) - 1)
        return token

    def stands(self, *wanted: str, ahead: int = 0) -> bool:
        """Return whether one of some words or signs stands next, or some places ahead; words in any case."""
        token = self.tokens[min(self.at + ahead, len(self.tokens) - 1)]
        return token.kind in ("word", "sign") and token.text.casefold() in wanted

    def took(self, *wanted: str) -> bool:
        """Go past one of some words or signs if it stands next, and return whether it did."""
        if found := self.stands(*wanted):
            self.take()
        return found

    def expect(self, wanted: str) -> None:
        """Go past a word or sign that must stand next.

        Raises:
          ProfileFault: Another stands there.
        """
        if not self.took(wanted):
            raise self.fault(Text(en=f"“{wanted}” was expected here.", vi=f"Ở đây cần có “{wanted}”."), self.nearest((wanted,)))

    def nearest(self, wanted: Collection[str]) -> Text | None:
        """Return “Did you mean …?” for the token that stands next."""
        return meant(self.next.text, wanted) if self.next.kind == "word" else None

    def fault(self, expected: Text, suggestion: Text | None = None, token: Token | None = None) -> ProfileFault:
        """Return a fault at a token, at the next one if none is given."""
        token = token or self.next
        if token.kind == "bad" and token.text.startswith('"'):
            expected = Text(en="The closing quotation mark is missing on this line.", vi="Thiếu dấu ngoặc kép đóng ở dòng này.")
            suggestion = Text(en='Within quotation marks write \\" and \\\\.', vi='Trong ngoặc kép, viết \\" và \\\\.')
        line, column = position(self.text, token.start)
        return ProfileFault(line, column, expected, suggestion, length=len(token.text), found=token.text)

    def note(self, expected: Text, suggestion: Text | None = None, token: Token | None = None) -> None:
        """Note a fault that does not hinder reading on."""
        if len(self.noted) < FAULTS:
            self.noted.append(self.fault(expected, suggestion, token))

    def span(self, start: int) -> Token:
        """Return what was read since a token's number, as one token."""
        first, last = self.tokens[start], self.tokens[max(start, self.at - 1)]
        return Token("word", self.text[first.start : last.end], first.start, last.end)

    def number(self) -> tuple[float, str]:
        """Go past a number, with its minus, and return its value and how it is written.

        Raises:
          ProfileFault: No number stands there, or none that a computer can hold.
        """
        start, minus = self.at, "-" if self.took("-") else ""
        if self.next.kind != "number":
            raise self.fault(self.expecting("number"), write("60% or 2.5"))
        written = minus + self.take().text
        value = float(f"{written[:-1]}e-2") if written.endswith("%") else float(written)
        if not math.isfinite(value):
            raise self.fault(Text(en="This number is too large.", vi="Số này quá lớn."), None, self.span(start))
        return value, written

    def quoted(self) -> str:
        """Go past a text in quotation marks and return what it says.

        Raises:
          ProfileFault: None stands there.
        """
        if self.next.kind != "text":
            suggestion = write(f'"{self.next.text}"') if self.next.kind in ("word", "number") else write('"851713"')
            raise self.fault(self.expecting("text"), suggestion)
        return self.take().content

    def code(self, what: Text, sample: str) -> str:
        """Go past a code such as ``UV-8517-03``, written without blanks or in quotation marks, and return it.

        Raises:
          ProfileFault: No code stands there.
        """
        if self.next.kind == "text":
            return self.quoted()
        if not self.begins_code():
            raise self.fault(Text(en=f"{what.en} was expected here.", vi=f"Ở đây cần có {what.vi}."), write(sample))
        start = self.at
        self.take()
        while self._joined():
            self.take()
        return self.span(start).text

    def begins_code(self) -> bool:
        """Return whether a code stands next: ``OR-02`` is one, ``or`` by itself is not."""
        if self.next.kind not in ("word", "number"):
            return self.next.kind == "text"
        return not self.stands(*RESERVED) or self._joined(1)

    def _joined(self, ahead: int = 0) -> bool:
        """Return whether a token some places ahead goes on with the code before it."""
        before, after = self.tokens[self.at + ahead - 1], self.tokens[self.at + ahead]
        fits = after.kind in ("word", "number") or after.text in ("-", "/", ".", ":")
        return fits and before.end == after.start

    @staticmethod
    def expecting(kind: str) -> Text:
        """Return “… was expected here.” for a number or a text."""
        return Text(en=f"{_NAMED[kind].en.capitalize()} was expected here.", vi=f"Ở đây cần có {_NAMED[kind].vi}.")

    def deeper(self) -> None:
        """Count one more level of parentheses.

        Raises:
          ProfileFault: There are more than any officer could read.
        """
        self.nesting += 1
        if self.nesting > DEEPEST:
            raise self.fault(too_deep())


def too_deep() -> Text:
    """Return the words for what is nested too deeply."""
    return Text(
        en=f"Conditions can be nested {DEEPEST} levels deep, not deeper. Split the profile.",
        vi=f"Điều kiện chỉ được lồng nhau đến {DEEPEST} mức. Hãy tách hồ sơ.",
    )
