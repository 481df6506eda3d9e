"""The open benchmark of risk work: a file of declarations with the truth, evaluated under a fixed protocol. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from clearlane.analytics.duck import AnalyticsMissing, DuckAnalytics, StatementFailed
from clearlane.learning.benchmark.full import evaluate_full
from clearlane.learning.benchmark.inputs import inputs_of
from clearlane.learning.benchmark.korea import Korea, evaluate_korea, read_korea
from clearlane.learning.benchmark.measures import Measures
from clearlane.learning.benchmark.recovery import Recovery, recovery
from clearlane.learning.benchmark.selective import METHODS, Policy, evaluate_selective
from clearlane.learning.benchmark.table import COLUMNS, Season, read_csv, refuse_missing, season
from clearlane.learning.benchmark.worlds.plan import WorldPlan
from clearlane.learning.benchmark.worlds.world import write_world
from clearlane.model.refusals import Unavailable, Unreadable
from clearlane.model.text import Text

__all__ = [
    "Evaluated",
    "Korea",
    "Measures",
    "Protocol",
    "Recovery",
    "WorldPlan",
    "compared",
    "evaluated",
    "korea",
    "read_world",
    "write_world",
]

Protocol = Literal["full", "selective"]
Progress = Callable[[int], None]
_PARQUET = b"PAR1"


def read_world(path: Path) -> Season:
    """Return the declarations of a file: CSV, plain or compressed, or Parquet.

    Args:
      path: The file, with the columns of ``clearlane.learning.benchmark.table``.

    Raises:
      Unavailable: The file cannot be opened.
      Unreadable: It is not such a table.
    """
    try:
        with path.open("rb") as file:
            parquet = file.read(len(_PARQUET)) == _PARQUET
    except OSError as error:
        raise Unavailable(Text(en=f"The file {path.name} cannot be read.", vi=f"Không đọc được tệp {path.name}.")) from error
    return _read_parquet(path) if parquet else read_csv(path)


def _read_parquet(path: Path) -> Season:
    try:
        with DuckAnalytics() as engine:
            engine.files("world", [path])
            refuse_missing([str(name) for name, *_ in engine.rows("describe world")])
            rows = engine.rows(f"select {', '.join(COLUMNS)} from world")  # noqa: S608 - the names are our own
    except AnalyticsMissing as error:
        raise Unavailable(
            Text(
                en="Parquet files need DuckDB, which is not installed here. To install it: pip install 'clearlane[learning]'",
                vi="Tệp Parquet cần DuckDB, hiện chưa được cài đặt. Để cài đặt: pip install 'clearlane[learning]'",
            )
        ) from error
    except StatementFailed as error:
        raise Unreadable(Text(en=f"The file {path.name} is no Parquet table.", vi=f"Tệp {path.name} không phải bảng Parquet.")) from error
    return season(dict(zip(COLUMNS, zip(*rows, strict=True), strict=True)) if rows else {})


class Evaluated(NamedTuple):
    """An evaluation.

    Attributes:
      measures: How well the whole selection does.
      recovery: How soon a new scheme was found; None where there was none, and under full results.
    """

    measures: Measures
    recovery: Recovery | None


def evaluated(path: Path, protocol: Protocol, budget: float, seed: int, report: Progress | None = None) -> Evaluated:
    """Return how well the whole selection does on a file.

    Args:
      path: The file; see ``read_world``.
      protocol: ``full``: all results of the past are known; ``selective``: only those of what was inspected.
      budget: The share of each week that can be inspected, above 0 and below 1.
      seed: The seed of all chance.
      report: Is told how many weeks are done.

    Raises:
      Refusal: The file cannot be read, or the libraries for learned scores are not installed.
    """
    declared = read_world(path)
    inputs = inputs_of(declared)
    if protocol == "full":
        return Evaluated(evaluate_full(declared, inputs, budget, seed)["ranked"], None)
    watched = evaluate_selective(declared, inputs, budget, seed, report=report)
    return Evaluated(watched.measures, recovery(declared, inputs, watched.chosen))


def compared(path: Path, protocol: Protocol, budget: float, seed: int) -> dict[str, Measures]:
    """Return the same beside everything it must beat, by the name of the method."""
    declared = read_world(path)
    inputs = inputs_of(declared)
    if protocol == "full":
        return evaluate_full(declared, inputs, budget, seed)
    return {name: evaluate_selective(declared, inputs, budget, seed, Policy(name)).measures for name in METHODS}


def korea(folder: Path, seed: int) -> Korea:
    """Return how well the Korean synthetic declarations are ranked.

    Args:
      folder: Where the published files lie.
      seed: The seed of all chance.

    Raises:
      Refusal: The files cannot be read, or the libraries for learned scores are not installed.
    """
    return evaluate_korea(read_korea(folder), seed)
