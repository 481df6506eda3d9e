"""Following the log: facts put into the tree as they come, a checkpoint signed now and then. It may be stopped at any moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from clearlane.keys import Signer
from clearlane.model.refusals import Closed
from clearlane.office.ledger import Ledger


class Following:
    """Follows one log.

    Args:
      ledger: The ledger.
      signer: Signs for it.
      clock: What tells the time.
      every: How many seconds from one checkpoint to the next, where facts came.
    """

    def __init__(self, ledger: Ledger, signer: Signer, clock: Callable[[], datetime], every: int) -> None:
        self._ledger, self._signer, self._clock = ledger, signer, clock
        self._every = timedelta(seconds=every)
        self._signed: datetime | None = None

    def __call__(self) -> None:
        """Put what came into the tree, and sign where it is time."""
        self._ledger.follow()
        now = self._clock()
        if self._signed is not None and now < self._signed + self._every:
            return
        try:
            self._ledger.checkpoint(self._signer)
        except Closed:  # the log has no facts yet
            return
        self._signed = now
