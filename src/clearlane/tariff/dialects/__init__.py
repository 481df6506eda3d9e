"""Dialects: how tariffs write duties, each read into the same expression.

``taric`` is the manner of the integrated tariffs of the EU and the UK, ``us`` that of the Harmonized Tariff Schedule of the United
States, ``vn`` that of Viet Nam's schedules. What refers to law outside the text is read as such: unpriced, never nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from clearlane.model.duty_text import DutyPart, DutyText
from clearlane.tariff.dialects import fault
from clearlane.tariff.dialects.taric import read_taric
from clearlane.tariff.dialects.us import read_us
from clearlane.tariff.dialects.vn import read_vn

Reader = Callable[[str, str], tuple[DutyPart, ...]]
READERS: dict[str, Reader] = {"taric": read_taric, "us": read_us, "vn": read_vn}

_RANGE = re.compile(
    r"(?<![\w.,%])\d[\d.,]*\s*[-–−]\s*\d[\d.,]*\s*%|\d[\d.,]*\s*%[-–−]\d[\d.,]*\s*%|\d[\d.,]*\s*%\s*[–−]\s*\d[\d.,]*\s*%", re.ASCII
)
"""``10-20 %``, ``10 %-20 %``: a range is no rate, and least of all 10 less 20."""
_SIMPLE = re.compile(r"\s*[\d.]+\s*%\s*")
_US = re.compile(
    r"¢|\bcents?\b|\$|^\s*free\b|^\s*no (?:additional|change)|^\s*(?:the|see|a) |\bpercent\b|\bad valorem\b|\dc\s*/|\d\s+\d/\d\s*%"
    r"|%\s+(?:on|upon)\b|provided in"
    r"|\((?-i:[A-Z]{1,2}[+*]?\s*[,)])",
    re.IGNORECASE,
)
_VN = re.compile(
    r"^\s*[\d,.*]+\s*$|^\s*\*|^\s*[\d,.]+\s*\(\s*-|^\s*[\d,.]+\s*%?\s*;\s*-?[A-Z]+\s*:|hoặc|lấy theo|đồng\b|\bVND\b|₫|\bX\s*\+"
    r"|/\s*(?:chiếc|cái|con|lít|tấn|bộ|đôi|tá|quả|cây|chai|lon|bao|hộp|thùng|mét|kí)\b|không chịu|miễn thuế",
    re.IGNORECASE,
)


def read_duty(text: str, dialect: str | None = None, currency: str = "") -> DutyText:
    """Return a duty as its tariff writes it, read.

    Args:
      text: As written, such as ``9.60 % + 95.30 EUR / 100 kg MAX 15.00 %``.
      dialect: ``taric``, ``us`` or ``vn``; None to recognise it.
      currency: The currency of amounts that name none, ISO 4217; empty for the dialect's own (USD, VND).

    Raises:
      DutyTextFault: The text is meant as a duty and is malformed.

    >>> read_duty("4.4¢/kg + 6%").dialect
    'us'
    """
    found = dialect or recognised(text)
    reader = READERS.get(found)
    if reader is None:
        raise fault.no_dialect(found)
    if len(text) > fault.LONGEST:
        raise fault.too_long()
    if span := _RANGE.search(text):
        raise fault.not_understood(found, span.start(), span[0])
    return DutyText(text, found, reader(text, currency))


def recognised(text: str) -> str:
    """Return the dialect a duty is written in; ``taric`` where nothing tells.

    >>> recognised("63 cents/pr."), recognised("5.000 USD/chiếc"), recognised("NIHIL")
    ('us', 'vn', 'taric')
    """
    if _SIMPLE.fullmatch(text):
        return "taric"
    if _VN.search(text):
        return "vn"
    return "us" if _US.search(text) and "Cond:" not in text else "taric"
