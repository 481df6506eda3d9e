"""What is estimated from, and what an estimate is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Estimate(msgspec.Struct, frozen=True):
    """A figure of a whole, estimated from a part, with the interval that covers the truth in 95 of 100 cases.

    Attributes:
      value: The estimate; None where nobody of the whole was inspected by chance.
      low: Lower end of the interval.
      high: Upper end.
      inspected: How many were inspected that speak for it.
      findings: In how many of those something was found.
      population: How many it speaks of.
    """

    value: float | None
    low: float
    high: float
    inspected: int
    findings: int
    population: int


@dataclass(frozen=True)
class Sample:
    """All declarations of a period, inspected or not, in columns of one length.

    Attributes:
      propensity: How likely each was to be inspected, above 0 to 1.
      inspected: Whether officers looked.
      drawn: Whether the random draw took it.
      found: Whether something was found; of no account where nobody looked.
      revenue: Revenue found missing, in the profile's currency; of no account where nobody looked.
      seen: Of what is wrong in its like, the share inspectors see, above 0; 1 where no misses are thought of.
    """

    propensity: Floats
    inspected: Flags
    drawn: Flags
    found: Flags
    revenue: Floats
    seen: Floats

    @classmethod
    def of(cls, propensity: Floats, inspected: Flags, drawn: Flags, found: Flags, revenue: Floats | None = None) -> Sample:
        """Return the columns as a sample in which inspectors miss nothing. Raises ``AssertionError`` where they cannot be weighed."""
        if not (np.all(propensity[inspected] > 0) and np.all(propensity <= 1)):
            raise AssertionError("Whoever was inspected had a chance above 0 and at most 1.")
        nothing = np.zeros(len(propensity))
        return cls(propensity, inspected, drawn, found & inspected, nothing if revenue is None else revenue, np.ones(len(propensity)))

    def seeing(self, seen: Floats) -> Sample:
        """Return the same sample with the share of what is wrong that inspectors see, as ``seen_rates`` gives it."""
        if not np.all(seen > 0):
            raise AssertionError("Inspectors see a share above 0.")
        return replace(self, seen=seen)

    def where(self, chosen: Flags) -> Sample:
        """Return some of the declarations."""
        return self.at(np.flatnonzero(chosen))

    def at(self, places: NDArray[np.int64]) -> Sample:
        """Return the declarations at some places."""
        columns = (self.propensity, self.inspected, self.drawn, self.found, self.revenue, self.seen)
        return Sample(*(column[places] for column in columns))  # type: ignore[arg-type]

    def evenly(self) -> Sample:
        """Return the same sample with one chance for all: that of having been inspected, where the draw alone decided among them."""
        share = float(self.inspected.mean()) if len(self) else 1.0
        return replace(self, propensity=np.full(len(self), share or 1.0))

    def by_draw(self) -> Sample:
        """Return the same sample as if nobody but those drawn had been inspected, each with one chance."""
        return replace(self, inspected=self.inspected & self.drawn, found=self.found & self.drawn).evenly()

    def counting(self, found: Flags) -> Sample:
        """Return the same sample with something else counted as found, such as one category."""
        return replace(self, found=found & self.inspected)

    def __len__(self) -> int:
        return len(self.propensity)
