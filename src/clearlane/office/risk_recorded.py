"""Recorded goods items, kept decoded in this process and brought up to the log when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from clearlane.model.profile import Profile
from clearlane.model.risk_row import RiskRow
from clearlane.office.ports import Store
from clearlane.office.risk_goods import Goods, goods_of, together
from clearlane.risk.catalogue import catalogue
from clearlane.risk.history.definitions import micros

Report = Callable[[int], None]
"""Is told how many goods items were read."""
PAGE, _BATCH = 5000, 50_000
OVERLAP = timedelta(seconds=5)
"""Read again each time: what another process recorded a moment earlier, and committed a moment later."""


class Recorded:
    """Goods items as risk saw them, of the time that was asked for and since.

    A year of a large territory is better kept as Parquet files, a month each: what is kept here is kept in memory.

    Args:
      law: The law, for its days.
      store: The store.
    """

    def __init__(self, law: Profile, store: Store) -> None:
        self._law, self._store = law, store
        self._goods = goods_of([], catalogue(), law)
        self._since: datetime | None = None
        self._last: tuple[datetime, int] | None = None
        self._places: dict[tuple[str, int], int] = {}
        self._seen: dict[tuple[str, int], int] = {}
        self._reading = threading.RLock()

    def period(self, since: datetime, until: datetime | None = None, report: Report = lambda done: None) -> Goods:
        """Return the goods items looked at from one moment to another, in the order they came.

        Args:
          since: The first moment.
          until: The last; None for all since.
          report: Is told how many goods items were read from the store.
        """
        with self._reading:
            if self._since is None or since < self._since:
                self._forget(since)
            self._bring_up(report)
            goods = self._goods
            kept = np.zeros(len(goods), bool)
            kept[list(self._places.values())] = True
        kept &= goods.at >= micros(since)
        if until is not None:
            kept &= goods.at <= micros(until)
        return goods if kept.all() else goods.chosen(kept)

    def forget(self) -> None:
        """Forget everything: what was erased from the store, where the law demands it, is in no answer any more."""
        with self._reading:
            self._since = None

    def _forget(self, since: datetime) -> None:
        self._goods, self._since, self._last = goods_of([], catalogue(), self._law), since, None
        self._places, self._seen = {}, {}

    def _bring_up(self, report: Report) -> None:
        place = self._store.last_seq()
        if self._last is not None and self._last[1] == place:
            return
        batch: list[RiskRow] = []
        latest = self._last[0] if self._last else self._begin()
        for row in self._read(max(self._begin(), latest - OVERLAP)):
            if self._seen.get((row.number, row.item), 0) >= row.seq:
                continue
            batch.append(row)
            latest = max(latest, row.at)
            if len(batch) == _BATCH:
                self._add(batch, report)
                batch = []
        if batch:
            self._add(batch, report)
        self._last = latest, place

    def _begin(self) -> datetime:
        return self._since or datetime(1970, 1, 1, tzinfo=UTC)

    def _read(self, since: datetime) -> Iterator[RiskRow]:
        at, after = since, ("", 0)
        while page := self._store.risk_rows_from(at, after, PAGE):
            yield from page
            at, after = page[-1].at, (page[-1].number, page[-1].item)

    def _add(self, batch: list[RiskRow], report: Report) -> None:
        """Put goods behind those known; of an item looked at again, only the last counts."""
        start = len(self._goods)
        self._goods = together(self._goods, goods_of(batch, catalogue(), self._law)) if start else goods_of(batch, catalogue(), self._law)
        for place, row in enumerate(batch, start):
            self._places[row.number, row.item] = place
            self._seen[row.number, row.item] = row.seq
        report(len(self._goods))
