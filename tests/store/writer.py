"""A process that writes declarations until it is told to stop, or killed; each number is printed once it is recorded.

Run as ``python -m tests.store.writer ADDRESS COUNT``; a count of 0 goes on for ever.
"""

from __future__ import annotations

import itertools
import sys

from tests.store.opening import opened
from tests.store.samples import NOON, attempt, case, facts


def main(url: str, count: int) -> None:
    store = opened(url)
    for _ in range(count) if count else itertools.count():
        with store.work() as work:
            number = f"N{work.next_ordinal('numbers')}"
            work.append(NOON, [(number, fact) for fact in facts()])
            work.keep([(number, number.encode() * 500)])
            work.put_cases([case(number)])
            work.put_attempts([attempt(number)])
        print(number, flush=True)
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
