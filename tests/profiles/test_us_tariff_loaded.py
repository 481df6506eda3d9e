"""The United States assess by the schedule that the user loads: column 1, special programmes, column 2, and chapter 99 left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clearlane.assessment.estimate import estimate
from clearlane.model.assessment import TaxLine
from clearlane.model.estimate import Enquiry
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff
from clearlane.office.wiring import profile_named
from clearlane.tariff.load import read_tariff

BICYCLES, ASSES, MILK_POWDER = "8712001510", "0101300000", "0402295000"
ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def us(shared_data: Path) -> Profile:
    content, report = read_tariff(shared_data / "tariff" / "schedules" / "us_hts_2025-04.csv", "us-hts")
    assert report.faults == ()
    assert content is not None
    return replace(profile_named("us"), tariff=Tariff(content))


def duty(law: Profile, code: str, origin: str, claim: str = "", **quantities: str) -> TaxLine:
    enquiry = Enquiry(
        code,
        Decimal(10_000),
        "USD",
        origin,
        ON,
        incoterm="FOB",
        quantities={unit: Decimal(figure) for unit, figure in quantities.items()},
        claim=claim,
    )
    return next(line for line in estimate(enquiry, law).lines if line.tax == "DTY")


@pytest.mark.parametrize(
    ("code", "origin", "claim", "outcome", "amount"),
    [
        (BICYCLES, "CN", "", "priced", "1100.00"),  # a ten-digit line has the rate of the line above it
        (BICYCLES, "RU", "", "priced", "3000.00"),  # column 2
        (BICYCLES, "JP", "JP", "priced", "550.00"),
        (BICYCLES, "AU", "AU", "priced", "0.00"),
        (BICYCLES, "CN", "AU", "conditional", None),  # not of that country
        (BICYCLES, "BD", "A+", "conditional", None),  # membership is not kept here
        (ASSES, "MX", "", "priced", "680.00"),
    ],
)
def test_origin_and_claim_decide_the_column(us: Profile, code: str, origin: str, claim: str, outcome: str, amount: str | None) -> None:
    line = duty(us, code, origin, claim)
    assert (line.outcome, line.amount) == (outcome, None if amount is None else Decimal(amount))


def test_a_rate_by_weight_waits_for_the_weight(us: Profile) -> None:
    assert duty(us, MILK_POWDER, "NZ").missing == ("KGM",)
    assert duty(us, MILK_POWDER, "NZ", KGM="1000").amount == Decimal("2594.00")  # 1,000 kg at 1.104 and 14.9 % of 10,000


def test_an_estimate_says_that_chapter_99_may_apply(us: Profile) -> None:
    found = estimate(Enquiry(BICYCLES, Decimal(10_000), "USD", "CN", ON, incoterm="FOB"), us)
    assert any("chapter 99" in caveat.en for caveat in found.caveats)
