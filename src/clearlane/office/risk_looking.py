"""What an officer holds a declaration against: prices of like goods declared before it, and the importer's own declarations.

The record is read backwards in ever longer stretches, up to so many entries: a page must answer at once, and says how far it looked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

import msgspec

from clearlane.model.chosen import Chosen
from clearlane.model.refusals import NotFound
from clearlane.model.risk_row import RiskRow
from clearlane.model.text import Text
from clearlane.office.ports import Store
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.risk.catalogue import catalogue
from clearlane.risk.history.building import LikeGoods
from clearlane.risk.history.peers import Peer, PriceTest, peers
from clearlane.risk.history.references import LEVELS, References, monday, name, read

MOST = 5000
"""How many entries of the record one look goes back over."""
SHOWN = 20
_PAGE = 250
_FIRST, _FARTHEST = timedelta(hours=1), timedelta(days=400)
_HS, _ORIGIN, _UNIT, _PRICE = (catalogue().place(name) for name in ("hs", "origin", "quantity.unit", "unit_price"))
NO_PRICE = Text(en="The item has no unit price: its value or quantity is missing.", vi="Không có đơn giá: thiếu trị giá hoặc lượng hàng.")
NO_REFERENCES = Text(
    en="No prices of like goods had been gathered yet when it was declared.", vi="Khi khai báo chưa có dữ liệu đơn giá hàng tương tự."
)
TOO_FEW = Text(
    en="Fewer than five goods of its chapter and unit had been declared before.",
    vi="Trước đó có chưa đến năm mặt hàng cùng chương và đơn vị tính được khai báo.",
)


class _At(Protocol):
    @property
    def at(self) -> datetime: ...


One = TypeVar("One", bound=_At)


class Likeness(msgspec.Struct, frozen=True):
    """A goods item's price beside those of like goods.

    Attributes:
      item: The goods item, from 1.
      test: The price test; None where there is none.
      why_none: Why there is none.
      week: The Monday whose snapshot it is held against; none where there is none.
      since: How far back declarations were looked at for single peers.
    """

    item: int
    test: PriceTest | None
    why_none: Text | None = None
    week: date | None = None
    since: datetime | None = None


class LookingDesk:
    """What a declaration is held against, at ``office.risk.looking``.

    Args:
      store: The store.
      keeping: What is kept of risk work.
      clock: What tells the time.
    """

    def __init__(self, store: Store, keeping: RiskKeeping, clock: Callable[[], datetime]) -> None:
        self._store, self._keeping, self._clock = store, keeping, clock
        self._read: tuple[str, References] | None = None

    def rows(self, number: str) -> list[RiskRow]:
        """Return a declaration's goods items as risk saw them; none where it was not looked at, or what was seen is erased."""
        return self._store.risk_rows_of(number)

    def like_goods(self, row: RiskRow) -> Likeness:
        """Return a goods item's price beside like goods declared before it, as known when it was declared."""
        goods = _goods(row)
        if goods.price is None or goods.price <= 0:
            return Likeness(row.item, None, NO_PRICE)
        known = self._references(row.at)
        if known is None:
            return Likeness(row.item, None, NO_REFERENCES)
        reference = known.of(goods.hs, goods.origin, goods.unit)
        if reference is None:
            return Likeness(row.item, None, TOO_FEW)
        before, since = backwards(self._rows_from, row.at, MOST)
        level = next(level for level in LEVELS if _group(level, goods) == reference.group)
        near = [one for one in before if one.number != row.number and _group(level, _goods(one)) == reference.group]
        test = peers(goods, reference, self._as_peers(near), SHOWN)
        return Likeness(row.item, test, None, known.week, since)

    def of_importer(self, importer: str) -> tuple[list[Chosen], datetime]:
        """Return an importer's latest declarations, latest first, and how far back was looked."""
        now = self._clock() + timedelta(microseconds=1)
        every, since = backwards(self._chosen_from, now, MOST)
        return sorted((one for one in every if one.importer == importer), key=lambda one: one.at, reverse=True), since

    def _references(self, at: datetime) -> References | None:
        week = monday(at)
        held = [kept for kept in self._keeping.timeline().references if kept.week <= week]
        if not held:
            return None
        latest = max(held, key=lambda kept: kept.week)
        if self._read is None or self._read[0] != latest.digest:
            self._read = latest.digest, read(self._keeping.document(latest.digest, f"references {latest.week}"))
        return self._read[1]

    def _as_peers(self, near: Iterable[RiskRow]) -> list[Peer]:
        """Return the latest like goods as peers, with when the value of one was found wrong; the right one is not recorded."""
        latest = sorted(near, key=lambda one: (one.at, one.number, one.item), reverse=True)
        found: list[Peer] = []
        for row in latest[: 3 * SHOWN]:
            like, chosen = _goods(row), self._store.chosen(row.number)
            if chosen is not None and any(one.item in (0, row.item) and one.category == "value" for one in chosen.results):
                like = msgspec.structs.replace(like, wrong_since=chosen.examined_at)
            found.append(Peer(row.number, row.item, like))
        return found

    def _rows_from(self, since: datetime, last: RiskRow | None) -> list[RiskRow]:
        return self._store.risk_rows_from(since, (last.number, last.item) if last else ("", 0), _PAGE)

    def _chosen_from(self, since: datetime, last: Chosen | None) -> list[Chosen]:
        return self._store.chosen_from(since, last.number if last else "", _PAGE)


def backwards(page: Callable[[datetime, One | None], Sequence[One]], until: datetime, most: int) -> tuple[list[One], datetime]:
    """Return what the record holds before a moment, in order of time, and from when on; stretches are doubled until too much is read.

    Args:
      page: From a moment, and the last entry already read of it, to the next entries in order of time.
      until: The moment.
      most: The most entries read; a stretch that holds more than are left is not looked at.
    """
    found: list[One] = []
    since, stretch = until, _FIRST
    while len(found) < most and until - since < _FARTHEST:
        start = max(since - stretch, until - _FARTHEST)
        within = _between(page, start, since, most - len(found))
        if within is None:
            break
        found = within + found
        since, stretch = start, 2 * stretch
    return found, since


def _between(page: Callable[[datetime, One | None], Sequence[One]], start: datetime, end: datetime, most: int) -> list[One] | None:
    """Return what lies between two moments; None where that is more than so many."""
    found: list[One] = []
    at, last = start, None
    while some := page(at, last):
        found += [one for one in some if one.at < end]
        if len(found) > most:
            return None
        at, last = some[-1].at, some[-1]
        if at >= end:
            break
    return found


def importer_of(rows: Sequence[RiskRow]) -> str:
    """Return the importer's number as risk read it; empty where none is named."""
    value = rows[0].values[catalogue().place("importer.id")] if rows else None
    return value if isinstance(value, str) else ""


def unknown(number: str) -> NotFound:
    """Return that nothing is recorded of a declaration's goods."""
    return NotFound(
        Text(en=f"Nothing is recorded of the goods of {number}.", vi=f"Không có dữ liệu hàng hóa của tờ khai {number}."), number=number
    )


def _goods(row: RiskRow) -> LikeGoods:
    hs, origin, unit, price = (row.values[place] for place in (_HS, _ORIGIN, _UNIT, _PRICE))
    return LikeGoods(row.at, _text(hs), _text(origin), _text(unit), price if isinstance(price, float) else None)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _group(level: str, goods: LikeGoods) -> str:
    return name(level, goods.hs, goods.origin, goods.unit)
