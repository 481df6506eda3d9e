"""A season of the imaginary country's trade as an office would have recorded it, each goods item with what became of it.

Every declaration goes through the checks and the assessment of the law, is read into rows of the catalogue, and gets its histories and
its references from the same code as a declaration that is lodged. Everything is examined, nothing is missed; a result is known from the
Monday after. Nothing is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import count

from msgspec.structs import replace

from clearlane.assessment.assess import assess
from clearlane.lodgement.check import check
from clearlane.model.findings import blocking
from clearlane.model.profile import Profile
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow
from clearlane.office.risk_goods import Goods, goods_of, together
from clearlane.office.risk_like_goods import like_goods
from clearlane.office.season_goods import BEGINS, WEEK, TradeSeason, Wrong, outcomes_of, wrongs_of
from clearlane.office.season_loss import losses
from clearlane.risk import row as rows
from clearlane.risk.catalogue import catalogue
from clearlane.risk.history.building import build
from clearlane.risk.history.memory import Memory
from clearlane.risk.knowledge import Knowledge
from clearlane.risk.reading import declared
from clearlane.simulator import Economy, Simulated

Report = Callable[[int], None]


def trade_season(law: Profile, seed: int, weeks: int, firms: int = 300, report: Report = lambda done: None) -> TradeSeason:
    """Return a season.

    Args:
      law: The law under which it is declared: Arcadia's.
      seed: The seed of the trade.
      weeks: How many weeks, at least 1.
      firms: How many firms trade.
      report: Is told how many weeks are done.
    """
    recorder = _Recorder(law)
    end = BEGINS + weeks * WEEK
    for one in Economy.of(seed, BEGINS, firms=firms).stream():
        while one.at >= recorder.monday + WEEK:
            recorder.close_week()
            report((recorder.monday - BEGINS) // WEEK)
        if one.at >= end:
            break
        recorder.lodge(one)
    return recorder.season()


class _Recorder:
    """An office that examines everything and stores nothing."""

    def __init__(self, law: Profile) -> None:
        self.monday = BEGINS
        self._law = law
        self._knowledge = Knowledge(Memory())
        self._places = count(1)
        self._rejected: set[tuple[str | None, str | None]] = set()
        self._rows: list[RiskRow] = []
        self._wrong: list[Wrong] = []
        self._declared: list[HistoryEvent] = []
        self._goods: Goods | None = None
        self._of: list[Wrong] = []

    def lodge(self, one: Simulated) -> None:
        """Take one message, where it is a declaration and there is cause for it."""
        declaration, at = one.message.declaration, one.at
        itself = declaration.declarant_id, declaration.reference
        if one.refers_to is not None or (one.mends and itself not in self._rejected):
            return
        if blocking(check(declaration, self._law, self._law.day(at))):
            self._rejected.add(itself)
            return
        assessed, seq = assess(declaration, self._law, at), next(self._places)
        found, number = declared(declaration, assessed, self._law, at), f"{seq:08d}"
        keys = [rows.keys_of_row(row) for row in found]
        for row, of in zip(found, keys, strict=True):
            row.extend(self._knowledge.of(row, of, at))
        events = [rows.event(number, item, row, at, seq, of) for item, (row, of) in enumerate(zip(found, keys, strict=True), 1)]
        lost = losses(declaration, assessed, one.truth, self._law, at) if one.truth.irregularities else {}
        self._knowledge.memory.update(events)
        self._declared += events
        self._rows += [RiskRow(number, item, at, seq, tuple(row)) for item, row in enumerate(found, 1)]
        self._wrong += list(wrongs_of(one.truth, lost, len(found)))

    def close_week(self) -> None:
        """Let a week end: its results become known, and what like goods cost is reckoned anew."""
        self.monday += WEEK
        seq = next(self._places)
        self._knowledge.memory.update(list(_results(self._declared, self._wrong, self.monday, seq)))
        self._gather()
        if self._goods is not None:
            made = build(self.monday.date(), like_goods(self._goods, outcomes_of(self._goods, self._of)))
            self._knowledge = Knowledge(self._knowledge.memory, made)

    def _gather(self) -> None:
        if self._rows:
            week = goods_of(self._rows, catalogue(), self._law)
            self._goods = week if self._goods is None else together(self._goods, week)
            self._of += self._wrong
        self._rows, self._wrong, self._declared = [], [], []

    def season(self) -> TradeSeason:
        """Return what was recorded."""
        self._gather()
        goods = self._goods or goods_of((), catalogue(), self._law)
        return TradeSeason(goods, outcomes_of(goods, self._of), tuple(one.kinds for one in self._of))


def _results(declared: Iterable[HistoryEvent], wrong: Iterable[Wrong], known: datetime, seq: int) -> Iterator[HistoryEvent]:
    for event, one in zip(declared, wrong, strict=True):
        amounts = {"found": float(bool(one.kinds)), "revenue": one.lost}
        yield replace(event, happening="result", known_at=known, seq=seq, amounts=amounts)
