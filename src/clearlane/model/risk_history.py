"""Knowledge at the time: what is remembered of traders, routes and goods, with two clocks.

Every event has the time it concerns (``event_at``, when the goods were declared) and the time the administration learned of it
(``known_at``, when a result was entered). A history counts the events of one key in the window [t - W, t), by one of the clocks;
what was learned at t or later never counts, and events at one time follow each other by their place in the log.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from clearlane.model.text import Text

Entity = Literal[
    "importer", "declarant", "exporter", "route", "code", "code_origin", "importer_code", "importer_exporter", "importer_origin", "office"
]
"""Whose history: one party, the route (country of dispatch and office), the HS heading at six digits, or a pair of these."""
Happening = Literal["declared", "result"]
Measure = Literal["count", "sum", "share", "first", "days_since_first", "days_since_last"]
Clock = Literal["known_at", "event_at"]
Amount = Literal["value", "weight", "duty", "found", "revenue"]
"""What is added up: customs value, net mass in kg, duty; of results whether something was found (0 or 1), and revenue found missing."""


class HistoryEvent(msgspec.Struct, frozen=True, gc=False):
    """One goods item that was declared, or one result that was learned of it.

    Attributes:
      happening: Which.
      number: The declaration's number.
      item: The goods item, from 1.
      event_at: When it was declared.
      known_at: When it was learned; equal to ``event_at`` for what was declared.
      seq: Its place in the log, which orders events of one moment.
      keys: The key of each entity; a missing party has none.
      amounts: The amounts; a missing one is left out.
      sign: 1; or -1 for what takes back an earlier event, with that event's amounts, once an amendment or a correction is learned.
    """

    happening: Happening
    number: str
    item: int
    event_at: datetime
    known_at: datetime
    seq: int
    keys: dict[Entity, str]
    amounts: dict[Amount, float]
    sign: int = 1


class History(msgspec.Struct, frozen=True, gc=False):
    """The definition of one history field: compiled to a live look-up, a batch over columns, and SQL.

    Attributes:
      name: The field's name in the catalogue.
      entity: Whose.
      of: What is counted: declarations, or results.
      measure: ``count`` and ``sum`` are 0 where there is nothing; ``share`` is sum by count, missing where there is nothing;
        ``first`` is a flag, true where there is nothing before; ``days_since_…`` are missing where there is nothing.
      amount: What is added up, for ``sum`` and ``share``.
      days: The window's length; None for all that is remembered.
      clock: By which clock the window is laid; what is not yet known never counts under either.
      words: What it is, in an officer's words.
    """

    name: str
    entity: Entity
    of: Happening
    measure: Measure
    amount: Amount | None = None
    days: int | None = None
    clock: Clock = "known_at"
    words: Text | None = None


class Reference(msgspec.Struct, frozen=True, gc=False):
    """Like goods declared before a week: the robust middle and spread of their unit price and weight.

    Attributes:
      group: HS heading at six digits, origin and unit, joined by ``/``.
      count: How many goods items.
      price_median: Median customs value per unit, in the profile's currency, shrunk towards the wider group.
      price_p10: 10th percentile.
      price_p90: 90th percentile.
      price_spread: Median absolute deviation of the natural logarithm of the price.
      weight_median: Median net mass per unit, kg; None for goods counted by mass.
      weight_spread: As ``price_spread``, of the weight.
      shrunk_to: Where its figures lean: ``group``, ``hs6``, ``hs4`` or ``chapter``.
    """

    group: str
    count: int
    price_median: float
    price_p10: float
    price_p90: float
    price_spread: float
    weight_median: float | None = None
    weight_spread: float | None = None
    shrunk_to: str = "group"
