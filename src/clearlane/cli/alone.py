"""One demonstration at a time on one store: a second would lodge the same again, and a reset would take the first one's records."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text


@contextmanager
def alone(path: Path) -> Iterator[TextIO]:
    """Hold a file that only one process can hold, until the end or until the process dies.

    Args:
      path: The file; its holder writes in it where it is served.

    Raises:
      Unavailable: Another process holds it.
    """
    with path.open("a+", encoding="utf-8") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            held.seek(0)
            raise Unavailable(_running(held.read().strip())) from None
        held.truncate(0)
        yield held


def _running(address: str) -> Text:
    en, vi = (f" at {address}", f" tại {address}") if address else ("", "")
    return Text(
        en=f"A demonstration already runs in this folder{en}. Open that one, or stop it first.",
        vi=f"Bản trình diễn đang chạy trong thư mục này{vi}. Hãy mở bản đó, hoặc dừng lại trước.",
    )
