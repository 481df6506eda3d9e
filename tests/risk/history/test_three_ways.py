"""One definition, three ways: what the memory answers at a moment, columns and SQL answer for the whole year, to the last bit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import duckdb
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from clearlane.model.risk_field import Value
from clearlane.model.risk_history import Entity, History, HistoryEvent
from clearlane.risk.history.batch import Batch
from clearlane.risk.history.columns import ENTITIES, NO_KEY, Asked, Learned
from clearlane.risk.history.definitions import micros
from clearlane.risk.history.memory import Memory
from clearlane.risk.history.sql import statement
from tests.risk.history.streams import EVERY, KEYS, MOMENTS, streams

Columns = Mapping[str, NDArray[Any]]
QUESTIONS = st.lists(st.tuples(MOMENTS, KEYS), min_size=1, max_size=8)


def by_memory(events: Sequence[HistoryEvent], keys: Sequence[dict[Entity, str]], at: Sequence[int]) -> list[tuple[Value, ...]]:
    memory = Memory(EVERY)
    memory.update(events)
    return [memory.values(one, moment) for one, moment in zip(keys, at, strict=True)]


def by_columns(history: History, batch: Batch) -> list[Value]:
    values, present = batch.values(history)
    return [None if not there else bool(v) if history.measure == "first" else v for v, there in zip(values.tolist(), present, strict=True)]


def tables(learned: Learned, asked: Asked) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    clock: Columns = {"happening": learned.happening, "declared": learned.declared, "known": learned.known, "sign": learned.sign}
    _fill(connection, "learned", _named(clock) | _named(learned.amounts) | _named(learned.keys))
    _fill(connection, "asked", _named({"id": np.arange(len(asked)), "moment": asked.at}) | _named(asked.keys))
    return connection


def _named(columns: Mapping[Any, NDArray[np.int64]]) -> dict[str, NDArray[Any]]:
    return {str(name): column for name, column in columns.items()}


def _fill(connection: duckdb.DuckDBPyConnection, name: str, columns: Columns) -> None:
    connection.execute(f"CREATE TABLE {name} ({', '.join(f'{column} BIGINT' for column in columns)})")
    rows = zip(*(column.tolist() for column in columns.values()), strict=True)
    filled = [
        [None if entity in ENTITIES and value == NO_KEY else value for entity, value in zip(columns, row, strict=True)] for row in rows
    ]
    if filled:
        connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", filled)


@settings(max_examples=30)
@given(streams(), QUESTIONS)
def test_memory_columns_and_sql_give_the_very_same_values(
    events: list[HistoryEvent], questions: list[tuple[datetime, dict[Entity, str]]]
) -> None:
    at, keys = [micros(moment) for moment, _ in questions], [of for _, of in questions]
    learned = Learned.of(events)
    asked = learned.asked(keys, at)
    batch, connection = Batch(learned, asked), tables(learned, asked)
    for place, history in enumerate(EVERY):
        live = [values[place] for values in by_memory(events, keys, at)]
        assert by_columns(history, batch) == live, history.name
        assert [value for _, value in connection.execute(statement(history)).fetchall()] == live, history.name
