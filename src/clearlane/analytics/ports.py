"""Ports: what the office needs of analytics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy.typing as npt


class Analytics(Protocol):
    """Tables to be asked in SQL."""

    def files(self, table: str, paths: Sequence[Path]) -> None:
        """Let a table be what stands in some Parquet files, one after the other.

        Raises:
          NoData: There is no file.
        """

    def columns(self, table: str, columns: Mapping[str, npt.NDArray[Any]]) -> None:
        """Let a table be some columns of one length. None and NaN are missing."""

    def listed(self, table: str, values: Iterable[str]) -> None:
        """Let a table be a list: one column ``value``."""

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Return the rows a statement finds.

        Raises:
          StatementFailed: The statement asks of what is not there, or cannot be run.
        """
