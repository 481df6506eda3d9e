"""Following the log: the tree grows as facts come, checkpoints are signed now and then, and a service does it beside itself."""

from __future__ import annotations

from datetime import timedelta

from clearlane.office.ledger_following import Following
from tests.office.ledgers import SIGNER
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock


def test_facts_are_put_into_the_tree_as_they_come_and_signed_for_when_it_is_time() -> None:
    clock = Clock(MORNING)
    desk = office(clock=clock)
    following = Following(desk.ledger, SIGNER, clock, 10)
    following()
    assert desk.store.checkpoint() is None
    sizes = []
    for seconds in (0, 5, 10):
        clock.now = MORNING + timedelta(seconds=seconds)
        list(desk.lodge_many(trade(9)[seconds // 5 * 3 : seconds // 5 * 3 + 3]))
        following()
        assert desk.store.ledger_size() == desk.store.last_seq()
        sizes.append([one.size for one in desk.store.checkpoints()])
    assert [len(one) for one in sizes] == [1, 1, 2]
    assert sizes[-1][-1] == desk.store.last_seq()
