"""A form says exactly what the text says, and its faults point at its inputs."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.risk_profile import RiskProfile
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.form import HEAD, FormProfile, form_of, to_form
from clearlane.risk.language.form_reading import from_form
from clearlane.risk.language.form_rows import with_row, without_row
from clearlane.risk.language.lexer import leading_comments
from clearlane.risk.language.parser import read_profile
from tests.risk.language.test_reading import SAMPLE
from tests.risk.language.trees import FIELDS, LISTS, profiles

_KEYS = st.sampled_from([*HEAD, "when.joins", "when.of", "when.0.joins", "when.0.of", "when.0.asks", "when.0.value", "when.1.of",
                         "when.1.asks", "when.1.high", "test.0.hit", "test.0.values", "when.x.of", "comments"])  # fmt: skip
_VALUES = st.text(max_size=4) | st.sampled_from(["all", "any", "not", "net", "hs", "=", "in", "between", "5", '"a"', "item", "red", "hit"])


def filled(**changes: str) -> FormProfile:
    """Return the sample's form with some of its inputs filled in otherwise; a point in a name is written as two underlines."""
    changed = {name.replace("__", "."): value for name, value in changes.items()}
    return form_of(to_form(read_profile(SAMPLE, catalogue())).fields() | changed)


@given(profiles())
def test_a_form_says_what_the_tree_says(profile: RiskProfile) -> None:
    assert from_form(to_form(profile), FIELDS, LISTS) == profile


@given(profiles())
def test_what_is_posted_is_what_was_shown(profile: RiskProfile) -> None:
    form = to_form(profile, ("Phones", "for Hải Phòng"))
    assert form_of(form.fields()) == form


@given(st.dictionaries(_KEYS, _VALUES))
def test_whatever_is_posted_is_read_or_refused_at_an_input(posted: dict[str, str]) -> None:
    found = from_form(form_of(posted), FIELDS, LISTS)
    assert isinstance(found, RiskProfile) or all(one.expected.en for one in found)


@pytest.mark.parametrize(
    ("name", "value", "place", "column"),
    [
        ("when.3.0.value", "60% * ref.prise_median", "when.3.0.value", 7),
        ("when.3.0.of", "unit_prise", "when.3.0.of", 1),
        ("when.3.0.value", "", "when.3.0.value", 1),
        ("when.3.0.value", "5 and net > 3", "when.3.0.value", 1),
        ("when.0.asks", "resembles", "when.0.asks", 1),
        ("when.4.value", "trustd", "when.4.value", 1),
        ("level", "itm", "level", 1),
        ("lane", "rot", "lane", 1),
        ("lane", "red, owner me", "lane", 1),
        ("share", "120%", "share", 1),
        ("since", "1/2/2026", "since", 1),
        ("procedures", "4000, import", "procedures", 1),
        ("test.0.values", "hs: 5", "test.0.values", 5),
        ("test.1.hit", "mis", "test.1.hit", 1),
    ],
)
def test_a_fault_points_at_its_input(name: str, value: str, place: str, column: int) -> None:
    found = from_form(filled(**{name.replace(".", "__"): value}), catalogue(), {"trusted"})
    assert not isinstance(found, RiskProfile)
    assert [(one.place, one.column) for one in found] == [(place, column)]


def test_plain_words_need_no_quotation_marks() -> None:
    found = from_form(filled(when__0__value="851713, 851714", when__1__value="QM,XB"), catalogue(), {"trusted"})
    assert found == read_profile(SAMPLE, catalogue())


def test_blank_rows_say_nothing() -> None:
    found = from_form(filled(when__5__asks="="), catalogue(), {"trusted"})
    assert found == read_profile(SAMPLE, catalogue())


def test_a_form_without_a_condition_is_refused() -> None:
    form = msgspec.structs.replace(filled(), when=form_of({}).when)
    found = from_form(form, catalogue(), {"trusted"})
    assert not isinstance(found, RiskProfile)
    assert [one.place for one in found] == ["when.of"]


def test_comments_before_the_profile_stay_with_the_form() -> None:
    assert to_form(read_profile(SAMPLE, catalogue()), leading_comments("# Phones\n" + SAMPLE)).comments == "Phones"


def test_a_row_added_and_dropped_leaves_the_form_as_it_was() -> None:
    form = filled()
    assert without_row(with_row(form, "when.3"), "when.3.2") == form
    assert from_form(with_row(form, "when"), catalogue(), {"trusted"}) == read_profile(SAMPLE, catalogue())


def test_a_row_added_to_a_question_frames_both() -> None:
    form = with_row(filled(), "when.0")
    assert [one.asks for one in form.when.parts[0].parts] == ["starts with", ""]


def test_a_row_dropped_takes_its_condition_along() -> None:
    found = from_form(without_row(filled(), "when.2"), catalogue(), {"trusted"})
    assert found == read_profile(SAMPLE.replace(" and importer.first_time\n", ""), catalogue())
