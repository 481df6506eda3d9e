"""Memory of an office that takes many declarations: after 100,000 beside after 10,000, in one process."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.corpus import corpus, distinct
from bench.figure import Figure
from clearlane.office.office import Office

FEW, MANY = 10_000, 100_000


def figures() -> Iterator[Figure]:
    """Yield resident memory in a process of its own, so that nothing else is counted."""
    done = subprocess.run([sys.executable, "-m", "bench.memory"], capture_output=True, text=True, check=True)
    few, many = map(float, done.stdout.split())
    yield Figure(f"resident memory after {MANY:,} declarations", many, "MiB", f"after {FEW:,}", few, "at most 1.1 times")


def resident() -> float:
    """Return this process's resident memory in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("The system does not tell a process's memory.")


def _run() -> None:
    found = corpus()
    with tempfile.TemporaryDirectory() as folder, Office.open(profile=found.profile, store=f"sqlite:///{folder}/office.db") as office:
        done = 0
        for goal in (FEW, MANY):
            while done < goal:
                messages = distinct(found.stripped, 1000, tag=f"M{done}-")
                done += sum(1 for _ in islice(office.lodge_many(messages), 1000))
            print(resident(), flush=True)


if __name__ == "__main__":
    _run()
