"""Ports of work: what waits for whom, and what persons did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from clearlane.model.case import Load
from clearlane.model.facts import Record


class WorkReading(Protocol):
    """What can be asked of a store about work."""

    def workload(self, at: datetime, offices: Sequence[str] = ()) -> list[Load]:
        """Return how many cases wait, by office, section, officer and what for; late those whose clock has run out by a moment."""

    def acts(self, kinds: Sequence[str], since: datetime, until: datetime, before: int = 0, limit: int = 100) -> list[Record]:
        """Return facts that persons made, of some kinds, from a moment until before another, latest first, before a place in the log."""
