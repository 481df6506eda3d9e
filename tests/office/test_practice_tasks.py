"""Tasks of a cashier: what is planted can be found by looking, each answer is judged, and minutes count from the opening."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from clearlane.model.practice_facts import TaskKind
from clearlane.model.refusals import Conflict, NotAllowed, NotFound, Unreadable
from clearlane.office.practice import Practice, practice_office
from clearlane.office.practice_cashier import statement, suspense
from clearlane.office.practice_tasks import Task
from clearlane.office.wiring import profile_named
from clearlane.simulator.chance import Chance

XA = profile_named("xa")
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
MANY = range(60)


@pytest.fixture
def practice() -> Practice:
    times = iter(NOW + timedelta(minutes=3 * n) for n in range(10_000))
    return Practice(practice_office(XA, "sqlite:///:memory:", clock=lambda: next(times)), randomness=bytes)


def found(task: Task) -> tuple[str, str]:
    """Reconcile a statement as a careful cashier does: line by line, then by kind."""
    bank, book = ([(row[0], row[1]) for row in sight.rows[:-1]] for sight in task.sights)
    if twice := next((row for row in book if book.count(row) > 1), None):
        return twice[0], "twice"
    amounts = dict(book)
    for reference, amount in bank:
        if reference not in amounts:
            return reference, "unbooked"
        if amounts[reference] != amount:
            return reference, "amount"
    return next(row[0] for row in book if row[0] not in dict(bank)), "unseen"


def placed(task: Task) -> list[str]:
    """Assign credits as a careful cashier does: by account and amount together."""
    debts, credits_ = (sight.rows for sight in task.sights)
    return [next((debt[0] for debt in debts if (debt[2], debt[3]) == (account, amount)), "none") for _, amount, account, _ in credits_]


def test_one_fault_is_planted_in_every_statement_and_can_be_found_by_looking() -> None:
    tasks = [statement(Chance(seed, "t"), "ARD") for seed in MANY]
    assert [found(task) for task in tasks] == [tuple(one.right for one in task.questions) for task in tasks]
    assert {task.questions[1].right for task in tasks} == {"amount", "twice", "unbooked", "unseen"}


def test_every_credit_in_suspense_belongs_where_account_and_amount_say_and_a_mistyped_reference_misleads_nobody() -> None:
    tasks = [suspense(Chance(seed, "t"), "ARD") for seed in MANY]
    assert [placed(task) for task in tasks] == [[one.right for one in task.questions] for task in tasks]
    for task in tasks:
        debts, credits_ = (sight.rows for sight in task.sights)
        assert credits_[0][3] not in {row[0] for row in debts}
        assert sorted(credits_[0][3]) == sorted(task.questions[0].right)


@pytest.mark.parametrize("kind", ["suspense", "statement"])
def test_a_task_is_judged_question_by_question_with_the_sign_missed_and_counts_in_the_record(practice: Practice, kind: TaskKind) -> None:
    practice.tasks.begin("C-1", kind, 2)
    right, wrong = practice.tasks.tasks("C-1")
    for seen in (right, wrong):
        practice.tasks.opened("C-1", seen.given.task)
        practice.tasks.opened("C-1", seen.given.task)
    answers = [one.right for one in right.task.questions]
    good = practice.tasks.answer("C-1", right.given.task, answers, 90)
    other = next(value for value, _ in wrong.task.questions[0].options if value != wrong.task.questions[0].right)
    bad = practice.tasks.answer("C-1", wrong.given.task, [other, *(one.right for one in wrong.task.questions[1:])], 90)
    assert good.answer
    assert bad.answer
    assert (good.answer.right, good.missed, good.answer.minutes > 0) == (True, (), True)
    assert (bad.answer.right, bad.missed, bad.answer.missed) == (False, (wrong.task.questions[0].sign,), 1)
    record = practice.record("C-1", kind)
    assert record
    assert (record.count, record.right, practice.persons()) == (2, 1, ["C-1"])


def test_a_task_is_ones_own_answered_whole_once_and_with_confidence(practice: Practice) -> None:
    practice.tasks.begin("C-1", "statement", 1)
    (seen,) = practice.tasks.tasks("C-1")
    task, answers = seen.given.task, [one.right for one in seen.task.questions]
    with pytest.raises(Conflict):
        practice.tasks.begin("C-1", "suspense", 1)
    with pytest.raises(NotFound):
        practice.tasks.opened("C-2", task)
    for said in (answers[:1], [*answers, ""], ["x", "y"]):
        with pytest.raises(Unreadable):
            practice.tasks.answer("C-1", task, said, 90)
    with pytest.raises(NotAllowed):
        practice.tasks.answer("C-1", task, answers, 40)
    practice.tasks.answer("C-1", task, answers, 100)
    with pytest.raises(NotAllowed):
        practice.tasks.answer("C-1", task, answers, 100)
