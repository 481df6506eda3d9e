"""The log's files and proofs as a service of its own, which may stand on another host: read-only, open to everyone, no fact in it."""

from __future__ import annotations

import base64

from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from clearlane.api.ledger_page import page
from clearlane.api.refusals import TooOften
from clearlane.api.turnstile import Turnstile, caller_of
from clearlane.api.witness_page import HEADERS, STYLE
from clearlane.model.refusals import NotFound, Refusal
from clearlane.model.text import Text
from clearlane.office.ledger_files import file_of
from clearlane.office.ledger_proofs import LedgerProofs
from clearlane.office.ports_ledger import LedgerReading

_DIGITS = 19
_STATUS = {"not-found": 404, "closed": 404, "too-often": 429}
_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_NOW = {"Cache-Control": "no-cache"}


def ledger_app(store: LedgerReading, turnstile: Turnstile) -> FastAPI:
    """Return the service.

    Args:
      store: What the log is read from.
      turnstile: How often one address may ask.
    """

    def counted(request: Request) -> None:
        if seconds := turnstile.wait(caller_of(request)):
            raise TooOften(seconds)

    app = FastAPI(title="Clearlane ledger", openapi_url=None, docs_url=None, redoc_url=None, dependencies=[Depends(counted)])
    app.add_exception_handler(Refusal, _refused)
    _files(app, LedgerProofs(store))
    _proofs(app, LedgerProofs(store))
    _keys(app, store)
    return app


def _files(app: FastAPI, proofs: LedgerProofs) -> None:
    """Hand out the files of the log, as C2SP tlog-tiles names them."""

    @app.get("/checkpoint")
    def checkpoint() -> PlainTextResponse:
        return PlainTextResponse(file_of(proofs, "checkpoint"), headers=_NOW)

    @app.get("/tile/{path:path}")
    def tile(path: str) -> Response:
        return Response(file_of(proofs, f"tile/{path}"), media_type="application/octet-stream", headers=_FOREVER)


def _proofs(app: FastAPI, proofs: LedgerProofs) -> None:
    """Hand out proofs, which say nothing of what they prove to whoever does not have it."""

    @app.get("/proof/{number}")
    def inclusion(number: str) -> PlainTextResponse:
        return PlainTextResponse(proofs.bare(_number(number)), headers=_NOW)

    @app.get("/consistency/{number}")
    def consistency(number: str) -> PlainTextResponse:
        hashes = proofs.since(_number(number))
        return PlainTextResponse("".join(f"{base64.b64encode(one).decode()}\n" for one in hashes), headers=_NOW)


def _keys(app: FastAPI, store: LedgerReading) -> None:
    """Tell the public keys, and how one handed over to the next."""

    @app.get("/")
    def shown(request: Request) -> HTMLResponse:
        language = request.query_params.get("language") or request.headers.get("accept-language", "")
        return HTMLResponse(page(store, "vi" if language.startswith("vi") else "en"), headers=HEADERS)

    @app.get("/style.css")
    def style() -> Response:
        return Response(STYLE, media_type="text/css")

    @app.get("/keys")
    def keys() -> PlainTextResponse:
        return PlainTextResponse("".join(f"{key}\n" for key in store.ledger_keys()), headers=_NOW)

    @app.get("/handovers")
    def handovers() -> JSONResponse:
        return JSONResponse(store.ledger_handovers(), headers=_NOW)


def _number(text: str) -> int:
    """Return a number of records.

    Raises:
      NotFound: It is none.
    """
    if not (text.isascii() and text.isdecimal() and len(text) < _DIGITS):
        raise NotFound(Text(en="Name a number of records.", vi="Hãy nêu số bản ghi."))
    return int(text)


async def _refused(request: Request, refusal: Exception) -> Response:
    if not isinstance(refusal, Refusal):
        raise refusal
    more = {"Retry-After": str(refusal.fields["seconds"])} if refusal.kind == "too-often" else {}
    return PlainTextResponse(f"{refusal.words.en}\n", _STATUS.get(refusal.kind, 503), more)
