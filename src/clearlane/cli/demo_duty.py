"""Work at the offices of a demonstration: who is on duty, the lottery of the day, cases given by lot, documents that traders supply."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from clearlane.model.case import NOBODY, Query
from clearlane.model.lottery import OnDuty
from clearlane.model.refusals import Refusal
from clearlane.office.office import Office
from clearlane.office.risk_shift import shift_of
from clearlane.office.working import ready

ROTA = (
    OnDuty("OFFICER-1", "documents"),
    OnDuty("OFFICER-2", "documents"),
    OnDuty("OFFICER-3", "documents", ("excise",)),
    OnDuty("INSPECTOR-1", "quay"),
    OnDuty("INSPECTOR-2", "quay"),
)
"""Persons to try out, and colleagues of theirs whom nobody plays."""
_SUPERVISOR = "SUPERVISOR-1"
_LEFT, _ANSWERS, _SILENT = 3, 2, 4
_ANSWER = "The documents are enclosed. / Gửi kèm chứng từ."


class Duty:
    """Who is on duty in one office.

    Args:
      office: The office.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._kept: set[tuple[str, str]] = set()

    def bind_lottery(self) -> None:
        """Bind the lottery of the day, unless it is bound already."""
        desk, now = self._office.assignment, self._office.clock()
        day = self._office.profile.day(now)
        until = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(self._office.profile.time_zone))
        since = now + timedelta(seconds=1)
        if since < until and not any(one.since < until and since < one.until for one in desk.periods()):
            desk.commit(day.isoformat(), since, until)

    def begin_shift(self) -> None:
        """Keep the rota of the shift that is now at every customs office, where none was kept."""
        desk, shift = self._office.assignment, shift_of(self._office.profile, self._office.clock()).name
        for place in {place for place, _ in self._office.risk.capacities.offices() if place}:
            if (place, shift) not in self._kept and desk.rota(place, shift) is None:
                desk.keep_rota(place, shift, ROTA, by=_SUPERVISOR)
            self._kept.add((place, shift))

    def go_on(self) -> None:
        """Let some traders supply what was demanded, and give cases by lot; a few are left for whoever asks for his next case."""
        for case in self._office.cases(Query(by_due=True, waits=("answer",), limit=_ANSWERS + _SILENT))[:-_SILENT]:
            with suppress(Refusal):  # what cannot be done now is done another time
                self._office.clearance.answer(case.number, 0, _ANSWER)
        for case in ready(self._office, NOBODY)[:-_LEFT]:
            with suppress(Refusal):
                self._office.assignment.give(case.number, case.section)
