"""The paper of a certificate: numbered boxes as its form has them, a table of goods, and a code that anyone checks without asking us."""

from __future__ import annotations

import msgspec

from clearlane.model.sheet import SheetTable


class Box(msgspec.Struct, frozen=True):
    """A box of a form.

    Attributes:
      title: What it is for, with its number on the form.
      lines: What stands in it.
    """

    title: str
    lines: tuple[str, ...]


class CertificateSheet(msgspec.Struct, frozen=True):
    """A certificate on paper.

    Attributes:
      language: The language, ``en`` or ``vi``.
      agency: Who issues it.
      title: What it is.
      number: Its number.
      boxes: What it says, two in a row.
      goods: The goods; None where it is about none.
      certified: What is certified, and by whom.
      code: The code: a signed copy of what it says.
      check: How to check the code, in words.
      left: What the code had no room for, in words; empty for nothing.
    """

    language: str
    agency: str
    title: str
    number: str
    boxes: tuple[Box, ...]
    goods: SheetTable | None
    certified: tuple[str, ...]
    code: str
    check: str
    left: str = ""
