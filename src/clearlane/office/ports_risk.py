"""What the office needs of a store for risk work: what is remembered of traders and goods, how declarations were selected, and secrets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from clearlane.model.chosen import Chosen
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow


class RiskReading(Protocol):
    """What can be asked. Answers are as of the last commit, or within a work as of the work."""

    def happenings_after(self, seq: int, limit: int = 1000) -> list[HistoryEvent]:
        """Return what happened after a place in the log, in order; the events of one place are never parted."""

    def happenings_of(self, number: str) -> list[HistoryEvent]:
        """Return what happened to a declaration's goods, in order."""

    def chosen(self, number: str) -> Chosen | None:
        """Return how a declaration was selected; None where it was not asked."""

    def chosen_in(self, office: str, shift: str, arms: Sequence[str] = (), limit: int = 1000) -> list[Chosen]:
        """Return the declarations selected at an office in a shift, latest first; by some arms only where given."""

    def chosen_counts(self, office: str, shift: str) -> dict[tuple[str, str], int]:
        """Return how many declarations of an office and shift each arm took into each lane; the arm is ``fallen`` for those that fell."""

    def chosen_from(self, since: datetime, after: str = "", limit: int = 1000) -> list[Chosen]:
        """Return selections in the order of time, from a moment on, after a number among those of that very moment."""

    def risk_rows_from(self, since: datetime, after: tuple[str, int] = ("", 0), limit: int = 1000) -> list[RiskRow]:
        """Return goods items as risk saw them, in the order of time, from a moment on, after a number and item of that very moment."""

    def risk_rows_of(self, number: str) -> list[RiskRow]:
        """Return a declaration's goods items as risk saw them."""

    def chosen_under(self, consignments: Iterable[str]) -> list[Chosen]:
        """Return the selections of some consignments, in the order of time."""

    def offices(self) -> list[tuple[str, str]]:
        """Return the latest shifts in which declarations were selected, with their office, latest first."""

    def snapshot(self, name: str) -> tuple[int, bytes] | None:
        """Return what was noted of a state that is costly to fold, and the place in the log it was folded up to."""

    def sealed(self, name: str) -> bytes | None:
        """Return a sealed secret by its name."""


class RiskWriting(Protocol):
    """What a work can write."""

    def put_happenings(self, events: Iterable[HistoryEvent], *, new: bool = False) -> None:
        """Remember what happened to goods items, replacing what stood there; ``new`` where it is known that nothing did."""

    def put_risk_rows(self, seen: Iterable[RiskRow], *, new: bool = False) -> None:
        """Write goods items as risk saw them, replacing what stood there; ``new`` where it is known that nothing did."""

    def put_chosen(self, chosen: Iterable[Chosen], *, new: bool = False) -> None:
        """Write how declarations were selected, replacing what stood there; ``new`` where it is known that nothing did."""

    def erase_seen(self, number: str) -> None:
        """Erase what risk saw of a declaration's goods, and what histories remember of it; its facts stay."""

    def put_snapshot(self, name: str, seq: int, body: bytes) -> None:
        """Note a state that is costly to fold, up to a place in the log."""

    def seal(self, name: str, body: bytes) -> None:
        """Keep a sealed secret under its name, once."""
