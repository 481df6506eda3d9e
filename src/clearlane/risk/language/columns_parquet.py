"""Goods items read from Parquet files, one for each month as a rule: column by column, and only those that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from clearlane.model.risk_field import Catalogue, FieldKind
from clearlane.risk.language.columns import NO_FLAG, Column, Columns, TextColumn, UnreadableColumn, columns_of, numbers_of

if TYPE_CHECKING:
    import polars as pl

DAY = "day"
"""The column of the day each item was declared on."""


class ParquetMissing(RuntimeError):
    """The library that reads Parquet is not installed."""


def columns_of_files(paths: Sequence[Path], catalogue: Catalogue, fields: Iterable[str]) -> Columns:
    """Return the columns of some fields, file after file, and the day.

    Args:
      paths: The files, each with a column for each field, named as it is, and one ``day`` of dates.
      catalogue: The fields.
      fields: Which of them to read.

    Raises:
      ParquetMissing: The extra ``parquet`` is not installed.
      UnreadableColumn: A field is not in the files, is of another kind there, or holds a number that is not finite.
    """
    try:
        import polars as pl  # noqa: PLC0415 - it comes with an extra
    except ImportError as error:
        raise ParquetMissing("Reading Parquet needs Polars. It comes with: pip install 'clearlane[parquet]'") from error
    frame = pl.scan_parquet(list(paths))
    types: dict[FieldKind, type[pl.DataType]] = {"text": pl.String, "number": pl.Float64, "flag": pl.Boolean}
    found: dict[str, Column] = {}
    try:
        for name in fields:
            kind = catalogue[name].kind
            found[name] = _column(kind, frame.select(pl.col(name).cast(types[kind])).collect()[name])
        days = frame.select(pl.col(DAY).cast(pl.Date)).collect()[DAY]
    except pl.exceptions.PolarsError as error:
        raise UnreadableColumn(str(error)) from error
    if days.null_count():
        raise UnreadableColumn("A goods item has no day.")
    return columns_of(found, days.to_numpy())


def _column(kind: FieldKind, values: pl.Series) -> Column:
    if kind == "text":
        codes = values.rank("dense").fill_null(0).to_numpy().astype(np.int32)
        return TextColumn(codes, values.drop_nulls().unique().sort().to_list())
    if kind == "flag":
        return values.cast(int).fill_null(NO_FLAG).to_numpy().astype(np.int8)
    return numbers_of(values.fill_null(0.0).to_numpy(), values.is_null().to_numpy())
