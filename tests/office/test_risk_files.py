"""Goods items from a file of one's own: CSV or Parquet, tried, learned from and scored as recorded ones are."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from clearlane.model.refusals import Unavailable, Unreadable
from clearlane.office.office import Office
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.columns import TextColumn
from tests.office.risk_office import office
from tests.office.risk_season import BEGIN, season

CHEAP = 'profile CHEAP "Cheap" scope item when hs starts with ("61", "62") and price_per_kg > 0 then lane red'


@cache
def past() -> Office:
    """A season, for those who change nothing of its log."""
    return season(profiles=(CHEAP,))


def written(path: Path, desk: Office) -> Path:
    """Write the goods of an office to a file, with what became of them."""
    goods, became = desk.risk.trials.goods(BEGIN)
    start = datetime(1970, 1, 1, tzinfo=UTC)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([*catalogue().names, "number", "item", "at", "found", "revenue", "propensity"])
        for place in range(len(goods)):
            found = int(became.found[place]) if became.inspected[place] else ""
            at = start + timedelta(microseconds=int(goods.at[place]))
            beside = [goods.number(place), goods.items[place], at.isoformat(), found, became.revenue[place], became.propensity[place]]
            rows.writerow([*("" if one is None else one for one in goods.row(place, catalogue())), *beside])
    return path


def small(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_what_was_recorded_is_tried_as_the_record_is(tmp_path: Path) -> None:
    desk = past()
    goods, became = desk.risk.trials.file(written(tmp_path / "goods.csv", desk))
    from_file, from_record = desk.risk.trials.backtest_on(goods, became), desk.risk.trials.backtest_all(BEGIN, desk.clock())
    assert from_file.profiles == from_record.profiles
    assert from_file.overall == from_record.overall
    assert from_file.profiles[0].inspected > 0


def test_a_model_is_trained_evaluated_and_scores_from_a_file(tmp_path: Path) -> None:
    desk = office()
    goods, became = desk.risk.trials.file(written(tmp_path / "goods.csv", past()))
    made = desk.risk.training.train_on(goods, became, by="T-1")
    assert made.kept.rows < len(goods)
    assert desk.risk.training.evaluate_on(made.kept.version, goods, became).measured[0].auc > 0.9
    scores = desk.risk.scoring.score_on(goods, made.kept.version)
    assert scores.probability[became.found].mean() > scores.probability[became.inspected & ~became.found].mean()


def test_parquet_is_read_as_csv_is(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    plain = small(tmp_path / "goods.csv", "hs,net,day,found,inspected\nA61,1.5,2026-02-01,1,true\nB62,,2026-02-02,,false\n")
    duckdb.sql(f"copy (select * from read_csv('{plain}')) to '{tmp_path / 'goods.parquet'}' (format parquet)")
    desk = office()
    (one, became), (other, also) = desk.risk.trials.file(plain), desk.risk.trials.file(tmp_path / "goods.parquet")
    assert [one.row(place, catalogue()) for place in (0, 1)] == [other.row(place, catalogue()) for place in (0, 1)]
    assert (one.days.tolist(), became.found.tolist()) == (other.days.tolist(), also.found.tolist())
    assert became.inspected.tolist() == also.inspected.tolist() == [True, False]


def test_what_is_not_in_the_file_is_missing_and_what_nobody_looked_at_has_no_result(tmp_path: Path) -> None:
    path = small(tmp_path / "goods.csv", "hs,origin,day\n610910,QM,2026-02-01\n,XB,2026-02-02\n")
    goods, became = office().risk.trials.file(path)
    column = goods.fields["hs"]
    assert isinstance(column, TextColumn)
    assert column.codes.tolist() == [1, 0]
    assert np.isnan(goods.fields["net"]).all()  # type: ignore[arg-type]
    assert not became.inspected.any()
    report = office(risk_profiles=(CHEAP,)).risk.trials.backtest_on(goods, became, [CHEAP.replace(" and price_per_kg > 0", "")])
    assert (report.profiles[0].hits, report.profiles[0].rate) == (1, None)


@pytest.mark.parametrize(
    "text", ["", "hs,net\n61,1\n", "day,hs\n2026-02-01\n", "day,colour\n2026-02-01,red\n", "day,net\n2026-02-01,inf\n", "at,hs\nnow,61\n"]
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unreadable):
        office().risk.trials.file(small(tmp_path / "goods.csv", text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        office().risk.trials.file(tmp_path / "nothing.csv")
