"""Some weeks of trade with inspections: each day a part is lodged, and what officers found of it is entered that evening."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from clearlane.model.inspection import ItemResult
from clearlane.office.office import Office
from clearlane.office.ports import Store
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock

BEGIN = MORNING - timedelta(days=1)
FINE = ItemResult(0, conform=True)
WRONG = ItemResult(0, conform=False, category="value", revenue=Decimal(900))


def season(store: Store | None = None, *, count: int = 800, days: int = 16, profiles: tuple[str, ...] = ()) -> Office:
    """An office after a season in which goods of chapters below 40 are always wrong, and every second declaration was inspected."""
    clock = Clock(MORNING)
    desk = office(store, clock=clock, risk_profiles=profiles)
    each = count // days
    for day in range(days):
        receipts = list(desk.lodge_many(trade(count)[day * each : (day + 1) * each]))
        clock.now += timedelta(hours=8)
        numbers = [one.case.number for one in receipts if not isinstance(one, Exception)]
        for number in numbers[::2]:
            inspected(desk, number)
        clock.now += timedelta(hours=16)
    return desk


def inspected(desk: Office, number: str) -> None:
    """Enter what was found of a declaration."""
    chosen = desk.store.chosen(number)
    if chosen is not None:
        desk.risk.results.record(number, "physical", [WRONG if chosen.chapter < "40" else FINE], by="I-1")
