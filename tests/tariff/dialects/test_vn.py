"""Duties as Viet Nam's schedules write them are read, and what may be read in two ways is not guessed."""

from __future__ import annotations

import pytest

from clearlane.tariff.dialects import read_duty
from tests.tariff.dialects.seeing import fault, seen, terms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10", ["+ 10 %"]),
        ("10 %", ["+ 10 %"]),
        ("2,5", ["+ 2.5 %"]),
        ("7.5%", ["+ 7.5 %"]),
        ("5.000 USD/chiếc", ["+ 5000 USD/NAR"]),
        ("5000 USD/chiếc", ["+ 5000 USD/NAR"]),
        ("1.500.000,50 đồng/tấn", ["+ 1500000.5 VND/TNE"]),
        ("4.000/lít", ["+ 4000 VND/LTR"]),
        ("0,3 USD/kg", ["+ 0.3 USD/KGM"]),
        ("10% + 5.000 USD/chiếc", ["+ 10 %", "+ 5000 USD/NAR"]),
        ("200% hoặc 10.000 USD/chiếc, lấy theo mức thấp hơn", ["+ 200 %", "max 10000 USD/NAR"]),
        ("150% + 10.000 USD hoặc 200% lấy theo mức cao hơn", ["+ 150 %", "+ 10000 USD", "min 200 %"]),
        ("*", ["+ vat-stage"]),
        ("*,5", ["+ 5 %", "max vat-stage"]),
        ("Miễn thuế", ["+ free"]),
    ],
)
def test_a_rate_is_read_term_by_term(text: str, wanted: list[str]) -> None:
    assert seen(text, "vn") == wanted


def test_origins_without_the_rate_are_kept() -> None:
    (part,) = read_duty("0 (-TH, MY)").parts
    assert part.excluded == ("TH", "MY")


def test_a_partner_has_its_own_rate() -> None:
    read = read_duty("28; M: 35")
    assert [(part.programmes, terms(part.expression)) for part in read.parts if part.expression] == [((), ["+ 28 %"]), (("M",), ["+ 35 %"])]


@pytest.mark.parametrize(
    ("text", "column", "cause"),
    [
        ("5,000 USD/chiếc", 1, "may be read as 5000"),
        ("60% hoặc 5.000 USD/chiếc", 1, "higher or the lower"),
        ("10% + ", 7, "An amount is required"),
        ("5.000 USD/sải", 11, "No unit is known"),
        ("mười", 1, "not understood"),
    ],
)
def test_what_is_malformed_or_doubtful_is_refused(text: str, column: int, cause: str) -> None:
    found = fault(text, "vn")
    assert (found[0], cause in found[1]) == (column, True)
