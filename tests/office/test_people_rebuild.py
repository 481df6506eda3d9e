"""Rebuilding passes over what concerns people and the lottery: the log is asked of them."""

from __future__ import annotations

from clearlane.model.lottery import NamesShown
from clearlane.model.people_facts import PersonRegistered
from clearlane.office.office import Office
from tests.web.declarations import XA, Clock, example


def test_a_log_with_persons_in_it_is_rebuilt_to_the_same() -> None:
    with Office.open(profile=XA, clock=Clock()) as office:
        with office.store.work() as work:
            work.append(office.clock(), [("people", PersonRegistered("T-1", "machine")), ("assignment", NamesShown("P-1", "U-1"))])
        office.lodge(example("FREE-1"))
        before = office.tally()
        office.rebuild()
        assert office.tally() == before
