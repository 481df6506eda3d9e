"""Read what a rate is per, and what a quantity is of: ``100 kg / net drained wt``, ``% vol / hl``, ``Cu kg``, ``KGM:sugar``."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from clearlane.model.duty import Measurement
from clearlane.model.units import QUALIFIERS, SPELT_QUALIFIERS, SPELT_UNITS, UNITS, MeasurementUnit, spelt

_CODES = re.compile(r"\s*([A-Z]{3})\s*([A-Z])?\s*")
_NUMBER = re.compile(r"\s*(\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\s*x\s+)?")
_WORD = re.compile(r"%|[^\s/*%]+")
_IDLE = frozenset(("and", "on", "of", "the", "per", "a", "x", ","))
_PER = {"DTN": ("KGM", 100), "CEN": ("NAR", 100), "MIL": ("NAR", 1000), "KLT": ("LTR", 1000), "HMT": ("MTR", 100), "MPR": ("NPR", 1000)}
_MASS = frozenset(("KGM", "GRM", "TNE"))
_CODED = {
    "CKG": Measurement("KGM", "content"),
    "CGM": Measurement("GRM", "content"),
    "CTN": Measurement("TNE", "content"),
    "CYK": Measurement("KGM", "clean"),
    "GKG": Measurement("KGM", "gross"),
    "DAP": Measurement("KGM", "polarised", Decimal(10_000)),
}
"""Codes of customs that name a unit and what is measured in one."""
_KEY = re.compile(r"([A-Z0-9]{2,3}):([\w-]+)")
_MOST_WORDS = 5
_LONGEST = 120
_PERCENT_OF_SUGAR, _THOUSAND, _STRENGTH_PER_HECTOLITRE = "Z", "C", "X"


@lru_cache(maxsize=4096)
def measured(words: str) -> tuple[Measurement, ...] | None:
    """Return the quantities someone means, whose product a rate is multiplied by; None where a word is not known.

    A number before a unit is what the rate is per. The codes of the integrated tariffs are understood, with their letter.

    >>> [one.key for one in measured("100 kg / net drained wt")], measured("100 kg")[0].per
    (['KGM:drained'], Decimal('100'))
    >>> [one.key for one in measured("% vol / hl")], [one.key for one in measured("DTN Z")]
    (['ASV', 'HLT'], ['KGM', 'BRX'])
    """
    if len(words) > _LONGEST:
        return None
    words = unicodedata.normalize("NFKC", words).strip()
    if (coded := _CODES.fullmatch(words)) and (coded[1] in UNITS or coded[1] in _CODED):
        return _by_code(coded[1], coded[2])
    return _read(words)


def quantity_key(words: str) -> str | None:
    """Return the key under which a quantity is given, however it is written; None where its unit is not known.

    >>> quantity_key("KG"), quantity_key("KGM:sugar"), quantity_key("kg drained"), quantity_key("VAL:case")
    ('KGM', 'KGM:sugar', 'KGM:drained', 'VAL:case')
    """
    unit, colon, qualifier = words.partition(":")
    code = words.strip().upper()
    if code in UNITS:
        return code
    if (coded := _CODES.fullmatch(code)) and coded[1] in UNITS and coded[2] and (named := _letter(coded[2])) is not None:
        return Measurement(coded[1], named).key
    found = measured(unit)
    if found is None or len(found) > 1 or found[0].per != 1:
        known_unit = SPELT_UNITS.get(spelt(unit))
        if known_unit is None:
            return None
        found = (Measurement(known_unit.code),)
    if not colon:
        return found[0].key
    known = SPELT_QUALIFIERS.get(spelt(qualifier))
    return Measurement(found[0].unit, known.code if known else _slug(qualifier)).key


def in_words(measurement: Measurement) -> tuple[str, str]:
    """Return the name of a quantity in English and Vietnamese, such as ``kilogram (drained net weight)``."""
    unit, qualifier = UNITS.get(measurement.unit), QUALIFIERS.get(measurement.qualifier)
    en, vi = (unit.text.en, unit.text.vi) if unit else (measurement.unit, measurement.unit)
    if not measurement.qualifier:
        return en, vi
    more = (qualifier.text.en, qualifier.text.vi) if qualifier else (measurement.qualifier, measurement.qualifier)
    return f"{en} ({more[0]})", f"{vi} ({more[1]})"


def _by_code(code: str, letter: str | None) -> tuple[Measurement, ...] | None:
    if code in _CODED:
        return (_CODED[code],)
    base, per = _PER.get(code, (code, 1))
    if letter == _PERCENT_OF_SUGAR:
        return Measurement(base, per=Decimal(per)), Measurement("BRX")
    if letter == _STRENGTH_PER_HECTOLITRE and code == "ASV":
        return Measurement("ASV"), Measurement("HLT")
    if letter == _THOUSAND and code == "MTQ":
        return (Measurement("MTQ", per=Decimal(1000)),)
    if letter is None:
        return (Measurement(base, per=Decimal(per)),)
    qualifier = _letter(letter)
    return (Measurement(base, qualifier, Decimal(per)),) if qualifier else None


def _letter(letter: str) -> str | None:
    """Return the qualifier an integrated tariff writes as one letter."""
    qualifier = SPELT_QUALIFIERS.get(letter.casefold())
    return "dry-lactic" if letter == "T" else qualifier.code if qualifier else None


def _read(words: str) -> tuple[Measurement, ...] | None:
    number = _NUMBER.match(words)
    per = Decimal(re.sub(r"\D", "", number[1])) if number else Decimal(1)
    if not per:
        return None
    rest = _WORD.findall(words[number.end() :] if number else words)
    if not rest:
        return (Measurement("NAR", per=per),) if number else None
    if (turned := _turned(rest)) is not None:
        return (turned,)
    found: list[Measurement] = []
    place = 0
    while place < len(rest):
        used = _further(found, rest, place) or _numbered(found, rest, place)
        if not used:
            return None
        place += used
    first, *more = found
    return (Measurement(first.unit, first.qualifier, first.per * per), *more)


def _further(found: list[Measurement], words: list[str], place: int) -> int:
    """Read the next unit, or what is measured in the last one; return how many words that took."""
    if key := _KEY.fullmatch(words[place]):
        found.append(Measurement(key[1], key[2]))
        return 1
    unit, used = _longest_unit(words, place)
    if not found or not _of_mass(found[-1]):
        return _add(found, unit, used) if unit else _qualify(found, words, place)
    return _qualify(found, words, place) or (_add(found, unit, used) if unit else 0)


def _numbered(found: list[Measurement], words: list[str], place: int) -> int:
    """Read a number and the unit after it."""
    before = len(found)
    used = _further(found, words, place + 1) if words[place].isdecimal() and place + 1 < len(words) else 0
    if not used or len(found) == before or not int(words[place]):
        return 0
    last = found[-1]
    found[-1] = Measurement(last.unit, last.qualifier, last.per * int(words[place]))
    return used + 1


def _of_mass(last: Measurement) -> bool:
    return last.unit in UNITS and UNITS[last.unit].base == "KGM"


def _add(found: list[Measurement], unit: MeasurementUnit, used: int) -> int:
    base, by = _PER.get(unit.code, (unit.code, 1))
    found.append(Measurement(base, per=Decimal(by)))
    return used


def _qualify(found: list[Measurement], words: list[str], place: int) -> int:
    if not found:
        return 0
    qualifier, used = _qualifier(words, place)
    last = found[-1]
    if qualifier is None or (qualifier and last.qualifier not in ("", qualifier)):
        return 0
    found[-1] = Measurement(last.unit, qualifier or last.qualifier, last.per)
    return used


def _turned(words: list[str]) -> Measurement | None:
    """Read a qualifier that stands before its mass: ``Cu kg``, ``clean kg``."""
    if len(words) != 2:
        return None
    unit, qualifier = SPELT_UNITS.get(spelt(words[1])), SPELT_QUALIFIERS.get(spelt(words[0]))
    if unit is None or unit.code not in _MASS or qualifier is None or not qualifier.code:
        return None
    return Measurement(unit.code, qualifier.code)


def _longest_unit(words: list[str], start: int) -> tuple[MeasurementUnit | None, int]:
    """Return the unit that most words name; a number before further words is of what follows: ``LPA / 100 KGM``."""
    for end in range(min(len(words), start + _MOST_WORDS), start, -1):
        if start < end - 1 < len(words) - 1 and words[end - 1].isdecimal():
            continue
        if (unit := SPELT_UNITS.get(spelt("".join(words[start:end])).rstrip(","))) is not None:
            return unit, end - start
    return None, 0


def _qualifier(words: list[str], start: int) -> tuple[str | None, int]:
    left = len(words) - start
    if words[-1].casefold() == "content" and left > 1:
        named = [word for word in words[start:-1] if word.casefold() not in _IDLE]
        known = SPELT_QUALIFIERS.get(spelt("".join(named)))
        return (known.code if known else _slug(" ".join(named))) or None, left
    for end in range(len(words), start, -1):
        if (known := SPELT_QUALIFIERS.get(spelt("".join(words[start:end])).rstrip(","))) is not None:
            return known.code, end - start
    return ("", 1) if words[start].casefold().strip(",") in _IDLE and left > 1 else (None, 0)


def _slug(words: str) -> str:
    return re.sub(r"[^\w]+", "-", words.strip().casefold()).strip("-")
