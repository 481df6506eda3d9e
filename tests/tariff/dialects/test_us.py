"""Duties as the schedule of the United States writes them are read; what refers elsewhere is unpriceable, never nothing."""

from __future__ import annotations

import pytest

from clearlane.model.duty import Unpriceable
from clearlane.tariff.dialects import read_duty
from tests.tariff.dialects.seeing import fault, seen, terms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Free", ["+ free"]),
        ("No additional duty", ["+ free"]),
        ("6.5%", ["+ 6.5 %"]),
        ("33 1/3%", ["+ 100/3 %"]),
        ("62 1/2%", ["+ 62.5 %"]),
        ("4.4¢/kg + 6%", ["+ 0.044 USD/KGM", "+ 6 %"]),
        ("50.2 cents/kg + 17%", ["+ 0.502 USD/KGM", "+ 17 %"]),
        ("1 cents/kg", ["+ 0.01 USD/KGM"]),
        ("63 cents/pr.", ["+ 0.63 USD/NPR"]),
        ("$1.80/m3", ["+ 1.8 USD/MTQ"]),
        ("0.9¢ each", ["+ 0.009 USD/NAR"]),
        ("$5 per head", ["+ 5 USD/NAR"]),
        ("36 cents each + 5.6% + 2 cents/jewel", ["+ 0.36 USD/NAR", "+ 5.6 %", "+ 0.02 USD/JWL"]),
        ("35¢ each + 2¢/jewel over 7", ["+ 0.35 USD/NAR", "+ 0.02 USD/JWL:over-7"]),
        ("22.1¢/pf. liter on ethyl alcohol content", ["+ 0.221 USD/PFL:alcohol"]),
        ("5.25¢/bbl", ["+ 0.0525 USD/BLL"]),
        ("14¢/doz. + 2.5%", ["+ 0.14 USD/DZN", "+ 2.5 %"]),
        ("20¢/1,000 pins + 35%", ["+ 0.2 USD/1000 NAR", "+ 35 %"]),
        ("7¢/1000", ["+ 0.07 USD/1000 NAR"]),
        ("$5/thou- sand + 25%", ["+ 5 USD/1000 NAR", "+ 25 %"]),
        ("0.3¢/line/ gross + 4.6%", ["+ 0.003 USD/GRL", "+ 4.6 %"]),
        ("9.9¢/clean kg", ["+ 0.099 USD/KGM:clean"]),
        ("1.5¢/kg on lead content", ["+ 0.015 USD/KGM:lead"]),
        ("33.9¢/kg of total sugars + 5.1%", ["+ 0.339 USD/KGM:sugar", "+ 5.1 %"]),
        ("8.6¢/kg on drained weight+10%", ["+ 0.086 USD/KGM:drained", "+ 10 %"]),
        ("$1.10/t, including weight of container", ["+ 1.1 USD/TNE:with-container"]),
        ("$1.61 each + 4.4% on the case and strap, band or bracelet",
         ["+ 1.61 USD/NAR", "+ 4.4 % of VAL:case", "+ 4.4 % of VAL:strap"]),
        ("4.7% on the value of the rifle + 20% on the value of the telescopic sight, if any",
         ["+ 4.7 % of VAL:rifle", "+ 20 % of VAL:telescopic-sight"]),
        ("5.4% on the entire set", ["+ 5.4 %"]),
        ("15 percent of the fair retail value", ["+ 15 % of RET"]),
        ("3.66¢/kg less 0.02¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 3.1¢/kg",
         ["+ 0.0366 USD/KGM", "- 0.0002 USD/KGM/DEG:under-100", "min 0.031 USD/KGM"]),
        ("5% or 3¢/kg, whichever is higher", ["+ 5 %", "min 0.03 USD/KGM"]),
        ("The duty provided in the applicable subheading + 25%", ["+ elsewhere", "+ 25 %"]),
        ("The duty provided in the applicable subheading + a duty of 25% upon the value of the steel content.",
         ["+ elsewhere", "+ 25 % of VAL:steel"]),
        ("The duty rate provided in such subheading minus 5%", ["+ elsewhere", "- 5 %"]),
        ("See 9904.12.01-9904.12.19", ["+ elsewhere"]),
        ("No change", ["+ elsewhere"]),
        ("Free, under bond, as prescribed in U.S. note 2 to this subchapter", ["+ bond"]),
    ],
)  # fmt: skip
def test_a_rate_is_read_term_by_term(text: str, wanted: list[str]) -> None:
    assert seen(text, "us") == wanted


def test_each_rate_is_for_the_programmes_behind_it() -> None:
    read = read_duty("Free (A+,AU, BH)3.5% (KR) See 9822.05.10 (P+)")
    assert [(part.programmes, terms(part.expression)) for part in read.parts if part.expression] == [
        (("A+", "AU", "BH"), ["+ free"]),
        (("KR",), ["+ 3.5 %"]),
        (("P+",), ["+ elsewhere"]),
    ]


def test_a_reference_is_quoted_in_its_reason() -> None:
    (part,) = read_duty("The rate applicable to the natural juice in heading 2009").parts
    assert part.expression is not None
    reference = part.expression.terms[0].part
    assert isinstance(reference, Unpriceable)
    assert "natural juice" in reference.reason.en


@pytest.mark.parametrize(
    ("text", "column", "cause"),
    [
        ("", 1, "Nothing is written"),
        ("4.4¢/furlong", 5, "No unit is known"),
        ("4.4¢/kg + ", 10, "An amount is required"),
        ("4.4¢/kg + six", 11, "not understood"),
        ("6% on the moon", 4, "not understood"),
        ("33 1/0%", 4, "not a figure"),
    ],
)
def test_what_is_malformed_is_refused_at_its_column(text: str, column: int, cause: str) -> None:
    found = fault(text, "us")
    assert (found[0], cause in found[1]) == (column, True)
