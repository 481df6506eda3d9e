"""The log of the HTTP door: one JSON object a line, to whoever listens to the logger ``clearlane.api``.

It says which route answered what, to which role, how fast. It never says a number, a name, a token,
a reason, or anything of a body.
"""

from __future__ import annotations

import logging
import traceback
from typing import TextIO

import structlog

_LOGGER = logging.getLogger("clearlane.api")
_LOG: structlog.stdlib.BoundLogger = structlog.wrap_logger(
    _LOGGER,
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.JSONRenderer(),
    ],
    wrapper_class=structlog.stdlib.BoundLogger,
)


def log_to(stream: TextIO) -> None:
    """Write a line to a stream for every request answered."""
    _LOGGER.addHandler(logging.StreamHandler(stream))
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False


def note_answer(*, method: str, route: str, status: int, seconds: float, role: str, request: str) -> None:
    """Write down that a request was answered."""
    _LOG.info("answered", method=method, route=route, status=status, milliseconds=round(seconds * 1000, 1), role=role, request=request)


def note_fault(fault: BaseException, request: str) -> None:
    """Write down what broke and where, not what was being said: words of a fault may quote a message."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "unknown"
    _LOG.error("unexpected", fault=type(fault).__name__, where=where, request=request)
