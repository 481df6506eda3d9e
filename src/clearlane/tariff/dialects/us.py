"""The manner of the Harmonized Tariff Schedule of the United States: ``4.4¢/kg + 6%``, ``$1.61 each``, ``Free (A+,AU) 3.5% (KR)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal

from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Nil, Operator, Part, Specific, Term
from clearlane.model.duty_text import DutyPart
from clearlane.model.measuring import measured
from clearlane.tariff.dialects import fault
from clearlane.tariff.dialects.figures import MOST_DIGITS, figure
from clearlane.tariff.dialects.prose import percentage_of, prose

_F = r"\d[\d,]*(?:\.\d+)?|\.\d+"
_PERCENT = re.compile(r"\s*(\d{1,6}(?:\.\d{1,12})?)\s*%\s*\.?\s*", re.ASCII)
_PIECE = re.compile(
    rf"""\s*(?:a\ duty\ of\s+)?(?:
      \$\s*(?P<dollars>{_F})
    | (?P<cents>{_F})\s*(?:¢|cents?\b|c(?=\s*/))
    | (?P<percent>{_F})(?:\s+(?P<over>\d+)\s*/\s*(?P<under>\d+))?\s*(?:%|percent\b|per\ cent\b)
    )\s*(?P<rest>.*?)\s*\.?\s*""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL | re.ASCII,
)
_PROGRAMMES = re.compile(r"\s*\(\s*([A-Z]{1,2}[+*]?(?:\s*,\s*[A-Z]{1,2}[+*]?)*)\s*,?\s*(?:\([A-Z, ]*)?\)\s*", re.ASCII)
_JOIN = re.compile(
    r"\s*(?:(?P<plus>\+|\bplus\b)|(?P<less>(?<=[^\d])-(?=\s*[\d$])|\bminus\b|\bless\b(?=\s*[\d$.]))|"
    r"(?P<min>,?\s*\bbut not less\b(?:\s+than\b)?|\bMIN\b)|"
    r"(?P<max>,?\s*\bbut not (?:more|over)\b(?:\s+than\b)?|\bMAX\b|,?\s*\bbut if\b.*?\bshall not exceed\b))\s*",
    re.IGNORECASE | re.DOTALL,
)
_WORDED = re.compile(r"\b(?:plus|minus|less|but|min|max)\b|[^\d]-\s*[\d$]", re.IGNORECASE)
_OPERATORS: dict[str, Operator] = {"plus": "+", "less": "-", "min": "min", "max": "max"}
_EITHER = re.compile(
    r"\s*(.+?)\s+or\s+(.+?),?\s+whichever\s+is\s+(?:the\s+)?(higher|greater|lower|less)(?:er)?\.?\s*", re.IGNORECASE | re.DOTALL
)
_DEGREES = re.compile(r"(.*?)\s*\bfor each degree under\s+(\d+)\s+degrees\b.*", re.IGNORECASE | re.DOTALL)
_OVER = re.compile(r"(.*?)\s+over\s+(\d+)", re.IGNORECASE | re.DOTALL)
_PER = re.compile(r"\s*(?:/|per\b|for each\b|for\b)\s*", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=\w)-\s+(?=\w)")
_GLUED = re.compile(r"(?<=\d)of\b")
_OTHERS = {"other piece or part": (Measurement("NAR", "other-pieces"),)}
_HUNDREDTH = Decimal("0.01")
_THIRDS = Context(prec=28)


def read_us(text: str, currency: str = "") -> tuple[DutyPart, ...]:
    """Return the rates of a text, each with the programmes it is for.

    Raises:
      DutyTextFault: It is malformed.
    """
    if "(" not in text:
        return (DutyPart(read_expression(text, currency)),)
    return tuple(_parts(text, currency))


def _parts(text: str, currency: str) -> Iterator[DutyPart]:
    place = 0
    for found in _PROGRAMMES.finditer(text):
        rate = text[place : found.start()]
        if not rate.strip() and place:
            continue  # A list of programmes printed twice.
        marks = tuple(mark.strip() for mark in found[1].split(","))
        yield DutyPart(read_expression(rate, currency, place), programmes=marks)
        place = found.end()
    if text[place:].strip():
        yield DutyPart(read_expression(text[place:], currency, place))


def read_expression(text: str, currency: str = "", place: int = 0) -> DutyExpression:
    """Return the expression of a text that is one rate.

    Args:
      text: The rate.
      currency: What ``$`` and ``¢`` are; USD where empty.
      place: Where it begins in the whole text, for faults.

    Raises:
      DutyTextFault: It is malformed.
    """
    if found := _PERCENT.fullmatch(text):
        return DutyExpression(text.strip(), (Term(AdValorem(Decimal(found[1]))),))
    written = text.strip()
    if written.casefold() == "free":
        return DutyExpression(written, (Term(Nil()),))
    if not written:
        raise fault.nothing("us")
    if written[:4].casefold() == "see ":
        return DutyExpression(written, (Term(_worded(text, place)),))
    terms: list[Term] = []
    for operator, piece, at in _either(text) or _pieces(text):
        terms += _terms(piece, operator, currency or "USD", place + at)
    return DutyExpression(written, tuple(terms))


def _either(text: str) -> list[tuple[Operator, str, int]]:
    """Read two rates of which the higher or the lower holds."""
    found = _EITHER.fullmatch(text) if "whichever" in text else None
    if found is None:
        return []
    least: Operator = "min" if found[3].casefold() in ("higher", "greater") else "max"
    first, second = list(_pieces(found[1])), list(_pieces(found[2]))
    second[0] = (least, *second[0][1:])
    return [(way, piece, at + found.start(group)) for group, side in ((1, first), (2, second)) for way, piece, at in side]


def _pieces(text: str) -> Iterator[tuple[Operator, str, int]]:
    """Cut a text where its parts are joined."""
    if not _WORDED.search(text):
        place = 0
        for piece in text.split("+"):
            yield "+", piece, place
            place += len(piece) + 1
        return
    operator: Operator = "+"
    place = 0
    for found in _JOIN.finditer(text):
        if found.start() == 0 and not text[: found.start()].strip():
            continue
        yield operator, text[place : found.start()], place
        operator, place = _OPERATORS[str(found.lastgroup)], found.end()
    yield operator, text[place:], place


def _terms(piece: str, operator: Operator, currency: str, place: int) -> list[Term]:
    found = _PIECE.fullmatch(piece)
    if found is None:
        if not piece.strip():
            raise fault.amount_required("us", place)
        return [Term(_worded(piece, place), operator)]
    rest = found["rest"]
    if not rest.isascii() or "- " in rest or "of" in rest:
        rest = _GLUED.sub(" of", _BROKEN.sub("", rest))
    if found["percent"]:
        return [Term(part, operator) for part in _percentages(found, rest, place)]
    amount = _amount(found, place)
    return [Term(Specific(amount, currency, _units(rest, place + found.start("rest")) if rest else ()), operator)]


def _worded(piece: str, place: int) -> Part:
    part = prose(piece)
    if part is None:
        raise fault.not_understood("us", place + len(piece) - len(piece.lstrip()), piece)
    return part


def _amount(found: re.Match[str], place: int) -> Decimal:
    if found["dollars"]:
        return figure(_whole(found["dollars"]), "us", place + found.start("dollars"))
    return figure(_whole(found["cents"]), "us", place + found.start("cents")) * _HUNDREDTH


def _whole(written: str) -> str:
    return f"0{written}" if written[0] == "." else written


def _percentages(found: re.Match[str], rest: str, place: int) -> Iterator[AdValorem]:
    percent = figure(_whole(found["percent"]), "us", place + found.start("percent"))
    fraction: tuple[int, int] | None = None
    if found["under"]:
        over, under = int(found["over"]), int(found["under"])
        if not under or percent % 1 or len(found["under"]) + len(found["over"]) > MOST_DIGITS:
            raise fault.figure("us", place + found.start("over"), f"{over}/{under}")
        fraction = int(percent) * under + over, under
        percent = _THIRDS.divide(Decimal(fraction[0]), Decimal(under))
        fraction = None if percent * under == fraction[0] else fraction
    bases = percentage_of(rest)
    if bases is None:
        raise fault.not_understood("us", place + found.start("rest"), rest)
    return (AdValorem(percent, of, fraction) for of in bases)


def _units(rest: str, place: int) -> tuple[Measurement, ...]:
    more: tuple[Measurement, ...] = ()
    words = rest
    if degrees := _DEGREES.fullmatch(words):
        words, more = degrees[1], (Measurement("DEG", f"under-{degrees[2]}"),)
    words = _PER.sub("", words, count=1) if _PER.match(words) else words
    units: tuple[Measurement, ...] | None
    if over := _OVER.fullmatch(words):
        above = measured(over[1])
        units = (Measurement(above[0].unit, f"over-{over[2]}", above[0].per),) if above and len(above) == 1 else None
    else:
        units = _OTHERS.get(words) or measured(words)
    if units is None:
        raise fault.unit("us", place, rest)
    return (*units, *more)
