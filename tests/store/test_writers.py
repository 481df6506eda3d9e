"""Many writers follow one another; a killed one leaves nothing half done."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.store.opening import AnyStore, opened
from tests.store.samples import facts, write

ROOT = Path(__file__).resolve().parents[2]
FACTS = len(facts())


def writer(url: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "tests.store.writer", url, str(count)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def holds_together(store: AnyStore) -> set[str]:
    """Return the declarations a store holds, having seen that each is whole and the log without gaps."""
    records = list(store.facts())
    assert [record.seq for record in records] == list(range(1, len(records) + 1))
    found = {record.subject for record in records}
    assert {number: len(store.facts_of(number)) for number in found} == dict.fromkeys(found, FACTS)
    assert store.tally().states.get("accepted", 0) == len(found)
    for number in found:
        assert store.case(number) is not None
        assert len(store.attempts_on(number)) == 1
        assert store.document(number) == number.encode() * 500
    return found


def test_four_threads_write_one_log_without_gaps(store: AnyStore) -> None:
    with ThreadPoolExecutor(4) as pool:
        works = list(pool.map(lambda number: write(store, f"N{number}"), range(100)))
    runs = sorted([record.seq for record in records] for records in works)
    assert runs == [list(range(first, first + FACTS)) for first in range(1, 100 * FACTS, FACTS)]


def test_two_processes_write_one_log_without_gaps(url: str) -> None:
    processes = [writer(url, 100), writer(url, 100)]
    said = [process.communicate()[0].split() for process in processes]
    assert [len(numbers) for numbers in said] == [100, 100]
    store = opened(url)
    assert holds_together(store) == {f"N{ordinal}" for ordinal in range(1, 201)}
    store.close()


@pytest.mark.parametrize("acknowledged", [1, 20, 75])
def test_a_writer_killed_in_full_flow_leaves_whole_declarations_only(url: str, acknowledged: int) -> None:
    process = writer(url, 0)
    assert process.stdout is not None
    said = [process.stdout.readline().strip() for _ in range(acknowledged)]
    process.kill()
    said += [line.strip() for line in process.stdout if line.endswith("\n")]
    process.wait()
    store = opened(url)
    found = holds_together(store)
    assert found == {f"N{ordinal}" for ordinal in range(1, len(found) + 1)}
    assert found >= set(said)
    with store.work() as work:
        assert work.next_ordinal("numbers") == len(found) + 1
    store.close()


def test_many_processes_may_open_a_new_store_at_once(url: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(lambda _: opened(url), range(8)))
    write(stores[0])
    assert [store.last_seq() for store in stores] == [FACTS] * 8
    for store in stores:
        store.close()
