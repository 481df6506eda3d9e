"""Cells of a file of lines: amounts and quantities as whole numbers, and the facts that decide a rate, or why a cell is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from clearlane.model.text import Text

MOST_PLACES = 6
MOST_DIGITS = 18
"""How many digits a figure may have, its decimal places among them, so that 64 bits hold it."""
_FIGURE = re.compile(r"(\d{1,18})(?:\.(\d*))?")
_CODE, _COUNTRY, _WORD = re.compile(r"\d{2,14}"), re.compile(r"[A-Z]{2}"), re.compile(r"[\w.:+*/-]{1,40}")
_APART = re.compile(r"[\s;,]+")


class Bad(NamedTuple):
    """Why a cell cannot be used."""

    cause: Text


class Units(NamedTuple):
    """Figures of a piece of lines.

    Attributes:
      units: In whole units of ``10 ** -places``; 0 where a cell is empty.
      given: Whether each cell holds a figure; None where all do.
      bad: By place in the piece, why a cell is no figure.
    """

    units: list[int]
    given: list[bool] | None
    bad: dict[int, Text]


def figures(cells: Sequence[str], places: int, *, needed: bool) -> Units:
    """Return cells as figures.

    Args:
      cells: The cells.
      places: Decimal places at most.
      needed: Whether an empty cell is a fault.
    """
    if _pattern(places).fullmatch("\n".join(cells) + "\n"):
        zeros = "0" * places
        return Units([int(whole + (part + zeros)[:places]) for whole, _, part in (cell.partition(".") for cell in cells)], None, {})
    units, given, bad = [], [], dict[int, Text]()
    for place, cell in enumerate(cells):
        found = figure(cell, places)
        given.append(bool(cell.strip()))
        units.append(found if isinstance(found, int) else 0)
        if isinstance(found, Bad) and (needed or given[-1]):
            bad[place] = found.cause
    return Units(units, given, bad)


def figure(cell: str, places: int) -> int | Bad:
    """Return a figure in whole units, or why a cell is none.

    >>> figure("12.5", 2), figure("12.500", 2)
    (1250, 1250)
    """
    cell = cell.strip()
    if not cell:
        return Bad(Text(en="A figure is missing.", vi="Thiếu con số."))
    found = _FIGURE.fullmatch(cell)
    if found is None or not cell.isascii() or len(found[1]) > MOST_DIGITS - places:
        return Bad(_no_figure(cell, MOST_DIGITS - places))
    part = (found[2] or "").rstrip("0")
    if len(part) > places:
        return Bad(
            Text(
                en=f"{cell[:40]} has more than {places} decimal places, and no more count here.",
                vi=f"{cell[:40]} có quá {places} chữ số thập phân, vượt mức cho phép ở cột này.",
            )
        )
    return int(found[1] + part.ljust(places, "0"))


def _no_figure(cell: str, digits: int) -> Text:
    if cell.startswith("-"):
        return Text(en=f"{cell[:40]} is below nothing.", vi=f"{cell[:40]} nhỏ hơn 0.")
    return Text(
        en=f"{cell[:40]} is no figure. Write at most {digits} digits and a point, without separators, such as 1250.50.",
        vi=f"{cell[:40]} không phải là số. Hãy viết tối đa {digits} chữ số và dấu chấm, không có dấu phân cách, ví dụ 1250.50.",
    )


def _pattern(places: int) -> re.Pattern[str]:
    part = rf"(?:\.[0-9]{{1,{places}}})?" if places else ""
    return re.compile(rf"(?:[0-9]{{1,{MOST_DIGITS - places}}}{part}\n)*+")


def code(cell: str) -> Hashable | Bad:
    """Return a goods code in digits."""
    digits = cell.replace(".", "").replace(" ", "")
    if _CODE.fullmatch(digits) and digits.isascii():
        return digits
    return Bad(
        Text(
            en=f"{cell[:40] or '(empty)'} is no goods code. Write 2 to 14 digits.",
            vi=f"{cell[:40] or '(trống)'} không phải mã số hàng hóa. Hãy viết 2 đến 14 chữ số.",
        )
    )


def country(cell: str) -> Hashable | Bad:
    """Return a country by its code; empty for none."""
    known = cell.strip().upper()
    if not known or _COUNTRY.fullmatch(known):
        return known
    return Bad(
        Text(
            en=f"{cell[:40]} is no country. Write two letters, such as JP.",
            vi=f"{cell[:40]} không phải mã nước. Hãy viết hai chữ cái, ví dụ JP.",
        )
    )


def day(cell: str, otherwise: date, known: Callable[[date], bool]) -> Hashable | Bad:
    """Return the day whose law holds."""
    try:
        found = date.fromisoformat(cell.strip()) if cell.strip() else otherwise
    except ValueError:
        return Bad(
            Text(en=f"{cell[:40]} is no day. Write it as 2026-11-20.", vi=f"{cell[:40]} không phải là ngày. Hãy viết như 2026-11-20.")
        )
    if not known(found):
        return Bad(Text(en=f"No tax of {found} is known here.", vi=f"Chưa có quy định thuế nào cho ngày {found:%d/%m/%Y}."))
    return found


def direction(cell: str) -> Hashable | Bad:
    """Return whether goods come in or go out."""
    known = cell.strip().lower() or "import"
    if known in ("import", "export"):
        return known
    return Bad(
        Text(en=f"{cell[:40]} is neither import nor export.", vi=f"{cell[:40]} không phải import (nhập khẩu) hay export (xuất khẩu).")
    )


def word(cell: str) -> str | Bad:
    """Return one code; empty for none."""
    found = words(cell)
    if isinstance(found, Bad):
        return found
    return _several(cell) if len(found) > 1 else found[0] if found else ""


def procedure(cell: str) -> Hashable | Bad:
    """Return a procedure; None where the goods are taken to enter for home use."""
    return word(cell) or None


def words(cell: str) -> tuple[str, ...] | Bad:
    """Return several codes, apart by spaces."""
    found = tuple(one for one in _APART.split(cell) if one)
    wrong = next((one for one in found if not _WORD.fullmatch(one)), None)
    return found if wrong is None else Bad(Text(en=f"{wrong[:40]} is no code.", vi=f"{wrong[:40]} không phải là mã."))


def sorted_words(cell: str) -> Hashable | Bad:
    """Return several codes whose order says nothing."""
    found = words(cell)
    return found if isinstance(found, Bad) else tuple(sorted(set(found)))


def documents(cell: str) -> Hashable | Bad:
    """Return types of documents, without hyphens."""
    return sorted_words(cell.replace("-", ""))


def claims(cell: str) -> Hashable | Bad:
    """Return the rates claimed: a code, or a code for each tax such as ``A00:300``."""
    found = words(cell)
    if isinstance(found, Bad):
        return found
    pairs = tuple((tax, claim) for tax, _, claim in (one.rpartition(":") for one in found))
    return pairs if len(dict(pairs)) == len(pairs) else _several(cell)


def _several(cell: str) -> Bad:
    return Bad(Text(en=f"{cell[:40]} holds several codes where one is meant.", vi=f"{cell[:40]} có nhiều mã trong khi chỉ cần một."))


def facts(otherwise: date, known: Callable[[date], bool]) -> dict[str, tuple[str, Callable[[str], Hashable | Bad]]]:
    """Return, by heading, the fact a column tells and what reads its cells.

    Args:
      otherwise: The day of lines that tell none.
      known: Whether any tax is known of a day.
    """
    return {
        "code": ("code", code),
        "origin": ("origin", country),
        "claim": ("claims", claims),
        "procedure": ("procedure", procedure),
        "additional_codes": ("additional_codes", sorted_words),
        "documents": ("documents", documents),
        "preferential_origin": ("preferential_origin", country),
        "reliefs": ("reliefs", words),
        "statements": ("stated", sorted_words),
        "mode": ("mode", word),
        "quotas": ("quotas", sorted_words),
        "day": ("day", partial(day, otherwise=otherwise, known=known)),
        "direction": ("direction", direction),
    }
