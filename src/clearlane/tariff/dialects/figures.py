"""Figures as tariffs write them, and the limits within which they are taken."""

from __future__ import annotations

import re
from decimal import Decimal

from clearlane.tariff.dialects import fault

MOST_DIGITS = 24
"""A longer figure would not be kept exactly."""

_PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_COMMA = re.compile(r"\d+,\d+", re.ASCII)


def figure(written: str, dialect: str, place: int) -> Decimal:
    """Return a figure: a point before decimals, commas between thousands; a lone comma that cannot be that is a point.

    Raises:
      DutyTextFault: It is none, or too long to be kept exactly.
    """
    if _PLAIN.fullmatch(written) and len(written) <= MOST_DIGITS:
        return Decimal(written)
    if len(written) <= MOST_DIGITS:
        if _THOUSANDS.fullmatch(written):
            return Decimal(written.replace(",", ""))
        if _COMMA.fullmatch(written):
            return Decimal(written.replace(",", "."))
    raise fault.figure(dialect, place, written)
