"""What stands against a tariff is told whole, with file, row, column and cause; with one fault nothing is read."""

from __future__ import annotations

import pytest

from clearlane.tariff.load import read_tariff
from tests.tariff.tariffs import FILES, files

_M = "id,code,type,duty,area,since,until,season,excluded,footnotes,additional_code\n"
_L = "code,indent,text.en,since,until,suffix,footnotes,place\n0101,0,Horses,,,,,\n010121,1,Purebred,,,,,\n"

BROKEN = {
    "a code with a letter": ("lines", "code,indent\n01O1,0\n0101,0\n010121,1\n", 2, "code", "no goods code"),
    "an indent that is no number": ("lines", "code,indent\n0101,one\n010121,1\n", 2, "indent", "cannot be read"),
    "an indent below nothing": ("lines", "code,indent\n0101,-1\n010121,1\n", 2, "indent", "cannot be read"),
    "a suffix of one digit": ("lines", f"{_L}010129,1,Other,,,8,,\n", 4, "suffix", "two digits"),
    "two lines of one code at once": ("lines", f"{_L}0101,0,Horses,2020-01-01,,,,\n", 4, "code", "Row 2"),
    "a footnote not listed": ("lines", f"{_L}010129,1,Other,,,,TN1,\n", 4, "footnotes", "not listed"),
    "two lines of one place": ("lines", "code,indent,place\n0101,0,1\n010121,1,1\n", 3, "place", "place"),
    "a line that ends before it begins": ("lines", f"{_L}010129,1,Other,2021-01-01,2020-01-01,,,\n", 4, "until", "before it begins"),
    "a row with a cell too many": ("lines", "code,indent\n0101,0\n010121,1,more\n", 3, "", "3 cells"),
    "a column nobody knows": ("lines", "code,indent,colour\n0101,0,red\n", 1, "colour", "no column"),
    "a column that is missing": ("lines", "code\n0101\n", 1, "indent", "missing"),
    "a column that stands twice": ("lines", "code,indent,indent\n0101,0,0\n", 1, "indent", "twice"),
    "a quotation mark left open": ("lines", 'code,indent\n0101,0\n"010121,1\n', 3, "", "told apart"),
    "a day that is none": ("measures", f"{_M}1,0101,103,1 %,,2026-02-30,,,,,\n", 2, "since", "cannot be read"),
    "days the wrong way round": ("measures", f"{_M}1,0101,103,1 %,,2026-02-01,2026-01-01,,,,\n", 2, "until", "before it begins"),
    "a season that is none": ("measures", f"{_M}1,0101,103,1 %,,,,June,,,\n", 2, "season", "cannot be read"),
    "a code without a line": ("measures", f"{_M}1,0201,103,1 %,,,,,,,\n", 2, "code", "No line"),
    "a type not listed": ("measures", f"{_M}1,0101,999,1 %,,,,,,,\n", 2, "type", "not listed"),
    "an area not listed": ("measures", f"{_M}1,0101,103,1 %,FAR,,,,,,\n", 2, "area", "not listed"),
    "an excluded area not listed": ("measures", f"{_M}1,0101,103,1 %,,,,,FAR,,\n", 2, "excluded", "not listed"),
    "an additional code not listed": ("measures", f"{_M}1,0101,103,1 %,,,,,,,A999\n", 2, "additional_code", "not listed"),
    "an id twice": ("measures", f"{_M}1,0101,103,1 %,,,,,,,\n1,010121,103,1 %,,,,,,,\n", 3, "id", "Another measure"),
    "no id": ("measures", f"{_M},0101,103,1 %,,,,,,,\n", 2, "id", "empty"),
    "two measures at once": ("measures", f"{_M}1,0101,103,1 %,,2020-01-01,,,,,\n2,0101,103,2 %,,2021-01-01,,,,,\n", 3, "since", "Row 2"),
    "two seasons that meet": ("measures", f"{_M}1,0101,103,1 %,,,,01-01/07-01,,,\n2,0101,103,2 %,,,,07-01/12-31,,,\n", 3, "since", "Row 2"),
    "a series nobody knows": ("types", "code,series\n103,third\n142,preference\n", 2, "series", "no series"),
    "a type that stands twice": ("types", "code,series\n103,third-country\n142,preference\n142,preference\n", 4, "code", "twice"),
    "a proof not listed": ("areas", "code,text.en,proofs\nNEAR,Neighbours,N954\nFAR,Far,X1\n", 3, "proofs", "not listed"),
    "a condition of no measure": ("conditions", "measure,group,certificates\n9,A,N954\n", 2, "measure", "no measure"),
    "a certificate not listed": ("conditions", "measure,group,certificates\n1,A,Y999\n", 2, "certificates", "not listed"),
    "a country that is none": ("tariff", "country,edition,title\nXandria,1,T\n", 2, "country", "ISO 3166"),
    "two headers": ("tariff", "country,edition,title\nXA,1,T\nXB,1,T\n", 3, "", "one row"),
    "parts of a duty that are none": ("measures", "id,code,type,duty,duty_terms\n1,0101,103,1 %,[7]\n", 2, "duty_terms", "not the parts"),
}


@pytest.mark.parametrize(("table", "text", "row", "column", "cause"), BROKEN.values(), ids=BROKEN)
def test_nothing_is_read_and_the_place_named_for(table: str, text: str, row: int, column: str, cause: str) -> None:
    content, report = read_tariff(files(**{table: text}))
    assert content is None
    found = [fault for fault in report.faults if (fault.row, fault.column) == (row, column)]
    assert [fault for fault in found if cause in fault.cause.en], report.faults
    assert found[0].file.startswith(table)


def test_a_fault_in_a_duty_names_the_place_within_the_cell() -> None:
    _, report = read_tariff(files(measures="id,code,type,duty\n1,0101,103,10 % + + 5 EUR\n"))
    (fault,) = report.faults
    assert (fault.row, fault.column) == (2, "duty")
    assert fault.at > 5
    assert fault.remedy is not None


def test_every_fault_of_every_table_is_told_at_once() -> None:
    rows = "id,code,type,duty\n1,0101,103,ten\n2,XX,103,1 %\n3,0101,777,1 %\n"
    _, report = read_tariff(files(measures=rows, lines=FILES["lines.csv"] + "9,9,9\n"))
    assert {(fault.file, fault.row) for fault in report.faults} >= {
        ("measures.csv", 2),
        ("measures.csv", 3),
        ("measures.csv", 4),
        ("lines.csv", 5),
    }


def test_of_many_thousand_faults_the_first_are_told_and_the_rest_counted() -> None:
    _, report = read_tariff(files(lines="code,indent\n" + "x,0\n" * 3_000))
    assert len(report.faults) == 1_001
    assert "more faults" in report.faults[-1].cause.en


def test_a_jump_of_the_indent_is_a_remark_and_no_fault() -> None:
    content, report = read_tariff(files(lines="code,indent\n0101,0\n010121,3\n"))
    assert content is not None
    assert [(remark.row, remark.column) for remark in report.remarks] == [(3, "indent")]


def test_seasons_that_do_not_meet_may_stand_beside_each_other() -> None:
    rows = f"{_M}1,0101,103,1 %,,,,01-01/06-30,,,\n2,0101,103,2 %,,,,07-01/12-31,,,\n"
    assert read_tariff(files(measures=rows))[1].faults == ()


def test_a_form_nobody_knows_is_refused_with_those_there_are() -> None:
    _, report = read_tariff(files(), "klingon")
    assert report.faults[0].remedy is not None
    assert "us-hts" in report.faults[0].remedy.en
