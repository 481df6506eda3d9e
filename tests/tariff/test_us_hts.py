"""The US schedule: its tree, its programmes, its units, and what its rates come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from clearlane.model.edition import LoadReport
from clearlane.model.measure import Measure
from clearlane.model.tariff import Tariff, TariffContent
from clearlane.tariff.duties import outcome
from clearlane.tariff.load import read_tariff

PUBLISHED = Path(__file__).resolve().parents[3] / "shared/data/tariff/schedules/us_hts_2025-04.csv"
DAY = date(2025, 5, 1)
HEADER = (
    "HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,"
    "Column 2 Rate of Duty,Quota Quantity,Additional Duties\n"
)


def read(*rows: Sequence[str]) -> tuple[TariffContent | None, LoadReport]:
    text = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    return read_tariff({"hts_2025-04.csv": ("\ufeff" + HEADER + text).encode()}, "us-hts")


def row(code: str, indent: str, text: str, units: str = "", general: str = "", special: str = "", other: str = "") -> Sequence[str]:
    return code, indent, text, units, general, special, other, "", ""


SMALL = (
    row("0101", "0", "Horses:"),
    row("", "1", "Live:"),
    row("0101.21.00", "2", "Purebred", "", "4.4¢/kg + 6%", "Free (A+,AU, S) 5% (JP)", "20%"),
    row("0101.21.00.10", "03", "Males", '[""No."",""kg""]'),
)


def small() -> TariffContent:
    content, report = read(*SMALL)
    assert content is not None, report.faults
    return content


def test_a_ten_digit_line_bears_the_rate_of_the_line_above_and_none_is_copied() -> None:
    tariff = Tariff(small())
    borne = [one for one in tariff.borne("0101210010", DAY) if one.measure.type == "103"]
    assert [(one.measure.code, one.distance) for one in borne] == [("01012100", 1)]
    assert not [one for one in tariff.content.measures if one.code == "0101210010"]


def test_a_row_without_a_number_is_a_heading_and_not_declarable() -> None:
    tree = Tariff(small()).nomenclature.on(DAY)
    heading = tree.lines[1]
    assert (heading.code, heading.suffix, tree.declarable(heading)) == ("", "10", False)
    assert tree.full_text(tree.lines[3], "en") == "Horses › Live › Purebred › Males"


def test_each_programme_bears_its_own_rate() -> None:
    special = {one.area: one.duty.text for one in small().measures if one.type == "142" and one.duty}
    assert special == {"A+": "Free", "AU": "Free", "S": "Free", "JP": "5%"}


def test_a_programme_of_known_countries_has_members_and_another_none() -> None:
    members = {area.code: area.members for area in small().areas}
    assert (members["S"], members["AU"], members["A+"]) == (("CA", "MX"), ("AU",), ())


def test_column_2_is_for_its_countries_and_column_1_not() -> None:
    tariff = Tariff(small())
    general, other = (next(one for one in tariff.content.measures if one.type == kind) for kind in ("103", "COL2"))
    assert (tariff.covers(general, "RU"), tariff.covers(other, "RU")) == (False, True)
    assert (tariff.covers(general, "VN"), tariff.covers(other, "VN")) == (True, False)


def test_units_are_told_by_recommendation_20_and_an_unknown_one_stays_as_written() -> None:
    content, report = read(row("0101.21.00.10", "0", "Males", '[""No."",""kg"",""blobs""]'))
    assert content is not None
    assert content.lines[0].units == ("NAR", "KGM", "blobs")
    assert "blobs" in report.remarks[0].cause.en


def test_the_edition_is_told_by_the_name_of_the_file_and_chapter_99_is_a_caveat() -> None:
    header = small().header
    assert (header.country, header.edition) == ("US", "2025-04")
    assert "chapter 99" in header.caveats[0].en


@pytest.mark.parametrize(
    ("broken", "column"),
    [
        (row("0101.2X", "0", "Horses"), "HTS Number"),
        (row("0101.21", "deep", "Horses"), "Indent"),
        (row("0101.21", "0", "Horses", "", "4.4¢ per"), "General Rate of Duty"),
        (row("0101.21", "0", "Horses", "[No."), "Unit of Quantity"),
        (row("", "0", "Horses", "", "5%"), "HTS Number"),
        (row("0101", "0", "Horses again"), "HTS Number"),
    ],
)
def test_a_broken_row_changes_nothing_and_is_named(broken: Sequence[str], column: str) -> None:
    content, report = read(*SMALL, broken)
    assert content is None
    assert [(fault.row, fault.column) for fault in report.faults] == [(6, column)]


@pytest.fixture(scope="module")
def published() -> tuple[Tariff, LoadReport]:
    if not PUBLISHED.exists():
        pytest.skip("The published schedule is not beside the checkout.")
    content, report = read_tariff(PUBLISHED, "us-hts")
    assert content is not None, report.faults[:5]
    return Tariff(content), report


def test_every_row_of_the_published_schedule_loads(published: tuple[Tariff, LoadReport]) -> None:
    assert (published[1].rows, published[1].lines) == (35_938, 35_938)


def general_rates(tariff: Tariff) -> list[Measure]:
    return [one for one in tariff.content.measures if one.type == "103"]


def test_nearly_every_general_rate_is_priced_or_asks_for_a_named_quantity(published: tuple[Tariff, LoadReport]) -> None:
    made = [outcome(one.duty) for one in general_rates(published[0]) if one.duty]
    assert len(made) == 13_687
    assert made.count("unpriced") <= len(made) * 0.031


def test_no_general_rate_is_silently_nothing(published: tuple[Tariff, LoadReport]) -> None:
    duties = [one.duty for one in general_rates(published[0])]
    silent = {duty.text for duty in duties if duty and duty.ad_valorem == 0}
    nil = {duty.text.casefold() for duty in duties if duty and len(duty.terms) == 1 and type(duty.terms[0].part).__name__ == "Nil"}
    assert not silent
    assert all("free" in text or "no " in text for text in nil), nil


def test_every_ten_digit_line_without_a_rate_bears_the_one_above_it(published: tuple[Tariff, LoadReport]) -> None:
    tariff, _ = published
    stated = {one.code for one in general_rates(tariff)}
    tree = tariff.nomenclature.on(DAY)
    for line in tree.lines:
        if len(line.code) == 10 and line.code not in stated:
            above = next((one.code for one in reversed(tree.path(line)) if one.code in stated), None)
            nearest = next((one.measure.code for one in tariff.borne(line.code, DAY) if one.measure.type == "103"), None)
            assert nearest == above
