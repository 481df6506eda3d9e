"""Around every request: a limit on its size, a line in the log, and headers; what breaks is answered without its inside."""

from __future__ import annotations

import time
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clearlane.api import problems
from clearlane.api.log import note_answer, note_fault
from clearlane.api.refusals import Broken, TooLarge
from clearlane.office.documents import LARGEST

_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_FORM = 65_536
"""What a form in a page may have around the message in it."""
_DOCUMENTS = "/documents"
"""How the addresses end that take documents, which are larger than messages."""
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
            await self._app(scope, _limited(scope, receive, self._most(scope["path"])), sending)
        except Exception as fault:  # noqa: BLE001 - the last to hear of it; nothing of its inside goes out
            note_fault(fault, state["request"])
            if not status:
                answer = problems.answer(Broken(state["request"]), state.get("language", self._language))
                await answer(scope, receive, sending)
        note_answer(
            method=scope["method"],
            route=getattr(scope.get("route"), "path", "none"),
            status=status,
            seconds=time.perf_counter() - begun,
            role=state.get("role", "none"),
            request=state["request"],
        )

    def _most(self, path: str) -> int:
        """Return how many bytes an address takes."""
        most = LARGEST if path.endswith(_DOCUMENTS) else self._max_bytes
        return most if path.startswith("/v1/") else most + _FORM


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
