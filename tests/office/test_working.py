"""What cases wait for survives a rebuild, clocks and officers included."""

from __future__ import annotations

from clearlane.model.case import NOBODY, Query
from clearlane.office.working import duties, next_case, ready
from tests.office.test_assigning import DOCUMENTS, staffed


def test_a_rebuild_gives_every_case_the_same_officer_clock_and_word() -> None:
    desk, _ = staffed(200)
    for case in desk.cases(Query(by_due=True, waits=("answer",))):
        desk.clearance.answer(case.number, 0, "Here they are.")
    next_case(desk, DOCUMENTS[0].officer)
    before = desk.cases(Query(by_due=True, limit=1000))
    assert {one.waits for one in before} >= {"documents", "gate"}
    assert any(one.officer and one.due_at for one in before)
    desk.rebuild()
    assert desk.cases(Query(by_due=True, limit=1000)) == before


def test_an_overdue_answer_is_work_for_customs_and_one_in_time_is_not() -> None:
    desk, _ = staffed(200)
    unanswered = {one.number for one in desk.cases(Query(by_due=True, waits=("answer",)))}
    assert unanswered
    assert unanswered.isdisjoint(one.number for one in ready(desk, NOBODY))
    desk.clock.now = desk.clock.now.replace(year=2027)  # type: ignore[attr-defined]
    assert unanswered <= {one.number for one in ready(desk, NOBODY, limit=100)}


def test_duties_are_those_of_the_shift_that_is_now() -> None:
    desk, _ = staffed(5)
    officer = DOCUMENTS[0].officer
    assert {duty.officer for _, duty in duties(desk, officer.lower())} == {officer}
    desk.clock.now = desk.clock.now.replace(year=2027)  # type: ignore[attr-defined]
    assert duties(desk, officer) == []
