"""Faceless work over HTTP: officers' programs read no party of a case until they opened it with a reason, as officers do in pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from clearlane.api.desk import Desk
from clearlane.api.search import find
from clearlane.office.access import Asker
from clearlane.office.masking import hidden, mask

_BETWEEN_TAGS = re.compile(r">[^<>]+<")


class Masked(APIRoute):
    """A route about one declaration: whatever it answers, what is masked for the asker stands nowhere in it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers, without what is masked."""
        answer = super().get_route_handler()

        async def answered(request: Request) -> Response:
            response = await answer(request)
            asker: Asker | None = getattr(request.state, "asker", None)
            name = request.path_params.get("name")
            if asker is None or not asker.officer or name is None or response.status_code >= 300:
                return response
            return await run_in_threadpool(_without, request.app.state.desk, asker, name, response)

        return answered


def _without(desk: Desk, asker: Asker, name: str, response: Response) -> Response:
    words = hidden(desk.office, asker, find(desk.office, name, asker))
    kind = response.headers.get("content-type", "")
    if not words or not kind.startswith(("application/json", "application/xml")):
        return response
    text = bytes(response.body).decode()
    body = _in_json(text, words) if "json" in kind else _BETWEEN_TAGS.sub(lambda found: mask(found[0], words), text).encode()
    return Response(body, response.status_code, media_type=kind)


def _in_json(text: str, words: tuple[str, ...]) -> bytes:
    def seen(value: Any) -> Any:
        if isinstance(value, str):
            return mask(value, words)
        if isinstance(value, list):
            return [seen(one) for one in value]
        return {name: seen(one) for name, one in value.items()} if isinstance(value, dict) else value

    return msgspec.json.encode(seen(msgspec.json.decode(text)))
