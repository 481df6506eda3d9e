"""The daily work goes on beside the service where the setting says so, and ends with it."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path
from time import sleep

from clearlane.cli.desk import office_of
from clearlane.cli.routines import daily_work
from clearlane.office.settings import Settings
from clearlane.store.sqlite import SqliteStore


def settings(folder: Path, **given: str) -> Settings:
    return Settings(store=f"sqlite:///{folder}/office.db", machine_key=f"{folder}/office.key", **given)  # type: ignore[arg-type]


def at_work() -> bool:
    return any(one.name == "routine" for one in threading.enumerate())


def test_where_it_is_on_the_lottery_is_committed_without_anyone_asking(tmp_path: Path) -> None:
    found = settings(tmp_path, routine="on")
    with daily_work(found):
        assert at_work()
        with office_of(found) as office:
            for _ in range(600):
                if len(office.assignment.periods()) == 2:
                    break
                sleep(0.05)
            assert len(office.assignment.periods()) in {1, 2}  # one, in the last minute of a day
    assert not at_work()


def test_unless_it_is_on_nothing_is_done(tmp_path: Path) -> None:
    found = settings(tmp_path)
    with daily_work(found):
        assert not at_work()
    with closing(SqliteStore(found.store)) as store:
        assert store.last_seq() == 0
