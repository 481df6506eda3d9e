"""The tables of Arcadia agree with each other: every period, rate, code and name is one that the profile can use."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from clearlane_xa.duties import expression

DATA = Path(__file__).parents[2] / "profiles" / "xa" / "clearlane_xa" / "data"
TABLES = sorted(path.stem for path in DATA.glob("*.csv"))
RATES = ["excise", "vat"]
DATED = {
    "excise": ("prefix",),
    "vat": ("prefix",),
    "offices": ("code",),
    "procedures": ("code",),
    "additional_procedures": ("code",),
    "documents": ("category", "type"),
    "additional_information": ("code",),
    "preferences": ("code",),
}
SHAPES = {
    "hs_codes": r"\d{6}",
    "offices": r"XA[A-Z]{3}\d{3}",
    "procedures": r"\d{4}",
    "additional_procedures": r"[A-Z0-9]{3}",
    "additional_information": r"[A-Z0-9]{5}",
    "preferences": r"\d{3}",
    "currencies": r"[A-Z]{3}",
    "countries": r"[A-Z]{2}",
    "packages": r"[A-Z]{2}",
    "units": r"[A-Z0-9]{2,3}",
    "incoterms": r"[A-Z]{3}",
    "transport_modes": r"[1-9]",
    "payment_methods": r"[A-Z]",
}


def rows(table: str) -> list[dict[str, str]]:
    """All rows of one table."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def periods(table: str) -> Iterator[list[tuple[date, date]]]:
    """The periods of each key of a dated table, the earliest first; an open end is the last day there is."""
    grouped: dict[tuple[str, ...], list[tuple[date, date]]] = defaultdict(list)
    for row in rows(table):
        until = date.fromisoformat(row["until"]) if row["until"] else date.max
        grouped[tuple(row[name] for name in DATED[table])].append((date.fromisoformat(row["since"]), until))
    return (sorted(found) for found in grouped.values())


def test_every_table_of_the_country_is_there() -> None:
    assert set(TABLES) == set(SHAPES) | set(DATED) | {"chapters", "headings"}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_sorted_with_plain_line_ends_and_no_stray_space(table: str) -> None:
    found = [list(row.values()) for row in rows(table)]
    assert found == sorted(found)
    assert b"\r" not in (DATA / f"{table}.csv").read_bytes()
    assert [text for row in found for text in row if text != text.strip()] == []


@pytest.mark.parametrize("table", SHAPES)
def test_every_code_has_the_shape_of_its_list(table: str) -> None:
    assert [row["code"] for row in rows(table) if not re.fullmatch(SHAPES[table], row["code"])] == []


@pytest.mark.parametrize("table", [table for table in SHAPES if table not in DATED and table != "currencies"])
def test_a_code_without_dates_occurs_once(table: str) -> None:
    codes = [row["code"] for row in rows(table)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("table", [table for table in TABLES if table not in {*RATES, "hs_codes", "currencies"}])
def test_every_name_is_given_in_english_and_vietnamese(table: str) -> None:
    assert [row for row in rows(table) if not row["en"] or not row["vi"]] == []


@pytest.mark.parametrize("table", DATED)
def test_periods_of_one_key_run_forward_and_never_overlap(table: str) -> None:
    for found in periods(table):
        assert all(since <= until for since, until in found)
        assert all(before[1] < after[0] for before, after in pairwise(found))


@pytest.mark.parametrize("table", ["excise"])
def test_a_rate_that_changes_leaves_no_day_without_one(table: str) -> None:
    for found in periods(table):
        assert found[-1][1] == date.max
        assert all(before[1] + timedelta(days=1) == after[0] for before, after in pairwise(found))


def test_every_chapter_and_every_heading_belongs_to_the_nomenclature() -> None:
    codes = {row["code"] for row in rows("hs_codes")}
    assert len(codes) > 5600
    assert {row["chapter"] for row in rows("chapters")} == {code[:2] for code in codes}
    assert {row["heading"] for row in rows("headings")} <= {code[:4] for code in codes}


def test_the_standard_vat_rate_covers_everything() -> None:
    standard = [row for row in rows("vat") if not row["prefix"]]
    assert [(row["since"], row["until"], row["duty"]) for row in standard] == [("2020-01-01", "", "12 %")]


@pytest.mark.parametrize("table", RATES)
def test_every_rate_names_goods_that_exist_and_its_law(table: str) -> None:
    known = {row["code"][:length] for row in rows("hs_codes") for length in (0, 2, 4, 6)}
    assert {row["prefix"] for row in rows(table)} <= known
    assert all(expression(row["duty"]).terms and row["reference"] for row in rows(table))


def test_every_currency_has_a_positive_rate_each_monday_until_mid_2027() -> None:
    mondays = [date(2025, 1, 6) + timedelta(weeks=week) for week in range(130)]
    found: dict[str, list[date]] = defaultdict(list)
    for row in rows("currencies"):
        assert Decimal(row["rate"]) > 0
        found[row["code"]].append(date.fromisoformat(row["since"]))
    assert {"ARD", "USD", "EUR", "GBP", "JPY", "CNY", "VND", "KRW"} <= set(found)
    assert all(dates == mondays for dates in found.values())


def test_offices_and_procedures_are_of_known_kinds() -> None:
    assert {row["kind"] for row in rows("offices")} == {"seaport", "airport", "land", "inland", "headquarters"}
    assert {row["direction"] for row in rows("procedures")} == {"import", "export"}


def test_document_codes_are_a_category_letter_and_three_signs() -> None:
    shapes = [row["category"] + row["type"] for row in rows("documents")]
    assert [code for code in shapes if not re.fullmatch(r"[A-Z0-9][A-Z0-9]{3}", code)] == []
