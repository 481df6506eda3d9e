"""How far a demonstration has come, kept beside its store."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import msgspec

SEED = 7
_PAST = timedelta(days=365)
"""How long before the first run the traders' time begins: it runs faster than ours until it has caught up."""


class Kept(msgspec.Struct, frozen=True):
    """What stands in the file: the traffic's seed and beginning, and the place of the last message lodged."""

    seed: int
    since: datetime
    sent: int


class Journal:
    """The place in the traffic that a demonstration has reached.

    Args:
      path: The file it is kept in.
      kept: Where it stands.
    """

    def __init__(self, path: Path, kept: Kept) -> None:
        self._path = path
        self.seed, self.since, self.sent = kept.seed, kept.since, kept.sent

    @classmethod
    def at(cls, path: Path, now: datetime) -> Journal:
        """Return the journal in a file; a new one where there is none, or none that can be read.

        A new one is harmless: what was lodged before is recognised, and not recorded again.
        """
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=Kept)
        except (OSError, msgspec.MsgspecError):
            kept = Kept(SEED, now.replace(microsecond=0) - _PAST, 0)
        return cls(path, kept)

    def save(self) -> None:
        """Keep it; the file is whole at any moment."""
        part = self._path.with_suffix(".part")
        part.write_bytes(msgspec.json.encode(Kept(self.seed, self.since, self.sent)))
        part.replace(self._path)
