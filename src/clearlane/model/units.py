"""Measurement units of tariffs: UNECE Recommendation 20 codes, customs units that have none there, and how people write them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from clearlane.model.text import Text


class MeasurementUnit(msgspec.Struct, frozen=True):
    """A unit.

    Attributes:
      code: Its code.
      text: Its name.
      base: The unit of the same kind that it is counted in: KGM for every mass, LTR for every volume of liquid.
      factor: How many of the base it is; exact.
      spellings: Other ways of writing it, in lower case.
    """

    code: str
    text: Text
    base: str
    factor: Decimal
    spellings: tuple[str, ...] = ()


def _unit(code: str, en: str, vi: str, base: str, factor: str, *spellings: str) -> MeasurementUnit:
    return MeasurementUnit(code, Text(en=en, vi=vi), base, Decimal(factor), spellings)


_ALL = (
    _unit("KGM", "kilogram", "ki-lô-gam", "KGM", "1", "kg", "kilo", "kilos"),
    _unit("DTN", "100 kilograms", "tạ", "KGM", "100"),
    _unit("LTR", "litre", "lít", "LTR", "1", "l", "liter", "liters", "litres"),
    _unit("NAR", "number of items", "chiếc", "NAR", "1", "no", "no.", "each", "item", "items", "c62", "pce"),
)

UNITS: Mapping[str, MeasurementUnit] = {unit.code: unit for unit in _ALL}
"""Every unit by its code."""

_SPELT = {spelling: unit for unit in _ALL for spelling in (unit.code.lower(), *unit.spellings)}


def unit_named(words: str) -> MeasurementUnit | None:
    """Return the unit someone means, by its code or as it is commonly written; None if it is none known here.

    >>> unit_named("KG").code
    'KGM'
    """
    return _SPELT.get(words.strip().lower())
