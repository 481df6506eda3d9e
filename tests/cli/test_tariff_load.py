"""``clearlane tariff load`` keeps what is in order, and says of the rest where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from clearlane.tariff.load import read_tariff
from clearlane.tariff.own_write import write_tariff
from tests.cli.conftest import Clearlane
from tests.cli.tariffs import folder, live


def test_a_tariff_in_order_is_kept_under_its_name(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "load", folder("new"), "--by", "T-17")
    assert said.code == 0
    assert said.out.splitlines()[0] == "6 rows read: 2 lines, 2 measures."
    assert "Kept as XA-2026-1, not in force yet." in said.out
    assert clearlane("tariff", "load", "new", "--by", "T-18").out.endswith("The same tariff is kept already, as XA-2026-1.\n")


def test_tables_in_parquet_are_loaded_like_those_in_csv(clearlane: Clearlane) -> None:
    content, _ = read_tariff(folder("new"), "own")
    assert content is not None
    write_tariff(content, Path("columns"), as_parquet=True)
    assert {file.suffix for file in Path("columns").iterdir()} == {".parquet"}
    assert "Kept as XA-2026-1, not in force yet." in clearlane("tariff", "load", "columns", "--by", "T-17").out
    assert clearlane("tariff", "load", "new", "--by", "T-18").out.endswith("The same tariff is kept already, as XA-2026-1.\n")


def test_a_broken_row_is_named_with_column_and_cause_and_nothing_kept(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "load", folder("new", shirts="20 $%"), "--by", "T-17")
    heading, fault = said.out.splitlines()
    assert heading.split() == ["file", "row", "column", "cause"]
    assert fault.split()[:2] == ["measures.csv", "3"]
    assert fault.split()[2].startswith("duty")
    assert (said.code, said.err) == (1, "1 points to put right. Nothing was kept.\n")
    assert clearlane("tariff", "list").err == "No tariff is loaded.\n"


def test_faults_are_told_in_vietnamese(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "load", folder("new", shirts="20 $%"), "--by", "T-17", "--language", "vi")
    assert said.out.splitlines()[0].split() == ["tệp", "dòng", "cột", "nguyên", "nhân"]
    assert said.err == "1 điểm cần sửa. Chưa lưu gì.\n"


def test_faults_come_in_json_with_row_column_and_both_languages(clearlane: Clearlane) -> None:
    (report,) = clearlane("tariff", "load", folder("new", shirts="20 $%"), "--check", "--json").answers
    (fault,) = report["faults"]
    assert (fault["file"], fault["row"], fault["column"]) == ("measures.csv", 3, "duty")
    assert set(fault["cause"]) == {"en", "vi"}


def test_a_check_needs_nobody_and_keeps_nothing(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "load", folder("new"), "--check")
    assert (said.code, said.out.splitlines()[-1]) == (0, "In order. Nothing was kept: this was a check.")
    assert clearlane("tariff", "list").out == ""


def test_an_edition_of_another_name_is_kept_under_it(clearlane: Clearlane) -> None:
    assert "Kept as XA-2026-spring-1" in clearlane("tariff", "load", folder("new"), "--by", "T-17", "--edition", "2026-spring").out


def test_nobody_loads_without_saying_who_he_is(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "load", folder("new"))
    assert (said.code, said.err) == (2, "Say who you are: --by STAFF-NUMBER, or set CLEARLANE_BY.\n")


def test_who_loads_may_be_said_in_the_environment(clearlane: Clearlane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEARLANE_BY", "T-17")
    assert clearlane("tariff", "load", folder("new")).code == 0


def test_a_file_that_is_not_there_is_refused_in_words(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "load", "nowhere", "--by", "T-17")
    assert said.code in (1, 2)
    assert "nowhere" in said.out + said.err


def test_what_differs_between_two_tariffs_is_told_by_code(clearlane: Clearlane) -> None:
    live(clearlane, "old", "XA-2026-1")
    clearlane("tariff", "load", folder("new", coffee="12 %"), "--by", "T-17")
    said = clearlane("tariff", "diff", "XA-2026-1", "XA-2026-2")
    assert said.code == 1
    assert said.out.splitlines()[0].startswith("09  measure changed")
    assert said.out.splitlines()[1:] == ["  - 10 %", "  + 12 %"]
    assert clearlane("tariff", "diff", "XA-2026-1", "XA-2026-1").code == 0
