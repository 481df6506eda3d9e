"""The manner of integrated tariffs: ``9.60 % + 95.30 EUR / 100 kg MAX 15.00 %``, ``0.50 GBP / % vol / hl``, ``NIHIL``.

Every duty expression of such a tariff has a number, and each number stands at most once, in ascending order.
"""

from __future__ import annotations

import re
from decimal import Decimal

from clearlane.model.duty import AdValorem, DutyExpression, Element, Measurement, Nil, Operator, Part, Specific, Term
from clearlane.model.duty_text import DutyPart, DutyTextFault
from clearlane.model.measuring import measured, quantity_key
from clearlane.tariff.dialects import fault
from clearlane.tariff.dialects.conditions import conditional
from clearlane.tariff.dialects.elements import ELEMENTS
from clearlane.tariff.dialects.figures import figure
from clearlane.tariff.dialects.seasons import seasonal

_PERCENT = re.compile(r"\s*(\d{1,6}(?:\.\d{1,12})?)\s*%\s*", re.ASCII)
_TERM = re.compile(
    r"""\s*(?P<operator>[+\-−–]|(?i:MIN|MAX)\b)?\s*
    (?:(?P<figure>\d[\d.,]*)\s*
        (?:(?P<percent>%)(?:\s*of\s+(?P<of>[A-Za-z][\w: \-]*?))?(?=\s*(?:$|[+\-−–;,(]|(?i:MIN|MAX)\b))
        |(?P<currency>(?!MIN|MAX)[A-Z]{3}\b|€|£|\$)(?:\s*(?:[/*]|per\b)?\s*(?P<unit>(?![\-−–])[^+;()−–]*?))?
            (?=\s*(?:$|[+;()]|[\-−–]\s|(?i:MIN|MAX)\b)|\s+[\-−–])
        )?
    |(?P<nil>(?i:NIHIL)\b)
    |(?P<element>(?:EAR?|ADSZR?|ADFMR?|ACR?|SDR?|FDR?)\b|(?i:Entry\s+Price)\b)
    )\s*""",
    re.VERBOSE | re.ASCII,
)
_SPACES = dict.fromkeys((0xA0, 0x202F, 0x2009), " ")
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD"}
_OPERATORS: dict[str, Operator] = {"+": "+", "-": "-", "−": "-", "–": "-", "MIN": "min", "MAX": "max"}
_NUMBERS = {"": (1,), "+": (4, 19, 20), "-": (2, 36), "min": (15,), "max": (17, 35), "nil": (37,)}
_ELEMENT_NUMBERS = {"EA": (12,), "EAR": (14,), "ADSZ": (21,), "ADSZR": (25,), "ADFM": (27,), "ADFMR": (29,)}
_ELEMENT_ALIASES = {"AC": "EA", "ACR": "EAR", "SD": "ADSZ", "SDR": "ADSZR", "FD": "ADFM", "FDR": "ADFMR"}
_JOINER = re.compile(r"\s*(?:[+\-−–]|(?:MIN|MAX)\b)", re.IGNORECASE)
_BEGUN = re.compile(r"\s*\d[\d.,]*\s*(?:%|[A-Z]{3}\b|€|£|\$)?", re.ASCII)
_UNIT = re.compile(r"^[\d,. ]*(?:%\s*)?[A-Za-z]")


def read_taric(text: str, currency: str = "") -> tuple[DutyPart, ...]:
    """Return the rates of a text.

    Raises:
      DutyTextFault: It is malformed.
    """
    if found := _PERCENT.fullmatch(text):
        return (DutyPart(DutyExpression(text.strip(), (Term(AdValorem(Decimal(found[1]))),))),)
    if not text.strip():
        raise fault.nothing("taric")
    if not text.isascii():
        text = text.translate(_SPACES)
    if "Cond:" in text:
        return (conditional(text, read_expression),)
    if "(" in text:
        return tuple(DutyPart(read_expression(one.rate, one.place), one.season) for one in seasonal(text))
    text = text.rstrip(" ;")
    if _UNIT.search(text) and (units := measured(text)) is not None:
        return (DutyPart(None, units=units),)
    return (DutyPart(read_expression(text)),)


def read_expression(text: str, place: int = 0) -> DutyExpression:
    """Return the expression of a text that is one rate and nothing else.

    Args:
      text: The rate.
      place: Where it begins in the whole text, for faults.

    Raises:
      DutyTextFault: It is malformed.
    """
    terms: list[Term] = []
    last, at, end = 0, 0, len(text)
    while at < end:
        found = _TERM.match(text, at)
        if found is None or (
            found["figure"] and found.lastgroup == "figure" and found.end() < end and not _JOINER.match(text, found.end())
        ):
            raise _stray(text, at, place)
        operator = _operator(found, place, first=not terms)
        part = _read(found, place, alone=not terms and found.end() == end)
        last = _number(part, operator if terms else "", last, place + at)
        terms.append(Term(part, operator))
        at = found.end()
    if not terms:
        raise fault.nothing("taric")
    return DutyExpression(text.strip(), tuple(terms))


def _operator(found: re.Match[str], place: int, *, first: bool) -> Operator:
    written = found["operator"]
    if written is None:
        if not first:
            raise fault.joiner_required("taric", place + found.start())
        return "+"
    operator = _OPERATORS[written.upper()]
    if first and operator != "+":
        raise fault.amount_required("taric", place + found.start("operator"))
    return operator


def _read(found: re.Match[str], place: int, *, alone: bool) -> Part:
    if found["nil"]:
        return Nil()
    if found["element"]:
        written = found["element"]
        return ELEMENTS["entry-price" if written[:5].casefold() == "entry" else _ELEMENT_ALIASES.get(written, written)]
    at = place + found.start("figure")
    amount = figure(found["figure"], "taric", at)
    if found["percent"]:
        return AdValorem(amount, _of(found["of"], place + found.start("of")) if found["of"] else "")
    if found["currency"]:
        currency = _SIGNS.get(found["currency"], found["currency"])
        return Specific(amount, currency, _units(found["unit"], place + found.start("unit")) if found["unit"] else ())
    if alone:
        raise fault.percent_or_amount("taric", at)
    return AdValorem(amount)


def _units(written: str, place: int) -> tuple[Measurement, ...]:
    units = measured(written)
    if units is None:
        raise fault.unit("taric", place, written)
    return units


def _of(written: str, place: int) -> str:
    key = quantity_key(written)
    if key is None:
        raise fault.unit("taric", place, written)
    return key


def _number(part: Part, operator: str, last: int, place: int) -> int:
    """Return the number of an expression among those of integrated tariffs: the first of its kind after the last one used."""
    kind = "nil" if isinstance(part, Nil) else operator
    numbers = _ELEMENT_NUMBERS.get(part.code, (99,)) if isinstance(part, Element) and operator in ("", "+") else _NUMBERS[kind]
    for number in numbers:
        if number > last:
            return number
    raise fault.twice(place)


def _stray(text: str, at: int, place: int) -> DutyTextFault:
    """Say what is wrong where no term can be read."""
    rest = text[at:]
    joiner = _JOINER.match(rest)
    behind = rest[joiner.end() :] if joiner else rest
    if joiner and not behind.strip():
        return fault.amount_required("taric", place + at + joiner.end() - len(joiner[0].lstrip()))
    begun = _BEGUN.match(behind)
    left = behind[begun.end() :] if begun else behind
    wrong = len(text) - len(left.lstrip())
    if begun and not left.strip():
        return fault.percent_or_amount("taric", place + wrong - len(begun[0].lstrip()))
    return fault.not_understood("taric", place + wrong, text[wrong:])
