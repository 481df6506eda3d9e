"""Arcadia's integrated tariff: its tree, its rates from day to day, and what its journeys show."""

from __future__ import annotations

import csv
import doctest
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import clearlane_xa
from clearlane.model.measure import Measure
from clearlane.tariff.dialects import read_duty
from clearlane.tariff.load import read_tariff
from clearlane.tariff.own_write import write_tariff
from clearlane_xa import duties

PROFILE = clearlane_xa.profile()
TARIFF = PROFILE.tariff
assert TARIFF is not None
CONTENT = TARIFF.content
ON = date(2026, 11, 23)
DAYS = (date(2020, 1, 1), date(2024, 7, 1), date(2026, 6, 30), date(2026, 7, 1), ON, date(2027, 7, 1))
DATA = Path(clearlane_xa.__file__).parent / "data"


def six_digits() -> list[str]:
    with (DATA / "hs_codes.csv").open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file)]


def nearest(code: str, on: date, series: str) -> Iterator[Measure]:
    """The nearest measures of a series for each area, at the start of the list."""
    assert TARIFF is not None
    seen: set[str] = set()
    for borne in TARIFF.borne(code, on):
        one = borne.measure
        if TARIFF.types[one.type].series == series and one.area not in seen:
            seen.add(one.area)
            yield one


def test_every_code_of_six_digits_is_found_under_its_chapter() -> None:
    assert TARIFF is not None
    tree = TARIFF.nomenclature.on(ON)
    for code in six_digits():
        line = tree.find(code)
        assert line is not None
        path = [one.code for one in tree.path(line) if one.code]
        assert path[:2] == [code[:2], code[:4]]


@pytest.mark.parametrize("on", DAYS)
def test_every_code_bears_one_ordinary_rate_on_any_day(on: date) -> None:
    assert [code for code in six_digits() if len(list(nearest(code, on, "third-country"))) != 1] == []


@pytest.mark.parametrize("on", DAYS)
def test_no_preference_is_dearer_than_the_ordinary_rate(on: date) -> None:
    dearer = []
    for code in six_digits():
        usual = next(nearest(code, on, "third-country")).duty
        if usual is None or usual.ad_valorem is None:
            continue
        found = [(one.area, one.duty.ad_valorem) for one in nearest(code, on, "preference") if one.duty and one.duty.ad_valorem is not None]
        dearer += [(code, area, rate, usual.ad_valorem) for area, rate in found if rate > usual.ad_valorem]
    assert dearer == []


def test_a_heading_between_has_no_code_and_stands_for_no_goods() -> None:
    assert TARIFF is not None
    tree = TARIFF.nomenclature.on(ON)
    line = tree.find("39232910")
    assert line is not None
    between = tree.path(line)[-2]
    assert (between.code, between.suffix, tree.declarable(between), tree.declarable(line)) == ("", "10", False, True)


def test_a_line_of_the_country_s_own_ends_and_another_takes_its_place() -> None:
    assert TARIFF is not None
    below = []
    for day in (date(2026, 6, 30), date(2026, 7, 1)):
        tree = TARIFF.nomenclature.on(day)
        parent = tree.find("220410")
        assert parent is not None
        below.append([line.code for line in tree.children(parent)])
    assert below == [["22041010", "22041090"], ["22041020", "22041080"]]


def test_every_way_of_charging_is_shown() -> None:
    assert {kind.series for kind in CONTENT.types} >= {
        "third-country",
        "preference",
        "suspension",
        "quota",
        "anti-dumping",
        "countervailing",
        "safeguard",
        "environment",
        "control",
    }
    assert {borne.type for borne in CONTENT.measures} == {kind.code for kind in CONTENT.types}


def test_the_tariff_written_in_our_own_form_is_read_back_the_same_and_without_a_remark(tmp_path: Path) -> None:
    write_tariff(CONTENT, tmp_path)
    content, report = read_tariff(tmp_path, "own")
    assert (content, report.faults, report.remarks) == (CONTENT, (), ())


def test_measures_have_names_of_their_own_and_their_law() -> None:
    assert len({one.id for one in CONTENT.measures}) == len(CONTENT.measures)
    assert [one.id for one in CONTENT.measures if not one.reference] == []


def test_every_duty_of_the_tables_reads_the_same_as_in_an_integrated_tariff() -> None:
    texts = {one.duty.text: one.duty.terms for one in CONTENT.measures if one.duty}
    texts |= {one.duty.text: one.duty.terms for tax in PROFILE.taxes for one in tax.standing if one.duty}
    read = {text: read_duty(text, "taric", "ARD").parts[0].expression for text in texts}
    assert {text: one.terms for text, one in read.items() if one} == texts


def test_the_examples_of_duty_texts_hold() -> None:
    assert doctest.testmod(duties) == (0, 1)


@pytest.mark.parametrize("text", ["", "12", "12 % +", "5 ARD / ", "free"])
def test_a_duty_that_is_not_written_as_the_law_writes_it_is_no_duty(text: str) -> None:
    with pytest.raises(ValueError, match="no part of a duty"):
        duties.expression(text)


def test_reliefs_change_with_the_reform() -> None:
    parcel = [relief for relief in PROFILE.reliefs if relief.code == "C07"]
    before, after = ([relief for relief in parcel if relief.holds(day)] for day in (date(2026, 6, 30), date(2026, 7, 1)))
    assert ([one.taxes for one in before], [one.taxes for one in after]) == ([("A00", "B00")], [("A00",)])
    assert parcel[0].most == Decimal(1200)
