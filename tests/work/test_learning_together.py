"""Learning on a cluster of two processes: the very same scores, and a model as good as one trained here."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from distributed import LocalCluster

from clearlane.learning.evaluate import auc
from clearlane.learning.scoring import score_table, score_together
from clearlane.learning.settings import Settings
from clearlane.learning.train import train
from clearlane.work import Work, open_work
from tests.learning.goods import goods


@pytest.fixture(scope="module")
def cluster() -> Iterator[Work]:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1") as one,  # type: ignore[no-untyped-call]
        open_work("dask://" + one.scheduler_address.removeprefix("tcp://")) as work,
    ):
        yield work


def test_a_cluster_scores_the_very_same(cluster: Work) -> None:
    model, later = train(goods(), "m", Settings(rounds=30)), goods(1001, seed=5)
    here, there = score_table(model, later), score_together(model, later, cluster)
    assert np.array_equal(here.probability, there.probability)
    assert np.array_equal(here.revenue, there.revenue)


def test_a_model_trained_together_lies_within_the_spread_over_seeds(cluster: Work) -> None:
    table, later = goods(6000), goods(6000, seed=5)

    def area(seed: int, work: Work | None = None) -> float:
        model = train(table, "m", Settings(rounds=40, seed=seed), together=work)
        return auc(score_table(model, later).probability, later.found)

    here = [area(seed) for seed in range(1, 9)]
    assert min(here) <= area(1, cluster) <= max(here), here


def test_two_processes_train_the_same_model_on_a_cluster_and_on_this_machine(cluster: Work) -> None:
    table = goods(2000)
    with open_work("local:2") as here:
        models = [train(table, "m", Settings(rounds=10), together=work).digest for work in (cluster, here)]
    assert models[0] == models[1]
