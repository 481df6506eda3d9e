"""Knowledge at the time: rows, histories and references of one goods item, and of a year, beside the plain way to the same values."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np

from bench.figure import Figure, rate
from clearlane.assessment.assess import assess
from clearlane.lodgement.json_form import read_json
from clearlane.model.risk_history import Entity, History, HistoryEvent
from clearlane.office.wiring import profile_named
from clearlane.risk.history.batch import Batch
from clearlane.risk.history.building import NEVER, Goods, build
from clearlane.risk.history.columns import ENTITIES, Asked, Learned
from clearlane.risk.history.definitions import HISTORIES, SCALES, micros
from clearlane.risk.history.memory import Memory
from clearlane.risk.history.references import cut
from clearlane.risk.row import rows

START = datetime(2026, 1, 1, tzinfo=UTC)
LIVE, YEAR = 50_000, 1_000_000
_KEYS: dict[Entity, int] = {
    "importer": 3000, "declarant": 200, "exporter": 4000, "route": 300, "code": 3000, "code_origin": 20_000, "importer_code": 20_000,
    "importer_exporter": 9000, "importer_origin": 9000, "office": 20,
}  # fmt: skip
"""How many keys of each entity."""


def figures() -> Iterator[Figure]:
    """Yield what a goods item costs live, and what a year costs."""
    yield _row()
    events = _events()
    memory = Memory()
    memory.update(events)
    at, asked = START + timedelta(days=365), [event.keys for event in events[-2000:]]
    places = [str(place).encode() for place in range(len(asked))]
    live = rate(lambda place: memory.values(asked[int(place)], micros(at)), places)
    scanned = rate(lambda place: _scanned(events, asked[int(place)], at), places[:5], seconds=1.0)
    what = f"{len(HISTORIES)} histories of one goods item, live"
    yield Figure(what, 1e6 / live, "µs", f"counting them in a list of {LIVE:,} events", 1e6 / scanned, "2 µs each")
    spent = _spent(_year())
    yield Figure(f"{len(HISTORIES)} histories of {YEAR:,} goods items from columns", spent, "s", "the same live", YEAR / live)
    goods = _goods()
    began = time.perf_counter()
    build(date(2026, 1, 5), goods)
    spent = time.perf_counter() - began
    began = time.perf_counter()
    np.lexsort((goods.price, goods.heading))
    yield Figure(f"references of {YEAR:,} goods items", spent, "s", "sorting them once by heading and price", time.perf_counter() - began)


def _row() -> Figure:
    profile = profile_named("xa")
    declaration = read_json(profile.examples["import"]).declaration
    assessed = assess(declaration, profile, START)
    done = rate(lambda _: rows(declaration, assessed, profile, START), [b""] * 1000)
    bare = rate(lambda _: assess(declaration, profile, START), [b""] * 100)
    what = f"rows of a declaration of {len(declaration.item)} goods items"
    return Figure(what, 1e6 / done, "µs", "assessing it", 1e6 / bare, "40 µs")


def _events() -> list[HistoryEvent]:
    """Return a year of events, one in twenty a result that came late."""
    chance = np.random.default_rng(1)
    keys = {entity: (chance.pareto(1.0, LIVE) * many / 20).astype(int) % many for entity, many in _KEYS.items()}
    found: list[HistoryEvent] = []
    for seq in range(1, LIVE + 1):
        at = START + timedelta(days=365 * seq / LIVE)
        if seq % 20 == 0 and seq > 500:
            of = found[seq - 400]
            found.append(HistoryEvent("result", of.number, 1, of.event_at, at, seq, of.keys, {"found": float(seq % 200 == 0)}))
        else:
            of_item = {entity: str(column[seq - 1]) for entity, column in keys.items()}
            found.append(HistoryEvent("declared", str(seq), 1, at, at, seq, of_item, {"value": 1000.0, "weight": 4.0}))
    return found


def _scanned(events: Sequence[HistoryEvent], keys: Mapping[Entity, str], at: datetime) -> list[float]:
    return [sum(_counts(history, event, keys, at) for event in events) for history in HISTORIES]


def _counts(history: History, event: HistoryEvent, keys: Mapping[Entity, str], at: datetime) -> float:
    if event.happening != history.of or event.keys.get(history.entity) != keys[history.entity] or event.known_at >= at:
        return 0.0
    within = history.days is None or event.known_at >= at - timedelta(days=history.days)
    return (event.amounts.get(history.amount, 0.0) if history.amount else 1.0) if within else 0.0


def _year() -> tuple[Learned, Asked]:
    chance = np.random.default_rng(2)
    known = np.sort(chance.integers(0, 365 * 86_400_000_000, YEAR))
    keys = {entity: chance.integers(0, _KEYS[entity], YEAR) for entity in ENTITIES}
    amounts = {name: chance.integers(0, 100_000, YEAR) for name in SCALES}
    happening = (chance.random(YEAR) < 0.05).astype(np.int8)
    return Learned(happening, known, known, np.ones(YEAR, np.int64), keys, amounts), Asked(known, keys)


def _spent(year: tuple[Learned, Asked]) -> float:
    began = time.perf_counter()
    batch = Batch(*year)
    for history in HISTORIES:
        batch.values(history)
    return time.perf_counter() - began


def _goods() -> Goods:
    chance = np.random.default_rng(3)
    headings = chance.integers(10_000, 990_000, 3000)
    return Goods(
        at=np.full(YEAR, cut(date(2026, 1, 5)) - 1),
        heading=chance.choice(headings, YEAR),
        origin=chance.integers(0, 60, YEAR),
        unit=chance.integers(0, 3, YEAR),
        price=np.exp(chance.normal(3, 1, YEAR)),
        weight=np.exp(chance.normal(0, 1, YEAR)),
        wrong_since=np.full(YEAR, NEVER),
        right_price=np.full(YEAR, np.nan),
        origins=[f"{count:02d}" for count in range(60)],
        units=["KGM", "NAR", "LTR"],
    )
