"""Messages prepared in a second process are taken as if this process had prepared them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clearlane.model.receipt import Receipt
from clearlane.model.refusals import Refusal
from clearlane.office import preparing
from clearlane.office.office import Office
from clearlane.office.preparing import Ahead
from tests.office.risk_office import MORNING, trade
from tests.office.tariffs import Clock

RUBBISH = b"<Declaration"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own runner has a thread beside the test; it holds no lock that matters here."""
    monkeypatch.setattr(preparing, "can_prepare_ahead", lambda: True)
    monkeypatch.setattr("clearlane.office.office.can_prepare_ahead", lambda: True)


def taken(folder: Path, name: str, messages: list[bytes], *, ahead: bool) -> tuple[list[str], list[object]]:
    with Office.open(store=f"sqlite:///{folder}/{name}.db", clock=Clock(MORNING)) as desk:
        outcomes = [one.case.number if isinstance(one, Receipt) else one.kind for one in desk.lodge_many(messages, ahead=ahead)]
        return outcomes, [record.fact for record in desk.store.facts()]


def test_numbers_outcomes_and_facts_are_the_same(tmp_path: Path) -> None:
    messages = [*trade(450), RUBBISH, trade(450)[0], *trade(460)[450:]]
    alone, facts = taken(tmp_path, "alone", messages, ahead=False)
    together, same = taken(tmp_path, "together", messages, ahead=True)
    assert together == alone
    assert [type(fact) for fact in same] == [type(fact) for fact in facts]
    assert alone.count("unreadable") == 1


def test_nothing_to_take_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ahead, "__init__", lambda *_, **__: pytest.fail("a process was begun"))
    assert list(Office.open().lodge_many([], ahead=True)) == []


def test_a_process_that_dies_costs_time_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Ahead] = []
    beginning = Ahead.begin

    def noted(self: Ahead, *given: Any) -> None:
        begun.append(self)
        beginning(self, *given)

    def dying(messages: tuple[bytes, ...]) -> Iterator[bytes]:
        for place, message in enumerate(messages):
            if place == 300:
                begun[0].kill()
            yield message

    monkeypatch.setattr(Ahead, "begin", noted)
    with Office.open(store=f"sqlite:///{tmp_path}/office.db", clock=Clock(MORNING)) as desk:
        outcomes = list(desk.lodge_many(dying(trade(700)), ahead=True))
    assert len(outcomes) == 700
    assert not [one for one in outcomes if isinstance(one, Refusal)]


def test_where_it_cannot_be_done_the_office_prepares_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clearlane.office.office.can_prepare_ahead", lambda: False)
    monkeypatch.setattr(Ahead, "__init__", lambda *_, **__: pytest.fail("a process was begun"))
    assert len(list(Office.open().lodge_many(trade(3), ahead=True))) == 3
