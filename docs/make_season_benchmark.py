"""Makes the tables of the simulator's trade in the risk benchmark anew: ``python docs/make_season_benchmark.py [SEEDS [WEEKS [FIRMS]]]``.

It takes about three minutes a seed. Files that ``clearlane risk season --json`` wrote are read instead where they are named.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np

from clearlane.office.season_measures import SeasonMeasures
from clearlane.office.season_protocol import season_evaluated
from clearlane.office.wiring import profile_named

Runs = Sequence[Mapping[str, SeasonMeasures]]
SHARES = ("precision", "recall", "revenue", "auc")
EASY = "shell importer"


def spread(figures: Sequence[float]) -> str:
    """Return mean and standard deviation over seeds."""
    return f"{np.mean(figures):.3f} ± {np.std(figures):.3f}"


def but_shells(one: SeasonMeasures) -> float:
    """Return the share of revenue found that is lost otherwise than by shell importers."""
    others = [kind for name, kind in one.kinds.items() if name != EASY]
    return sum(kind.lost * kind.revenue for kind in others) / max(sum(kind.lost for kind in others), 1e-9)


def methods(runs: Runs) -> None:
    """Print the table of methods."""
    print("| method | precision | recall | revenue | least revenue | revenue without shells | AUC |")
    print("|---|---|---|---|---|---|---|")
    for name in runs[0]:
        every = [run[name] for run in runs]
        precision, recall, revenue, auc = ([getattr(one.measures, share) for one in every] for share in SHARES)
        cells = spread(precision), spread(recall), spread(revenue), f"{min(revenue):.3f}", spread([*map(but_shells, every)]), spread(auc)
        print(f"| {name} | {' | '.join(cells)} |")


def kinds(runs: Runs) -> None:
    """Print the table of kinds: the share of declarations found by each method, and of what is lost."""
    names = sorted({kind for run in runs for kind in run["ranked"].kinds}, key=lambda kind: -sum(_lost(run, kind) for run in runs))
    print(f"\n| kind | declarations | of all lost | {' | '.join(runs[0])} | revenue, ranked |")
    print(f"|---|---|---|{'---|' * (len(runs[0]) + 1)}")
    every = sum(_lost(run, kind) for run in runs for kind in names)
    for kind in names:
        held = [run for run in runs if kind in run["ranked"].kinds]
        found = [f"{np.mean([run[method].kinds[kind].found for run in held]):.2f}" for method in runs[0]]
        many, lost = np.mean([run["ranked"].kinds[kind].declarations for run in held]), sum(_lost(run, kind) for run in held)
        got = np.mean([run["ranked"].kinds[kind].revenue for run in held])
        print(f"| {kind} | {many:.0f} | {lost / every:.3f} | {' | '.join(found)} | {got:.2f} |")


def _lost(run: Mapping[str, SeasonMeasures], kind: str) -> float:
    return run["ranked"].kinds[kind].lost if kind in run["ranked"].kinds else 0.0


def main(words: Sequence[str]) -> None:
    """Print both tables."""
    if words and not words[0].isdigit():
        runs = [msgspec.json.decode(Path(word).read_bytes(), type=dict[str, SeasonMeasures]) for word in words]
    else:
        seeds, weeks, firms = (int(word) for word in [*words, *("5", "16", "300")[len(words) :]])
        runs = [season_evaluated(profile_named("xa"), seed, weeks, firms, 0.05) for seed in range(1, seeds + 1)]
    methods(runs)
    kinds(runs)


if __name__ == "__main__":
    main(sys.argv[1:])
