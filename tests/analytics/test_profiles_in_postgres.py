"""The same conditions in PostgreSQL, where arithmetic fails instead of going to infinity and texts have a country's order."""

from __future__ import annotations

import random

import psycopg

from clearlane.risk.language.closures import compile_all
from clearlane.risk.language.sql import to_sql
from clearlane.risk.language.sql_words import POSTGRES, POSTGRES_ARITHMETIC, list_table, name
from tests.risk.language import at_random
from tests.risk.language.at_random import CATALOGUE, KINDS, LISTS

TYPES = {"text": "text", "number": "double precision", "flag": "boolean"}


def filled(connection: psycopg.Connection, rows: at_random.Rows) -> None:
    connection.execute(POSTGRES_ARITHMETIC.encode())
    fields = ", ".join(f"{name(field)} {TYPES[kind]}" for field, kind in KINDS.items())
    connection.execute(f"create table items (position bigint, {fields})".encode())
    with connection.cursor() as cursor:
        places = ", ".join(["%s"] * (len(KINDS) + 1))
        cursor.executemany(f"insert into items values ({places})".encode(), [(place, *row) for place, row in enumerate(rows)])
        for kept, values in LISTS.items():
            cursor.execute(f"create table {name(list_table(kept))} (value text)".encode())
            cursor.executemany(f"insert into {name(list_table(kept))} values (%s)".encode(), [(value,) for value in values])


def test_sql_for_postgres_answers_what_a_function_answers(postgres_database: str) -> None:
    chance = random.Random(21)
    rows = at_random.rows(chance, 100)
    conditions = [at_random.condition(chance) for _ in range(500)]
    with psycopg.connect(postgres_database) as connection:
        filled(connection, rows)
        for condition, closure in zip(conditions, compile_all(conditions, CATALOGUE, LISTS), strict=True):
            statement = f"select {to_sql(condition, CATALOGUE, POSTGRES)} from items order by position"
            assert [answer for (answer,) in connection.execute(statement.encode())] == [closure(row) for row in rows], condition
