"""Editions of the tariff as an office keeps them: loading, going live, taking back, and what each would change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.tariff import TariffHeader
from clearlane.model.text import Text

EditionState = Literal["loaded", "scheduled", "in-force", "superseded", "withdrawn"]


class TariffVersion(msgspec.Struct, frozen=True, omit_defaults=True):
    """A tariff the office keeps.

    Attributes:
      version: Its name, such as ``US-2025-04-1``: country, edition, and its number among loads of that edition.
      digest: SHA-256 of its content.
      header: What it is.
      lines: How many lines of nomenclature.
      measures: How many measures.
      loaded_by: Who loaded it.
      loaded_at: When.
      activated_by: Who put it in force; never who loaded it.
      since: The moment from which declarations are assessed under it; None until activated.
      withdrawn_by: Who took it back.
      withdrawn_at: When.
      state: Where it stands at the moment asked for.
      why: The ground on which it was taken back.
    """

    version: str
    digest: str
    header: TariffHeader
    lines: int
    measures: int
    loaded_by: str
    loaded_at: datetime
    activated_by: str = ""
    since: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    state: EditionState = "loaded"
    why: str = ""


class RowFault(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is wrong with a row of a tariff file.

    Attributes:
      row: The row, counted as an editor or spreadsheet shows it: the header is row 1.
      column: The column's name.
      cause: What is wrong with it.
      remedy: What to write, with an example.
      at: The place within the cell, counted from 1; 0 for the whole cell.
      file: The file, where a tariff comes in several.
    """

    row: int
    column: str
    cause: Text
    remedy: Text | None = None
    at: int = 0
    file: str = ""


class LoadReport(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came of reading a tariff.

    Attributes:
      faults: What stands against it; nothing is kept while there is one.
      remarks: What a tariff officer should know but need not mend, such as texts that stay unpriced.
      rows: Rows read.
      lines: Lines of nomenclature.
      measures: Measures.
      outcomes: Measures with a duty by what can be made of it: ``priced``, ``conditional``, ``unpriced``.
      unpriced: Texts that cannot be priced and how often each stands, most frequent first.
      version: What was kept; None where faults stand against it.
      new: Whether it was not there before.
    """

    faults: tuple[RowFault, ...] = ()
    remarks: tuple[RowFault, ...] = ()
    rows: int = 0
    lines: int = 0
    measures: int = 0
    outcomes: Mapping[str, int] = {}
    unpriced: tuple[tuple[str, int], ...] = ()
    version: TariffVersion | None = None
    new: bool = True


class TariffChange(msgspec.Struct, frozen=True, omit_defaults=True):
    """One difference between two tariffs.

    Attributes:
      kind: What happened to it.
      what: Whether to a line of nomenclature or to a measure.
      code: The goods code.
      field: Which part of it changed: ``text``, ``duty``, ``until`` …; empty where it was added or removed.
      type: The measure's type.
      area: The measure's area.
      before: As it was, in words of the tariff.
      after: As it is.
    """

    kind: Literal["added", "removed", "changed"]
    what: Literal["line", "measure"]
    code: str
    field: str = ""
    type: str = ""
    area: str = ""
    before: str = ""
    after: str = ""


class Effect(msgspec.Struct, frozen=True, omit_defaults=True):
    """What another tariff would make of one recorded declaration.

    Attributes:
      number: The declaration.
      before: Its duty as recorded, in the profile's currency; None where it was not computed.
      after: Its duty under the other tariff.
      lane_before: Its lane as recorded; empty for none.
      lane_after: The lane it would take.
    """

    number: str
    before: Decimal | None
    after: Decimal | None
    lane_before: str = ""
    lane_after: str = ""


class ChapterEffect(msgspec.Struct, frozen=True):
    """The sum of effects on one chapter of the Harmonized System.

    Attributes:
      chapter: Two digits.
      items: How many items.
      before: Duty recorded on them.
      after: Duty under the other tariff.
      open_before: Items without a computed duty as recorded.
      open_after: Items without a computed duty under the other tariff.
    """

    chapter: str
    items: int
    before: Decimal
    after: Decimal
    open_before: int = 0
    open_after: int = 0


class Simulation(msgspec.Struct, frozen=True):
    """What a tariff would do to recorded declarations. Nothing is recorded of it.

    Attributes:
      version: The tariff tried.
      currency: The profile's currency.
      since: First day of the declarations looked at.
      until: Last day.
      declarations: How many.
      before: Their duty as recorded, of those computed both ways.
      after: Their duty under the other tariff.
      lanes_before: Declarations by lane as recorded.
      lanes_after: Declarations by the lane they would take.
      chapters: By chapter, in order.
      effects: The declarations that would change, greatest difference first.
      erased: Declarations whose content was erased and which cannot be tried.
      no_longer_priced: Declarations whose duty was computed as recorded and would not be; no sum holds them.
      newly_priced: Declarations whose duty was not computed as recorded and would be; no sum holds them.
    """

    version: str
    currency: str
    since: date
    until: date
    declarations: int
    before: Decimal
    after: Decimal
    lanes_before: Mapping[str, int]
    lanes_after: Mapping[str, int]
    chapters: tuple[ChapterEffect, ...]
    effects: tuple[Effect, ...]
    erased: int = 0
    no_longer_priced: int = 0
    newly_priced: int = 0


class Reassessment(msgspec.Struct, frozen=True, omit_defaults=True):
    """A declaration whose duty an officer must look at again, since its tariff was withdrawn.

    Attributes:
      number: The declaration.
      withdrawn: The tariff it was assessed under.
      restored: The tariff in force again.
      currency: The currency of the amounts.
      was: The total assessed.
      would_be: The total under the restored tariff.
      difference: ``would_be`` less ``was``; None where either is missing.
      at: When the task arose.
    """

    number: str
    withdrawn: str
    restored: str
    currency: str
    was: Decimal | None
    would_be: Decimal | None
    difference: Decimal | None
    at: datetime
