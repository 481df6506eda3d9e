"""What a back-test starts from: the rows that profiles hit, and what became of each row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clearlane.risk.estimate import Sample

Places = NDArray[np.int64]


@dataclass(frozen=True)
class Hits:
    """Whom one profile hits.

    Attributes:
      code: The profile's code.
      rows: Positions of the rows, rising, none twice.
      share: Which share of its hits is taken.
      inspects: Whether its lane has officers look before release.
    """

    code: str
    rows: Places
    share: float = 1.0
    inspects: bool = True


@dataclass(frozen=True)
class Outcomes:
    """What became of each row, in columns of one length.

    Attributes:
      day: The day, as a number from 0.
      office: The customs office, as a place in ``offices``.
      offices: The offices' names.
      sample: How likely each was to be inspected, whether it was, and what was found.
    """

    day: NDArray[np.int32]
    office: NDArray[np.int32]
    offices: tuple[str, ...]
    sample: Sample

    @cached_property
    def first(self) -> int:
        """The first day; 0 where there are no rows."""
        return int(self.day.min()) if len(self.day) else 0

    @cached_property
    def days(self) -> int:
        """How many days there are, from the first to the last."""
        return int(self.day.max()) - self.first + 1 if len(self.day) else 0

    def __len__(self) -> int:
        return len(self.day)


@dataclass(frozen=True)
class Costs:
    """What an inspection costs those who wait.

    Attributes:
      hours: Hours a declaration waits for an inspection.
      hourly: What an hour costs, in the profile's currency.
    """

    hours: float = 0.0
    hourly: float = 0.0
