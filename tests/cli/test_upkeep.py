"""Keeping an office: rebuilding, checking profiles, giving out tokens."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from clearlane.office.access import Asker, digest_of
from clearlane.office.tokens import read_tokens
from clearlane.store.sqlite import SqliteStore
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


def test_a_rebuilding_tells_how_many_declarations_were_erased(clearlane: Clearlane) -> None:
    for name in ("A-1", "A-2"):
        clearlane("lodge", file(f"{name}.json", message(name)))
    assert "erased" not in clearlane("rebuild").err
    with closing(SqliteStore("sqlite:///office.db")) as store, store.work() as work:
        work.erase(store.by_reference("A-1")[0].message)
    assert "Declarations whose content was erased: 1." in clearlane("rebuild").err


def test_profiles_installed_are_listed(clearlane: Clearlane) -> None:
    assert [line.split()[0] for line in clearlane("profile", "list").out.splitlines()] == ["gb", "us", "vn", "xa"]


def test_a_profile_in_order_passes(clearlane: Clearlane) -> None:
    said = clearlane("profile", "check", "xa")
    assert (said.code, said.err) == (0, "The profile xa is in order.\n")
    assert [line for line in said.out.splitlines() if "  as amended up to " not in line] == []


@pytest.mark.parametrize("name", ["gb", "us", "vn"])
def test_the_other_profiles_of_the_house_pass(clearlane: Clearlane, name: str) -> None:
    assert clearlane("profile", "check", name).code == 0


def test_the_acts_a_profile_rests_on_are_listed_and_those_not_read(clearlane: Clearlane) -> None:
    said = clearlane("profile", "check", "vn").out.splitlines()
    assert any(line.startswith("38/2015/TT-BTC  as amended up to 2026-01-31") for line in said)
    assert any(line.startswith("121/2025/TT-BTC  known, not read") for line in said)


BROKEN = """
from dataclasses import replace
from clearlane_xa import profile as arcadia

def profile():
    example = arcadia().examples["import"].replace(b"XA1234567897", b"XA1234567890", 1)
    return replace(arcadia(), code="zz", examples={**arcadia().examples, "import": example})
"""


def test_a_profile_whose_example_is_rejected_fails_with_words(
    clearlane: Clearlane, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    distribution = tmp_path / "clearlane_profile_zz-0.dist-info"
    distribution.mkdir()
    (distribution / "METADATA").write_text("Metadata-Version: 2.1\nName: clearlane-profile-zz\nVersion: 0\n")
    (distribution / "entry_points.txt").write_text("[clearlane.profiles]\nzz = clearlane_zz_broken:profile\n")
    (tmp_path / "clearlane_zz_broken.py").write_text(BROKEN)
    monkeypatch.syspath_prepend(tmp_path)
    said = clearlane("profile", "check", "zz")
    assert said.code == 1
    assert said.out.startswith("examples: import: XA-302 /Declaration/GoodsShipment/Importer/ID: 'XA1234567890' is no trader number")
    assert said.err == "1 points to put right in zz.\n"


def test_a_token_is_shown_once_and_its_digest_kept(clearlane: Clearlane) -> None:
    said = clearlane("token", "new", "--role", "trader", "--party", "XA1234567897", "--acts-for", "XA2045183361")
    kept = read_tokens(Path("tokens.toml"))
    assert [(token.digest, token.party, token.acts_for) for token in kept] == [
        (digest_of(said.out.strip()), "XA1234567897", ("XA2045183361",))
    ]


def test_a_tariff_officer_gets_a_token_in_his_own_number_only(clearlane: Clearlane) -> None:
    assert clearlane("token", "new", "--role", "tariff").code == 2
    assert clearlane("token", "new", "--role", "tariff", "--party", "T-17").code == 0
    (token,) = read_tokens(Path("tokens.toml"))
    asker = Asker(token.role, token.party)
    assert (asker.may_change_tariff, asker.party) == (True, "T-17")
    assert not any(Asker(role, "X-1").may_change_tariff for role in ("trader", "officer", "admin"))


def test_an_example_of_a_profile_can_be_lodged_as_it_is_written(clearlane: Clearlane) -> None:
    written = clearlane("profile", "example", "xa", "export", "--to", "xml").out
    assert clearlane("lodge", file("a.xml", written.encode())).code == 0


def test_an_example_that_a_profile_lacks_is_refused_with_those_it_has(clearlane: Clearlane) -> None:
    said = clearlane("profile", "example", "xa", "transit")
    assert (said.code, said.out, said.err) == (2, "", "The profile xa has no example transit. There are: export, import.\n")
