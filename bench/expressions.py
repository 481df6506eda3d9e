"""Duty expressions read, beside cutting the same texts into figures and words."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from bench.figure import Figure, rate
from clearlane.tariff.dialects import read_duty

SCHEDULES = Path(__file__).resolve().parents[2] / "shared" / "data" / "tariff" / "schedules"
PUBLISHED = (
    ("us_hts_2025-04.csv", "us", ("General Rate of Duty", "Special Rate of Duty", "Column 2 Rate of Duty", "Additional Duties")),
    ("uk_ukgt_vs_eu_cet_2020-12.csv", "taric", ("cet_duty_rate", "ukgt_duty_rate")),
)
OWN = {
    "us": ("Free", "6.5%", "4.4¢/kg + 6%", "63 cents/pr.", "$1.61 each + 4.4% on the case", "Free (A+,AU,BH) 3.5% (KR)"),
    "taric": ("9.60 % + 95.30 EUR / 100 kg MAX 15.00 %", "0.50 GBP / % vol / hl", "4.0% (12 JAN - 13 MAR)", "NIHIL"),
    "vn": ("10", "5.000 USD/chiếc", "10% + 5.000 USD/chiếc", "28; M: 35"),
}
_PIECES = re.compile(r"\d+(?:,\d+)*(?:\.\d+)?|[^\W\d]+|\S")


def figures() -> Iterator[Figure]:
    """Yield how many texts a second are read: each text as often as the tariffs state it, and each once."""
    stated = dict(_stated())
    for words, once in (("as often as stated", False), ("each wording once", True)):
        texts = {dialect: [text.encode() for text in (dict.fromkeys(found) if once else found)] for dialect, found in stated.items()}
        every = [(dialect, text) for dialect, found in texts.items() for text in found]
        done = sum(len(found) / rate(partial(_read, dialect), found, seconds=1.5) for dialect, found in texts.items())
        reference = rate(_cut, [text for _, text in every], seconds=1.5)
        what = f"duty expressions read, {words} ({len(every):,})"
        yield Figure(what, len(every) / done, "texts/s/core", "cutting them into figures and words", reference, "50,000")


def _stated() -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of each dialect: of the published tariffs where they lie beside the checkout, else some of our own."""
    if not SCHEDULES.exists():
        yield from ((dialect, [*texts] * 100) for dialect, texts in OWN.items())
        return
    for name, dialect, columns in PUBLISHED:
        with (SCHEDULES / name).open(encoding="utf-8-sig", newline="") as lines:
            yield dialect, [row[column] for row in csv.DictReader(lines) for column in columns if row[column]]


def _read(dialect: str, text: bytes) -> object:
    return read_duty(text.decode(), dialect)


def _cut(text: bytes) -> object:
    return [Decimal(piece.replace(",", "")) if piece[0].isdecimal() else piece for piece in _PIECES.findall(text.decode())]
