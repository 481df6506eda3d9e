"""What a case waits for follows from its facts, in one word, with the section and the clock."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from clearlane.clearance.standing import standing
from clearlane.model.case import Case
from clearlane.model.clearance_facts import Disposed, RequestMade
from clearlane.model.clearance_law import ClearanceLaw, StatutoryClock
from clearlane.model.control_facts import (
    Answered,
    Ask,
    Assigned,
    CheckBegun,
    CheckEnded,
    CountersignatureAsked,
    Queried,
    QuerySettled,
    ReviewDrawn,
    Reviewed,
)
from clearlane.model.facts import Accepted, DocumentsDemanded, Fact, Registered, Released
from tests.lodgement.facts import LODGED, START, assessed, records, routed, twice

LAW = ClearanceLaw(release_on="payment", gate=True, clocks={"check-documents": StatutoryClock(timedelta(hours=2), twice("Check"))})
QUERY = Queried(1, (Ask("N935", twice("Invoice")),), START + timedelta(days=5), "O-1")
CHECKED = (CheckBegun("documents", "O-1"), CheckEnded("documents", satisfied=True, by="O-1"))


def after(*facts: Fact) -> Case:
    return standing(records(LODGED, Accepted(), assessed(), *facts), None, LAW)


def test_a_lane_makes_a_case_wait_in_its_section_on_its_clock() -> None:
    yellow, red = after(routed("yellow")), after(routed("red"))
    assert (yellow.waits, yellow.section, red.waits, red.section) == ("documents", "documents", "inspection", "quay")
    assert yellow.due_at == yellow.changed_at + timedelta(hours=2)
    assert red.due_at is None


def test_a_query_waits_for_the_trader_until_he_answers() -> None:
    asked, answered = after(routed("yellow"), QUERY), after(routed("yellow"), QUERY, Answered(1))
    assert (asked.waits, asked.due_at, answered.waits) == ("answer", QUERY.until, "answered")
    assert after(routed("yellow"), QUERY, Answered(1), QuerySettled(1, "O-1")).waits == "documents"


def test_goods_can_be_looked_at_before_documents_come_and_papers_cannot() -> None:
    demanded = DocumentsDemanded((), START + timedelta(days=5))
    assert (after(routed("yellow"), demanded).waits, after(routed("red"), demanded).waits) == ("answer", "inspection")
    assert after(routed("yellow"), demanded, Answered(0)).waits == "documents"


def test_what_is_checked_waits_for_payment_then_release_then_the_gate() -> None:
    checked = after(routed("yellow"), *CHECKED)
    assert checked.waits == ("payment" if checked.debt == "open" else "release")
    assert after(routed("yellow"), *CHECKED, Released(twice("Released"), by="O-1")).waits == "gate"
    assert standing(records(LODGED, Accepted(), assessed(), Released(twice("x"))), None, ClearanceLaw()).waits == ""


def test_what_is_put_to_customs_goes_before_everything_else() -> None:
    assert after(routed("yellow"), RequestMade("cancellation", "m", "c")).waits == "request"
    assert after(routed("yellow"), QUERY, CountersignatureAsked("d", "released", "O-1", "")).waits == "signature"


def test_goods_not_here_or_gone_wait_for_nothing() -> None:
    assert standing(records(LODGED, Registered(()), assessed()), None, LAW).waits == ""
    assert after(routed("red"), Disposed("seized", twice("Law"), "O-1")).waits == ""
    assert after(routed("red"), Disposed("detained", twice("Law"), "O-1")).waits == "inspection"


def test_a_case_given_to_a_section_stays_there_when_it_goes_back_into_the_pool() -> None:
    given = after(routed("red"), Assigned("O-1", "value", "lot"), Assigned("", "", by="S-1", why="ill"))
    assert (given.section, given.officer) == ("value", "")
    assert given.duty != Decimal(0)


def test_a_check_drawn_for_review_waits_for_the_supervisor_once_nothing_else_does() -> None:
    drawn = (*CHECKED, ReviewDrawn("documents", followed=True, by="O-1"))
    assert after(routed("yellow"), *drawn).waits in ("payment", "release")
    released = after(routed("yellow"), *drawn, Released(twice("Released"), by="O-1"))
    assert released.waits == "review"
    assert released.situation is not None
    ((place, _),) = released.situation.reviews
    assert after(routed("yellow"), *drawn, Released(twice("x"), by="O-1"), Reviewed(place, sound=True, by="S-1")).waits == "gate"
