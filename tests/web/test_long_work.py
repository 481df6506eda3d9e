"""Long work waits its turn, and nobody fills the bench alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event

import pytest

from clearlane.model.refusals import Unavailable
from clearlane.web.long_work import Bench


def until(done: Event) -> Callable[[object], str]:
    def work(_: object) -> str:
        done.wait()
        return "done"

    return work


def test_a_sixth_piece_of_one_officer_is_refused_in_words_and_anothers_is_taken() -> None:
    bench, done = Bench(), Event()
    names = [bench.begin("T-17", "load", until(done)) for _ in range(5)]
    with pytest.raises(Unavailable, match="5 pieces of your work"):
        bench.begin("T-17", "load", until(done))
    last = bench.begin("T-18", "load", until(done))
    done.set()
    found = bench.find(last, "T-18")
    assert found is not None
    while not found.over:
        time.sleep(0.01)
    assert [piece.result for name in names if (piece := bench.find(name, "T-17"))] == ["done"] * 5
    assert bench.begin("T-17", "load", until(done))


def test_what_waits_is_never_forgotten_before_it_is_over() -> None:
    bench, done = Bench(), Event()
    first = bench.begin("T-17", "load", until(done))
    for number in range(60):
        bench.begin(f"T-{100 + number}", "load", until(done))
    assert bench.find(first, "T-17") is not None
    done.set()
