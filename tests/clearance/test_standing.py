"""Where a declaration stands follows from its facts alone."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from clearlane.clearance.standing import OutOfOrder, standing
from clearlane.model.case import Case
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.facts import (
    Accepted,
    Amended,
    Assessed,
    Cancelled,
    Fact,
    Lodged,
    Presented,
    Record,
    Registered,
    Rejected,
    Released,
    Routed,
)
from clearlane.model.text import Text

AT = datetime(2026, 11, 20, tzinfo=UTC)
LODGED = Lodged("XA1", "R-1", "m", "c", "IMA")
ASSESSED = Assessed("ARD", AT, (), (), Decimal("12.30"))
GROUND = Text(en="green", vi="xanh")


def after(*facts: Fact) -> Case:
    return standing([Record(n, AT, "26XA1", fact) for n, fact in enumerate((LODGED, *facts), 1)], None, ClearanceLaw())


def test_a_registered_declaration_has_a_lane_its_declarant_is_not_told() -> None:
    case = after(Registered(), ASSESSED, Routed("red"))
    assert (case.state, case.lane, case.told) == ("pre-lodged", "red", False)


def test_presentation_tells_the_lane_routed_after_it() -> None:
    case = after(Registered(), ASSESSED, Routed("red"), Presented("m", "c"), Accepted(), ASSESSED, Routed("green"), Released(GROUND))
    assert (case.state, case.lane, case.told) == ("released", "green", True)


def test_a_yellow_lane_puts_goods_under_control() -> None:
    assert after(Accepted(), ASSESSED, Routed("yellow")).state == "under-control"


def test_a_rejected_declaration_owes_nothing_yet() -> None:
    case = after(Rejected(()))
    assert (case.state, case.duty, case.lane) == ("rejected", None, None)


def test_an_amendment_makes_a_generation_and_its_own_duty() -> None:
    case = after(Accepted(), ASSESSED, Routed("green"), Amended(2, "m", "c", "result"), Assessed("ARD", AT, (), (), Decimal("9.00")))
    assert (case.generation, case.result, case.duty) == (2, "result", Decimal("9.00"))


def test_a_cancelled_declaration_owes_nothing() -> None:
    case = after(Registered(), ASSESSED, Cancelled("m", "c"))
    assert (case.state, case.duty) == ("cancelled", None)


def test_facts_without_a_lodgement_stop_the_work() -> None:
    with pytest.raises(OutOfOrder):
        standing([Record(1, AT, "26XA1", Released(GROUND))], None, None)
    with pytest.raises(OutOfOrder):
        standing([], None, None)
