"""Units are known as people write them, each spelling for one unit only."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from clearlane.model.duty import Measurement
from clearlane.model.measuring import in_words, measured, quantity_key
from clearlane.model.units import QUALIFIERS, UNITS, spelt, unit_named


def test_no_spelling_stands_for_two_units() -> None:
    spellings = Counter(word for unit in UNITS.values() for word in {spelt(one) for one in (*unit.spellings, unit.code)})
    assert [word for word, count in spellings.items() if count > 1] == []


def test_no_spelling_stands_for_two_qualifiers() -> None:
    spellings = Counter(word for one in QUALIFIERS.values() for word in {spelt(each) for each in (*one.spellings, one.code)})
    assert [word for word, count in spellings.items() if count > 1] == []


def test_every_unit_is_counted_in_one_that_is_counted_in_itself() -> None:
    assert [unit.code for unit in UNITS.values() if UNITS[unit.base].base != unit.base or UNITS[unit.base].factor != 1] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(("KG", "KGM"), ("No.", "NAR"), ("L", "LTR"), ("DOZ", "DZN"), ("PRS", "NPR"), ("M3", "MTQ"), ("pf. liters", "PFL")),
        *(("ltr", "LTR"), ("hlt", "HLT"), ("p/st", "NAR"), ("chiếc", "NAR"), ("lít", "LTR"), ("tấn", "TNE"), ("mét vuông", "MTK")),
    ],
)
def test_a_unit_is_known_as_it_is_written(words: str, code: str) -> None:
    found = unit_named(words)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("10,000 kg/polar", ["KGM:polarised"]),
        ("% vol / 100 m", ["ASV", "MTR"]),
        ("No. and kg", ["NAR", "KGM"]),
        ("Cu kg", ["KGM:copper"]),
        ("KGM P", ["KGM:lactic"]),
        ("ASVX", ["ASV", "HLT"]),
        ("KGM:any-part", ["KGM:any-part"]),
        ("kg of foreign matter content", ["KGM:foreign-matter"]),
    ],
)
def test_a_phrase_is_read_as_its_quantities(words: str, keys: list[str]) -> None:
    assert [one.key for one in measured(words) or ()] == keys


@pytest.mark.parametrize("words", ["", "furlong", "kg furlong", "0 kg", "drained"])
def test_what_is_no_unit_is_none(words: str) -> None:
    assert measured(words) is None


@pytest.mark.parametrize(
    ("words", "key"),
    [("THS", "MIL"), ("dtne", "DTN:drained"), ("kg:Total sugars", "KGM:sugar"), ("VAL:case", "VAL:case"), ("JWL:over-7", "JWL:over-7")],
)
def test_a_quantity_is_keyed_however_it_is_written(words: str, key: str) -> None:
    assert quantity_key(words) == key


def test_a_quantity_is_named_in_both_languages() -> None:
    (found,) = measured("kg drained") or ()
    assert in_words(found) == ("kilogram (drained net weight)", "ki-lô-gam (khối lượng tịnh đã ráo nước)")


def test_a_number_after_a_unit_belongs_to_the_unit_that_follows() -> None:
    per = measured("LPA / 100 KGM")
    assert per == (Measurement("LPA"), Measurement("KGM", per=Decimal(100)))
