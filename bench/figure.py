"""One figure: what was measured, against what, and the ratio of the two."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec


class Figure(msgspec.Struct, frozen=True):
    """A measurement beside its reference.

    Attributes:
      what: What was measured.
      value: The figure.
      unit: Its unit.
      against: What it is compared with, measured in the same run.
      reference: The reference's figure, in the same unit.
      target: What the design asks for, in words.
    """

    what: str
    value: float
    unit: str
    against: str
    reference: float
    target: str = ""

    @property
    def ratio(self) -> float:
        """The figure as a multiple of its reference."""
        return self.value / self.reference if self.reference else float("nan")


def rate(work: Callable[[bytes], object], things: Sequence[bytes], *, seconds: float = 3.0) -> float:
    """Return how many things a second one process works through, best of several rounds."""
    best, until = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.perf_counter()
        for thing in things:
            work(thing)
        best = max(best, len(things) / (time.perf_counter() - start))
    return best


def machine() -> str:
    """Return what machine this is, in a line."""
    model = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        model = f"{len(names)} x {names[0]}" if names else model
    return f"{model}, {platform.system()} {platform.release()}, Python {platform.python_version()}"
