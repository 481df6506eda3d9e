"""The UK Global Tariff: zeros a spreadsheet took, rates by season, and flags that leave the duty open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clearlane.model.duty import Element
from clearlane.model.tariff import Tariff, TariffContent
from clearlane.tariff.load import read_tariff

PUBLISHED = Path(__file__).resolve().parents[3] / "shared/data/tariff/schedules/uk_ukgt_vs_eu_cet_2020-12.csv"
HEADER = (
    "commodity,description,cet_duty_rate,ukgt_duty_rate,change,trade_remedy_applies,"
    "cet_applies_until_trade_remedy_transition_reviews_concluded,suspension_applies,atq_applies\n"
)
ROWS = (
    "3024100,Herring,15.0%,\"14.00% (1 JUL - 31 JAN), 0.00% (1 FEB - 30 JUN)\",Simplified,False,False,True,False\n"
    "301919011,Small trout,12.0%,12.0%,No change,True,False,False,False\n"
    "3019190,Trout,12.0%,12.0%,No change,False,False,False,False\n"
)  # fmt: skip


def read(rows: str, column: str = "") -> TariffContent | None:
    return read_tariff({"uk.csv": (HEADER + rows).encode()}, "uk-gt", column=column)[0]


def tariff() -> Tariff:
    content = read(ROWS)
    assert content is not None
    return Tariff(content)


def test_the_zero_that_a_spreadsheet_took_is_put_back() -> None:
    assert [line.code for line in tariff().content.lines] == ["03019190", "0301919011", "03024100"]


def test_what_the_table_does_not_hold_is_said_wherever_it_is_used() -> None:
    assert all(word in tariff().content.header.caveats[0].en for word in ("preferences", "VAT", "excise"))


def test_ten_digits_stand_below_the_eight_they_begin_with() -> None:
    tree = tariff().nomenclature.on(date(2021, 1, 1))
    assert [line.code for line in tree.path(tree.lines[1])] == ["03019190", "0301919011"]


@pytest.mark.parametrize(("day", "rate"), [(date(2021, 7, 1), "14.00%"), (date(2021, 1, 31), "14.00%"), (date(2021, 2, 1), "0.00%")])
def test_a_rate_by_season_holds_on_its_days(day: date, rate: str) -> None:
    borne = [one.measure.duty for one in tariff().borne("03024100", day) if one.measure.type == "103"]
    assert [duty.text for duty in borne if duty] == [rate]


def test_a_trade_remedy_that_the_table_only_flags_stays_open_and_is_named() -> None:
    (remedy,) = (one.measure for one in tariff().borne("0301919011", date(2021, 1, 1)) if one.measure.type == "552")
    assert remedy.duty is not None
    part = remedy.duty.terms[0].part
    assert isinstance(part, Element)
    assert "origin and producer" in part.missing.en


def test_the_other_column_is_the_tariff_of_the_union() -> None:
    content = read(ROWS, "cet")
    assert content is not None
    assert (content.header.country, content.header.currency) == ("EU", "EUR")
    assert [one.duty.text for one in content.measures if one.code == "03024100" and one.type == "103" and one.duty] == ["15.0%"]


@pytest.mark.parametrize("rows", ["30x,Herring,1%,1%,,False,False,False,False\n", "3024100,Herring,1%,,,False,False,False,False\n"])
def test_a_broken_row_changes_nothing(rows: str) -> None:
    assert read(ROWS.replace("3024100", "3024200") + rows) is None


def test_a_column_nobody_knows_is_refused() -> None:
    assert read(ROWS, "atlantis") is None


@pytest.mark.parametrize("column", ["ukgt", "cet"])
def test_every_record_of_the_published_table_loads(column: str) -> None:
    if not PUBLISHED.exists():
        pytest.skip("The published table is not beside the checkout.")
    content, report = read_tariff(PUBLISHED, "uk-gt", column=column)
    assert content is not None
    assert report.rows == len(content.lines) == 11_830
    assert report.outcomes["unpriced"] == 0
