"""A worked journey is held to every figure it states, and says which one was not reached."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clearlane.model.journey import read_journey
from clearlane.model.profile import Profile
from clearlane.office.journeys import journeys, walk
from clearlane.office.wiring import profile_named

XA = profile_named("xa")
US = profile_named("us")
CAR = XA.journeys["car"]


def said(written: bytes, profile: Profile = XA) -> list[str]:
    return [complaint.words.en for complaint in journeys(replace(profile, journeys={"it": written}))]


@pytest.mark.parametrize("profile", [XA, US], ids=["xa", "us"])
def test_the_journeys_of_a_profile_hold(profile: Profile) -> None:
    assert list(journeys(profile)) == []


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ('amount = "58240.00"', 'amount = "58240.01"', "it: A00 on item 1, amount: 58240.01 is expected, 58240.00 "),
        ('base = "166400.00"', 'base = "166401.00"', "it: A00 on item 1, base: 166401.00 is expected, 166400.00 "),
        ('amount = "166400.00"', 'amount = "1.00"', "it: value of item 1: 1.00 is expected, 166400.00 = "),
        ('total = "198475.36"', 'total = "1.00"', "it: total: 1.00 is expected, 198475.36 is found."),
        ('tax = "140"', 'tax = "130"', "it: 130 on item 1: 101088.00 is expected, nothing is found."),
        ('tax = "140"', 'tax = "140"\noutcome = "conditional"', "it: 140 on item 1, outcome: conditional is expected, priced "),
        ("[title]", "[tittle]", "it: it cannot be walked (ValidationError: "),
        ('tax = "A00"\n', 'tax = "A00"\nitem = 2\n', "it: A00 on item 2: 58240.00 is expected, nothing is found."),
        ("[title]", "title", "it: it cannot be walked (DecodeError: "),
        ('tax = "value"', 'tax = "value"\nitem = 2', "it: value of item 2: 166400.00 is expected, nothing is found."),
    ],
)
def test_a_figure_that_is_not_reached_is_named(was: str, becomes: str, complaint: str) -> None:
    assert CAR.count(was.encode()) >= 1
    assert said(CAR.replace(was.encode(), becomes.encode(), 1))[0].startswith(complaint)


def test_a_line_that_no_step_speaks_of_is_named() -> None:
    without = CAR[: CAR.rindex(b"[[steps]]")]
    assert said(without) == ["it: no step speaks of S10 on item 1."]


def test_a_document_that_is_not_what_is_missing_is_named() -> None:
    assert "missing" in said(XA.journeys["preference-open"].replace(b"document:U112", b"document:U116"))[0]


def test_rates_of_a_journey_stand_in_for_a_tariff_that_is_not_loaded() -> None:
    assert US.tariff is None
    entry = read_journey(US.journeys["entry-summary"])
    duties = sum(line.amount or 0 for line in walk(entry, US).lines if line.tax in ("DTY", "CH99"))
    assert str(duties) == "11039.99"


def test_a_rate_that_cannot_be_read_is_said() -> None:
    entry = US.journeys["entry-summary"].replace(b'"2.9%"', b'"2.9 of the hundred"')
    assert said(entry, US)[0].startswith("it: ")
