"""The circuit breaker: a profile that hits far more than was forecast takes nothing any more, and an analyst is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from clearlane.model.facts import Fact
from clearlane.model.profile import Profile
from clearlane.model.risk_facts import ProfileHit, ProfileStanding, RiskTask
from clearlane.office.ports import Reading, Store, Work
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_outcomes import selections
from clearlane.office.risk_timeline import SUBJECT
from clearlane.risk.backtest import stopped

SYSTEM = "system"
"""Who stops a profile: nobody."""
_WHY = "More hits than forecast / Số lượt trúng vượt dự báo"
_Version = tuple[str, int]


class Breaker:
    """Counts the hits of the day in this process, and stops what passes its bound at the end of the work that passed it.

    Args:
      law: The law, with how many times the forecast are too many.
      store: The store.
      keeping: What is kept of risk work.
      clock: What tells the time.
    """

    def __init__(self, law: Profile, store: Store, keeping: RiskKeeping, clock: Callable[[], datetime]) -> None:
        self._law, self._store, self._keeping, self._clock = law, store, keeping, clock
        self._day: date | None = None
        self._counts: Counter[_Version] = Counter()
        self._forecasts: tuple[int, date, dict[_Version, float]] | None = None

    def counted(self, work: Work, at: datetime, hits: Iterable[ProfileHit]) -> list[RiskTask]:
        """Count hits of one work, and stop within it what passed its bound."""
        self._turn(self._law.day(at))
        new = Counter((hit.profile, hit.version) for hit in hits if not hit.shadow)
        if not new:
            return []
        self._counts += new
        return self._stop(work, at, {one: self._counts[one] for one in new})

    def check(self) -> list[RiskTask]:
        """Count the hits of the day anew, those of other processes too, and stop what passed its bound."""
        now = self._clock()
        today = self._law.day(now)
        with self._store.work() as work:
            self._turn(today)
            self._counts = self._of_the_day(work, today)
            return self._stop(work, now, dict(self._counts))

    def _turn(self, today: date) -> None:
        if self._day != today:
            self._day, self._counts = today, Counter()

    def _of_the_day(self, reading: Reading, today: date) -> Counter[_Version]:
        begun = datetime(today.year, today.month, today.day, tzinfo=ZoneInfo(self._law.time_zone)).astimezone(UTC)
        profiles = self._keeping.timeline(reading).profiles
        since = {name: history.standings[-1][1] for name, history in profiles.items() if history.standings}
        found: Counter[_Version] = Counter()
        for one in selections(reading, begun):
            versions = ((hit.profile, hit.version) for hit in one.hits if not hit.shadow)
            found.update(version for version in versions if version in since and one.at >= since[version])
        return found

    def _stop(self, work: Work, at: datetime, counts: dict[_Version, int]) -> list[RiskTask]:
        expected, times = self._expected(work, self._law.day(at)), self._law.selection.breaker
        facts: list[tuple[str, Fact]] = []
        tasks = []
        for (code, version), count in counts.items():
            forecast = expected.get((code, version))
            if forecast is None or not stopped(count, forecast, times):
                continue
            del self._counts[code, version]
            tasks.append(RiskTask("profile-stopped", code, float(count), times * forecast))
            facts += [(SUBJECT, ProfileStanding(code, version, "stopped", SYSTEM, why=_WHY)), (SUBJECT, tasks[-1])]
        if facts:
            work.append(at, facts)
        return tasks

    def _expected(self, reading: Reading, today: date) -> dict[_Version, float]:
        """Return the forecast of each profile in force: its approval's, else the one its text names."""
        timeline = self._keeping.timeline(reading)
        known = self._forecasts
        if known is None or known[:2] != (timeline.last, today):
            found = {}
            for history in timeline.standing_in(("live",), today):
                approved = history.approved()
                said = approved.forecast if approved else None
                forecast = self._keeping.read(history.written).forecast if said is None else said
                if forecast is not None:
                    found[history.written.code, history.written.version] = forecast
            known = self._forecasts = timeline.last, today, found
        return known[2]
