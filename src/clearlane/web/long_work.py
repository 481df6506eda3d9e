"""Work that takes longer than a page may: it runs beside, and a page shows how far it is."""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any

from clearlane.model.refusals import Refusal, Unavailable
from clearlane.model.text import Text

_LOG = logging.getLogger(__name__)
_MOST = 50
_WAITING = 5
"""So many pieces of work of one person may wait or be under way."""
Report = Callable[[int], None]
_BROKEN = Text(
    en="The work stopped because of a fault of ours. Nothing of it was recorded. Try again, and tell the office if it happens again.",
    vi="Tác vụ dừng do lỗi của hệ thống, chưa ghi nhận thay đổi nào. Hãy thử lại và báo đơn vị vận hành nếu lỗi lặp lại.",
)


_ENOUGH = Text(
    en=f"{_WAITING} pieces of your work are waiting or under way. Wait for one of them to end, then begin this one again.",
    vi=f"Bạn đang có {_WAITING} tác vụ chờ hoặc đang chạy. Hãy đợi một tác vụ kết thúc rồi thực hiện lại.",
)


class LongWork:
    """One piece of work on its way.

    Attributes:
      owner: Who began it; nobody else sees it.
      kind: What it is, a key of the catalogue of words.
      done: How much of it is done.
      whole: How much there is; 0 where that is not known.
      result: What came of it; None while it goes on.
      refusal: Why it was refused.
    """

    def __init__(self, owner: str, kind: str, whole: int) -> None:
        self.owner, self.kind, self.whole = owner, kind, whole
        self.done = 0
        self.result: Any = None
        self.refusal: Text | None = None

    @property
    def over(self) -> bool:
        """Whether there is nothing left to wait for."""
        return self.result is not None or self.refusal is not None

    def report(self, done: int) -> None:
        """Note how much is done."""
        self.done = done


class Bench:
    """Where long work is done, one piece after another, and the last pieces are kept for their pages."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[LongWork, Callable[[Report], Any]]] = SimpleQueue()
        self._worker: Thread | None = None
        self._kept: OrderedDict[str, LongWork] = OrderedDict()
        self._lock = Lock()

    def begin(self, owner: str, kind: str, work: Callable[[Report], Any], whole: int = 0) -> str:
        """Begin a piece of work and return its name.

        Args:
          owner: Who begins it.
          kind: What it is.
          work: Is given a function to report how much is done.
          whole: How much there is to do.

        Raises:
          Unavailable: As many pieces as one person may have are waiting or under way.
        """
        name, one = secrets.token_urlsafe(12), LongWork(owner, kind, whole)
        with self._lock:
            if sum(kept.owner == owner and not kept.over for kept in self._kept.values()) >= _WAITING:
                raise Unavailable(_ENOUGH)
            self._kept[name] = one
            for old in [known for known, kept in self._kept.items() if kept.over][: max(len(self._kept) - _MOST, 0)]:
                del self._kept[old]
            if self._worker is None:
                self._worker = Thread(target=self._work, name="long-work", daemon=True)
                self._worker.start()
        self._waiting.put((one, work))
        return name

    def _work(self) -> None:
        while True:
            _do(*self._waiting.get())

    def find(self, name: str, owner: str) -> LongWork | None:
        """Return a piece of work by its name, for whoever began it."""
        one = self._kept.get(name)
        return one if one is not None and one.owner == owner else None


def _do(one: LongWork, work: Callable[[Report], Any]) -> None:
    try:
        one.result = work(one.report)
    except Refusal as refusal:
        one.refusal = refusal.words
    except Exception:  # noqa: BLE001 - whatever stops it is told to whoever waits for it, and logged
        _LOG.exception("Work begun on a page failed: %s", one.kind)
        one.refusal = _BROKEN
