"""Keeping an office: rebuilding, checking profiles, giving out tokens."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from clearlane.office.access import digest_of
from clearlane.office.tokens import read_tokens
from tests.cli.conftest import Clearlane
from tests.cli.messages import file, message


def test_what_was_derived_comes_back_from_the_log(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1")))
    shown = clearlane("show", "A-1").out
    with sqlite3.connect("office.db") as database:
        database.execute("DELETE FROM cases")
    assert clearlane("show", "A-1").code == 2
    assert clearlane("rebuild").code == 0
    assert clearlane("show", "A-1").out == shown


def test_profiles_installed_are_listed(clearlane: Clearlane) -> None:
    assert [line.split()[0] for line in clearlane("profile", "list").out.splitlines()] == ["gb", "vn", "xa"]


def test_a_profile_in_order_passes(clearlane: Clearlane) -> None:
    said = clearlane("profile", "check", "xa")
    assert (said.code, said.out, said.err) == (0, "", "The profile xa is in order.\n")


def test_a_token_is_shown_once_and_its_digest_kept(clearlane: Clearlane) -> None:
    said = clearlane("token", "new", "--role", "trader", "--party", "XA1234567897", "--acts-for", "XA2045183361")
    kept = read_tokens(Path("tokens.toml"))
    assert [(token.digest, token.party, token.acts_for) for token in kept] == [
        (digest_of(said.out.strip()), "XA1234567897", ("XA2045183361",))
    ]


def test_an_example_of_a_profile_can_be_lodged_as_it_is_written(clearlane: Clearlane) -> None:
    written = clearlane("profile", "example", "xa", "export", "--to", "xml").out
    assert clearlane("lodge", file("a.xml", written.encode())).code == 0


def test_an_example_that_a_profile_lacks_is_refused_with_those_it_has(clearlane: Clearlane) -> None:
    said = clearlane("profile", "example", "xa", "transit")
    assert (said.code, said.out, said.err) == (2, "", "The profile xa has no example transit. There are: export, import.\n")
