"""Whatever is wrong outside a message is said in words, with exit 2 and never a traceback."""

from __future__ import annotations

import socket
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Clearlane
from tests.cli.messages import file, message

TROUBLES = {
    "unknown profile": ("lodge", "--profile", "zz", "a.json"),
    "unknown store": ("lodge", "--store", "mysql://x", "a.json"),
    "store in no folder": ("lodge", "--store", "sqlite:///nowhere/at/all.db", "a.json"),
    "store that is no database": ("lodge", "--store", "sqlite:///a.json", "a.json"),
    "database out of reach": ("lodge", "--store", "postgresql://nobody@127.0.0.1:1/none", "a.json"),
    "unknown language": ("lodge", "--language", "fr", "a.json"),
    "store without a file": ("lodge", "--store", "sqlite:///", "a.json"),
    "missing file": ("lodge", "missing.xml"),
    "empty folder": ("lodge", "empty"),
    "missing signature": ("lodge", "--signature", "missing.p7s", "a.json"),
    "missing file to convert": ("convert", "missing.xml", "--to", "json"),
    "message that cannot be converted": ("convert", "broken.xml", "--to", "json"),
    "unknown declaration": ("show", "NOWHERE-1"),
    "unknown declaration to explain": ("explain", "NOWHERE-1"),
    "unknown profile to check": ("profile", "check", "zz"),
    "trader's token without a number": ("token", "new", "--role", "trader"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_trouble_is_told_in_words_with_exit_2(clearlane: Clearlane, trouble: str) -> None:
    Path("empty").mkdir()
    file("a.json", message("A-1"))
    file("broken.xml", b"<Declaration>")
    said = clearlane(*TROUBLES[trouble])
    assert said.code == 2
    assert said.err.strip() or said.out.strip()
    assert "Traceback" not in said.err + said.out


def test_a_file_that_is_missing_is_named(clearlane: Clearlane) -> None:
    assert clearlane("lodge", "missing.xml").out.splitlines()[0] == "missing.xml: refused: There is no file missing.xml."


def test_a_database_damaged_after_opening_is_told_in_words(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1")))
    with sqlite3.connect("office.db") as database:
        database.execute("DROP TABLE attempts")
    said = clearlane("lodge", file("b.json", message("B-1")))
    assert said.code == 2
    assert said.err.startswith("The store cannot be used: no such table: attempts.")


def test_a_port_that_is_taken_is_named(clearlane: Clearlane) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = clearlane("serve", "--port", str(port))
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"Cannot listen on 127.0.0.1, port {port}:")


def test_a_broken_settings_file_is_told_in_words(clearlane: Clearlane) -> None:
    Path("office.toml").write_text("store = \n")
    said = clearlane("lodge", file("a.json", message("A-1")))
    assert said.code == 2
    assert "office.toml cannot be read" in said.err
    assert "line 1" in said.err


def test_refusals_are_told_in_vietnamese(clearlane: Clearlane) -> None:
    assert clearlane("show", "NOWHERE-1", "--language", "vi").err.startswith("Không có tờ khai NOWHERE-1")
