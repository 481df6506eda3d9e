"""``clearlane tariff write`` gives tables to begin a changed tariff with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Clearlane


def test_the_tariff_of_the_profile_is_written_and_loads_back_the_same(clearlane: Clearlane) -> None:
    assert clearlane("tariff", "write", "tables").err == "9 tables were written into tables.\n"
    assert clearlane("tariff", "load", "tables", "--by", "T-17", "--edition", "copy").code == 0
    assert clearlane("tariff", "diff", "", "XA-copy-1").code == 0


def test_a_rate_changed_by_hand_is_the_only_difference(clearlane: Clearlane) -> None:
    clearlane("tariff", "write", "tables")
    measures = Path("tables/measures.csv")
    written = measures.read_text("utf-8")
    assert written.count(",0901,103,12.5 %,") == 1
    measures.write_text(written.replace(",0901,103,12.5 %,", ",0901,103,11 %,"), "utf-8")
    clearlane("tariff", "load", "tables", "--by", "T-17", "--edition", "changed")
    (change,) = clearlane("tariff", "diff", "", "XA-changed-1", "--json").answers
    assert (change["code"], change["before"], change["after"]) == ("0901", "12.5 %", "11 %")


@pytest.mark.parametrize("what", ["folder", "file"])
def test_nothing_is_written_over(clearlane: Clearlane, what: str) -> None:
    if what == "folder":
        Path("here").mkdir()
        Path("here/mine.txt").write_text("mine")
    else:
        Path("here").write_text("mine")
    said = clearlane("tariff", "write", "here")
    assert (said.code, said.err) == (2, "There is something at here already. Name a new folder; nothing was written.\n")
