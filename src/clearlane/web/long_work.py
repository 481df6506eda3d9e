"""Work that takes longer than a page may: it runs beside, and a page shows how far it is."""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any

from clearlane.model.refusals import Refusal
from clearlane.model.text import Text

_LOG = logging.getLogger(__name__)
_MOST = 50
Report = Callable[[int], None]
_BROKEN = Text(
    en="The work stopped because of a fault of ours. Nothing of it was recorded. Try again, and tell the office if it happens again.",
    vi="Tác vụ dừng do lỗi của hệ thống, chưa ghi nhận thay đổi nào. Hãy thử lại và báo đơn vị vận hành nếu lỗi lặp lại.",
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
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="long-work")
        self._kept: OrderedDict[str, LongWork] = OrderedDict()
        self._lock = Lock()

    def begin(self, owner: str, kind: str, work: Callable[[Report], Any], whole: int = 0) -> str:
        """Begin a piece of work and return its name.

        Args:
          owner: Who begins it.
          kind: What it is.
          work: Is given a function to report how much is done.
          whole: How much there is to do.
        """
        name, one = secrets.token_urlsafe(12), LongWork(owner, kind, whole)
        with self._lock:
            self._kept[name] = one
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._pool.submit(_do, one, work)
        return name

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
