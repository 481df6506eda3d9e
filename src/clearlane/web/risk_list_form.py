"""A list as it is pasted into a form, or sent as a file."""

from __future__ import annotations

import csv
from datetime import date
from typing import Literal, get_args

from clearlane.model.refusals import Unreadable
from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.model.text import Text
from clearlane.web.risk_shell import Form
from clearlane.web.words import WORDS

Holds = Literal["traders", "countries", "codes", "words"]
HOLDS: tuple[Holds, ...] = get_args(Holds)


def list_of(form: Form) -> RiskList:
    """Return the list of a form.

    Raises:
      Unreadable: What stands in it is not said, or a day cannot be read.
    """
    holds = next((one for one in HOLDS if one == form.get("holds")), None)
    if holds is None:
        raise Unreadable(WORDS["risk.list.no-kind"])
    lines = form.get("file", "").strip("\ufeff \r\n") or form.get("entries", "")
    until = _day(form.get("until", "").strip(), WORDS["tariff.fault.day"])
    return RiskList(form.get("name", "").strip(), holds, form.get("owner", ""), form.get("source", ""), entries_of(lines), until)


def entries_of(written: str) -> tuple[ListEntry, ...]:
    """Return the entries of pasted lines: a value, where wanted the last day it counts, and a note, parted by commas or semicolons.

    Args:
      written: The lines; a first line that names the columns is passed over.

    Raises:
      Unreadable: A day cannot be read; the words say in which line.

    >>> [(one.value, one.note) for one in entries_of("value,until,note\\nXA1,,twice late\\nXA2")]
    [('XA1', 'twice late'), ('XA2', '')]
    """
    first = written.split("\n", 1)[0]
    rows = list(csv.reader(written.splitlines(), delimiter=";" if ";" in first else "\t" if "\t" in first else ","))
    named = bool(rows) and bool(rows[0]) and rows[0][0].strip().lower() == "value"
    return tuple(_entry(row, line) for line, row in enumerate(rows, 1) if any(cell.strip() for cell in row) and not (named and line == 1))


def _entry(row: list[str], line: int) -> ListEntry:
    value, until, *note = [cell.strip() for cell in (*row, "", "")]
    words = WORDS["risk.list.no-day"]
    day = _day(until, Text(en=words.en.format(line=line), vi=words.vi.format(line=line)))
    return ListEntry(value, day, ", ".join(part for part in note if part))


def _day(written: str, words: Text) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Unreadable(words) from None
