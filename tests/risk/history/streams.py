"""Streams of events to try histories with: few keys, few moments, results that come late, corrections."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from clearlane.model.risk_history import Amount, Entity, Happening, History, HistoryEvent
from clearlane.risk.history.definitions import HISTORIES

START = datetime(2026, 1, 1, tzinfo=UTC)
MORE: tuple[History, ...] = (
    History("last", "importer", "declared", "days_since_last"),
    History("last_30d", "importer", "result", "days_since_last", days=30),
    History("first_30d", "importer", "declared", "first", days=30),
    History("since_30d", "importer", "declared", "days_since_first", days=30),
    History("ever", "importer", "declared", "sum", "weight"),
    History("mean_30d", "importer", "declared", "share", "value", 30),
    History("by_declaring", "importer", "result", "share", "found", 30, clock="event_at"),
    History("count_by_declaring", "importer", "result", "count", None, 30, clock="event_at"),
    History("sum_by_declaring", "importer", "result", "sum", "revenue", 30, clock="event_at"),
)
"""Measures and windows that the house does not keep, and must answer all the same."""
EVERY = (*HISTORIES, *MORE)

_ENTITIES: tuple[Entity, ...] = (
    "importer", "declarant", "exporter", "route", "code", "code_origin", "importer_code", "importer_exporter", "importer_origin",
)  # fmt: skip
_AMOUNTS: tuple[Amount, ...] = ("value", "weight", "duty", "revenue")
KEYS: st.SearchStrategy[dict[Entity, str]] = st.fixed_dictionaries({}, optional={entity: st.sampled_from("ab") for entity in _ENTITIES})
AMOUNTS: st.SearchStrategy[dict[Amount, float]] = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from([0.1, 0.2, 5.0, 1e9, 1e300]) for name in _AMOUNTS}
)
MOMENTS = st.integers(0, 800).map(lambda half_days: START + timedelta(hours=12 * half_days))


@st.composite
def streams(draw: st.DrawFn) -> list[HistoryEvent]:
    """Events in the order of a log whose clocks stumble."""
    found: list[HistoryEvent] = []
    for seq in range(1, draw(st.integers(0, 15)) + 1):
        happening: Happening = draw(st.sampled_from(("declared", "result")))
        declared = draw(MOMENTS)
        known = declared + timedelta(days=draw(st.sampled_from([0, 0, 1, 40]))) if happening == "result" else declared
        amounts: dict[Amount, float] = dict(draw(AMOUNTS))
        if happening == "result":
            amounts["found"] = draw(st.sampled_from([0.0, 1.0]))
        taken_back = [one for one in found if one.sign > 0]
        if taken_back and draw(st.integers(0, 4)) == 0:
            earlier = draw(st.sampled_from(taken_back))
            happening, declared, amounts = earlier.happening, earlier.event_at, earlier.amounts
            found.append(HistoryEvent(happening, "n", 1, declared, max(known, earlier.known_at), seq, earlier.keys, amounts, sign=-1))
        else:
            found.append(HistoryEvent(happening, "n", 1, declared, known, seq, draw(KEYS), amounts))
    return found
