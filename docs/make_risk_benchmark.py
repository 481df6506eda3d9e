"""Makes the tables of the risk benchmark anew, for one file: ``python docs/make_risk_benchmark.py FILE [SEEDS [DRAWING]]``.

It takes some minutes; a drawing of the frontier takes as long again.
"""

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
EXPLORING = ((0.0, 0.0), (0.05, 0.0), (0.05, 0.15), (0.05, 0.30), (0.20, 0.15))
"""Share of the budget that chance decides, and that looks at firms that began together."""
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


def _weighted(held: Season, inputs: Inputs, seed: int, weight: float) -> Measures:
    return evaluate_selective(held, inputs, BUDGET, seed, Policy(weight=weight)).measures


def exploring(held: Season, inputs: Inputs, seeds: Sequence[int]) -> None:
    """Print what exploring costs and brings: from no chance at all to a fifth of the budget."""
    made = {
        f"{chance:.2f} by chance, {probes:.2f} to probes": [
            evaluate_selective(held, inputs, BUDGET, seed, Policy(share=chance, probes=probes)).measures for seed in seeds
        ]
        for chance, probes in EXPLORING
    }
    table(made)


def drawn(made: Mapping[str, Sequence[Measures]]) -> str:
    """Return the frontier as a drawing: precision to the right, revenue and ring upwards, one point for each weight of the loss."""
    lines = []
    for share, colour in (("revenue", "#0b6e4f"), ("ring", "#b3541e")):
        points = [(np.mean([one.precision for one in runs]), np.mean([getattr(one, share) for one in runs])) for runs in made.values()]
        places = [(60 + 2000 * (x - 0.18), 340 - 640 * (y - 0.5)) for x, y in points]
        lines.append(
            f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(f"{x:.0f},{y:.0f}" for x, y in places)}"/>'
        )
        lines += [f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{colour}"/>' for x, y in places]
        x, y = places[0]
        lines.append(f'<text x="{x + 10:.0f}" y="{y + 4:.0f}" fill="{colour}">{share}</text>')
    axes = [f'<text x="20" y="{344 - 64 * step}">{0.5 + 0.1 * step:.1f}</text>' for step in range(6)]
    axes += [f'<text x="{50 + 40 * step}" y="365">{0.18 + 0.02 * step:.2f}</text>' for step in range(0, 8, 2)]
    words = '<text x="150" y="388">precision of the inspections</text><title>Precision against revenue and ring found</title>'
    frame = '<path d="M60 20V340H400" fill="none" stroke="#555"/>'
    style = 'font-family="sans-serif" font-size="13" viewBox="0 0 440 400" role="img"'
    back = '<rect width="440" height="400" fill="#fff"/>'
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {style}>', back, words, frame, *axes, *lines, "</svg>", ""])


def main(path: Path, count: int, drawing: Path | None) -> None:
    """Print every table of one file; the frontier where it is to be drawn."""
    held = read_csv(path)
    inputs, seeds = inputs_of(held), range(1, count + 1)
    print(f"{held.count} declarations, {held.weeks} weeks, {held.illicit.mean():.4f} wrong; alarms {len(inputs.alarms)}")
    runs = [evaluate_full(held, inputs, BUDGET, seed) for seed in seeds]
    table({name: [run[name] for run in runs] for name in runs[0]})
    selective(held, inputs, seeds)
    exploring(held, inputs, seeds)
    if drawing:
        made = {f"weight {weight}": [_weighted(held, inputs, seed, weight) for seed in seeds] for weight in WEIGHTS}
        table(made)
        drawing.write_text(drawn(made), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5, Path(sys.argv[3]) if len(sys.argv) > 3 else None)
