"""What an office does day by day without being told: the lottery's periods, what waits too long, references, scores, watching, models.

It may be done at any moment, as often as one likes, and by several processes over one store: what was done for a day is not done again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from clearlane.model.refusals import Conflict, NotFound, Refusal
from clearlane.office.lapsing import lapse
from clearlane.office.office import Office

AGAIN_AFTER = timedelta(hours=1)
"""After so long, what a process began for a day and did not end is begun by another."""
TRAINER = "routine"
"""Who is named as having trained a model that nobody asked for; whoever promotes it is a person, and so another."""
_AHEAD = timedelta(minutes=1)


class Begun(msgspec.Struct, frozen=True):
    """That a process began a work of a day."""

    day: str
    at: datetime
    ended: bool = False


_decode = msgspec.json.Decoder(Begun)


class Routine:
    """The daily work of an office.

    Args:
      office: The office.
      refused: Is told what could not be done, by name; the rest is done all the same.
      retrain: After how many days a model is trained anew, or sooner where something drifted; 0 for never. A person promotes it.
      keep_reads: For how many days it is kept who was shown personal data; 0 for ever.
    """

    def __init__(
        self, office: Office, refused: Callable[[str, Refusal], None] = lambda name, why: None, retrain: int = 0, keep_reads: int = 0
    ) -> None:
        self._office, self._refused = office, refused
        self._quick: dict[str, Callable[[], object]] = {
            "lottery": self._lottery,
            "seeds": self._seeds,
            "ageing": office.risk.age,
            "lapsing": lambda: lapse(office),
        }
        self._daily: dict[str, Callable[[], object]] = {
            "references": office.risk.training.references,
            "refresh": self._refresh,
            "watch": office.risk.watching.all,
        }
        if keep_reads:
            self._daily["reads"] = lambda: office.people.reads.expire(keep_reads)
        if retrain:
            self._daily["retrain"] = lambda: office.risk.training.retrain_if_due(office.clock(), retrain, by=TRAINER)

    def __call__(self) -> tuple[str, ...]:
        """Do what is due now, and return the names of the daily works that this call did."""
        for name, work in self._quick.items():
            self._tried(name, work)
        return tuple(name for name, work in self._daily.items() if self._begin(name) and self._done(name, work))

    def _tried(self, name: str, work: Callable[[], object]) -> bool:
        try:
            work()
        except Refusal as why:
            self._refused(name, why)
            return False
        return True

    def _done(self, name: str, work: Callable[[], object]) -> bool:
        done = self._tried(name, work)
        if done:
            self._note(name, Begun(self._today(), self._office.clock(), ended=True))
        return done

    def _begin(self, name: str) -> bool:
        """Take a work of the day for this process; False where it is done, or another is at it. The store lets one at a time ask."""
        now, today = self._office.clock(), self._today()
        with self._office.store.work() as work:
            noted = work.snapshot(_named(name))
            before = _decode.decode(noted[1]) if noted else None
            if before is not None and before.day == today and (before.ended or now < before.at + AGAIN_AFTER):
                return False
            work.put_snapshot(_named(name), work.last_seq(), msgspec.json.encode(Begun(today, now)))
        return True

    def _note(self, name: str, begun: Begun) -> None:
        with self._office.store.work() as work:
            work.put_snapshot(_named(name), work.last_seq(), msgspec.json.encode(begun))

    def _today(self) -> str:
        return self._office.profile.day(self._office.clock()).isoformat()

    def _lottery(self) -> None:
        """Commit to what is left of today and to tomorrow, where no period covers them."""
        zone, now = ZoneInfo(self._office.profile.time_zone), self._office.clock()
        today = self._office.profile.day(now)
        for day in (today, today + timedelta(days=1)):
            begins, until = (datetime.combine(day + timedelta(days=more), time(), zone) for more in (0, 1))
            since = max(begins, now + _AHEAD)
            known = self._office.assignment.periods()
            if since >= until or any(one.period == day.isoformat() or (one.since < until and since < one.until) for one in known):
                continue
            try:
                self._office.assignment.commit(day.isoformat(), since, until)
            except Conflict:  # another process was first
                continue

    def _seeds(self) -> None:
        """Publish the seeds of the periods that are over; what was published stays."""
        now, desk = self._office.clock(), self._office.assignment
        for one in desk.periods():
            if one.until <= now and desk.opened(one.period) is None:
                desk.open(one.period)

    def _refresh(self) -> None:
        try:
            self._office.risk.training.refresh()
        except NotFound:  # no model is in force
            return


def _named(name: str) -> str:
    return f"routine {name}"
