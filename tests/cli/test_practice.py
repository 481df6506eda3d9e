"""Practice at the command line: a set is given, listed, and nothing of it stands in the office."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Clearlane

APART = "sqlite:///apart.db"


def test_a_set_is_given_and_waits_in_a_store_of_its_own(clearlane: Clearlane) -> None:
    given = clearlane("practice", "start", "T-1", "--kind", "origin", "--cases", "2", "--practice", APART)
    numbers = given.out.split()
    assert (given.code, len(numbers)) == (0, 2)
    listed = clearlane("practice", "list", "T-1", "--json", "--practice", APART).answers
    assert [one["opened"]["number"] for one in listed] == numbers
    assert clearlane("show", numbers[0]).code == 2
    assert "No case is decided yet" in clearlane("practice", "record", "T-1", "--practice", APART).err
    assert "first" in clearlane("practice", "start", "T-1", "--practice", APART).err


def test_practice_needs_a_store_other_than_the_offices(clearlane: Clearlane) -> None:
    assert "name a store" in clearlane("practice", "list", "T-1").err
    same = clearlane("practice", "list", "T-1", "--store", APART, "--practice", APART)
    assert (same.code, "of its own" in same.err) == (2, True)
    assert not Path("apart.db").exists()
