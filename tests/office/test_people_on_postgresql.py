"""People sign in the same where the store is PostgreSQL, and a second process agrees."""

from __future__ import annotations

import pytest

from clearlane.model.refusals import NotAllowed
from clearlane.office.machine_key import KeyInMemory
from clearlane.office.office import Office
from tests.office.people_office import PASSWORD, XA, StillClock, peopled, with_device


def test_a_session_begun_in_one_process_holds_in_another_until_rights_change(postgres_database: str) -> None:
    clock, key = StillClock(), KeyInMemory()
    with (
        Office.open(profile=XA, store=postgres_database, clock=clock, key=key) as one,
        Office.open(profile=XA, store=postgres_database, clock=clock, key=key) as other,
    ):
        device = with_device(peopled(one), "T-1")
        clock.pass_by(seconds=30)
        token = one.people.accounts.sign_in("T-1", PASSWORD, device.at(clock.now), client="10.0.0.1")
        found = other.people.sessions.find(token)
        assert found is not None
        other.people.reads.note(found[0], "message", "26XA1")
        assert [line.who for _, line in one.people.reads.list()] == ["T-1"]
        with pytest.raises(NotAllowed):
            other.people.accounts.sign_in("T-1", PASSWORD, device.at(clock.now))
        other.people.rights.end("T-1", 1, by="A-1")
        assert one.people.sessions.find(token) is None
        assert one.people.asker("T-1") is None
