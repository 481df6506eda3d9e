"""Small declarations to put into stores."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from clearlane.model.case import Attempt, Case
from clearlane.model.facts import Accepted, Assessed, Fact, Lodged, Record, Routed
from clearlane.model.text import Text
from tests.store.opening import AnyStore

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def later(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def facts(declarant: str = "XA1", reference: str = "R1") -> list[Fact]:
    lodged = Lodged(declarant, reference, "m" * 64, "c" * 64, "IMA")
    assessed = Assessed("XAD", NOON, (), (), Decimal("12.50"))
    return [lodged, Accepted(), assessed, Routed("green", (Text(en="Low risk", vi="Rủi ro thấp"),))]


def case(number: str = "N1", **changes: Any) -> Case:
    standing: dict[str, Any] = {
        "declarant": "XA1", "reference": "R1", "type_code": "IMA", "state": "accepted", "lane": "green", "told": False,
        "currency": "XAD", "duty": Decimal("12.50"), "unpriced": (), "lodged_at": NOON, "changed_at": NOON,
    }  # fmt: skip
    return Case(number, **standing | changes)


def attempt(number: str = "N1", declarant: str = "XA1", reference: str = "R1", content: str = "c") -> Attempt:
    return Attempt(declarant, reference, content, number, original=True, rejected=False, at=NOON)


def write(store: AnyStore, number: str = "N1") -> list[Record]:
    """Record one declaration as an office does, in one work."""
    with store.work() as work:
        records = work.append(NOON, [(number, fact) for fact in facts()])
        body = f"<message of {number}/>".encode()
        work.keep([(sha256(body).hexdigest(), body)])
        work.put_cases([case(number)])
        work.put_attempts([attempt(number)])
    return records
