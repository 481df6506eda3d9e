"""``clearlane tariff assess``: many lines in, their duties out, under the tariff in force or another."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Clearlane
from tests.cli.tariffs import folder, live

LINES = "_line,code,origin,value\n1,0901.11,BR,1000\n2,6205.20,BR,200.50\n"


@pytest.fixture
def lines(clearlane: Clearlane) -> str:
    """A file of two lines, where the command stands."""
    Path("lines.csv").write_text(LINES, encoding="utf-8")
    return "lines.csv"


def duties(name: str = "out.csv") -> list[str]:
    with Path(name).open(encoding="utf-8", newline="") as written:
        return [row["A00"] for row in csv.DictReader(written)]


def test_the_tariff_in_force_decides_unless_another_is_named(clearlane: Clearlane, lines: str) -> None:
    live(clearlane, "one", "XA-2026-1", coffee="10 %", shirts="20 %")
    assert clearlane("tariff", "load", folder("two", coffee="15 %", edition="2027"), "--by", "T-17").code == 0
    said = clearlane("tariff", "assess", lines, "--out", "out.csv")
    assert (said.code, said.out.splitlines()[0], duties()) == (0, "2 lines under XA-2026-1", ["100.00", "40.10"])
    assert clearlane("tariff", "assess", lines, "--out", "other.csv", "--version", "XA-2027-1").code == 0
    assert duties("other.csv") == ["150.00", "40.10"]


def test_the_day_decides_for_lines_that_tell_none(clearlane: Clearlane, lines: str) -> None:
    early = clearlane("tariff", "assess", lines, "--on", "2026-06-30", "--json").answers[0]
    late = clearlane("tariff", "assess", lines, "--on", "2026-07-01", "--json").answers[0]
    assert ["S10" in {tax["tax"] for tax in one["taxes"]} for one in (early, late)] == [False, True]


def test_the_summary_in_json_has_amounts_as_text_and_every_reason(clearlane: Clearlane, lines: str) -> None:
    Path(lines).write_text(LINES + "3,9999.99,BR,5\n", encoding="utf-8")
    (answer,) = clearlane("tariff", "assess", lines, "--json").answers
    assert (answer["lines"], answer["outcomes"]) == (3, {"priced": 2, "unpriced": 1})
    assert isinstance(answer["total"], str)
    assert {(one["tax"], one["outcome"], one["lines"]) for one in answer["reasons"]} == {("A00", "unpriced", 1), ("B00", "unpriced", 1)}


def test_reasons_are_written_in_the_language_asked_for(clearlane: Clearlane, lines: str) -> None:
    Path(lines).write_text("code,value\n9999.99,5\n", encoding="utf-8")
    assert clearlane("tariff", "assess", lines, "--out", "out.csv", "--language", "vi").code == 0
    assert "biểu thuế không có thuế suất" in Path("out.csv").read_text(encoding="utf-8")


def test_a_row_at_fault_is_named_and_nothing_is_written(clearlane: Clearlane, lines: str) -> None:
    Path(lines).write_text(LINES + "3,0901.11,BR,\n", encoding="utf-8")
    said = clearlane("tariff", "assess", lines, "--out", "out.csv")
    assert (said.code, said.out.splitlines()[1].split()) == (1, ["4", "value", "A", "figure", "is", "missing."])
    assert sorted(path.name for path in Path().iterdir() if "out" in path.name) == []
    (answer,) = clearlane("tariff", "assess", lines, "--json").answers
    assert [(fault["row"], fault["column"]) for fault in answer["faults"]] == [(4, "value")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["missing.csv"], "There is no file missing.csv."),
        (["lines.csv", "--out", "lines.csv"], "There is something at lines.csv already."),
        (["lines.csv", "--out", "nowhere/out.csv"], "There is no folder nowhere."),
        (["lines.csv", "--out", "out.xlsx"], "Name a file that ends in .csv or .parquet"),
        (["lines.csv", "--version", "XA-9-9"], "No tariff XA-9-9 is loaded here."),
        (["broken.parquet"], "The file broken.parquet is no Parquet that can be read."),
        (["empty.csv"], "The file empty.csv is empty."),
        (["latin.csv"], "The file latin.csv is no table that can be read."),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(clearlane: Clearlane, lines: str, words: list[str], told: str) -> None:
    Path("broken.parquet").write_bytes(b"PAR1 and no more")
    Path("empty.csv").write_bytes(b"")
    Path("latin.csv").write_bytes("code,value,_tên\n0901,1,cà phê\n".encode("cp1258", "replace"))
    said = clearlane("tariff", "assess", *words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(told)
    assert Path(lines).read_text(encoding="utf-8") == LINES
