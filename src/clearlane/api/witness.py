"""The witness as a service over HTTP: a service of its own, so that a partner may run it without an office."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Literal

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from clearlane.api.turnstile import Turnstile, caller_of
from clearlane.api.witness_page import HEADERS, STYLE, page
from clearlane.office.witness import NotCosigned, Witness, origin_in

_LONGEST = 65_536
_ADDRESS, _LOG = 240, 60
"""How often one address may hand in checkpoints in a minute, and how often those of one log."""
_SIZE = "text/x.tlog.size"


def witness_app(witness: Witness, clock: Callable[[], float] = monotonic) -> FastAPI:
    """Return the service of a witness: ``POST /add-checkpoint``, and what it saw for anyone to read.

    Args:
      witness: The witness.
      clock: What counts the seconds by which callers who come too often are told to wait.
    """
    addresses, logs = Turnstile(_ADDRESS, clock), Turnstile(_LOG, clock)
    app = FastAPI(title="Clearlane witness", openapi_url=None, docs_url=None, redoc_url=None)

    @app.post("/add-checkpoint")
    async def add_checkpoint(request: Request) -> Response:
        caller = caller_of(request)
        if seconds := addresses.wait(caller):
            return _later(seconds)
        if (body := await _body(request)) is None:
            return PlainTextResponse("A checkpoint with its proof is shorter than 64 KiB.\n", 413)
        if seconds := logs.wait((caller, origin_in(body))):
            return _later(seconds)
        try:
            return PlainTextResponse(await run_in_threadpool(witness.add_checkpoint, body))
        except NotCosigned as why:
            if why.size is not None:
                return Response(f"{why.size}\n", why.status, {"Content-Type": _SIZE})
            return PlainTextResponse(f"{why.en}\n", why.status)

    _show(app, witness)
    return app


def _show(app: FastAPI, witness: Witness) -> None:
    """Let people and programs read what a witness saw."""

    @app.get("/")
    def shown(request: Request) -> HTMLResponse:
        language = request.query_params.get("language") or request.headers.get("accept-language", "")
        return HTMLResponse(page(witness, "vi" if language.startswith("vi") else "en"), headers=HEADERS)

    @app.get("/style.css")
    def style() -> Response:
        return Response(STYLE, media_type="text/css")

    @app.get("/key")
    def key() -> PlainTextResponse:
        return PlainTextResponse(f"{witness.key}\n")

    @app.get("/evidence/{place}/{part}")
    def one(place: int, part: Literal["first", "second"]) -> PlainTextResponse:
        kept = witness.book.evidence()
        if not 0 < place <= len(kept):
            return PlainTextResponse("There is no such evidence.\n", 404)
        return PlainTextResponse(getattr(kept[place - 1], part))

    @app.get("/seen")
    def seen() -> JSONResponse:
        book = witness.book
        return JSONResponse([one.note for origin in book.origins() for one in book.history(origin)])

    @app.get("/evidence")
    def evidence() -> JSONResponse:
        return JSONResponse([one._asdict() for one in witness.book.evidence()])


def _later(seconds: int) -> PlainTextResponse:
    return PlainTextResponse(f"Too many requests. Ask again in {seconds} s.\n", 429, {"Retry-After": str(seconds)})


async def _body(request: Request) -> bytes | None:
    """Return the body of a request; None where it is too long."""
    found = b""
    async for part in request.stream():
        found += part
        if len(found) > _LONGEST:
            return None
    return found
