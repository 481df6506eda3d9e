"""A history as one SQL statement (DuckDB's dialect), for questions that nobody foresaw: the very values of the other two ways.

The statement asks two tables, whose columns ``Learned`` and ``Asked`` hold: ``learned`` (happening 0 or 1, declared, known, sign, a
column per entity, a column per amount) and ``asked`` (id, moment, a column per entity). A missing key is NULL.
"""

from __future__ import annotations

from clearlane.model.risk_history import History
from clearlane.risk.history.columns import HAPPENINGS
from clearlane.risk.history.definitions import DAY, SCALES


def statement(history: History) -> str:
    """Return the statement: one row per question with ``id`` and ``value``, NULL where it is missing."""
    within = [
        f"learned.{history.entity} = asked.{history.entity}",
        f"learned.happening = {HAPPENINGS.index(history.of)}",
        "learned.known < asked.moment",
    ]
    if history.days is not None:
        clock = "known" if history.clock == "known_at" else "declared"
        within.append(f"learned.{clock} >= asked.moment - {history.days * DAY}")
    condition = " AND ".join(within)
    value = f"CASE WHEN asked.{history.entity} IS NULL THEN NULL ELSE {_measured(history)} END"
    return (
        f"SELECT asked.id AS id, {value} AS value FROM asked LEFT JOIN learned ON {condition} "  # noqa: S608 - only names of ours
        f"GROUP BY asked.id, asked.moment, asked.{history.entity} ORDER BY asked.id"
    )


def _measured(history: History) -> str:
    count = "coalesce(sum(learned.sign), 0)"
    if history.measure == "count":
        return f"CAST(greatest({count}, 0) AS DOUBLE)"
    if history.measure == "first":
        return "count(*) FILTER (WHERE learned.sign > 0) = 0"
    if history.measure in ("days_since_first", "days_since_last"):
        end = "min" if history.measure == "days_since_first" else "max"
        return f"CAST(asked.moment - {end}(learned.known) FILTER (WHERE learned.sign > 0) AS DOUBLE) / {DAY}"
    amount = history.amount or "found"
    total = f"CAST(greatest(coalesce(sum(learned.{amount}), 0), 0) AS DOUBLE) / {SCALES[amount]}"
    if history.measure == "sum":
        return total
    share = f"{total} / CAST({count} AS DOUBLE)"
    return f"CASE WHEN {count} <= 0 THEN NULL ELSE {f'least({share}, 1.0)' if amount == 'found' else share} END"
