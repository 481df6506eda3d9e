"""The first administrators are made at the machine; everybody else in the pages."""

from __future__ import annotations

from pathlib import Path

from clearlane.office.machine_key import KeyFile
from clearlane.office.office import Office
from tests.cli.conftest import Clearlane


def test_an_administrator_made_at_the_machine_sets_a_password_with_the_words(clearlane: Clearlane) -> None:
    said = clearlane("person", "new", "A-1", "--admin", "--name", "Nguyễn Thị An")
    assert said.code == 0
    assert "An" not in said.err
    with Office.open(store="sqlite:///office.db", key=KeyFile(Path("office.key"))) as office:
        office.people.accounts.accept("A-1", said.out.strip(), "a long word of mine 17")
        assert office.people.rights.who("A-1").name == "Nguyễn Thị An"
    assert clearlane("person", "list").out.split() == ["A-1", "open", "admin"]


def test_nobody_but_administrators_is_made_at_the_machine(clearlane: Clearlane) -> None:
    said = clearlane("person", "new", "T-1")
    assert (said.code, "--admin" in said.err) == (2, True)
    assert clearlane("person", "list").out == ""


def test_a_number_is_given_once_and_only_a_registered_person_gets_a_new_way_in(clearlane: Clearlane) -> None:
    clearlane("person", "new", "A-1", "--admin")
    assert "registered already" in clearlane("person", "new", "a-1", "--admin").err
    assert "Nobody is registered" in clearlane("person", "renew", "A-2").err
    assert clearlane("person", "renew", "A-1").out.count("-") == 3
