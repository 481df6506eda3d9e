"""What is due when, and who is waited for, follows from the facts and the law."""

from __future__ import annotations

from datetime import timedelta

from clearlane.clearance.clocks import due, overdue
from clearlane.model.clearance_facts import RequestMade
from clearlane.model.clearance_law import ClearanceLaw, StatutoryClock
from clearlane.model.control_facts import Answered, Ask, CheckBegun, CheckEnded, Queried, QuerySettled
from clearlane.model.facts import Accepted, Fact
from tests.lodgement.facts import LODGED, START, assessed, records, routed, twice


def within(**time: float) -> StatutoryClock:
    return StatutoryClock(timedelta(**time), twice("Within"), "Art. 1")


LAW = ClearanceLaw(
    clocks={"check-documents": within(hours=2), "check-goods": within(hours=8), "decision": within(days=30), "storage": within(days=40)}
)
QUERY = Queried(1, (Ask("N935", twice("Invoice")),), START + timedelta(days=5), "O-1")


def clocks(*facts: Fact) -> list[tuple[str, str]]:
    """What is due, and who is waited for, in order."""
    return [(one.clock, one.waited_for) for one in due(records(LODGED, Accepted(), assessed(), *facts), LAW)]


def test_a_lane_puts_its_check_on_the_clock_from_the_moment_it_was_given() -> None:
    facts = records(LODGED, Accepted(), assessed(), routed("red"))
    check = due(facts, LAW)[0]
    assert (check.clock, check.until, check.reference) == ("check-goods", facts[-1].at + timedelta(hours=8), "Art. 1")


def test_while_the_trader_is_waited_for_the_check_is_not_and_it_begins_anew_with_his_answer() -> None:
    assert clocks(routed("yellow"), QUERY) == [("query", "trader"), ("storage", "trader")]
    answered = records(LODGED, Accepted(), assessed(), routed("yellow"), QUERY, Answered(1))
    check = next(one for one in due(answered, LAW) if one.clock == "check-documents")
    assert check.until == answered[-1].at + timedelta(hours=2)


def test_a_check_concluded_with_satisfaction_is_due_no_more() -> None:
    over = (CheckBegun("documents", "O-1"), CheckEnded("documents", satisfied=True, by="O-1"))
    assert clocks(routed("yellow"), QUERY, Answered(1), QuerySettled(1, "O-1"), *over) == [("storage", "trader")]


def test_a_request_is_due_for_a_decision() -> None:
    assert ("decision", "customs") in clocks(routed("yellow"), RequestMade("cancellation", "m", "c"))


def test_what_is_overdue_is_what_was_due_before_now() -> None:
    found = due(records(LODGED, Accepted(), assessed(), routed("yellow")), LAW)
    assert [one.clock for one in overdue(found, START + timedelta(days=1))] == ["check-documents"]
