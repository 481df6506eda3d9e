"""The demonstration's officers bind a draw, say what they can do, and record what they find."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice

from clearlane.cli.demo_officers import Officers
from clearlane.model.case import BY_CUSTOMS, NOBODY, Query
from clearlane.model.receipt import Receipt
from clearlane.office.office import Office
from clearlane.office.traffic import traffic
from clearlane.office.working import duties
from tests.web.declarations import Clock


def test_a_demonstration_draws_selects_and_inspects() -> None:
    with Office.open(profile="xa", clock=Clock()) as office:
        officers = Officers(office)
        officers.bind_draw()
        officers.bind_draw()
        for arrival in islice(traffic(office, 7, datetime(2026, 1, 5, tzinfo=UTC)), 300):
            if arrival.lodgement is not None:
                (outcome,) = office.lodge_group([arrival.lodgement])
                if isinstance(outcome, Receipt):
                    officers.see(outcome.case.number, arrival.finds)
        assert len(office.risk.draws.commitments()) == 1
        assert office.risk.estimates.non_compliance(datetime(2026, 1, 1, tzinfo=UTC)).detected.inspected > 0
        place = next(one for one, _ in office.risk.capacities.offices())
        assert office.risk.capacities.capacity(place, office.risk.capacities.shift()) is not None


def test_a_demonstration_has_officers_on_duty_with_cases_by_lot_and_some_that_nobody_has() -> None:
    with Office.open(profile="xa", clock=Clock()) as office:
        officers = Officers(office)
        officers.bind_draw()
        for arrival in islice(traffic(office, 7, datetime(2026, 1, 5, tzinfo=UTC)), 400):
            if arrival.lodgement is not None:
                (outcome,) = office.lodge_group([arrival.lodgement])
                if isinstance(outcome, Receipt):
                    officers.see(outcome.case.number, arrival.finds)
        assert duties(office, "OFFICER-1")
        given = [one for one in office.cases(Query(by_due=True, limit=1000)) if one.officer]
        assert given
        assert all(held is not None and held.lot and not held.by for held in map(office.assignment.held, (one.number for one in given)))
        assert office.cases(Query(by_due=True, officer=NOBODY, waits=BY_CUSTOMS))
