"""The manner of Viet Nam's schedules: ``10``, ``5.000 USD/chiếc``, ``10% + 5.000 USD/chiếc``, ``0 (-TH)``, ``28; M: 35``, ``*,5``.

A point stands between thousands and a comma before decimals. A bare figure is a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Nil, Operator, Part, Specific, Term
from clearlane.model.duty_text import DutyPart
from clearlane.model.measuring import measured
from clearlane.tariff.dialects import fault
from clearlane.tariff.dialects.elements import ELEMENTS
from clearlane.tariff.dialects.figures import MOST_DIGITS

_BARE = re.compile(r"\s*+(\d{1,6}(?:[.,]\d{1,2})?)\s*+%?\s*+", re.ASCII)
_EXCLUDED = re.compile(r"\s*+(.*?)\s*+\(\s*+(-\s*+[A-Z]{2}(?:\s*+,\s*+-?\s*+[A-Z]{2})*)\s*+\)\s*+", re.DOTALL)
_PARTNER = re.compile(r"\s*+([A-Z]{1,3}(?:\s*+,\s*+[A-Z]{1,3})*)\s*+:\s*+(.*)", re.DOTALL)
_TERM = re.compile(
    r"""\s*+(?P<figure>\d[\d.,]*)\s*+
    (?:(?P<percent>%)|(?P<currency>VNĐ|(?-i:[A-Z]{3})\b|đồng\b|đ\b|₫|\$|€)?\s*+/?\s*+(?P<unit>[^\W\d_].*?)?)\s*+""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_OR = re.compile(r"\s*+(?:,\s*+)?\bhoặc\s+(?:là\s+)?", re.IGNORECASE)
_WHICH = re.compile(
    r"\s*+[,;]?\s*+\(?\s*+(?:lấy theo|áp dụng|tùy theo|tính theo)?\s*+mức(?: thuế)?(?: nào)?"
    r"\s+(cao|thấp)(?:\s+(?:hơn|nhất))?\s*+\)?\.?\s*+$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"\s*+([+−–]|-(?=\s*+\d)|\bcộng\b|\bMIN\b|\bMAX\b|,?\s*+nhưng không thấp hơn\b|,?\s*+nhưng không (?:cao hơn|quá)\b)\s*+", re.IGNORECASE
)
_SIGNS = {"đồng": "VND", "đ": "VND", "₫": "VND", "vnđ": "VND", "$": "USD", "€": "EUR"}
_EXEMPT = re.compile(r"miễn(?: thuế)?|không thu|không chịu thuế", re.IGNORECASE)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
_DOUBTFUL = re.compile(r"[1-9]\d{0,2},\d{3}", re.ASCII)
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}|[1-9]\d{0,2}(?:,\d{3})+\.\d+", re.ASCII)


def read_vn(text: str, currency: str = "") -> tuple[DutyPart, ...]:
    """Return the rates of a text: for all, then for the partners it names.

    Raises:
      DutyTextFault: It is malformed, or may be read in two ways.
    """
    if found := _BARE.fullmatch(text):
        return (DutyPart(DutyExpression(text.strip(), (Term(AdValorem(Decimal(found[1].replace(",", ".")))),))),)
    if not text.strip(" \t\n;"):
        raise fault.nothing("vn")
    return tuple(_parts(text, currency or "VND"))


def _parts(text: str, currency: str) -> Iterator[DutyPart]:
    place = 0
    for clause in text.split(";") if _PARTNER.search(text) or text.rstrip().endswith(";") else (text,):
        if clause.strip():
            yield _part(clause, place, currency)
        place += len(clause) + 1


def _part(clause: str, place: int, currency: str) -> DutyPart:
    partners: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    rate, at = clause, place
    if named := _PARTNER.fullmatch(clause):
        partners = tuple(mark.strip() for mark in named[1].split(","))
        rate, at = named[2], place + named.start(2)
    if without := _EXCLUDED.fullmatch(rate):
        excluded = tuple(mark.strip(" -") for mark in without[2].split(","))
        rate, at = without[1], at + without.start(1)
    return DutyPart(_expression(rate, at, currency), programmes=partners, excluded=excluded)


def _expression(rate: str, place: int, currency: str) -> DutyExpression:
    written = rate.strip()
    if written.startswith("*"):
        return DutyExpression(written, tuple(_starred(written, place)))
    which = _WHICH.search(rate)
    sides = _OR.split(rate[: which.start()] if which else rate)
    if (which is None) != (len(sides) == 1) or len(sides) > 2:
        raise fault.which(place + (which.start() if which else 0))
    terms = list(_terms(sides[0], place, currency))
    if len(sides) == 2 and which:
        first, *rest = _terms(sides[1], place + rate.index(sides[1]), currency)
        least: Operator = "min" if which[1].casefold() == "cao" else "max"
        terms += [Term(first.part, least), *rest]
    return DutyExpression(written, tuple(terms))


def _starred(written: str, place: int) -> Iterator[Term]:
    """Read ``*`` (no VAT at certain stages) and ``*,5`` (that, and else 5 %)."""
    rest = written[1:].lstrip(" ,;")
    if not rest:
        yield Term(ELEMENTS["vat-stage"])
        return
    found = _BARE.fullmatch(rest)
    if found is None:
        raise fault.not_understood("vn", place + written.index(rest), rest)
    yield Term(AdValorem(Decimal(found[1].replace(",", "."))))
    yield Term(ELEMENTS["vat-stage"], "max")


def _terms(side: str, place: int, currency: str) -> Iterator[Term]:
    operator: Operator = "+"
    start = 0
    for found in _JOIN.finditer(side):
        if not side[start : found.start()].strip():
            raise fault.amount_required("vn", place + found.start())
        yield Term(_read(side[start : found.start()], place + start, currency), operator)
        operator, start = _operator(found[1]), found.end()
    yield Term(_read(side[start:], place + start, currency), operator)


def _operator(written: str) -> Operator:
    word = written.casefold().lstrip(", ")
    if word == "min" or word.endswith("thấp hơn"):
        return "min"
    if word == "max" or "không" in word:
        return "max"
    return "+" if word in ("+", "cộng") else "-"


def _read(written: str, place: int, currency: str) -> Part:
    if not written.strip():
        raise fault.amount_required("vn", place)
    if _EXEMPT.fullmatch(written.strip()):
        return Nil()
    found = _TERM.fullmatch(written)
    if found is None:
        raise fault.not_understood("vn", place + len(written) - len(written.lstrip()), written)
    money, unit = found["currency"], found["unit"]
    amount = figure(found["figure"], place + found.start("figure"), of_money=bool(money or unit))
    if not money and not unit:
        return AdValorem(amount)
    units = _units(unit, place + found.start("unit")) if unit else ()
    return Specific(amount, _SIGNS.get(money.casefold(), money) if money else currency, units)


def _units(written: str, place: int) -> tuple[Measurement, ...]:
    units = measured(written)
    if units is None:
        raise fault.unit("vn", place, written)
    return units


def figure(written: str, place: int, *, of_money: bool) -> Decimal:
    """Return a Vietnamese figure: points between thousands, a comma before decimals.

    Raises:
      DutyTextFault: It is none, or may be read in two ways.
    """
    if len(written) > MOST_DIGITS:
        raise fault.figure("vn", place, written)
    if of_money and _THOUSANDS.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if of_money and _ENGLISH.fullmatch(written):
        return Decimal(written.replace(",", ""))
    if of_money and _DOUBTFUL.fullmatch(written):
        raise fault.two_readings(place, written)
    if _DECIMAL.fullmatch(written):
        return Decimal(written.replace(",", "."))
    raise fault.figure("vn", place, written)
