"""No six-tuple is both learned from and tested on: where the label hangs on the tuple alone, nothing can be known of a new one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from clearlane.learning.benchmark.korea import FILES, SIX, Declarations, declarations, evaluate_korea, read_korea
from clearlane.model.refusals import Unavailable, Unreadable

SHARED = Path(__file__).parents[4] / "shared" / "data" / "risk" / "customs-declarations-kcs"
OTHERS = (
    "Office ID", "Process Type", "Import Type", "Import Use", "Payment Type", "Mode of Transport", "Declarant ID", "Importer ID",
    "Seller ID", "Courier ID", "Country of Origin Indicator",
)  # fmt: skip


def copied(tuples: int, times: int) -> list[dict[str, str]]:
    """Declarations whose label is drawn once for each six-tuple and copied with it."""
    chance = np.random.default_rng(1)
    rows = []
    for one in range(tuples):
        six = dict(zip(SIX, (f"{one % 90:06d}", "A", "B", "8", "C", str(one)), strict=True))
        wrong = str(int(chance.random() < 0.3))
        rows += [{**six, **dict.fromkeys(OTHERS, "x"), "Item Price": "5", "Fraud": wrong} for _ in range(times)]
    return rows


def test_a_label_copied_with_its_tuple_cannot_be_looked_up() -> None:
    pytest.importorskip("lightgbm")
    made = evaluate_korea(declarations(copied(400, 5)), 1)
    assert made.tuples == 400
    assert 0.35 < made.auc < 0.65


def test_a_sign_that_new_tuples_share_is_learned() -> None:
    pytest.importorskip("lightgbm")
    rows = [{**row, "Office ID": row["Fraud"]} for row in copied(400, 5)]
    assert evaluate_korea(declarations(rows), 1).auc > 0.95


def test_a_missing_column_is_named() -> None:
    with pytest.raises(Unreadable, match='"Net Mass" is missing'):
        declarations([{name: value for name, value in row.items() if name != "Net Mass"} for row in copied(2, 1)])


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=FILES[0]):
        read_korea(tmp_path)


@pytest.fixture
def published() -> Declarations:
    if not SHARED.exists():
        pytest.skip("The published declarations lie beside the checkout only.")
    return read_korea(SHARED)


def test_the_published_declarations_are_ranked_as_promised(published: Declarations) -> None:
    pytest.importorskip("lightgbm")
    made = evaluate_korea(published, 1)
    assert made.auc >= 0.61
    assert made.precision >= 0.355
