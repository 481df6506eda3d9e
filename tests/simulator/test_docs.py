"""The pages about the simulator name what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from clearlane.simulator import Kind
from clearlane.simulator.truth import MISSES

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_irregularity_has_its_line_with_its_miss_rates(kind: Kind) -> None:
    documents, goods = (f"{rate / 10:g} %" for rate in MISSES[kind])
    rows = [line for line in (DOCS / "reference" / "simulator.md").read_text(encoding="utf-8").splitlines() if f"| {kind.value} |" in line]
    assert len(rows) == 1
    assert rows[0].endswith(f"| {documents} | {goods} |")


def test_the_example_of_the_reference_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (DOCS / "reference" / "simulator.md").read_text(encoding="utf-8")
    exec(page.split("```python\n")[1].split("```")[0], {})
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_the_explanation_links_to_the_reference() -> None:
    assert "../reference/simulator.md" in (DOCS / "explanation" / "simulated-trade.md").read_text(encoding="utf-8")
