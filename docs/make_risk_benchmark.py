"""Makes the tables of the risk benchmark anew, for one file: ``python docs/make_risk_benchmark.py FILE [SEEDS]``; it takes some minutes."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from clearlane.learning.benchmark.full import evaluate_full
from clearlane.learning.benchmark.inputs import Inputs, inputs_of
from clearlane.learning.benchmark.measures import Measures
from clearlane.learning.benchmark.recovery import recovery
from clearlane.learning.benchmark.selective import METHODS, Policy, evaluate_selective
from clearlane.learning.benchmark.table import Season, read_csv

BUDGET = 0.05
WEIGHTS = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
SHARES = ("precision", "recall", "revenue", "ring", "auc")


def row(name: str, made: Sequence[Measures]) -> str:
    """Return one line of a table: mean and spread over seeds, and for each kind the mean."""
    cells = [
        f"{np.mean([getattr(one, share) for one in made]):.3f} ± {np.std([getattr(one, share) for one in made]):.3f}" for share in SHARES
    ]
    kinds = sorted({kind for one in made for kind in one.kinds})
    cells += [f"{np.mean([one.kinds.get(kind, 0.0) for one in made]):.2f}" for kind in kinds]
    return f"| {name} | {' | '.join(cells)} |"


def table(made: Mapping[str, Sequence[Measures]]) -> None:
    """Print a table of methods."""
    kinds = sorted({kind for runs in made.values() for one in runs for kind in one.kinds})
    print(f"\n| method | {' | '.join(('precision', 'recall', 'revenue', 'ring', 'AUC', *kinds))} |")
    print(f"|---|{'---|' * (len(SHARES) + len(kinds))}")
    for name, runs in made.items():
        print(row(name, runs), flush=True)


def selective(held: Season, inputs: Inputs, seeds: Sequence[int]) -> None:
    """Print the table of selective labels, and how soon the ring was found."""
    made: dict[str, list[Measures]] = {}
    for method in METHODS:
        watched = [evaluate_selective(held, inputs, BUDGET, seed, Policy(method)) for seed in seeds]
        made[method] = [one.measures for one in watched]
        if method == "layer":
            for seed, one in zip(seeds, watched, strict=True):
                print(seed, recovery(held, inputs, one.chosen), flush=True)
    table(made)


def frontier(held: Season, inputs: Inputs, seeds: Sequence[int]) -> None:
    """Print the measures of the whole layer for several weights of the loss."""
    table({f"weight {weight}": [_weighted(held, inputs, seed, weight) for seed in seeds] for weight in WEIGHTS})


def _weighted(held: Season, inputs: Inputs, seed: int, weight: float) -> Measures:
    return evaluate_selective(held, inputs, BUDGET, seed, Policy(weight=weight)).measures


def main(path: Path, count: int) -> None:
    """Print every table of one file."""
    held = read_csv(path)
    inputs, seeds = inputs_of(held), range(1, count + 1)
    print(f"{held.count} declarations, {held.weeks} weeks, {held.illicit.mean():.4f} wrong; alarms {len(inputs.alarms)}")
    runs = [evaluate_full(held, inputs, BUDGET, seed) for seed in seeds]
    table({name: [run[name] for run in runs] for name in runs[0]})
    selective(held, inputs, seeds)
    frontier(held, inputs, seeds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
