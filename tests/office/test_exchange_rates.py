"""Rates of exchange come from a table of the office's own where one is set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clearlane.office.exchange_rates import law_of, read_rates
from clearlane.office.settings import Misconfigured, Settings


def written(folder: Path, *rows: str) -> Path:
    file = folder / "rates.csv"
    file.write_text("\n".join(["currency,since,rate", *rows, ""]), "utf-8")
    return file


def test_a_rate_holds_from_its_day_until_the_next(tmp_path: Path) -> None:
    rates = read_rates(written(tmp_path, "USD,2026-12-01,0.80", "USD,2026-11-01,0.79", "JPY,2026-11-01,0.0051"))
    assert rates.find("USD", date(2026, 11, 30)) == (date(2026, 11, 1), Decimal("0.79"))
    assert rates.find("USD", date(2026, 12, 1)) == (date(2026, 12, 1), Decimal("0.80"))
    assert rates.find("JPY", date(2026, 10, 31)) is None


def test_an_office_takes_its_own_table_in_place_of_the_profile_s(tmp_path: Path) -> None:
    file = written(tmp_path, "USD,2026-11-01,0.79")
    exchange = law_of(Settings(profile="gb", exchange=str(file))).exchange
    assert exchange is not None
    assert exchange.find("USD", date(2026, 11, 23)) == (date(2026, 11, 1), Decimal("0.79"))
    assert law_of(Settings(profile="gb")).exchange is None


@pytest.mark.parametrize(
    "row", ["USD,1 December,0.8", "USD,2026-12-01", "USD,2026-12-01,nought", "USD,2026-12-01,-1", "USD,2026-11-01,0.8", "U,2026-12-01,1"]
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, row: str) -> None:
    with pytest.raises(Misconfigured, match=r"rates\.csv: row 3 needs"):
        read_rates(written(tmp_path, "USD,2026-11-01,0.79", row))


def test_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"rates\.csv: it cannot be read"):
        read_rates(tmp_path / "rates.csv")
