"""Measurement units of tariffs: UNECE Recommendation 20 codes, customs units that have none there, and how people write them.

The units stand in ``data/units.csv``, what of the goods is measured (drained, gross, lead content …) in ``data/qualifiers.csv``.
Sources: UNECE Recommendation 20, the unit lists of the integrated tariffs of the EU and the UK, the units of quantity of the
Harmonized Tariff Schedule of the United States.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib import resources

import msgspec

from clearlane.model.text import Text

_IDLE = re.compile(r"[\s._\-/]+")


class MeasurementUnit(msgspec.Struct, frozen=True):
    """A unit.

    Attributes:
      code: Its code.
      text: Its name.
      base: The unit of the same kind that it is counted in: KGM for every mass, LTR for every volume.
      factor: How many of the base it is; exact.
      spellings: Other ways of writing it.
    """

    code: str
    text: Text
    base: str
    factor: Decimal
    spellings: tuple[str, ...] = ()


class Qualifier(msgspec.Struct, frozen=True):
    """What of the goods is measured.

    Attributes:
      code: As in ``Measurement.qualifier``; empty for net mass, which is the goods themselves.
      text: Its name.
      spellings: Ways of writing it; one letter is the code the integrated tariffs use.
    """

    code: str
    text: Text
    spellings: tuple[str, ...] = ()


def spelt(words: str) -> str:
    """Return a spelling without what does not count: capitals, spaces, dots, hyphens, strokes, raised figures.

    >>> spelt("Pf. Liters"), spelt("m³")
    ('pfliters', 'm3')
    """
    return _IDLE.sub("", unicodedata.normalize("NFKC", words).casefold())


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = resources.files("clearlane.model").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _names(row: dict[str, str]) -> tuple[Text, tuple[str, ...]]:
    return Text(en=row["en"], vi=row["vi"]), tuple(row["spellings"].split("|"))


def _unit(row: dict[str, str]) -> MeasurementUnit:
    text, spellings = _names(row)
    return MeasurementUnit(row["code"], text, row["base"], Decimal(row["factor"]), spellings)


UNITS: Mapping[str, MeasurementUnit] = {row["code"]: _unit(row) for row in _rows("units.csv")}
"""Every unit by its code."""

QUALIFIERS: Mapping[str, Qualifier] = {row["code"]: Qualifier(row["code"], *_names(row)) for row in _rows("qualifiers.csv")}
"""Every qualifier by its code."""

SPELT_UNITS: Mapping[str, MeasurementUnit] = {spelt(words): unit for unit in UNITS.values() for words in (*unit.spellings, unit.code)}
"""Every unit by each of its spellings, as ``spelt`` gives them."""

SPELT_QUALIFIERS: Mapping[str, Qualifier] = {
    spelt(words): one for one in QUALIFIERS.values() for words in (*one.spellings, one.code) if words
}
"""Every qualifier by each of its spellings, as ``spelt`` gives them."""


def unit_named(words: str) -> MeasurementUnit | None:
    """Return the unit someone means, by its code or as it is commonly written; None if it is none known here.

    >>> unit_named("KG").code, unit_named("doz. prs.").code, unit_named("chiếc").code
    ('KGM', 'DPR', 'NAR')
    """
    return SPELT_UNITS.get(spelt(words))
