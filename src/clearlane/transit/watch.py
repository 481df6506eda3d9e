"""The watch over one movement: readings in, in any order and however often; alerts out, always the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from clearlane.model.alert import Alert
from clearlane.model.reading import Reading
from clearlane.model.watched import Watched, WatchLaw
from clearlane.transit.corridor import Corridor
from clearlane.transit.rules import Rule
from clearlane.transit.rules.battery import BatteryRule
from clearlane.transit.rules.clock import ClockRule
from clearlane.transit.rules.custody import CustodyRule
from clearlane.transit.rules.route import RouteRule
from clearlane.transit.rules.seal import SealRule
from clearlane.transit.rules.shock import ShockRule
from clearlane.transit.rules.silence import SilenceRule
from clearlane.transit.rules.stop import StopRule
from clearlane.transit.rules.temperature import TemperatureRule
from clearlane.transit.track import Key, Track


class Watch:
    """The watch over one movement.

    Args:
      watched: The movement.
      law: From what on an alert is raised.
    """

    def __init__(self, watched: Watched, law: WatchLaw) -> None:
        self.watched = watched
        corridor = None if watched.itinerary is None else Corridor(watched.itinerary)
        self._tracks = {device: Track(device, _rules(watched, law, device, corridor)) for device in watched.devices}
        self._together = Track("", (CustodyRule(watched, law),)) if watched.tracker else None

    def hear(self, reading: Reading) -> bool:
        """Take one reading.

        Returns:
          Whether it is new, and this movement's: of one of its devices, and not later than its arrival.

        Raises:
          Forgotten: It is older than all that is remembered.
        """
        track = self._tracks.get(reading.device)
        if track is None or (self.watched.arrived is not None and reading.at > self.watched.arrived):
            return False
        new = track.hear(reading)
        if new and self._together is not None:
            self._together.hear(reading)
        return new

    def alerts(self, now: datetime) -> dict[Key, Alert]:
        """Return every alert that stands at a moment, by what it is known by; also those that ended.

        Args:
          now: The moment; after the arrival nothing more is missed.
        """
        moment = now if self.watched.arrived is None else min(now, self.watched.arrived)
        tracks = (*self._tracks.values(), *((self._together,) if self._together else ()))
        standing = {key: alert for track in tracks for key, alert in track.alerts().items()}
        standing.update((alert.key, alert) for track in tracks for alert in track.now(moment))
        return standing

    def forget(self, before: datetime) -> None:
        """Forget readings before a moment; what was said of them stays said."""
        for track in (*self._tracks.values(), *((self._together,) if self._together else ())):
            track.forget(before)


Change = tuple[Alert | None, Alert | None]
"""What was said before, and what is said now: an alert is raised, corrected, or taken back, and never erased."""


def changes(before: dict[Key, Alert], after: dict[Key, Alert]) -> Iterable[Change]:
    """Yield what changed between two standings of alerts, in the order of their beginnings."""
    for key in sorted(before.keys() | after.keys(), key=lambda key: (key[2], key[0], key[1], key[3])):
        was, is_now = before.get(key), after.get(key)
        if was != is_now:
            yield was, is_now


def _rules(watched: Watched, law: WatchLaw, device: str, corridor: Corridor | None) -> tuple[Rule, ...]:
    """Return the rules for one device. Stops are the vehicle's: where it has a device of its own, by that one, else by the first seal."""
    rules: list[Rule] = [SealRule(watched), SilenceRule(watched, law), BatteryRule(law), ClockRule(watched, law), ShockRule(law)]
    if watched.temperature is not None:
        rules.append(TemperatureRule(watched.temperature, law))
    if corridor is not None:
        rules.append(RouteRule(law, corridor))
    if device == (watched.tracker or watched.seals[0]):
        rules.append(StopRule(watched, law))
    return tuple(rules)
