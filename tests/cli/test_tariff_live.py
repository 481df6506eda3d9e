"""``clearlane tariff``: two officers put a tariff in force, it is looked at, tried and taken back."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Clearlane
from tests.cli.messages import file, message
from tests.cli.tariffs import folder, live


def test_whoever_loaded_a_tariff_is_refused_to_put_it_in_force(clearlane: Clearlane) -> None:
    clearlane("tariff", "load", folder("new"), "--by", "T-17")
    said = clearlane("tariff", "activate", "XA-2026-1", "--by", " t-17")
    assert (said.code, said.out) == (2, "")
    assert said.err == "You loaded the tariff XA-2026-1; another officer has to put it in force.\n"
    assert clearlane("tariff", "activate", "XA-2026-1", "--by", "T-18").out.startswith("XA-2026-1 is in force since ")


def test_a_tariff_is_scheduled_for_midnight_of_the_law(clearlane: Clearlane) -> None:
    clearlane("tariff", "load", folder("new"), "--by", "T-17")
    said = clearlane("tariff", "activate", "XA-2026-1", "--by", "T-18", "--since", "2199-01-01")
    assert said.out == "XA-2026-1 goes live at 2199-01-01 00:00 UTC.\n"
    assert clearlane("tariff", "list").out.splitlines()[1].split()[:2] == ["XA-2026-1", "scheduled"]
    assert clearlane("tariff", "show").err == "No loaded tariff is in force. clearlane tariff list names all.\n"


def test_tariffs_are_listed_with_who_did_what(clearlane: Clearlane) -> None:
    live(clearlane, "old", "XA-2026-1")
    (one,) = clearlane("tariff", "list", "--json").answers
    assert (one["version"], one["state"], one["loaded_by"], one["activated_by"]) == ("XA-2026-1", "in-force", "T-17", "T-18")
    assert "T-17" in clearlane("tariff", "show", "XA-2026-1").out


def test_a_code_is_shown_with_its_place_and_its_measures_as_of_a_day(clearlane: Clearlane) -> None:
    live(clearlane, "old", "XA-2026-1")
    lines = clearlane("tariff", "show", "0901.11", "--on", "2026-03-01").out.splitlines()
    assert lines[:2] == ["09  Coffee and tea", "As of 2026-03-01, in XA-2026-1"]
    assert "10 %" in lines[-1]
    assert "Act 1" in lines[-1]
    assert clearlane("tariff", "show", "0901.11", "--language", "vi").out.splitlines()[0] == "09  Cà phê và chè"


def test_of_measures_alike_the_nearest_line_s_holds(clearlane: Clearlane) -> None:
    lines = [
        line.split() for line in clearlane("tariff", "show", "610910").out.splitlines() if "Every origin" in line and "Import duty" in line
    ]
    assert [(line[0], line[-1] == "6109.10") for line in lines] == [("yes", True), ("no", False), ("no", False)]


@pytest.mark.parametrize("name", ["9999", "XA-2030-1"])
def test_what_is_not_there_is_refused_by_name(clearlane: Clearlane, name: str) -> None:
    live(clearlane, "old", "XA-2026-1")
    said = clearlane("tariff", "show", name)
    assert said.code == 2
    assert name in said.err


def test_a_tariff_is_tried_taken_live_and_taken_back_with_its_tasks(clearlane: Clearlane) -> None:
    live(clearlane, "old", "XA-2026-1")
    assert clearlane("lodge", file("a.json", message("A-1"))).code == 0
    clearlane("tariff", "load", folder("new", coffee="12 %"), "--by", "T-17")
    tried = clearlane("tariff", "simulate", "XA-2026-2")
    assert tried.code == 0
    assert tried.out.splitlines()[0].startswith("XA-2026-2 on 1 declarations lodged from ")
    assert "█" in next(line for line in tried.out.splitlines() if line.split()[:2] == ["09", "1"])
    clearlane("tariff", "activate", "XA-2026-2", "--by", "T-18")
    clearlane("lodge", file("b.json", message("B-1")))
    back = clearlane("tariff", "rollback", "--by", "T-19", "--why", "A wrong rate")
    assert back.out.splitlines()[0] == "XA-2026-2 is withdrawn. In force: XA-2026-1."
    assert back.err.startswith("Declarations to look at again: 1. Their differences come to ")
    (task,) = clearlane("tariff", "tasks", "--json").answers
    assert (task["withdrawn"], task["restored"]) == ("XA-2026-2", "XA-2026-1")


def test_a_trial_says_first_what_would_no_longer_be_priced(clearlane: Clearlane) -> None:
    assert clearlane("lodge", file("a.json", message("A-1"))).code == 0
    clearlane("tariff", "load", folder("poor"), "--by", "T-17")
    lines = clearlane("tariff", "simulate", "XA-2026-1").out.splitlines()
    assert lines[1] == "No longer priced: 1 of 1 declarations"


def test_with_no_tariff_in_force_there_is_nothing_to_take_back(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "rollback", "--by", "T-17")
    assert (said.code, said.err) == (2, "No loaded tariff is in force; there is nothing to take back.\n")


def test_a_code_is_found_by_words_with_or_without_accents(clearlane: Clearlane) -> None:
    live(clearlane, "old", "XA-2026-1")
    assert clearlane("tariff", "search", "coffee").out == "09  Coffee and tea\n"
    assert clearlane("tariff", "search", "ca", "phe", "--language", "vi").out == "09  Cà phê và chè\n"
    said = clearlane("tariff", "search", "zeppelin")
    assert (said.code, said.out, said.err) == (1, "", "Nothing is found. Try other words, or fewer.\n")


def test_a_search_without_any_tariff_says_that_one_must_be_loaded(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "search", "tea", "--profile", "gb")
    assert (said.code, said.out, said.err) == (1, "", "No tariff is loaded to search in: clearlane tariff load.\n")
