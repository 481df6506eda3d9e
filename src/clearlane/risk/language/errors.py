"""What is wrong with a profile's text: where, what was expected there, and what may have been meant."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from clearlane.model.text import Text


class ProfileFault(Exception):
    """A fault in the text of a profile.

    Attributes:
      line: The line, from 1.
      column: The column in it, from 1, in characters.
      length: How many characters it concerns; 0 where something is left out.
      found: What stands there; empty at the end of the text.
      expected: What was expected, as a whole sentence.
      suggestion: What to write instead, where that can be guessed.
      place: The field of the form it belongs to; empty for a text.
    """

    def __init__(
        self,
        line: int,
        column: int,
        expected: Text,
        suggestion: Text | None = None,
        *,
        length: int = 0,
        found: str = "",
        place: str = "",
    ) -> None:
        super().__init__(line, column, expected, suggestion)
        self.line, self.column, self.length, self.found, self.place = line, column, length, found, place
        self.expected, self.suggestion = expected, suggestion

    def said(self, language: str) -> str:
        """Return the fault as one line for an officer."""
        where = f"Dòng {self.line}, cột {self.column}" if language == "vi" else f"Line {self.line}, column {self.column}"
        more = f" {self.suggestion.said(language)}" if self.suggestion else ""
        return f"{where}: {self.expected.said(language)}{more}"

    def __str__(self) -> str:
        return self.said("en")


def meant(written: str, known: Collection[str]) -> Text | None:
    """Return “Did you mean …?” where one of the known words is close to what was written.

    >>> meant("unit_prise", ["unit_price", "origin"]).en
    'Did you mean unit_price?'
    """
    plain = {one.casefold(): one for one in known}
    close = get_close_matches(written.casefold()[:80], plain, n=1, cutoff=0.6)
    return Text(en=f"Did you mean {plain[close[0]]}?", vi=f"Có phải ý là {plain[close[0]]}?") if close else None


def write(sample: str) -> Text:
    """Return “Write …” with an example of what can stand there."""
    return Text(en=f"Write, for example: {sample}", vi=f"Ví dụ: {sample}")
