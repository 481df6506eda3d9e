"""An office in which risk work is tried: Arcadia's law, simulated trade, a clock that a test sets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from random import Random

from clearlane.lodgement.write import write
from clearlane.office.office import Office
from clearlane.office.ports import Store
from clearlane.office.wiring import profile_named, store_from
from clearlane.simulator import Economy, Simulated
from tests.office.tariffs import Clock

MORNING = datetime(2026, 2, 10, 6, tzinfo=UTC)
HOLDERS = {"H-1": "first words of mine", "H-2": "second words of mine", "H-3": "third words of mine"}
CHEAP = """\
profile CHEAP "Cheap garments" scope item
when hs starts with ("61", "62") and price_per_kg < 60
then lane red, inspect physical, reason VAL-01, owner risk-unit
"""


def office(store: Store | None = None, *, clock: Clock | None = None, **changes: object) -> Office:
    """An office; some parts of the law's policy of selection, or its profiles, may be changed; its draws are the same each time."""
    from dataclasses import replace

    import msgspec

    law = profile_named("xa")
    texts = changes.pop("risk_profiles", law.risk_profiles)
    policy = msgspec.structs.replace(law.selection, **changes)
    law = replace(law, selection=policy, risk_profiles=texts)  # type: ignore[arg-type]
    return Office(law, store or store_from("sqlite:///:memory:"), clock=clock or Clock(MORNING), randomness=Random(7).randbytes)


@cache
def trade(count: int = 400, seed: int = 7) -> tuple[bytes, ...]:
    """Declarations of simulated trade, as messages."""
    stream = Economy.of(seed, datetime(2026, 1, 5, tzinfo=UTC)).stream()
    return tuple(write(one.message) for one in islice(_originals(stream), count))


def _originals(stream: Iterator[Simulated]) -> Iterator[Simulated]:
    yield from (one for one in stream if one.refers_to is None and not one.mends)


def committed(desk: Office, share: float, period: str = "2026-02-10") -> None:
    """Commit a draw that begins in a minute, and let that minute pass."""
    clock = desk.clock
    assert isinstance(clock, Clock)
    desk.risk.draws.commit(period, clock.now + timedelta(minutes=1), share, HOLDERS, 2)
    clock.now += timedelta(minutes=2)


def shuffled(messages: tuple[bytes, ...], seed: int) -> list[bytes]:
    """Messages in another order."""
    order = list(messages)
    Random(seed).shuffle(order)
    return order
