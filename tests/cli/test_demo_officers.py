"""The demonstration's officers bind a draw, say what they can do, and record what they find."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice

from clearlane.cli.demo_officers import Officers
from clearlane.model.receipt import Receipt
from clearlane.office.office import Office
from clearlane.office.traffic import traffic


def test_a_demonstration_draws_selects_and_inspects() -> None:
    with Office.open(profile="xa") as office:
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
