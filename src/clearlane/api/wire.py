"""Around every request: a limit on its size, a line in the log, and headers; what breaks is answered without its inside.

The log says which route answered what, to which role, how fast. It never says a number, a name, a token,
a reason, or anything of a body.
"""

from __future__ import annotations

import time
import traceback
from uuid import uuid4

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clearlane.api import problems
from clearlane.api.refusals import Broken, TooLarge

log = structlog.get_logger("clearlane.api")

_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_OF_DATA = {"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}


class Wire:
    """The outermost of our layers.

    Args:
      app: What answers.
      max_bytes: The most bytes taken in one request.
      language: The language spoken where none is asked for.
    """

    def __init__(self, app: ASGIApp, max_bytes: int, language: str) -> None:
        self._app, self._max_bytes, self._language = app, max_bytes, language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state["request"], begun, status = uuid4().hex, time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(message, scope)
            await send(message)

        try:
            await self._app(scope, _limited(scope, receive, self._max_bytes), sending)
        except Exception as fault:  # noqa: BLE001 - the last to hear of it; nothing of its inside goes out
            _note(fault, state["request"])
            if not status:
                answer = problems.answer(Broken(state["request"]), state.get("language", self._language))
                await answer(scope, receive, sending)
        log.info(
            "answered",
            method=scope["method"],
            route=getattr(scope.get("route"), "path", "none"),
            status=status,
            milliseconds=round((time.perf_counter() - begun) * 1000, 1),
            role=state.get("role", "none"),
            request=state["request"],
        )


def _limited(scope: Scope, receive: Receive, most: int) -> Receive:
    """Return a source that stops as soon as too much comes, or is announced."""
    taken = 0
    announced = Request(scope).headers.get("content-length", "")

    async def receiving() -> Message:
        nonlocal taken
        if announced.isdecimal() and int(announced) > most:
            raise TooLarge(most)
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooLarge(most)
        return message

    return receiving


def _add_headers(message: Message, scope: Scope) -> None:
    headers, state = MutableHeaders(scope=message), scope["state"]
    more = _HEADERS | (_OF_DATA if scope["path"].startswith("/v1/") else {}) | {"X-Request-ID": state["request"]}
    if "language" in state:
        more |= {"Content-Language": state["language"], "Vary": "Accept, Accept-Language, Authorization"}
    for name, value in more.items():
        headers.setdefault(name, value)


def _note(fault: BaseException, request: str) -> None:
    """Write down what broke and where, not what was being said: words of a fault may quote a message."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "unknown"
    log.error("unexpected", fault=type(fault).__name__, where=where, request=request)
