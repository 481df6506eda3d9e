"""Words to people at the command line: in their language, on standard error, safe to show on a terminal."""

from __future__ import annotations

import os
import sys
import unicodedata
from contextvars import ContextVar

from rich.console import Console

from clearlane.model.refusals import Refusal
from clearlane.model.text import Text

_LANGUAGE: ContextVar[str] = ContextVar("language", default="en")


def speak(language: str) -> None:
    """Choose the language of everything said from here on."""
    _LANGUAGE.set(language)


def language() -> str:
    """Return the language spoken."""
    return _LANGUAGE.get()


def said(text: Text) -> str:
    """Return a text in the language spoken."""
    return text.said(_LANGUAGE.get())


def one_of(en: str, vi: str) -> str:
    """Return the wording for the language spoken."""
    return vi if _LANGUAGE.get() == "vi" else en


def first_language() -> str:
    """Return the language of help, which is written before any setting is read: from the words given, or the environment."""
    words = [*sys.argv, ""]
    for place, word in enumerate(words[:-1]):
        if word in ("--language", "--language=vi"):
            return "vi" if "vi" in (words[place + 1], word.rpartition("=")[2]) else "en"
    return os.environ.get("CLEARLANE_LANGUAGE") or "en"


def helped(en: str, vi: str) -> str:
    """Return the wording of help."""
    return vi if first_language() == "vi" else en


def plain(text: str) -> str:
    """Return a text without anything that could command a terminal.

    >>> plain("REF-1\\x1b[2J")
    'REF-1�[2J'
    """
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    if text.isascii() and text.isprintable():
        return text
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf") and c not in "\n\t" else c for c in text)


def out(text: str, style: str = "") -> None:
    """Write a line on standard output."""
    Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True).print(plain(text), style=style or None)


def errors() -> Console:
    """Return the console of standard error."""
    return Console(file=sys.stderr, highlight=False, markup=False, emoji=False, soft_wrap=True)


def tell(text: str) -> None:
    """Write a line on standard error."""
    errors().print(plain(text))


def tell_refusal(refusal: Refusal) -> None:
    """Say on standard error why something was refused."""
    tell(said(refusal.words))
