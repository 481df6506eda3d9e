"""What a condition says in words, how it came to its verdict, and what changed between two versions."""

from __future__ import annotations

from hypothesis import given

from clearlane.model.risk_condition import Condition
from clearlane.model.risk_field import Row
from clearlane.model.risk_profile import RiskProfile
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.change import differences
from clearlane.risk.language.evaluate import evaluate
from clearlane.risk.language.examples import failures
from clearlane.risk.language.explain import explain
from clearlane.risk.language.parser import read_condition, read_profile
from clearlane.risk.language.words import in_words
from tests.risk.language.test_reading import SAMPLE
from tests.risk.language.trees import FIELDS, LISTS, conditions, profiles, rows

TRUSTED = {"trusted": frozenset({"T1"})}


def changed(old: str, new: str) -> list[str]:
    before, after = (read_profile(text, catalogue()) for text in (SAMPLE, SAMPLE.replace(old, new)))
    return [one.en for one in differences(before, after, catalogue())]


def test_a_condition_is_said_in_both_languages() -> None:
    said = in_words(read_condition('net < 2.5 and (origin in ("QM","XB") or not importer.first_time)', catalogue()), catalogue())
    assert said.en.startswith("net mass is below 2.5 kg and (country of origin is “QM” or “XB” or ")
    assert said.vi.startswith("khối lượng tịnh nhỏ hơn 2,5 kg và (nước xuất xứ là “QM” hoặc “XB” hoặc ")


def test_a_share_of_a_value_is_said_as_such() -> None:
    said = in_words(read_condition("unit_price < 60% * ref.price_median", catalogue()), catalogue())
    assert said.en.endswith("is below 60 % of median unit price of like goods")


def test_an_unknown_part_tells_its_cause() -> None:
    row = tuple({"net": 0.0, "value": 5.0}.get(name) for name in catalogue().names)
    told = explain(read_condition('origin = "QM" or value / net > 3', catalogue()), row, {}, catalogue())
    assert [one.verdict for one in told] == [None, None, None]
    assert [[cause.en for cause in one.causes] for one in told] == [
        [],
        ["no origin is declared"],
        ["the computation has no result, such as a division by zero"],
    ]


@given(conditions, rows)
def test_an_explanation_begins_with_the_verdict_and_says_why_it_is_unknown(condition: Condition, row: Row) -> None:
    told = explain(condition, row, LISTS, FIELDS)
    assert told[0].verdict is evaluate(condition, row, LISTS, FIELDS)
    assert all(bool(one.causes) is (one.verdict is None) for one in told if one.values)


def test_a_profile_that_does_what_its_author_meant_has_no_failures() -> None:
    assert failures(read_profile(SAMPLE, catalogue()), catalogue(), TRUSTED) == ()


def test_an_example_that_fails_says_which_and_why() -> None:
    text = SAMPLE.replace('origin: "QM"', 'origin: "VN"')
    (failure,) = failures(read_profile(text, catalogue()), catalogue(), TRUSTED)
    assert failure.words.en == "Example 1 must be hit, but this does not hold: country of origin is “QM” or “XB”."


def test_a_moved_bound_is_said_as_moved() -> None:
    (said,) = changed("60%", "50%")
    assert said.endswith("went from 60 % of median unit price of like goods to 50 % of median unit price of like goods.")


def test_a_value_added_and_a_part_removed_are_told_apart() -> None:
    assert changed('"QM","XB"', '"QM","XB","XC"') == ["Added: “XC” – for country of origin."]
    assert changed(" and importer.first_time\n", "\n") == ["Removed: never declared before: the importer: yes."]


def test_a_changed_action_is_told() -> None:
    assert changed("red at 80%", "yellow at 5%") == ["The lane went from red to yellow.", "The share taken went from 80% to 5%."]


def test_the_same_parts_in_another_order_are_told_as_such() -> None:
    assert changed('"QM","XB"', '"XB","QM"') == ["The same is written in another manner or order."]


@given(profiles(), profiles())
def test_profiles_differ_in_words_exactly_when_they_differ(old: RiskProfile, new: RiskProfile) -> None:
    assert differences(old, old, FIELDS) == ()
    assert (differences(old, new, FIELDS) == ()) is (old == new)
