"""Knowledge at the time: what is learned later reaches no earlier decision, and what was logged is found again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.risk_field import Value
from clearlane.model.risk_history import Entity, HistoryEvent
from clearlane.risk.history.definitions import HISTORIES, micros
from clearlane.risk.history.memory import Memory
from tests.risk.history.streams import EVERY, KEYS, MOMENTS, START, streams


def day(count: float) -> datetime:
    return START + timedelta(days=count)


def declared(seq: int, at: datetime, **keys: str) -> HistoryEvent:
    return HistoryEvent("declared", f"n{seq}", 1, at, at, seq, _keys(keys), {"value": 100.0})


def result(seq: int, known: datetime, *, found: float, at: datetime = START, sign: int = 1, **keys: str) -> HistoryEvent:
    return HistoryEvent("result", "n", 1, at, known, seq, _keys(keys), {"found": found}, sign)


def _keys(keys: dict[str, str]) -> dict[Entity, str]:
    return msgspec.convert(keys, dict[Entity, str])


def values(events: Sequence[HistoryEvent], at: datetime, **keys: str) -> dict[str, Value]:
    memory = Memory()
    memory.update(events)
    return dict(zip((one.name for one in HISTORIES), memory.values(_keys(keys), micros(at)), strict=True))


@given(streams(), MOMENTS, KEYS, st.randoms(use_true_random=False))
def test_later_knowledge_cannot_reach_an_earlier_decision(
    events: list[HistoryEvent], at: datetime, keys: dict[Entity, str], chance: Random
) -> None:
    latest = events[0].known_at if events else at
    before: list[HistoryEvent] = []
    for event in events:
        latest = max(latest, event.known_at)
        if latest >= at:
            break
        before.append(event)
    later = events[len(before) :]
    labels = [event.amounts for event in later]
    chance.shuffle(labels)
    forged = [msgspec.structs.replace(event, amounts=amounts) for event, amounts in zip(later, labels, strict=True)]
    told, changed = Memory(EVERY), Memory(EVERY)
    told.update(before)
    changed.update([*before, *forged])
    assert changed.values(keys, micros(at)) == told.values(keys, micros(at))


@given(streams(), KEYS)
def test_the_value_logged_with_a_decision_is_found_again_from_the_whole_log(events: list[HistoryEvent], keys: dict[Entity, str]) -> None:
    live, logged = Memory(EVERY), []
    latest = START
    for event in events:
        latest = max(latest, event.known_at)
        logged.append((latest, live.values(keys, micros(latest))))
        live.update([event])
    assert [(at, live.values(keys, micros(at))) for at, _ in logged] == logged


@given(streams(), MOMENTS, KEYS)
def test_a_memory_restored_and_summed_up_answers_as_before(events: list[HistoryEvent], at: datetime, keys: dict[Entity, str]) -> None:
    memory, half = Memory(EVERY), len(events) // 2
    memory.update(events[:half])
    restored = Memory.restored(memory.snapshot(), EVERY)
    restored.prune(micros(at))
    restored.update(events)
    memory.update(events[half:])
    assert (restored.seq, restored.values(keys, micros(at))) == (memory.seq, memory.values(keys, micros(at)))


def test_a_result_counts_from_the_moment_it_is_known_and_not_before() -> None:
    events = [declared(1, day(0), importer="a"), result(2, day(30), found=1.0, importer="a")]
    rates = [values(events, day(when), importer="a")["importer.find_rate_365d"] for when in (29, 30, 31, 395, 395.5)]
    assert rates == [None, None, 1.0, 1.0, None]


def test_a_correction_leaves_what_was_known_before_it() -> None:
    events = [result(1, day(1), found=1.0, importer="a"), result(2, day(5), found=1.0, sign=-1, importer="a")]
    events.append(result(3, day(5), found=0.0, importer="a"))
    assert [values(events, day(when), importer="a")["importer.find_rate_365d"] for when in (3, 6)] == [1.0, 0.0]


def test_what_is_declared_at_one_moment_does_not_know_of_each_other() -> None:
    events = [declared(1, day(1), importer="a"), declared(2, day(1), importer="a")]
    assert values(events, day(1), importer="a")["importer.first_time"] is True
    assert values(events, day(1.5), importer="a")["importer.count_90d"] == 2.0


def test_a_missing_party_has_no_history_and_a_new_one_an_empty_one() -> None:
    found = values([], day(1), importer="a")
    assert (found["importer.first_time"], found["importer.value_90d"], found["importer.days_known"]) == (True, 0.0, None)
    assert (found["exporter.first_time"], found["importer_exporter.first_time"]) == (None, None)


def test_what_was_learned_already_is_passed_over() -> None:
    memory = Memory()
    for _ in range(2):
        memory.update([declared(1, day(1), importer="a"), declared(1, day(1), importer="a")])
    assert memory.values({"importer": "a"}, micros(day(2)))[2] == 2.0


def test_a_log_out_of_order_and_knowledge_before_its_event_are_refused() -> None:
    with pytest.raises(ValueError, match="order of the log"):
        Memory().update([declared(2, day(1), importer="a"), declared(1, day(1), importer="a")])
    with pytest.raises(ValueError, match="before they are declared"):
        Memory().update([result(1, day(1), at=day(2), found=1.0, importer="a")])


def test_a_snapshot_for_other_histories_or_in_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="another form"):
        Memory.restored(b"\x93\x01\x02\x03")
    with pytest.raises(ValueError, match="other histories"):
        Memory.restored(Memory().snapshot(), EVERY)
