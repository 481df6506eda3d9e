"""The Korean synthetic declarations, scored so that no answer can be looked up.

They were generated from real ones, and the label was copied together with six columns: goods code, departure, origin, rate, kind of duty
and net mass. Whoever has seen such a six-tuple knows its label, and four of five declarations of the published test period repeat one of
the training period. Here all declarations of a six-tuple lie in the same one of five parts: none is ever learned from and tested on.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from clearlane.learning.benchmark.keys import grouped
from clearlane.learning.benchmark.measures import ranked_before
from clearlane.learning.benchmark.table import Codes, Floats, Ints
from clearlane.learning.engine import lightgbm
from clearlane.model.refusals import Unavailable, Unreadable
from clearlane.model.text import Text

FILES = ("df_syn_train_eng.csv", "df_syn_valid_eng.csv")
SIX = ("HS6 Code", "Country of Departure", "Country of Origin", "Tax Rate", "Tax Type", "Net Mass")
_PLAIN = (
    "Office ID", "Process Type", "Import Type", "Import Use", "Payment Type", "Mode of Transport", "Declarant ID", "Importer ID",
    "Seller ID", "Courier ID", "Country of Origin Indicator",
)  # fmt: skip
_TOGETHER = (
    ("hs4", "Country of Origin"), ("hs2", "Country of Origin"), ("HS6 Code", "Country of Origin"), ("hs2", "Tax Type"),
    ("Country of Departure", "Country of Origin"), ("Tax Type", "Country of Origin"), ("Office ID", "Mode of Transport"),
)  # fmt: skip
_NUMBERS = ("Net Mass", "Item Price", "Tax Rate")
_FRAUD = "Fraud"
PARTS, BUDGET = 5, 0.05
_DOUBT, _ROUNDS = 10.0, 250
_SETTINGS = {
    "objective": "binary", "num_leaves": 8, "learning_rate": 0.03, "min_data_in_leaf": 100, "feature_fraction": 0.3,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 50.0, "num_threads": 1, "verbose": -1, "deterministic": True,
    "force_row_wise": True,
}  # fmt: skip


class Korea(msgspec.Struct, frozen=True, kw_only=True):
    """How well they are ranked: the mean of five parts.

    Attributes:
      auc: Chance that a wrong declaration ranks before a right one, 0 to 1.
      precision: Share of wrong ones among the 5 % ranked first.
      base: Share of wrong ones among all.
      declarations: How many there are.
      tuples: How many six-tuples they have.
    """

    auc: float
    precision: float
    base: float
    declarations: int
    tuples: int


class Declarations(NamedTuple):
    """The declarations in columns.

    Attributes:
      wrong: Whether each is wrong, 0 or 1.
      numbers: Logarithms of net mass and price, the rate, and the logarithm of the price per kilogram.
      groups: For each way of grouping, the group of each declaration.
      tuples: The six-tuple of each.
    """

    wrong: Floats
    numbers: Floats
    groups: tuple[Ints, ...]
    tuples: Ints


def read_korea(folder: Path) -> Declarations:
    """Read the published files.

    Args:
      folder: Where ``FILES`` lie, in English.

    Raises:
      Unavailable: A file cannot be opened.
      Unreadable: A column is missing, or holds what is no number. Field: ``column``.
    """
    rows: list[dict[str, str]] = []
    for name in FILES:
        try:
            with (folder / name).open(newline="", encoding="utf-8-sig") as file:
                rows += csv.DictReader(file)
        except OSError as error:
            raise Unavailable(Text(en=f"The file {name} cannot be read.", vi=f"Không đọc được tệp {name}.")) from error
    return declarations(rows)


def declarations(rows: list[dict[str, str]]) -> Declarations:
    """Return rows in columns.

    Raises:
      Unreadable: As in ``read_korea``.
    """
    if not rows:
        raise Unreadable(Text(en="There is no declaration in the files.", vi="Các tệp không có tờ khai nào."))
    for name in (*_PLAIN, *SIX, *_NUMBERS, _FRAUD):
        if name not in rows[0]:
            raise Unreadable(Text(en=f'The column "{name}" is missing.', vi=f'Thiếu cột "{name}".'), column=name)
    mass, price, rate = (_numbers(rows, name) for name in _NUMBERS)
    texts: dict[str, Codes] = {name: np.array([row[name] for row in rows]) for name in (*_PLAIN, *SIX)}
    texts |= {f"hs{digits}": np.array([row["HS6 Code"].zfill(6)[:digits] for row in rows]) for digits in (2, 4)}
    by = [(name,) for name in (*_PLAIN, *SIX, "hs2", "hs4")]
    mass, price = np.log1p(np.maximum(mass, 0)), np.log1p(np.maximum(price, 0))
    return Declarations(
        wrong=_numbers(rows, _FRAUD),
        numbers=np.stack([mass, price, rate, price - mass], 1),
        groups=tuple(grouped(*(texts[name] for name in names)).group for names in (*by, *_TOGETHER)),
        tuples=grouped(*(texts[name] for name in SIX)).group,
    )


def _numbers(rows: Iterable[dict[str, str]], name: str) -> Floats:
    try:
        return np.array([float(row[name]) for row in rows])
    except ValueError as error:
        raise Unreadable(
            Text(en=f'The column "{name}" holds something that is no number.', vi=f'Cột "{name}" có giá trị không phải là số.'), column=name
        ) from error


def evaluate_korea(held: Declarations, seed: int) -> Korea:
    """Return how well declarations of six-tuples never seen are ranked.

    Args:
      held: The declarations.
      seed: The seed of all chance: of the parts too.
    """
    chance, count = np.random.default_rng(seed), int(held.tuples.max()) + 1
    outer, inner = (chance.integers(0, PARTS, count)[held.tuples] for _ in range(2))
    auc, precision = zip(*(_part(held, outer == part, inner, seed) for part in range(PARTS)), strict=True)
    return Korea(
        auc=float(np.mean(auc)),
        precision=float(np.mean(precision)),
        base=float(held.wrong.mean()),
        declarations=len(held.wrong),
        tuples=count,
    )


def _part(held: Declarations, tested: np.ndarray[tuple[int], np.dtype[np.bool_]], inner: Ints, seed: int) -> tuple[float, float]:
    """Learn from the other parts, and return AUC and precision within the budget on this one."""
    learn, test = np.flatnonzero(~tested), np.flatnonzero(tested)
    engine = lightgbm()
    seen = np.hstack([held.numbers[learn], _own(held, learn, inner)])
    new = np.hstack([held.numbers[test], _rates(held, learn, test)])
    trees = engine.train({**_SETTINGS, "seed": seed}, engine.Dataset(seen, held.wrong[learn]), _ROUNDS)
    score = np.asarray(trees.predict(new))
    first = np.argsort(-score, kind="stable")[: round(BUDGET * len(test))]
    return ranked_before(score, held.wrong[test]), float(held.wrong[test][first].mean())


def _own(held: Declarations, learn: Ints, inner: Ints) -> Floats:
    """Return the rates of groups for what is learned from, each declaration's without any of its own six-tuple."""
    width = 2 * len(held.groups)
    said = np.empty((len(learn), width))
    for part in range(PARTS):
        mine = inner[learn] == part
        said[mine] = _rates(held, learn[~mine], learn[mine])
    said[:, 1::2] = _rates(held, learn, learn)[:, 1::2]
    return said


def _rates(held: Declarations, known: Ints, asked: Ints) -> Floats:
    """Return for each way of grouping how often the group was wrong, each six-tuple counting once, and how often it was seen."""
    weight = 1 / np.bincount(held.tuples)[held.tuples][known]
    wrong = held.wrong[known]
    usual = float(np.average(wrong, weights=weight))
    columns: list[Floats] = []
    for group in held.groups:
        size = int(group.max()) + 1
        total, found = np.bincount(group[known], weight, size), np.bincount(group[known], weight * wrong, size)
        columns.append(((found + _DOUBT * usual) / (total + _DOUBT))[group[asked]])
        columns.append(np.log1p(np.bincount(group[known], minlength=size))[group[asked]])
    return np.stack(columns, 1)
