"""What the command says: one line for each thing found, in English or Vietnamese, safe to show on a terminal."""

from __future__ import annotations

import os
import sys
from typing import Final

VIETNAMESE: Final = "vi"
_said = {"language": "en"}


def speak(language: str | None) -> None:
    """Choose the language: the one given, or that of the environment."""
    found = language or os.environ.get("CLEARLANE_LANGUAGE") or os.environ.get("LANG", "")
    _said["language"] = VIETNAMESE if found.startswith(VIETNAMESE) else "en"


def one_of(en: str, vi: str) -> str:
    """Return the wording for the language spoken."""
    return vi if _said["language"] == VIETNAMESE else en


def plain(text: str) -> str:
    """Return a text without anything that could command a terminal.

    >>> plain("a\\x1b[2J")
    'a?[2J'
    """
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def out(en: str, vi: str) -> None:
    """Write a line on standard output."""
    sys.stdout.write(plain(one_of(en, vi)) + "\n")


def tell(en: str, vi: str) -> None:
    """Write a line on standard error."""
    sys.stderr.write(plain(one_of(en, vi)) + "\n")
