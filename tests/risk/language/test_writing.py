"""What is written reads back as the very same tree, and no text breaks the reader."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.risk_condition import Condition
from clearlane.model.risk_profile import RiskProfile
from clearlane.risk.language.errors import ProfileFault
from clearlane.risk.language.lexer import leading_comments
from clearlane.risk.language.parser import faults, read_condition, read_profile
from clearlane.risk.language.writer import write_condition, write_profile
from tests.risk.language.trees import FIELDS, LISTS, conditions, profiles

_SCRAPS = [
    "profile P-1",
    '"title"',
    "\nscope item",
    ", valid 2026-01-01..",
    "\nwhen",
    "\nthen lane red",
    " at 80%",
    "\ntest hit {hs: ",
    "}",
    "hs",
    "net",
    "importer.first_time",
    " and ",
    " or ",
    " not ",
    "(",
    ")",
    " starts with ",
    " in list ",
    " between ",
    " is missing",
    "1e999",
    "60%",
    "-",
    "#",
    '"',
    "\\",
    "\x00",
    "\ud800",
    "\u0338",
    "\r",
]
rubbish = st.lists(st.sampled_from(_SCRAPS) | st.text(max_size=3), max_size=30).map("".join)


@given(conditions)
def test_a_condition_written_reads_back_as_the_same_tree(condition: Condition) -> None:
    assert read_condition(write_condition(condition), FIELDS, LISTS) == condition


@given(profiles())
def test_a_profile_written_reads_back_as_the_same_tree(profile: RiskProfile) -> None:
    assert read_profile(write_profile(profile), FIELDS, LISTS) == profile


@given(rubbish)
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    found = faults(text, FIELDS, LISTS)
    if not found:
        assert read_profile(write_profile(read_profile(text, FIELDS, LISTS)), FIELDS, LISTS) == read_profile(text, FIELDS, LISTS)
    assert all(one.line >= 1 and one.column >= 1 and one.expected.en and one.expected.vi for one in found)


@given(rubbish)
def test_any_condition_is_read_or_refused(text: str) -> None:
    with suppress(ProfileFault):
        read = read_condition(text, FIELDS, LISTS)
        assert read_condition(write_condition(read), FIELDS, LISTS) == read


@pytest.mark.parametrize("text", ["(" * 9000, "not " * 9000, "-" * 9000, "net + " * 5000 + "net > 1", "net > 1 or " * 4000 + "net > 1"])
def test_what_is_nested_or_joined_without_end_is_refused(text: str) -> None:
    with pytest.raises(ProfileFault):
        read_condition(text, FIELDS, LISTS)


def test_comments_before_the_profile_can_be_kept() -> None:
    text = '# Phones\n# Asked for by Hải Phòng\nprofile P "p"\nscope item\nwhen hs = "1" # here\nthen lane red\n'
    kept = leading_comments(text)
    assert write_profile(read_profile(text, FIELDS), kept).splitlines()[:3] == ["# Phones", "# Asked for by Hải Phòng", 'profile P "p"']
