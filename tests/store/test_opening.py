"""Opening a file for the first time, by many at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from clearlane.store.sqlite import SqliteStore


def test_a_new_file_is_opened_by_all_who_come_at_once(tmp_path: Path) -> None:
    # One opening in some hundred failed with "database is locked": SQLite does not wait while another changes the journal.
    for turn in range(100):
        with ThreadPoolExecutor(8) as pool:
            for store in pool.map(SqliteStore, [f"sqlite:///{tmp_path}/{turn}.db"] * 8):
                store.close()
