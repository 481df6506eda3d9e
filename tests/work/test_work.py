"""Heavy work gives the same answers wherever it is done."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from distributed import LocalCluster

from clearlane.model.refusals import Unavailable
from clearlane.work import Peers, Work, open_work


def squared(number: int) -> int:
    return number * number


def printed(words: bytes) -> int:
    return os.write(1, words)


def told(part: str, peers: Peers) -> tuple[str, int, bool]:
    return part, peers.count, f":{peers.port}" in peers.machines


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1") as one:  # type: ignore[no-untyped-call]
        yield "dask://" + one.scheduler_address.removeprefix("tcp://")


@pytest.fixture(scope="module", params=["local:", "local:2", "dask"])
def work(request: pytest.FixtureRequest) -> Iterator[Work]:
    url = request.getfixturevalue("cluster") if request.param == "dask" else request.param
    with open_work(url) as place:
        yield place


def test_answers_come_in_the_order_of_the_items(work: Work) -> None:
    assert work.map(squared, range(20)) == [number * number for number in range(20)]


def test_those_who_train_together_know_each_other(work: Work) -> None:
    parts = ["a", "b"][: work.size]
    assert work.train(told, parts) == [(part, work.size, work.size > 1) for part in parts]


@pytest.mark.parametrize("url", ["", "local:many", "dask://", "mqtt://here", "dask://127.0.0.1:9"])
def test_a_place_that_cannot_be_reached_is_refused_in_words(url: str) -> None:
    with pytest.raises(Unavailable):
        open_work(url)


def test_what_processes_of_this_machine_print_is_no_part_of_the_answer(capfd: pytest.CaptureFixture[str]) -> None:
    with open_work("local:2") as place:
        assert place.map(printed, [b"Listening"]) == [9]
    assert not capfd.readouterr().out
