"""What officers can do: a manager sets it for an office and shift, sees what it means for the queue, and signs what is given up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import cast

import msgspec

from clearlane.clearance.standing import standing
from clearlane.model.case import Case
from clearlane.model.chosen import Chosen
from clearlane.model.facts import Assessed, Fact, Lane, Released, Routed
from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict
from clearlane.model.risk_facts import CapacitySet, QueueCut, SelectionFell
from clearlane.model.text import Text
from clearlane.office.passage import BLUE_LANE, GREEN_LANE
from clearlane.office.ports import Reading, Store, Work
from clearlane.office.ports_risk import RiskReading
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_refusals import SIGNED_BY_NOBODY, queue_changed
from clearlane.office.risk_shift import shift_of
from clearlane.office.risk_timeline import SUBJECT
from clearlane.office.tariff_refusals import identified
from clearlane.risk.selection.recut import Queued, Recut, recut

_TAKEN = ("mandatory", "percentage", "ranking", "random", "fill")
_FELL = Text(en="Not looked at for want of officers; a manager signed it.", vi="Không kiểm tra do thiếu công chức; lãnh đạo đã ký.")


class InQueue(msgspec.Struct, frozen=True):
    """A declaration that waits for officers.

    Attributes:
      chosen: How it was selected.
      turn: Its turn, from 1.
      waits: How many shifts it waits beyond this one; None where nobody said what the office can do.
    """

    chosen: Chosen
    turn: int
    waits: int | None


class CapacityDesk:
    """Capacities and queues, at ``office.risk.capacities``.

    Args:
      profile: The law.
      store: The store.
      keeping: What is kept of risk work.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, keeping: RiskKeeping, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._keeping, self._clock = profile, store, keeping, clock

    def shift(self) -> str:
        """Return the name of the shift that is now."""
        return shift_of(self._profile, self._clock()).name

    def coming(self, hours: int = 48) -> list[str]:
        """Return the names of the shift that is now and of those of the next hours, in their order."""
        now = self._clock()
        return list(dict.fromkeys(shift_of(self._profile, now + timedelta(hours=hour)).name for hour in range(hours + 1)))

    def offices(self) -> list[tuple[str, str]]:
        """Return the latest shifts with declarations, with their office."""
        return self._store.offices()

    def arrived(self, office: str, shift: str) -> dict[Lane, int]:
        """Return how many declarations of an office and shift have each lane."""
        counted: Counter[Lane] = Counter()
        for (_, lane), count in self._store.chosen_counts(office, shift).items():
            counted[cast("Lane", lane)] += count
        return dict(counted)

    def cuts(self, most: int = 50) -> list[tuple[QueueCut, datetime]]:
        """Return what managers signed, with the moment, latest first."""
        return self._keeping.timeline().cuts[: -most - 1 : -1]

    def capacity(self, office: str, shift: str) -> CapacitySet | None:
        """Return what an office can do in a shift, as last set."""
        return self._keeping.timeline().capacity(office, shift)

    def queue(self, office: str, shift: str, reading: Reading | None = None) -> list[InQueue]:
        """Return the selected declarations of a shift that nobody has inspected yet, in the order of their turn.

        Those a mandatory profile or the draw took, and those whose trader knows, go first; then what is worth most.
        """
        waiting = self._waiting(reading or self._store, office, shift)
        said = self.capacity(office, shift)
        room = said.inspections if said else None
        return [InQueue(one, turn, _waits(turn, room)) for turn, one in enumerate(waiting, 1)]

    def proposed(self, office: str, shift: str, inspections: int, reading: Reading | None = None) -> Recut:
        """Return what a capacity would mean for the queue. Nothing is recorded."""
        return recut([_queued(one) for one in self._waiting(reading or self._store, office, shift)], inspections)

    def set(
        self, office: str, shift: str, inspections: int, checks: int | None = None, *, by: str, agreed: str = ""
    ) -> tuple[CapacitySet, Recut]:
        """Set what an office can do in a shift, cut its queue to it, and sign what is given up.

        Args:
          office: The customs office.
          shift: The shift.
          inspections: Physical inspections, 0 or more.
          checks: Checks of documents; None where they are not bounded.
          by: The manager.
          agreed: What the manager saw would fall, as ``seen`` names it; empty where he did not look.

        Raises:
          NotAllowed: The manager gave no identification.
          Conflict: The office or shift is not named, a figure is below 0, or something else would fall by now than was agreed to.
        """
        manager = identified(by, SIGNED_BY_NOBODY)
        if not office or not shift or inspections < 0 or (checks is not None and checks < 0):
            raise Conflict(Text(en="Name office and shift, and figures from 0 up.", vi="Hãy nêu cơ quan, ca và số liệu từ 0 trở lên."))
        fact = CapacitySet(office, shift, inspections, checks, manager)
        with self._store.work() as work:
            made = self.proposed(office, shift, inspections, work)
            if agreed and agreed != seen(made):
                raise queue_changed(shift)
            signed = QueueCut(
                office, shift, made.fallen, len(made.waiting), f"{made.given_up:.2f}", manager, tuple(made.propensities.items())
            )
            at = self._clock()
            work.append(at, [(SUBJECT, fact), (SUBJECT, signed)])
            for number in made.fallen:
                self._fall(work, number, at, signed)
            work.put_chosen(restated(work, signed))
        return fact, made

    def _fall(self, work: Work, number: str, at: datetime, signed: QueueCut) -> None:
        chosen, case = work.chosen(number), work.case(number)
        if chosen is None or case is None:
            return
        lane: Lane = "blue" if "blue" in self._profile.lanes.names else "green"
        facts: list[Fact] = [SelectionFell(signed.by, signed.shift, chosen.value), Routed(lane, (_FELL,))]
        facts += _released(work, case, lane)
        records = work.append(at, [(number, fact) for fact in facts])
        work.put_cases([standing(records, case, self._profile.clearance)])
        work.put_chosen([msgspec.structs.replace(chosen, fallen=True, lane=lane)])

    def _waiting(self, reading: Reading, office: str, shift: str) -> list[Chosen]:
        lane = self._profile.selection.ranking_lane
        every = reading.chosen_in(office, shift, _TAKEN, 100_000)
        open_still = [one for one in every if one.lane == lane and one.intensity is None and not one.fallen]
        return sorted(open_still, key=lambda one: (not (one.arm == "mandatory" or one.drawn or one.notified), -one.value, one.at))


def seen(made: Recut) -> str:
    """Return a short name of what would fall, and of the revenue given up: another name where anything of it differs."""
    return sha256(" ".join((*made.fallen, f"{made.given_up:.2f}")).encode()).hexdigest()[:32]


def restated(reading: RiskReading, signed: QueueCut) -> list[Chosen]:
    """Return the selections whose propensity a cut restates: those who estimate must weigh them so."""
    known = ((reading.chosen(number), propensity) for number, propensity in signed.restated)
    return [msgspec.structs.replace(one, propensity=propensity) for one, propensity in known if one is not None]


def _queued(one: Chosen) -> Queued:
    return Queued(
        number=one.number,
        arm=one.arm,
        value=one.value,
        revenue=one.probability * one.revenue,
        propensity=one.propensity,
        base=one.base,
        drawn=one.drawn,
        notified=one.notified,
    )


def _waits(turn: int, room: int | None) -> int | None:
    if room is None:
        return None
    return (turn - 1) // room if room else turn


def _released(work: Work, case: Case, lane: Lane) -> Iterator[Fact]:
    """Yield the release of goods that are here, have their duty, and are not held for anything else any more."""
    assessed = any(isinstance(record.fact, Assessed) for record in work.facts_of(case.number))
    if case.told and case.duty is not None and assessed and case.state == "accepted":
        yield Released(BLUE_LANE if lane == "blue" else GREEN_LANE)
