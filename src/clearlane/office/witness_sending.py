"""How a partner's witness is asked over HTTP: with patience of some seconds, and without following it elsewhere."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

PATIENCE = 5.0
"""Seconds that a witness may take to answer."""
_LONGEST = 4_000_000
Send = Callable[[str, bytes | None], tuple[int, bytes]]
"""From an address and a body, or none to read, to status and answer; raises OSError where nobody answers."""


def send(address: str, body: bytes | None) -> tuple[int, bytes]:
    """Ask an address, and return what it answers.

    Args:
      address: The whole address.
      body: What is handed in; None to read what stands there.

    Raises:
      OSError: Nobody answers there, or not in time, or not as the protocol has it.
    """
    to = urlsplit(address)
    if to.scheme == "https":
        connection: HTTPConnection = HTTPSConnection(to.netloc, timeout=PATIENCE, context=ssl.create_default_context())
    else:
        connection = HTTPConnection(to.netloc, timeout=PATIENCE)
    try:
        connection.request("GET" if body is None else "POST", to.path or "/", body)
        answer = connection.getresponse()
        return answer.status, answer.read(_LONGEST)
    except HTTPException as fault:
        raise OSError(str(fault)) from fault
    finally:
        connection.close()
