"""A sheet of paper as the office hands it out: words and tables in one language, and a mark by which anyone can check it."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["assessment", "release", "inspection-order", "inspection-report"]


class SheetTable(msgspec.Struct, frozen=True):
    """A table.

    Attributes:
      title: What it shows.
      head: Its columns.
      rows: Its cells, row by row.
      right: Columns of figures, counted from 0.
      total: The last row, set apart; empty for none.
      wide: The column that takes what room is left, counted from 0.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    total: tuple[str, ...] = ()
    wide: int = 0


class Sheet(msgspec.Struct, frozen=True):
    """A sheet.

    Attributes:
      language: The language, ``en`` or ``vi``.
      agency: Who hands it out.
      title: What it is.
      number: The declaration.
      facts: What stands at its head: names and values.
      paragraphs: What is said.
      tables: Its tables.
      foot: What stands at its end: how to contest, and that nobody needs to sign it.
      code: What the QR code says: an address at which the sheet is checked.
      check: How to check it, in words.
    """

    language: str
    agency: str
    title: str
    number: str
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[str, ...]
    tables: tuple[SheetTable, ...]
    foot: tuple[str, ...]
    code: str
    check: str


class Issued(msgspec.Struct, frozen=True):
    """What is known of a sheet that someone holds in his hand.

    Attributes:
      kind: What it is.
      number: The declaration.
      latest: Whether it is the latest of its kind, and still holds.
      total: The duty it states, as text, with its currency; empty where it states none.
    """

    kind: Kind
    number: str
    latest: bool
    total: str = ""
