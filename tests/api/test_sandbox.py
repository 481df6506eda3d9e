"""In a practice office the beginning of the reference forces the outcome, and risk is never reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clearlane.model.facts import Scored
from tests.api.desk import Counter, counter, message, risky

LODGE = "/v1/declarations"


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path, sandbox=True) as at:
        yield at


OUTCOMES = {
    "SBX-REJECT-": ("rejected", None),
    "SBX-QUERY-": ("under-control", "yellow"),
    "SBX-YELLOW-": ("under-control", "yellow"),
    "SBX-RED-": ("under-control", "red"),
    "SBX-GREEN-": ("released", "green"),
}


@pytest.mark.parametrize("prefix", OUTCOMES)
def test_the_beginning_of_the_reference_forces_the_outcome(practice: Counter, prefix: str) -> None:
    told = practice.trader.post(LODGE, content=message(prefix + "1")).json()
    assert (told["state"], told["lane"]) == OUTCOMES[prefix]
    assert told["sandbox"]


def test_a_query_asks_for_documents_by_a_day(practice: Counter) -> None:
    number = practice.trader.post(LODGE, content=message("SBX-QUERY-1")).json()["number"]
    assert "06" in [notice["function_code"] for notice in practice.trader.get(f"{LODGE}/{number}/notices").json()]


def test_checks_and_duty_are_those_of_an_office_in_earnest(practice: Counter, at: Counter) -> None:
    wrong = practice.trader.post(LODGE, content=message("SBX-GREEN-1", TypeCode="ZZZ")).json()
    real = at.trader.post(LODGE, content=message("SBX-GREEN-1", TypeCode="ZZZ")).json()
    assert wrong["findings"] == real["findings"] != []
    duty = practice.trader.post(LODGE, content=message("SBX-RED-1")).json()["duty"]
    assert duty == at.trader.post(LODGE, content=message("SBX-RED-1")).json()["duty"]


def test_nothing_is_scored_however_suspicious(practice: Counter) -> None:
    told = practice.trader.post(LODGE, content=risky("SBX-GREEN-1")).json()
    assert told["lane"] == "green"
    assert not [record for record in practice.office.store.facts_after(0) if isinstance(record.fact, Scored)]


def test_in_earnest_the_prefixes_force_nothing(at: Counter) -> None:
    assert at.trader.post(LODGE, content=message("SBX-RED-1")).json()["lane"] == "green"
