"""Rows: how nouns lie in tables, the same in every store.

Each row carries the noun whole, as JSON, beside the columns it is found by. Moments are ISO 8601 text in UTC,
always with microseconds, so that text order is time order and any tool can read them in fifty years.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec

from clearlane.model.case import Attempt, Case
from clearlane.model.chosen import Chosen
from clearlane.model.facts import Fact, Record
from clearlane.model.person import Reading
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow

Row = tuple[Any, ...]

FACT = ("seq", "at", "subject", "kind", "body")
CASE = (
    "number", "declarant", "reference", "state", "lane", "outside_number", "currency", "duty", "lodged_at", "changed_at",
    "office", "officer", "section", "waits", "due", "body",
)  # fmt: skip
NEVER = "9999"
"""Stands for no clock: it comes after every moment."""
ATTEMPT = ("declarant", "reference", "number", "body")
DOCUMENT = ("digest", "body")
HAPPENING = ("seq", "item", "number", "body")
RISK_ROW = ("number", "item", "at", "body")
READ = ("place", "at", "who", "subject", "body")
CHOSEN = ("number", "office", "shift", "arm", "lane", "at", "consignment", "body")
TALLY = ("state", "lane", "currency", "cases", "priced", "duty")

_LONGEST_KEY, _HEAD = 200, 100
_encoder = msgspec.json.Encoder()
_facts: msgspec.json.Decoder[Fact] = msgspec.json.Decoder(Fact)
_cases = msgspec.json.Decoder(Case)
_attempts = msgspec.json.Decoder(Attempt)
_happenings = msgspec.json.Decoder(HistoryEvent)
_risk_rows = msgspec.json.Decoder(RiskRow)
_chosen = msgspec.json.Decoder(Chosen)
_reads = msgspec.json.Decoder(Reading)


def moment(at: datetime) -> str:
    """Return a moment as text in UTC.

    Raises:
      ValueError: The moment names no offset from UTC, so nobody could say later when it was.

    >>> moment(datetime(2026, 11, 22, 8, tzinfo=UTC))
    '2026-11-22T08:00:00.000000Z'
    """
    if at.tzinfo is None:
        raise ValueError("A moment to be recorded must name its offset from UTC.")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def key(text: str) -> str:
    """Return text as a column holds it to be found by: itself, or its beginning and digest where an index could not take it."""
    if len(text) <= _LONGEST_KEY and "\0" not in text:
        return text
    return text[:_HEAD].replace("\0", "") + "#" + sha256(text.encode()).hexdigest()


def fact_rows(seq: int, at: str, facts: Iterable[tuple[str, Fact]]) -> list[Row]:
    """Return rows of the log from a place on."""
    encode = _encoder.encode
    return [(place, at, subject, fact.__struct_config__.tag, encode(fact).decode()) for place, (subject, fact) in enumerate(facts, seq)]


def case_row(case: Case) -> Row:
    """Return the row of a case."""
    return (
        case.number,
        key(case.declarant),
        key(case.reference),
        case.state,
        case.lane or "",
        key(case.outside_number),
        key(case.currency),
        "" if case.duty is None else str(case.duty),
        moment(case.lodged_at),
        moment(case.changed_at),
        key(case.office),
        key(case.officer),
        key(case.section),
        case.waits,
        moment(case.due_at) if case.due_at else NEVER,
        _encoder.encode(case).decode(),
    )


def attempt_row(attempt: Attempt) -> Row:
    """Return the row of an attempt."""
    return key(attempt.declarant), key(attempt.reference), attempt.number, _encoder.encode(attempt).decode()


def record(row: Row) -> Record:
    """Return a fact as it stands in the log, from its place, moment, subject and body."""
    seq, at, subject, body = row
    return Record(seq, datetime.fromisoformat(at), subject, _facts.decode(body))


def cases(rows: Iterable[Row]) -> list[Case]:
    """Return cases from rows of their body."""
    return [_cases.decode(body) for (body,) in rows]


def attempts(rows: Iterable[Row]) -> list[Attempt]:
    """Return attempts from rows of their body."""
    return [_attempts.decode(body) for (body,) in rows]


def happening_row(event: HistoryEvent) -> Row:
    """Return the row of something that happened to a goods item."""
    return event.seq, event.item, event.number, _encoder.encode(event).decode()


def happenings(rows: Iterable[Row]) -> list[HistoryEvent]:
    """Return what happened, from rows of its body."""
    return [_happenings.decode(body) for (body,) in rows]


def risk_row(row: RiskRow) -> Row:
    """Return the row of a goods item as risk saw it."""
    return row.number, row.item, moment(row.at), _encoder.encode(row).decode()


def risk_rows(rows: Iterable[Row]) -> list[RiskRow]:
    """Return goods items as risk saw them, from rows of their body."""
    return [_risk_rows.decode(body) for (body,) in rows]


def chosen_row(chosen: Chosen) -> Row:
    """Return the row of a selection."""
    return (
        chosen.number,
        key(chosen.office),
        key(chosen.shift),
        "fallen" if chosen.fallen else chosen.arm,
        chosen.lane,
        moment(chosen.at),
        key(chosen.consignment),
        _encoder.encode(chosen).decode(),
    )


def chosen(rows: Iterable[Row]) -> list[Chosen]:
    """Return selections from rows of their body."""
    return [_chosen.decode(body) for (body,) in rows]


def read_row(place: int, reading: Reading) -> Row:
    """Return the row of that someone was shown personal data."""
    return place, moment(reading.at), key(reading.who), key(reading.subject), _encoder.encode(reading).decode()


def read_of(body: str) -> Reading:
    """Return that someone was shown personal data, from its body."""
    return _reads.decode(body)
