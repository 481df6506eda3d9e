"""How often a caller may come in a minute, counted in bounded memory: whoever did not come for long is forgotten first."""

from __future__ import annotations

import ipaddress
import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic

from fastapi import Request

_MINUTE, _GRAIN = 60.0, 1e-9
_HOST = 64


class Turnstile:
    """Lets each caller through so many times a minute, a few at once and then evenly.

    Args:
      most: How many times; 0 for no limit.
      clock: What counts seconds.
      callers: How many callers are remembered at most.
    """

    def __init__(self, most: int, clock: Callable[[], float] = monotonic, callers: int = 10_000) -> None:
        self._most, self._clock, self._callers = most, clock, callers
        self._left: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()
        self._turn = Lock()

    def wait(self, caller: Hashable) -> int:
        """Let a caller through, and return 0; or return for how many seconds it is to wait first."""
        if not self._most:
            return 0
        with self._turn:
            now = self._clock()
            left, since = self._left.pop(caller, (float(self._most), now))
            left = min(self._most, left + (now - since) * self._most / _MINUTE)
            through = left > 1 - _GRAIN
            self._left[caller] = (left - through, now)
            if len(self._left) > self._callers:
                self._left.popitem(last=False)
        return 0 if through else max(1, math.ceil((1 - left) * _MINUTE / self._most - _GRAIN))

    def __len__(self) -> int:
        """Return how many callers are remembered."""
        return len(self._left)


def caller_of(request: Request) -> str:
    """Return who calls, by address; of the newer addresses (IPv6) the network, since one host has as many as it likes."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    return host if address.version == 4 else str(ipaddress.ip_network((address, _HOST), strict=False))
