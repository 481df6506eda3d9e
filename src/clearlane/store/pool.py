"""Pool: connections lent for a question at a time, so that many threads can ask at once."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """A connection that can be closed."""

    def close(self) -> object:
        """Let go of it."""


C = TypeVar("C", bound=Closable)


class Pool(Generic[C]):
    """Connections made when needed and used again, the latest first.

    Args:
      make: Makes a connection.
      most: How many may be lent at once; whoever asks beyond that waits.
    """

    def __init__(self, make: Callable[[], C], most: int) -> None:
        self._make, self._idle, self._turn = make, deque[C](), threading.BoundedSemaphore(most)

    @contextmanager
    def lent(self) -> Iterator[C]:
        """Lend a connection; one on which something failed is closed and not lent again."""
        with self._turn:
            try:
                connection = self._idle.pop()
            except IndexError:
                connection = self._make()
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
            self._idle.append(connection)

    def close(self) -> None:
        """Close every connection that is not lent."""
        while self._idle:
            self._idle.pop().close()
