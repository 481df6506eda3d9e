"""What an office has at hand while it selects: profiles, histories, models, the draw, and where each shift stands.

It lives as long as the process. Everything in it is derived from the log, and is brought up to it at the beginning of each work.
"""

from __future__ import annotations

from datetime import datetime

from clearlane.model.facts import Lane
from clearlane.model.profile import Profile
from clearlane.office.ports_risk import RiskReading
from clearlane.office.risk_breaker import Breaker
from clearlane.office.risk_draws import DrawDesk
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_models import ModelDesk
from clearlane.office.risk_remembering import Remembering
from clearlane.office.risk_shift import ShiftOf, Usual, shift_of, taken, usual
from clearlane.risk.selection.threshold import Shift, Threshold

_RECENT = 2000


class Standing:
    """Where one shift of one office stands, as its declarations arrive.

    Args:
      reading: The store.
      room: What the office has at hand.
      office: The customs office.
      profile: The law.
      at: Now.
    """

    def __init__(self, reading: RiskReading, room: RiskRoom, office: str, profile: Profile, at: datetime) -> None:
        shift = shift_of(profile, at)
        policy = profile.selection
        counts = reading.chosen_counts(office, shift.name)
        self.name = shift.name
        self._usual = room.usual(reading, office, shift, policy.ranking_lane)
        self._capacity = room.keeping.timeline().capacity(office, shift.name)
        self._policy, self._left = policy, shift.left
        self._places = taken(counts, policy.ranking_lane)
        self._lanes: dict[Lane, int] = {lane: taken(counts, lane) for lane in policy.expected}
        self._arrived = sum(counts.values())
        self._authorised = self._authorised_taken = 0

    @property
    def bounded(self) -> bool:
        """Whether a manager said what the office can do in this shift."""
        return self._capacity is not None

    def shift(self, *, authorised: bool) -> Shift:
        """Return where the shift stands for one more arrival."""
        self._authorised += authorised
        expected = max(self._usual.arrivals * self._left, 1.0) if self._usual.arrivals else max(self._arrived * self._left, 1.0)
        places = self._capacity.inspections - self._places if self._capacity else 0
        due = {
            lane: gap
            for lane, share in self._policy.expected.items()
            if (gap := (share * (self._arrived + expected) - self._lanes.get(lane, 0)) / expected) > 0
        }
        return Shift(max(places, 0), expected, self._usual.reserved, self._authorised, self._authorised_taken, due)

    def arrived(self, lane: Lane, arm: str, *, authorised: bool) -> None:
        """Count a declaration that was selected."""
        self._arrived += 1
        if arm == "none":
            return
        self._places += lane == self._policy.ranking_lane
        if lane in self._lanes:
            self._lanes[lane] += 1
        self._authorised_taken += authorised and arm in ("percentage", "ranking", "fill")


class RiskRoom:
    """What an office has at hand while it selects.

    Args:
      keeping: Profiles and lists.
      models: Models.
      draws: Random draws.
      remembering: Histories and references.
      breaker: The circuit breaker.
    """

    def __init__(self, keeping: RiskKeeping, models: ModelDesk, draws: DrawDesk, remembering: Remembering, breaker: Breaker) -> None:
        self.keeping, self.models, self.draws, self.remembering = keeping, models, draws, remembering
        self.breaker = breaker
        self._recent: dict[str, Threshold] = {}
        self._usual: dict[str, tuple[str, Usual]] = {}

    def usual(self, reading: RiskReading, office: str, shift: ShiftOf, lane: Lane) -> Usual:
        """Return what an office's shifts of this name were like in the week before, counted once in each shift."""
        known = self._usual.get(office)
        if known is None or known[0] != shift.name:
            known = self._usual[office] = shift.name, usual(reading, office, shift.before, lane)
        return known[1]

    def recent(self, office: str, reading: RiskReading, shift: ShiftOf) -> Threshold:
        """Return the values of an office's recent declarations, read from the store the first time."""
        known = self._recent.get(office)
        if known is None:
            known = self._recent[office] = Threshold(_RECENT)
            latest: list[float] = []
            for name in (shift.name, *shift.before):
                if len(latest) < _RECENT:
                    latest += [one.value for one in reading.chosen_in(office, name, limit=_RECENT - len(latest))]
            for value in reversed(latest):
                known.learn(value)
        return known
