"""Group commit for many at once: those who lodge while a commit is under way share the next one."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from types import TracebackType
from typing import Self

from clearlane.model.receipt import Lodgement, Receipt
from clearlane.model.refusals import Refusal
from clearlane.office.office import GROUP, Office

_Waiting = tuple[Lodgement, "Future[Receipt]"]


class Committer:
    """One thread that takes what has gathered and commits it together. Receipts come after the commit.

    Args:
      office: The office.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="committer", daemon=True)
        self._thread.start()

    def submit(self, lodgement: Lodgement) -> Future[Receipt]:
        """Hand in a message; the future gives its receipt, or raises its refusal, once it is recorded.

        Raises:
          RuntimeError: The committer was closed; nobody would answer.
        """
        if self._closed:
            raise RuntimeError("The committer is closed.")
        future: Future[Receipt] = Future()
        future.set_running_or_notify_cancel()  # what was handed in is taken; nobody can call it back
        self._queue.put((lodgement, future))
        return future

    def close(self) -> None:
        """Finish what was handed in, then stop."""
        self._closed = True
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            group, stop = self._gathered(first)
            self._commit(group)
            if stop:
                return

    def _gathered(self, first: _Waiting) -> tuple[list[_Waiting], bool]:
        group = [first]
        while len(group) < GROUP:
            try:
                more = self._queue.get_nowait()
            except queue.Empty:
                break
            if more is None:
                return group, True
            group.append(more)
        return group, False

    def _commit(self, group: list[_Waiting]) -> None:
        try:
            outcomes = self._office.lodge_group([lodgement for lodgement, _ in group])
        except Exception as broken:  # noqa: BLE001 - whoever waits must hear of it; nothing was recorded
            for _, future in group:
                future.set_exception(broken)
            return
        for (_, future), outcome in zip(group, outcomes, strict=True):
            if isinstance(outcome, Refusal):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
