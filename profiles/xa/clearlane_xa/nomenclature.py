"""The nomenclature of Arcadia: sections, chapters, headings, the subheadings of the HS 2022, and lines of its own below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count

from clearlane.model.dated import ALWAYS
from clearlane.model.nomenclature import TariffLine
from clearlane_xa.tables import Row, day, rows

_BETWEEN = "10"
"""The suffix of lines that stand for no goods of their own."""


def lines() -> tuple[TariffLine, ...]:
    """Return every line in its place."""
    places = count(1)
    return tuple(
        TariffLine(next(places), code, indent, texts, suffix, units, since, until)
        for code, indent, texts, suffix, units, (since, until) in _lines()
    )


_Line = tuple[str, int, Mapping[str, str], str, tuple[str, ...], tuple[date, date | None]]


def _lines() -> Iterator[_Line]:
    chapters = {row["chapter"]: _texts(row) for row in rows("chapters")}
    sections = {row["from"]: row for row in rows("tariff/sections")}
    below: dict[str, dict[str, list[str]]] = {chapter: {} for chapter in chapters}
    for row in rows("hs_codes"):
        below[row["code"][:2]].setdefault(row["code"][:4], []).append(row["code"])
    own = _Subheadings()
    for chapter, words in chapters.items():
        if chapter in sections:
            yield _line("", 0, _texts(sections[chapter]), suffix=_BETWEEN)
        yield _line(chapter, 1, words)
        for heading, codes in below[chapter].items():
            yield from own.under(heading, codes, words)


class _Subheadings:
    """Headings and what stands below them, with words for those that have none of their own."""

    def __init__(self) -> None:
        self.headings = {row["heading"]: _texts(row) for row in rows("headings")}
        self.words = {row["code"]: row for row in rows("tariff/subheadings")}
        self.groups = list(rows("tariff/groups"))
        self.national: dict[str, list[Row]] = {}
        for row in rows("tariff/national"):
            self.national.setdefault(row["below"], []).append(row)

    def under(self, heading: str, codes: list[str], chapter: Mapping[str, str]) -> Iterator[_Line]:
        words = self.headings.get(heading) or _numbered(chapter, f"{heading[:2]}.{heading[2:]}")
        yield _line(heading, 2, words)
        for code in codes:
            group = next((row for row in self.groups if row["from"] <= code <= row["to"]), None)
            if group and group["from"] == code:
                yield _line("", 3, _texts(group), suffix=_BETWEEN)
            indent = 4 if group else 3
            named = self.words.get(code)
            units = tuple(named["units"].split()) if named else ()
            yield _line(code, indent, _texts(named) if named else _numbered(words, f"{code[:4]}.{code[4:]}"), units)
            yield from self._own(code, indent + 1)

    def _own(self, code: str, indent: int) -> Iterator[_Line]:
        for row in self.national.get(code, ()):
            period = (day(row["since"]) or ALWAYS, day(row["until"]))
            yield _line(row["code"], indent + int(row["depth"]), _texts(row), tuple(row["units"].split()), row["suffix"], period)


def _line(
    code: str,
    indent: int,
    texts: Mapping[str, str],
    units: tuple[str, ...] = (),
    suffix: str = "80",
    period: tuple[date, date | None] = (ALWAYS, None),
) -> _Line:
    return code, indent, texts, suffix, units, period


def _texts(row: Row) -> dict[str, str]:
    return {"en": row["en"], "vi": row["vi"]}


def _numbered(texts: Mapping[str, str], number: str) -> dict[str, str]:
    """Words for a line that has none: those of the line above, and its number."""
    return {"en": f"{texts['en']} ({number})", "vi": f"{texts['vi']} ({number})"}
