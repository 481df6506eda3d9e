"""DuckDB within this process: it writes nothing, and reaches no address. Names are quoted, values bound or quoted."""

# ruff: noqa: S608 - every name and text that enters a statement here is quoted

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from types import TracebackType

    import duckdb


PLACE = "position"
_NUMBERS = ("DOUBLE", "FLOAT", "DECIMAL", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINY", "USMALL", "UINT", "UBIG", "UHUGE")


class AnalyticsMissing(RuntimeError):
    """DuckDB is not installed."""


class NoData(ValueError):
    """There is nothing to ask."""


class StatementFailed(ValueError):
    """A statement could not be run."""


class DuckAnalytics:
    """Tables in DuckDB's memory, and views of Parquet files.

    Args:
      threads: How many threads it may use.

    Raises:
      AnalyticsMissing: DuckDB is not installed.
    """

    def __init__(self, threads: int = 2) -> None:
        try:
            import duckdb  # noqa: PLC0415 - it comes with an extra
        except ImportError as error:
            raise AnalyticsMissing("DuckDB is not installed. It comes with: pip install 'clearlane[learning]'") from error
        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": threads,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "ieee_floating_point_ops": True,
        }
        self._duckdb = duckdb
        self._connection: duckdb.DuckDBPyConnection = duckdb.connect(":memory:", config=settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give back its memory."""
        self._connection.close()

    def files(self, table: str, paths: Sequence[Path]) -> None:
        """Let a table be what stands in some Parquet files, one after the other."""
        if not paths:
            raise NoData("There is no Parquet file to ask.")
        listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
        source = f"read_parquet([{listed}], union_by_name = true)"
        found = self.rows(f"describe select * from {source}")
        selected = ", ".join(f"{_as_field(field, kind)} as {_name(field)}" for field, kind, *_ in found)
        self._run(f"create or replace view {_name(table)} as select {selected} from {source}")

    def columns(self, table: str, columns: Mapping[str, npt.NDArray[Any]]) -> None:
        """Let a table be some columns of one length. None and NaN are missing."""
        given = {f"c{place}": column for place, column in enumerate(columns.values())}
        selected = ", ".join(
            f"{_read(place, column)} as {_name(field)}" for (place, column), field in zip(given.items(), columns, strict=True)
        )
        self._connection.register("columns given", given)
        self._run(f'create or replace table {_name(table)} as select {selected} from "columns given"')
        self._connection.unregister("columns given")

    def listed(self, table: str, values: Iterable[str]) -> None:
        """Let a table be a list: one column ``value``."""
        self._run(f"create or replace table {_name(table)} as select unnest($1::varchar[]) as value", [list(values)])

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Return the rows a statement finds."""
        return self._run(statement).fetchall()

    def _run(self, statement: str, values: list[object] | None = None) -> duckdb.DuckDBPyConnection:
        try:
            return self._connection.execute(statement, values)
        except self._duckdb.Error as error:
            raise StatementFailed(str(error)) from error


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _as_field(field: str, kind: str) -> str:
    """Return how a column of a file is read: numbers are doubles, and missing where not finite; but a place is a whole number."""
    if field == PLACE or not kind.startswith(_NUMBERS):
        return _name(field)
    return f"case when isfinite({_name(field)}::double) then {_name(field)}::double end"


def _read(place: str, column: npt.NDArray[Any]) -> str:
    """Return how a column is read: in doubles NaN is missing; texts and flags may stand as objects."""
    if column.dtype == np.float64:
        return f"case when not isnan({place}) then {place} end"
    return place
