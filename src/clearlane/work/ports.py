"""What a place of heavy work can do, wherever it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

import msgspec

Given = TypeVar("Given")
Made = TypeVar("Made")


class Peers(msgspec.Struct, frozen=True):
    """Those who work on one thing together, each in a process of its own.

    Attributes:
      machines: The address of each, ``host:port``, joined by commas, in the order of the parts; empty where one works alone.
      port: The port on which this one may be spoken to.
      count: How many there are.
    """

    machines: str = ""
    port: int = 0
    count: int = 1


class Work(Protocol):
    """A place of heavy work. What it is given travels to other processes: functions of modules, and values that can be pickled."""

    size: int
    """How many processes work at once."""

    def map(self, function: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """Return the function's answer for each item, in their order; the same answers as in a plain loop."""
        ...

    def train(self, function: Callable[[Given, Peers], Made], parts: Sequence[Given]) -> list[Made]:
        """Run a function on every part at one time, each knowing how to reach the others, and return the answers in their order."""
        ...

    def close(self) -> None:
        """Let the processes go."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> Any: ...
