"""A process that loads a tariff or takes one back and stops in the middle of it, to be killed there.

python -m tests.office.tariff_actor load|load-written|roll-back|roll-back-written STORE
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from clearlane.office.wiring import store_from
from tests.office.tariffs import office, tariff


def in_the_middle() -> None:
    print("in the middle", flush=True)
    time.sleep(60)


def told(done: int) -> None:
    """Stop while reading files or computing declarations."""
    in_the_middle()


def large() -> dict[str, bytes]:
    """A tariff that takes a while to read."""
    lines = "".join(f"62{number:08d},1,Garment {number},Quần áo {number}\n" for number in range(20_000))
    small = tariff("12 %")
    return small | {"lines.csv": small["lines.csv"] + lines.encode()}


def main(act: str, address: str) -> None:
    store = store_from(address)
    desk = office(store)
    if act.endswith("written"):
        with store.work() as work:
            kind: Any = type(work)
        append = kind.append

        def written(self: object, at: datetime, facts: Sequence[Any]) -> Any:
            """Write, and stop before the commit."""
            made = append(self, at, facts)
            in_the_middle()
            return made

        kind.append = written
    if act.startswith("load"):
        desk.tariff.load(large(), by="T-17", report=None if act.endswith("written") else told)
    else:
        desk.tariff.roll_back(by="T-17", report=None if act.endswith("written") else told)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
