"""Practice under an address of its own: the office's pages over another office, every address on them led back under ``/practice``."""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLACE = "/practice"
_OURS = re.compile(rb'(\s(?:href|action|formaction|src|data-[a-z-]+)=")(?=/)(?!/(?:practice|sign-out|sign-in|account)[/"?])')
"""Addresses in quotes of two strokes on a page; those in quotes of one stroke lead out of practice."""


class UnderPractice:
    """Serves an application of pages under ``/practice``.

    Args:
      app: The application.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request: addresses on pages and where they lead stay in practice."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        body, start = bytearray(), dict[str, Message]()

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                start["it"] = message
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body"):
                await self._sent(start["it"], bytes(body), send)

        await self._app({**scope, "headers": plain}, receive, answered)

    async def _sent(self, start: Message, body: bytes, send: Send) -> None:
        led = MutableHeaders(raw=list(start["headers"]))
        if Headers(raw=led.raw).get("content-type", "").startswith("text/html"):
            body = _OURS.sub(rb"\1" + PLACE.encode(), body)
        where = led.get("location", "")
        if where.startswith("/") and not where.startswith((PLACE, "/sign-in", "/account")):
            led["location"] = PLACE + where
        if "content-length" in led:
            led["content-length"] = str(len(body))
        await send({**start, "headers": led.raw})
        await send({"type": "http.response.body", "body": body})
