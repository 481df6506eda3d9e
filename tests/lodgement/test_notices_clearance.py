"""What a trader is told of clearance: what happened, what to supply, until when, how to contest; never who looked and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from clearlane.lodgement.notices import notices
from clearlane.lodgement.respond import write_notices
from clearlane.model.clearance_facts import (
    Cleared,
    Disposed,
    Disputed,
    DisputeDecided,
    GatePassed,
    Paid,
    RequestDecided,
    RequestMade,
    Secured,
    Stored,
)
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import (
    Answered,
    Ask,
    Assigned,
    CheckBegun,
    CheckEnded,
    CountersignatureAsked,
    Countersigned,
    DocumentSupplied,
    Queried,
    QuerySettled,
)
from clearlane.model.facts import Accepted, Record, Released
from clearlane.model.payment_facts import RefundOrdered
from clearlane_vn import profile as vn
from clearlane_xa import profile
from tests.lodgement.facts import AMENDED, LODGED, RELEASED, SECRET, START, assessed, records, routed, scored, twice

XA = profile()
ON_PAYMENT = replace(XA, clearance=ClearanceLaw(release_on="payment"))
OFFICER = f"{SECRET}-officer"
UNTIL = START + timedelta(days=5)
TOLD = (LODGED, Accepted(), assessed(), scored(), routed("red"))
COURSES: dict[str, tuple[str, list[Record]]] = {
    "query": (
        "01 13 05 51 02 02 11",
        records(
            *(*TOLD, Assigned(OFFICER, by=OFFICER, why=SECRET), Queried(1, (Ask("N935", twice("Invoice"), 1),), UNTIL, OFFICER)),
            *(DocumentSupplied("d" * 64, "application/pdf", 9, "N935", 1), Answered(1, "digest"), QuerySettled(1, OFFICER, SECRET)),
        ),
    ),
    "two officers": (
        "01 13 05 09",
        records(
            *(*TOLD, CheckBegun("goods", OFFICER, (twice(SECRET),)), CountersignatureAsked(SECRET, "check-ended", OFFICER, SECRET)),
            *(Countersigned(46, granted=True, by=OFFICER), CheckEnded("goods", satisfied=True, by=OFFICER, why=SECRET), RELEASED),
        ),
    ),
    "storage and provisional release": (
        "01 13 05 05 08 09 16",
        records(
            *(*TOLD, Stored("Shed 4", OFFICER), Released(twice(SECRET), provisional=True, by=OFFICER)),
            *(Cleared(Decimal("75.00"), "ARD"), GatePassed("Gate 1", OFFICER)),
        ),
    ),
    "seizure contested": (
        "01 13 05 05 02 11",
        records(
            *(*TOLD, Disposed("seized", twice("Article 7."), OFFICER), Disputed(1, SECRET, {"A00": Decimal(75)}, UNTIL)),
            DisputeDecided(1, "annulled", OFFICER, SECRET),
        ),
    ),
    "request": (
        "01 13 05 02 11 07 13",
        records(
            *(*TOLD, RequestMade("amendment", "m", "c"), RequestDecided(46, granted=True, by=OFFICER, why=twice("In order."))),
            *(AMENDED, assessed()),
        ),
    ),
    "money": (
        "01 13 14 02 09 02",
        records(
            *(LODGED, Accepted(), assessed(), Secured("guarantee", "G-1", Decimal(50), "ARD"), Paid(Decimal(25), "ARD", "E1")),
            *(RELEASED, RefundOrdered("E9", 500, "ARD", OFFICER, OFFICER)),
        ),
    ),
}


@pytest.mark.parametrize("course", COURSES)
def test_each_course_is_told_in_the_order_it_happened(course: str) -> None:
    expected, facts = COURSES[course]
    assert " ".join(notice.function_code for notice in notices(facts, ON_PAYMENT)) == expected


@pytest.mark.parametrize("course", COURSES)
def test_neither_officers_nor_their_thoughts_reach_the_trader(course: str) -> None:
    told = notices(COURSES[course][1], XA)
    assert SECRET.encode() not in write_notices(told, XA) + msgspec.json.encode(told)


@pytest.mark.parametrize("course", COURSES)
def test_every_notification_is_valid_against_the_published_schema(course: str, shared_data: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared_data / "wcodm" / "schemas" / "wco" / "notification" / "_driver.xsd"))
    schema.assertValid(etree.fromstring(write_notices(notices(COURSES[course][1], ON_PAYMENT), ON_PAYMENT)))


@pytest.mark.parametrize("course", COURSES)
def test_a_fact_more_changes_nothing_told_before(course: str) -> None:
    facts = COURSES[course][1]
    told = notices(facts, ON_PAYMENT)
    for length in range(len(facts)):
        so_far = notices(facts[:length], ON_PAYMENT)
        assert told[: len(so_far)] == so_far


def test_a_query_says_what_to_supply_until_when_and_how_to_contest() -> None:
    query = next(notice for notice in notices(COURSES["query"][1], XA) if notice.function_code == "51")
    assert "Invoice" in query.words.en
    assert "08:00 UTC on 7 March 2026" in query.words.en
    assert XA.clearance.contest is not None
    assert query.words.en.endswith(XA.clearance.contest.en)
    assert query.words.vi.endswith(XA.clearance.contest.vi)
    (asked,) = query.response.additional_information
    assert (asked.statement_code, asked.statement_description) == ("N935", "Invoice")


def test_a_decision_on_goods_names_its_ground_and_the_countrys_own_way_to_contest_it() -> None:
    law = vn()
    seized = next(one for one in notices(COURSES["seizure contested"][1], law) if one.name.en == "Decision on the goods")
    assert "are seized. Article 7." in seized.words.en
    assert "02/2011/QH13" in seized.words.vi


def test_what_is_released_for_good_is_not_told_to_be_final_a_second_time() -> None:
    at = START + timedelta(hours=1)
    both = [Record(50, at, "26XA1", RELEASED), Record(51, at, "26XA1", Cleared(Decimal("75.00"), "ARD"))]
    told = notices([*records(LODGED, Accepted(), assessed()), *both], XA)
    assert [notice.function_code for notice in told] == ["01", "13", "09"]


def test_security_that_is_not_enough_tells_how_much_is_missing() -> None:
    (missing,) = [notice for notice in notices(COURSES["money"][1], ON_PAYMENT) if notice.function_code == "14"]
    assert "25.00 ARD is neither paid nor secured" in missing.words.en


def test_where_payment_releases_the_statement_says_under_which_reference_and_a_refund_how_much() -> None:
    told = notices(COURSES["money"][1], ON_PAYMENT)
    assert "Pay under the reference RF" in told[1].words.en
    assert "ghi số tham chiếu RF" in told[1].words.vi
    assert told[-1].words.en.startswith("5.00 ARD paid too much")


def test_a_dispute_that_changed_nothing_says_that_the_amounts_are_due_again() -> None:
    decided = DisputeDecided(1, "upheld", OFFICER, SECRET)
    told = notices([*COURSES["seizure contested"][1][:-1], *records(decided)], XA)
    assert "collected again" in told[-1].words.en
