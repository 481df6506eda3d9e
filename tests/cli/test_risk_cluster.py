"""``clearlane risk train`` on a cluster: the same command with another place of work, and the very same model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.conftest import Clearlane
from tests.cli.messages import file

distributed = pytest.importorskip("distributed")
pytest.importorskip("lightgbm")

HEAD = "number,item,day,hs,importer.id,price_per_kg,inspected,found,revenue,category,intensity,propensity"


@pytest.fixture
def cluster() -> Iterator[str]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1") as one:
        yield "dask://" + one.scheduler_address.removeprefix("tcp://")


def goods() -> str:
    rows = [HEAD]
    for place in range(600):
        wrong = place % 5 == 0
        result, price = ("true,100,value", 2) if wrong else ("false,,", 50)
        rows.append(f"N{place},1,2026-0{1 + place // 100}-10,6109{place % 10},T{place % 20},{price},true,{result},physical,0.5")
    return file("goods.csv", "\n".join(rows).encode())


def scores(clearlane: Clearlane, work: str) -> list[float]:
    (made,) = clearlane("risk", "train", "--data", "goods.csv", "--by", "T-1", "--work", work, "--json").answers
    assert clearlane("risk", "promote", made["stands"]["kept"]["version"], "--by", "T-2").code == 0
    return [one["probability"] for one in clearlane("risk", "score", "--data", "goods.csv", "--json").answers]


def test_a_model_trained_on_a_cluster_ranks_as_one_trained_here(clearlane: Clearlane, cluster: str) -> None:
    goods()
    here, there = scores(clearlane, "local:"), scores(clearlane, cluster)
    assert len(here) == len(there) == 600
    for told in (here, there):
        assert min(told[::5]) > max(one for place, one in enumerate(told) if place % 5)


def test_a_cluster_that_is_not_there_is_refused_in_words(clearlane: Clearlane) -> None:
    goods()
    said = clearlane("risk", "train", "--data", "goods.csv", "--by", "T-1", "--work", "dask://127.0.0.1:9")
    assert said.code == 2
    assert "The cluster at dask://127.0.0.1:9 cannot be reached." in said.err
