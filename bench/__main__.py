"""Run the benchmarks: ``./run bench`` for all, ``./run bench intake`` for some. Prints the machine and a table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.table import Table

from bench import (
    assessment,
    commit,
    desk,
    duty,
    expressions,
    histories,
    intake,
    learning,
    ledger,
    memory,
    over_http,
    passage,
    payments,
    risk,
    simulated,
    tariff,
    transit,
)
from bench.corpus import Corpus, corpus
from bench.figure import Figure, machine

PARTS: dict[str, Callable[[Corpus], Iterator[Figure]]] = {
    "intake": intake.figures,
    "commit": commit.figures,
    "passage": passage.figures,
    "duty": lambda _: duty.figures(),
    "expressions": lambda _: expressions.figures(),
    "tariff": lambda _: tariff.figures(),
    "http": over_http.figures,
    "simulator": lambda _: simulated.figures(),
    "memory": lambda _: memory.figures(),
    "assessment": lambda _: assessment.figures(),
    "risk": lambda _: risk.figures(),
    "backtest": lambda _: risk.backtest_figures(),
    "histories": lambda _: histories.figures(),
    "learning": lambda _: learning.figures(),
    "ledger": ledger.figures,
    "desk": lambda _: desk.figures(),
    "payments": lambda _: payments.figures(),
    "transit": lambda _: transit.figures(),
}


def main(wanted: list[str]) -> int:
    """Run the parts named, or all, and print each figure beside its reference."""
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    progress, messages = Console(stderr=True), corpus()
    table = Table(title=f"{machine()}; {messages.name}")
    for heading in ("what", "figure", "against", "reference", "ratio", "target"):
        table.add_column(heading)
    for place, name in enumerate(wanted or PARTS, 1):
        progress.print(f"Measuring {name} ({place} of {len(wanted or PARTS)}) ...")  # a moving spinner would be a thread beside the work
        for one in PARTS[name](messages):
            table.add_row(one.what, f"{one.value:,.1f} {one.unit}", one.against, f"{one.reference:,.1f}", f"{one.ratio:.3f}", one.target)
    Console(width=max(160, progress.width)).print(table)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
