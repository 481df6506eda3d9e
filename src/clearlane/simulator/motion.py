"""How a truck moves: seconds and places, and where it is at any second between."""

from __future__ import annotations

from bisect import bisect_right

from clearlane.simulator.roads import Spot, metres


class Motion:
    """The course of one truck, or of a container that left it.

    Args:
      where: Where it stands at the start.
      second: When that is, in seconds from departure.
    """

    def __init__(self, where: Spot, second: int = 0) -> None:
        self._seconds = [second]
        self._spots = [where]

    @property
    def second(self) -> int:
        """When it gets to where it is going."""
        return self._seconds[-1]

    @property
    def where(self) -> Spot:
        """Where it is going."""
        return self._spots[-1]

    def drive(self, there: Spot, speed: int) -> None:
        """Drive straight to a place, at a speed in km/h."""
        self._reach(there, max(1, metres(self.where, there) * 36 // (speed * 10)))

    def wait(self, seconds: int) -> None:
        """Stand still."""
        self._reach(self.where, seconds)

    def _reach(self, there: Spot, seconds: int) -> None:
        self._seconds.append(self.second + seconds)
        self._spots.append(there)

    def at(self, second: int) -> Spot:
        """Return where it is at a second; before its start, and after its end, it stands."""
        index = bisect_right(self._seconds, second)
        if index == 0:
            return self._spots[0]
        if index == len(self._seconds):
            return self._spots[-1]
        since, one, two = self._seconds[index - 1], self._spots[index - 1], self._spots[index]
        gone, span = second - since, self._seconds[index] - since
        return one[0] + (two[0] - one[0]) * gone // span, one[1] + (two[1] - one[1]) * gone // span

    def parted(self) -> Motion:
        """Return a course that begins where this one has got to: what is taken off goes its own way."""
        other = Motion(self.where, self.second)
        other._seconds, other._spots = self._seconds[:], self._spots[:]
        return other
