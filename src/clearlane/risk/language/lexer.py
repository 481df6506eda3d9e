"""The text of a profile cut into words, numbers, texts in quotation marks and signs, each with its line and column."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

from clearlane.model.text import Text
from clearlane.risk.language.errors import ProfileFault
from clearlane.risk.language.limits import LONGEST

Kind = Literal["word", "number", "text", "sign", "bad", "end"]
_TOKEN = re.compile(
    r"""(?P<blank>[ \t\n]+|\#[^\n]*)
      | (?P<number>(?:[0-9]+(?:\.[0-9]+)?%)|(?:[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+(?![\w.]))?))
      | (?P<text>"(?:[^"\\\n]|\\["\\])*")
      | (?P<word>[^\W\d]\w*(?:\.[^\W\d]\w*)*)
      | (?P<sign>>=|<=|!=|==|\.\.|[-+*/()<>,={}:.])""",
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\(.)")


class Token(NamedTuple):
    """One word, number, text or sign.

    Attributes:
      kind: What it is; ``bad`` for what cannot be read.
      text: As written.
      start: Where it begins in the text, from 0.
      end: Where it ends.
    """

    kind: Kind
    text: str
    start: int
    end: int

    @property
    def content(self) -> str:
        """What stands within the quotation marks."""
        return _ESCAPED.sub(r"\1", self.text[1:-1])


def prepared(text: str) -> str:
    """Return a text with its characters composed (NFC) and its lines ended alike; lines and columns of faults count in this."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def position(text: str, start: int) -> tuple[int, int]:
    """Return line and column, from 1, of a place in a text.

    >>> position("ab\\ncd", 4)
    (2, 2)
    """
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def tokens(text: str) -> tuple[Token, ...]:
    """Return a prepared text cut into tokens, the last one being its end.

    Raises:
      ProfileFault: The text is too long, or holds a character that no profile can.
    """
    if len(text) > LONGEST:
        expected = Text(en=f"A profile has at most {LONGEST} characters.", vi=f"Một hồ sơ rủi ro có nhiều nhất {LONGEST} ký tự.")
        raise ProfileFault(1, 1, expected)
    _refuse_unprintable(text)
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            found.append(_unreadable(text, at))
        elif match.lastgroup != "blank":
            found.append(Token(match.lastgroup, match.group(), at, match.end()))  # type: ignore[arg-type]
        at = match.end() if match else found[-1].end
    return (*found, Token("end", "", len(text.rstrip()), len(text)))


def comments(text: str) -> tuple[str, ...]:
    """Return every comment of a text, without its ``#``; a ``#`` within quotation marks begins none."""
    found, at, text = [], 0, prepared(text)
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match and match.group().startswith("#"):
            found.append(match.group()[1:].strip())
        at = match.end() if match else _unreadable(text, at).end
    return tuple(found)


def _unreadable(text: str, at: int) -> Token:
    """Return what cannot be read: an unclosed text to the end of its line, else one character."""
    line_end = text.find("\n", at)
    end = at + 1 if text[at] != '"' else line_end if line_end >= 0 else len(text)
    return Token("bad", text[at:end], at, end)


def _refuse_unprintable(text: str) -> None:
    for at, one in enumerate(text):
        if one not in "\n\t" and unicodedata.category(one) in ("Cc", "Cs"):
            expected = Text(en="A character stands here that cannot be shown.", vi="Ở đây có một ký tự không hiển thị được.")
            raise ProfileFault(*position(text, at), expected, Text(en="Delete it.", vi="Hãy xóa ký tự đó."), length=1)


def leading_comments(text: str) -> tuple[str, ...]:
    """Return the comments before the profile itself, which a profile written anew keeps; those further down it cannot place.

    >>> leading_comments("# Phones\\nprofile P # here")
    ('Phones',)
    """
    text = prepared(text)
    start = next((token.start for token in tokens(text)), len(text))
    return comments(text[:start])
