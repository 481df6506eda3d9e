"""A practice office whose references choose the lane, to clear declarations in: a law that two officers, payment and gates matter to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from clearlane.model.clearance_law import ClearanceLaw, StatutoryClock
from clearlane.model.inspection import ItemResult
from clearlane.model.text import Text
from clearlane.office.clearing_control import Looked
from clearlane.office.office import Office
from tests.office.memory_store import MemoryStore
from tests.office.test_office import XA, Clock, message

GROUND = Text(en="Under article 7.", vi="Theo Điều 7.")
TEN_DAYS = StatutoryClock(timedelta(days=10), Text(en="Ten days", vi="Mười ngày"))
LAW = ClearanceLaw(two_from=Decimal(1000), storage=True, gate=True, clocks={"query": TEN_DAYS, "dispute": TEN_DAYS})
CONFORM = Looked("documents", (ItemResult(1, conform=True),))
LARGE = Looked("physical", (ItemResult(1, conform=False, category="value", revenue=Decimal(1500)),))


def opened(law: ClearanceLaw = LAW, store: MemoryStore | None = None) -> Office:
    """An office under a law of clearance."""
    return Office(replace(XA, clearance=law), store or MemoryStore(), sandbox=True, clock=Clock())


def lodged(office: Office, lane: str = "YELLOW") -> str:
    """Lodge the example into a lane; return its number."""
    return office.lodge(message(FunctionalReferenceID=f"SBX-{lane}-1")).case.number


def kinds(office: Office, number: str) -> list[str]:
    """The kinds of a declaration's facts, in order."""
    return [str(record.fact.__struct_config__.tag) for record in office.facts(number)]
