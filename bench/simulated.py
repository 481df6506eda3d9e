"""How fast the simulator trades, messages written as XML; beside the writing alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from bench.figure import Figure
from clearlane.lodgement.write import write
from clearlane.simulator import Economy

NUMBER = 20_000


def figures() -> Iterator[Figure]:
    """Yield the seconds that 100,000 messages take, from a run of fewer."""
    start = time.perf_counter()
    made = [(one.message, write(one.message)) for one in islice(Economy.of(7, datetime(2026, 1, 1, tzinfo=UTC)).stream(), NUMBER)]
    whole = time.perf_counter() - start
    start = time.perf_counter()
    for message, _ in made:
        write(message)
    alone = time.perf_counter() - start
    scale = 100_000 / NUMBER
    yield Figure("100,000 simulated messages as XML", whole * scale, "s", "writing them alone", alone * scale, "under 120 s")
