"""The officers of a demonstration: they bind the day's draw, say what they can do, and now and then record what they found."""

from __future__ import annotations

from datetime import timedelta

from clearlane.cli.demo_duty import Duty
from clearlane.model.control_facts import CountersignatureAsked
from clearlane.model.inspection import ItemResult
from clearlane.model.refusals import Refusal
from clearlane.office.office import Office

SHARE = 0.05
PHRASES = {name: f"demonstration words of {name}" for name in ("H-1", "H-2", "H-3")}
"""The holders of the draw's parts, with pass phrases that everyone may know: nothing real is drawn."""
_MANAGER, _INSPECTOR, _SECOND = "M-1", "I-1", "S-1"
_INSPECTIONS, _EVERY, _AT_ONCE = 40, 20, 3


class Officers:
    """Officers at work in one office.

    Args:
      office: The office.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._true: dict[str, tuple[ItemResult, ...]] = {}
        self._count = 0
        self._duty = Duty(office)

    def bind_draw(self) -> None:
        """Bind the random draw and the lottery of the day, unless they are bound already."""
        draws, now = self._office.risk.draws, self._office.clock()
        period = self._office.profile.day(now).isoformat()
        if not any(one.period == period for one in draws.commitments()):
            draws.commit(period, now + timedelta(seconds=1), SHARE, PHRASES, 2)
        self._duty.bind_lottery()

    def see(self, number: str, finds: tuple[ItemResult, ...]) -> None:
        """Remember what an examination of a declaration would find; every so many, some of those who wait are examined."""
        self._true[number] = finds
        self._count += 1
        if self._count % _EVERY == 0:
            self._examine()
            self._duty.begin_shift()
            self._duty.go_on()

    def _examine(self) -> None:
        capacities = self._office.risk.capacities
        present = capacities.shift()
        for place, shift in capacities.offices():
            if shift != present or not place:
                continue
            if capacities.capacity(place, shift) is None:
                capacities.set(place, shift, _INSPECTIONS, by=_MANAGER)
            for one in capacities.queue(place, shift)[:_AT_ONCE]:
                self._record(one.chosen.number)

    def _record(self, number: str) -> None:
        found = self._true.pop(number, None)
        if found is None:
            return
        try:
            record = self._office.risk.results.record(number, "physical", found, by=_INSPECTOR)
            if isinstance(record.fact, CountersignatureAsked):
                self._office.clearance.countersign(number, record.seq, granted=True, by=_SECOND)
        except Refusal:  # what was amended since is left to the next
            return
