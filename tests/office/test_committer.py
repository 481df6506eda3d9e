"""Those who lodge together share a commit, and each gets his own answer."""

from __future__ import annotations

import pytest

from clearlane.model.receipt import Lodgement
from clearlane.model.refusals import Unreadable
from clearlane.office.committer import Committer
from clearlane.office.office import Office
from tests.office.lodger import message


def test_each_who_waits_gets_his_own_receipt_or_refusal() -> None:
    with Office.open(profile="xa") as office, Committer(office) as committer:
        waiting = [committer.submit(Lodgement(message(f"C-{n}"))) for n in range(20)]
        broken = committer.submit(Lodgement(b"<broken"))
        numbers = [future.result(10).case.number for future in waiting]
        assert len(set(numbers)) == 20
        with pytest.raises(Unreadable):
            broken.result(10)


def test_what_was_handed_in_before_closing_is_answered_and_nothing_is_taken_after() -> None:
    with Office.open(profile="xa") as office:
        committer = Committer(office)
        last = committer.submit(Lodgement(message("C-1")))
        committer.close()
        assert last.result(0).taken
        with pytest.raises(RuntimeError, match="closed"):
            committer.submit(Lodgement(message("C-2")))


def test_a_store_that_fails_is_told_to_all_who_wait_and_the_next_are_served() -> None:
    with Office.open(profile="xa", store="sqlite:///:memory:") as office, Committer(office) as committer:
        kept, office.store = office.store, None  # type: ignore[assignment]  # the store is gone for a moment
        failed = committer.submit(Lodgement(message("C-1")))
        with pytest.raises(AttributeError):
            failed.result(10)
        office.store = kept
        assert committer.submit(Lodgement(message("C-2"))).result(10).taken
