"""Heavy work on this machine: in this process, or in some processes of its own."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from types import TracebackType
from typing import Self

from clearlane.work.ports import Given, Made, Peers
from clearlane.work.reach import free_port, together


class LocalWork:
    """Work of this machine.

    Args:
      processes: How many processes; 0 works in this one.
    """

    def __init__(self, processes: int = 0) -> None:
        # A process made by fork must not use OpenMP after its parent did: each starts afresh.
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_mute) if processes > 1 else None
        self.size = max(1, processes)

    def map(self, function: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """Return the function's answer for each item, in their order."""
        return list((self._pool.map if self._pool else map)(function, items))

    def train(self, function: Callable[[Given, Peers], Made], parts: Sequence[Given]) -> list[Made]:
        """Run a function on every part at one time, in a process each; a single part is worked on here."""
        if self._pool is None or len(parts) == 1:
            if len(parts) != 1:
                raise AssertionError("One process works on one part.")
            return [function(parts[0], Peers())]
        peers = together(["127.0.0.1"] * len(parts), [free_port() for _ in parts])
        return [one.result() for one in [self._pool.submit(function, *pair) for pair in zip(parts, peers, strict=True)]]

    def close(self) -> None:
        """Let the processes go."""
        if self._pool:
            self._pool.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _mute() -> None:
    """Keep standard output for the command's answer: prints, as of LightGBM's listener past its logger, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
