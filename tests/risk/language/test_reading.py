"""A text says one tree; what is wrong in it is told with its place and a way out."""

from __future__ import annotations

from datetime import date

import pytest

from clearlane.model.risk_condition import AllOf, Arithmetic, Compare, FieldOf, Holds, InList, Not, Number
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.cursor import RESERVED
from clearlane.risk.language.errors import ProfileFault
from clearlane.risk.language.parser import faults, read_condition, read_profile
from tests.risk.language.trees import FIELDS, LISTS

SAMPLE = """profile UV-8517-03 "Undervalued phones, new importers"
scope item, import, procedures 4000 7100, valid 2026-01-01..2026-06-30
when hs starts with ("851713","851714")
 and origin in ("QM","XB")
 and importer.first_time
 and (unit_price < 60% * ref.price_median or up_z < -2.5)
 and importer.id not in list trusted
then lane red at 80%, inspect physical documents, reason VAL-02, owner risk-unit, quiet 50, forecast 12 a day
test hit   {hs: "8517130000", origin: "QM", importer.first_time: true, importer.id: "T9", up_z: -3}
test miss  {importer.first_time: false}
"""


def fault(text: str) -> ProfileFault:
    with pytest.raises(ProfileFault) as caught:
        read_condition(text, FIELDS, LISTS)
    return caught.value


def test_the_sample_is_read_whole() -> None:
    profile = read_profile(SAMPLE, catalogue(), {"trusted"})
    assert isinstance(profile.condition, AllOf)
    assert profile.condition.parts[2:] == (
        Holds(FieldOf("importer.first_time")),
        profile.condition.parts[3],
        InList(FieldOf("importer.id"), "trusted", negated=True),
    )
    assert (profile.action.share, profile.action.inspect, profile.forecast) == (0.8, ("physical", "documents"), 12.0)
    assert (profile.since, profile.until, profile.procedures) == (date(2026, 1, 1), date(2026, 6, 30), ("4000", "7100"))
    assert [one.hit for one in profile.examples] == [True, False]


def test_a_percentage_keeps_its_writing() -> None:
    read = read_condition("unit_price < 60% * net", FIELDS)
    assert read == Compare("<", FieldOf("unit_price"), Arithmetic("*", Number(0.6, "60%"), FieldOf("net")))


def test_not_binds_less_than_a_comparison_and_more_than_and() -> None:
    read = read_condition("not net < 1 and sealed", FIELDS)
    assert read == AllOf((Not(Compare("<", FieldOf("net"), Number(1.0))), Holds(FieldOf("sealed"))))


@pytest.mark.parametrize(
    ("text", "column", "expected", "suggestion"),
    [
        ("unit_prise < 5", 1, "There is no field “unit_prise”.", "Did you mean unit_price?"),
        ("hs < 5", 6, "A text was expected here; this is a number.", 'Write "5".'),
        ('origin in ("CN"', 16, "“)” was expected here.", None),
        ("origin in list trustd", 16, "There is no list “trustd”.", "Did you mean trusted?"),
        ("net", 1, "This is a value; a condition was expected here.", "Compare it, for example: net > 0"),
        ("net > 1 adn sealed", 9, "“and”, “or” or the end was expected here.", "Did you mean and?"),
        ('hs = "85', 6, "The closing quotation mark is missing on this line.", None),
        ("sealed > true", 10, "True and false can be compared by = and != only.", None),
        ("net < 1e999", 7, "This number is too large.", None),
        ("hs not strats with", 8, "After “not”: “starts with”, “contains” or “in” was expected here.", "Did you mean starts?"),
        ("net + hs > 3", 7, "A number was expected here; this is a text.", None),
        ("(net > 1) > 2", 1, "This is a condition; a value was expected here.", None),
    ],
)
def test_a_fault_names_its_column_and_what_was_expected(text: str, column: int, expected: str, suggestion: str | None) -> None:
    found = fault(text)
    assert (found.line, found.column, found.expected.en) == (1, column, expected)
    if suggestion:
        assert found.suggestion is not None
        assert found.suggestion.en == suggestion


def test_faults_of_several_clauses_are_told_together() -> None:
    text = SAMPLE.replace("scope item", "scope itm").replace("hs st", "hz st").replace("red at", "rd at").replace("test miss", "test mss")
    found = faults(text, catalogue(), {"trusted"})
    assert [(one.line, one.column) for one in found] == [(2, 7), (3, 6), (8, 11), (10, 6)]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("2026-06-30", "2026-06-31", 2),
        ("2026-06-30", "2025-06-30", 2),
        ("at 80%", "at 120%", 8),
        ("quiet 50", "quiet 0.5", 8),
        ("up_z: -3", "up_z: -3, up_z: 4", 9),
        ('origin: "QM"', "origin: 4", 9),
        ("scope item", "scope declaration", 3),
        ("reason VAL-02", "reason VAL-02, reason VAL-03", 8),
        ("test miss", "tests miss", 10),
        ("profile UV", "profil UV", 1),
    ],
)
def test_what_a_profile_cannot_say_is_refused_on_its_line(old: str, new: str, line: int) -> None:
    assert [one.line for one in faults(SAMPLE.replace(old, new), catalogue(), {"trusted"})][:1] == [line]


def test_a_code_may_begin_with_a_word_of_the_language() -> None:
    profile = read_profile(SAMPLE.replace("UV-8517-03", "OR-02").replace("4000 7100", "in-1 7100\n"), catalogue())
    assert (profile.code, profile.procedures) == ("OR-02", ("in-1", "7100"))


def test_lists_that_are_not_known_yet_are_not_checked() -> None:
    assert faults(SAMPLE, catalogue()) == ()


def test_texts_are_composed_so_that_equal_words_are_equal() -> None:
    assert read_condition('hs = "Đa\u0300"', FIELDS) == read_condition('hs = "Đà"', FIELDS)


def test_no_field_is_called_by_a_word_of_the_language() -> None:
    assert RESERVED.isdisjoint(catalogue().names)
