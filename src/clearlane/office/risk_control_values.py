"""Value-control files: prices between which goods of a code are usually declared, turned into risk profiles like any other.

A file is a table of codes with the least and the greatest price per unit. What lies outside is stopped. Since what comes out are profiles
in the one language, they are tried, compared, approved by a second person, dated and withdrawn as all are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.refusals import Unreadable
from clearlane.model.risk_condition import AllOf, AnyOf, Compare, Comparison, Condition, FieldOf, Number, StartsWith, Words
from clearlane.model.risk_profile import RiskAction, RiskProfile
from clearlane.model.text import Text
from clearlane.risk.language.writer import write_profile

COLUMNS = ("hs", "unit", "low", "high", "origin")
"""Beginning of the commodity code; unit of the price (KGM for kilograms of net mass); least and greatest price in the currency of account,
either may be empty; country of origin, empty for all."""
TOGETHER = 200
"""How many lines one profile holds at most."""
_HS, _UNIT, _ORIGIN = re.compile(r"[0-9]{2,12}"), re.compile(r"[A-Z0-9]{1,4}"), re.compile(r"[A-Z]{2}")
_PRICE, _KILOGRAM = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?"), "KGM"


class ControlValue(msgspec.Struct, frozen=True):
    """One line of a file, as in ``COLUMNS``."""

    hs: str
    unit: str
    low: Decimal | None
    high: Decimal | None
    origin: str = ""


def read_control(data: bytes) -> list[ControlValue]:
    """Return the lines of a value-control file.

    Args:
      data: CSV in UTF-8, with ``COLUMNS`` as its head; ``origin`` may be left out.

    Raises:
      Unreadable: A line cannot be used; its number is told. Fields: ``line``.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _wrong(1, "the file is not UTF-8", "tệp không phải UTF-8") from None
    lines = csv.DictReader(text.splitlines())
    if not set(COLUMNS[:4]) <= set(lines.fieldnames or ()):
        raise _wrong(1, f"the head must name {', '.join(COLUMNS[:4])}", f"dòng đầu phải có {', '.join(COLUMNS[:4])}")
    found = [_value(lines.line_num, {name: (line.get(name) or "").strip() for name in COLUMNS}) for line in lines]
    if not found:
        raise _wrong(2, "the file has no line", "tệp không có dòng nào")
    return found


def control_profiles(values: Sequence[ControlValue], code: str, lane: Lane, reason: str = "VAL-01") -> list[str]:
    """Return profiles, as texts, that stop what is declared below the least or above the greatest price.

    Args:
      values: The lines.
      code: The code of the profile; further ones count on from it.
      lane: The lane.
      reason: The code of the reason.
    """
    parts = [values[start : start + TOGETHER] for start in range(0, len(values), TOGETHER)]
    made = []
    for place, some in enumerate(parts, 1):
        title = f"Declared price outside the control values ({place} of {len(parts)})"
        any_of = tuple(_condition(one) for one in some)
        condition: Condition = any_of[0] if len(any_of) == 1 else AnyOf(any_of)
        action = RiskAction(lane, inspect=("documents",), reason=reason)
        name = code if len(parts) == 1 else f"{code}-{place}"
        made.append(write_profile(RiskProfile(name, title, "item", condition, action, directions=("import",))))
    return made


def _condition(one: ControlValue) -> Condition:
    price = FieldOf("price_per_kg" if one.unit == _KILOGRAM else "unit_price")
    parts: list[Condition] = [StartsWith(FieldOf("hs"), (one.hs,))]
    if one.unit != _KILOGRAM:
        parts.append(Compare("==", FieldOf("quantity.unit"), Words(one.unit)))
    if one.origin:
        parts.append(Compare("==", FieldOf("origin"), Words(one.origin)))
    bounds: Iterator[tuple[Comparison, Decimal | None]] = iter((("<", one.low), (">", one.high)))
    outside: list[Condition] = [Compare(which, price, Number(float(bound), f"{bound:f}")) for which, bound in bounds if bound is not None]
    return AllOf((*parts, outside[0] if len(outside) == 1 else AnyOf(tuple(outside))))


def _value(line: int, cells: dict[str, str]) -> ControlValue:
    if not _HS.fullmatch(cells["hs"]):
        raise _wrong(line, "hs is 2 to 12 digits", "hs gồm 2 đến 12 chữ số")
    if not _UNIT.fullmatch(cells["unit"]):
        raise _wrong(line, "unit is a unit's code, such as KGM", "unit là mã đơn vị tính, ví dụ KGM")
    if cells["origin"] and not _ORIGIN.fullmatch(cells["origin"]):
        raise _wrong(line, "origin is a country's code, such as XN", "origin là mã nước, ví dụ XN")
    if any(cells[name] and not _PRICE.fullmatch(cells[name]) for name in ("low", "high")):
        raise _wrong(line, "low and high are prices, such as 12.50", "low và high là đơn giá, ví dụ 12.50")
    low, high = (Decimal(cells[name]) if cells[name] else None for name in ("low", "high"))
    if (low is None and high is None) or (low is not None and high is not None and high <= low):
        raise _wrong(line, "low, high or both are given, high above low", "phải có low, high hoặc cả hai, high lớn hơn low")
    return ControlValue(cells["hs"], cells["unit"], low, high, cells["origin"])


def _wrong(line: int, en: str, vi: str) -> Unreadable:
    return Unreadable(Text(en=f"Line {line}: {en}.", vi=f"Dòng {line}: {vi}."), line=line)
