"""Duties as integrated tariffs write them are read, and what is malformed is refused at its column."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clearlane.model.duty_text import DutyTextFault
from clearlane.tariff.dialects import read_duty
from tests.tariff.dialects.seeing import fault, seen, terms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9.60 %", ["+ 9.6 %"]),
        ("9.60 % + 95.30 EUR / 100 kg MAX 15.00 %", ["+ 9.6 %", "+ 95.3 EUR/100 KGM", "max 15 %"]),
        ("13.8 % MIN 13.0 GBP / 100 kg MAX 15 GBP/100kg - 7.0 GBP / 100 kg",
         ["+ 13.8 %", "min 13 GBP/100 KGM", "max 15 GBP/100 KGM", "- 7 GBP/100 KGM"]),
        ("0.50 GBP / % vol / hl", ["+ 0.5 GBP/ASV/HLT"]),
        ("1.00 GBP/%vol/hl + 2.60 GBP/hl", ["+ 1 GBP/ASV/HLT", "+ 2.6 GBP/HLT"]),
        ("52.00 EUR / 1,000 items", ["+ 52 EUR/1000 NAR"]),
        ("1,024.00 EUR / tonne", ["+ 1024 EUR/TNE"]),
        ("0.300 XEM / 100 kg / lactic.", ["+ 0.3 XEM/100 KGM:lactic"]),
        ("0.30 GBP/100kg/net/%sacchar.", ["+ 0.3 GBP/100 KGM/BRX"]),
        ("42.00 GBP/100kg mas", ["+ 42 GBP/100 KGM:dry"]),
        ("28.00 GBP/100kg std qual", ["+ 28 GBP/100 KGM:standard-quality"]),
        ("3.80% MIN 0.60 EUR / 100 kg / gross", ["+ 3.8 %", "min 0.6 EUR/100 KGM:gross"]),
        ("12.00% MIN 2\N{EURO SIGN}/100\N{NO-BREAK SPACE}kg/br", ["+ 12 %", "min 2 EUR/100 KGM:gross"]),
        ("172.200 GBP DTN Z", ["+ 172.2 GBP/100 KGM/BRX"]),
        ("8.00% MAX 2.80 EUR / m2", ["+ 8 %", "max 2.8 EUR/MTK"]),
        ("6.4 + 24.6 EUR/100 kg", ["+ 6.4 %", "+ 24.6 EUR/100 KGM"]),
        ("9.00% +  EA MAX 18.70%  + ADSZ", ["+ 9 %", "+ EA", "max 18.7 %", "+ ADSZ"]),
        ("10.000% + AC MAX 20.000% + SD", ["+ 10 %", "+ EA", "max 20 %", "+ ADSZ"]),
        ("10.000% + ACR MAX 20.000% + FDR", ["+ 10 %", "+ EAR", "max 20 %", "+ ADFMR"]),
        ("Entry Price", ["+ entry-price"]),
        ("16.50 % of retail price", ["+ 16.5 % of RET"]),
        ("1.00 GBP * litres pure alcohol * SPR", ["+ 1 GBP/LPA/SPR"]),
        ("1.000 EUR", ["+ 1 EUR"]),
        ("NIHIL", ["+ free"]),
    ],
)  # fmt: skip
def test_a_rate_is_read_term_by_term(text: str, wanted: list[str]) -> None:
    assert seen(text, "taric") == wanted


@pytest.mark.parametrize(
    ("text", "column", "cause"),
    [
        ("", 1, "Nothing is written"),
        ("+", 1, "An amount is required"),
        ("10% + ", 5, "An amount is required"),
        ("10-20%", 1, "not understood"),
        ("5 % + 10 - 20 %", 7, "not understood"),
        ("10%&@#^&", 4, "not understood"),
        ("10% + 10% + 10% + 10% + 10% + 10%", 23, "more than once"),
        ("10% MAX 5% MIN 3%", 12, "more than once"),
        ("5% 3 EUR/kg", 4, "not understood"),
        ("10 EUR / furlong", 10, "No unit is known"),
        ("10", 1, "percentage or an amount"),
        ("1.2.3 %", 1, "not a figure"),
        ("4.0% (12 JAM - 13 MAR)", 7, "no season"),
        ("Cond: A (01):0.000 % ; 7", 24, "condition is not understood"),
        ("9" * 30 + " EUR", 1, "not a figure"),
    ],
)
def test_what_is_malformed_is_refused_at_its_column(text: str, column: int, cause: str) -> None:
    found = fault(text, "taric")
    assert (found[0], cause in found[1]) == (column, True)


@pytest.mark.parametrize("dialect", ["taric", "us", "vn", None])
@pytest.mark.parametrize("text", ["10-20%", "10 - 20 %", "10 %-20 %", "10%–20%"])
def test_a_range_is_no_rate_in_any_manner_of_writing(text: str, dialect: str | None) -> None:
    with pytest.raises(DutyTextFault, match=r"(?i)not understood"):
        read_duty(text, dialect)


@pytest.mark.parametrize(
    ("day", "rate"),
    [(date(2026, 2, 14), "15.00%"), (date(2026, 2, 15), "0.00%"), (date(2026, 6, 15), "0.00%"), (date(2026, 12, 31), "15.00%")],
)
def test_each_day_has_the_rate_of_its_season(day: date, rate: str) -> None:
    read = read_duty("15.00% (01 JAN-14 FEB, 16 JUN-31 DEC), 0.00% (15 FEB-15 JUN)")
    assert [part.expression.text for part in read.parts if part.expression and part.holds(day)] == [rate]


def test_a_last_rate_without_a_season_holds_in_the_rest_of_the_year() -> None:
    read = read_duty("9.60% (01 JAN-14 APR, 1 DEC-31 DEC), 13.60% MIN 1.6 EUR/100kg/net")
    assert [(part.season.since, part.season.until) for part in read.parts[2:] if part.season] == [((4, 15), (11, 30))]


def test_a_day_past_the_end_of_its_month_is_its_last() -> None:
    (part,) = read_duty("11.20% (01 JAN-31 APR)").parts
    assert part.season is not None
    assert part.season.until == (4, 30)


def test_a_season_without_its_first_month_has_that_of_its_end() -> None:
    (part,) = read_duty("4.00% (01-31 DEC)").parts
    assert part.season is not None
    assert part.season.since == (12, 1)


def test_conditions_keep_document_and_duty_in_order() -> None:
    (part,) = read_duty("Cond: A cert: D-018 (01):0.000 GBP DTN Z; A (01):172.200 GBP DTN Z").parts
    assert part.expression is None
    assert [(one.group, one.certificates, terms(one.duty)) for one in part.conditions if one.duty] == [
        ("A", ("D018",), ["+ 0 GBP/100 KGM/BRX"]),
        ("A", (), ["+ 172.2 GBP/100 KGM/BRX"]),
    ]


def test_a_condition_keeps_its_threshold_per_single_unit() -> None:
    (part,) = read_duty("10.000 % Cond: V 66.200 EUR/DTN(01):0.000 % ; E 20.000 KGM(07)").parts
    price, mass = part.conditions
    assert (price.threshold, price.per, price.currency, price.at_least) == (Decimal("0.662"), "KGM", "EUR", True)
    assert (mass.threshold, mass.per, mass.currency, mass.at_least, mass.applies) == (Decimal(20), "KGM", "", False, False)


def test_a_unit_alone_is_a_text_without_a_rate() -> None:
    (part,) = read_duty("100 kg").parts
    assert part.expression is None
    assert [one.key for one in part.units] == ["KGM"]
