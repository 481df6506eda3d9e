"""The HTTP door: builds the application that serves one office."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from clearlane.api import (
    about,
    certificates,
    documents,
    lodging,
    opening,
    own_acts,
    permits,
    problems,
    reading,
    risk,
    status,
    tariff,
    webhooks,
)
from clearlane.api.desk import Desk
from clearlane.api.language import language_of
from clearlane.api.openapi import describe
from clearlane.api.refusals import Invalid, NoSuchMethod, NoSuchRoute
from clearlane.api.wire import Wire
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text
from clearlane.office.certificate_pins import pins_in
from clearlane.office.certificate_signing import certifier
from clearlane.office.exchange_rates import law_of
from clearlane.office.machine_key import key_of
from clearlane.office.office import Office
from clearlane.office.people_keys_checks import party_of
from clearlane.office.people_outside import service_of
from clearlane.office.practice import Practice, practice_office
from clearlane.office.practice_place import place
from clearlane.office.settings import Settings
from clearlane.web.pages import pages
from clearlane.web.practice import practice_pages

_DESCRIPTION = """Lodge customs declarations and read what became of them.

Every refusal is a problem in one shape (RFC 9457) with a `kind` for programs and words for people, in English
or Vietnamese as `Accept-Language` asks. A rejected declaration is no refusal: it was taken, and its receipt
holds the findings."""


def create_app(settings: Settings, office: Office | None = None, *, open_demo: bool = False) -> FastAPI:
    """Return the application.

    Args:
      settings: How the office is set up.
      office: The office; opened from the settings, and closed at the end, where none is given.
      open_demo: Whether callers on this very machine need no token, where someone tries the office out.
    """
    own = office is None
    office = office or Office.open(
        profile=law_of(settings),
        store=settings.store,
        sandbox=settings.sandbox,
        key=key_of(settings.store, settings.machine_key),
    )
    office.people.outside.service = service_of(settings)
    office.people.keys.party = party_of(settings)
    office.people.reads.keep = settings.keep_reads
    office.ledger.settings = settings
    office.certificates.keys = partial(certifier, settings, office)
    office.certificates.pins = partial(pins_in, settings.certificate_pins)
    office.webhooks.anywhere = settings.webhooks == "anywhere"
    desk = Desk(settings, office, open_demo=open_demo)
    app = FastAPI(
        title="Clearlane",
        version=version("clearlane"),
        description=_DESCRIPTION,
        lifespan=_lifespan(desk, close=own),
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = desk
    app.add_middleware(Wire, max_bytes=settings.max_bytes, language=settings.language)
    _practise(app, settings, office, desk, open_demo=open_demo)
    door = pages(office, recognise=desk.keyring.holder, open_demo=open_demo, count=desk.count_public)
    for router in (
        lodging.router,
        documents.router,
        permits.router,
        certificates.public,
        certificates.router,
        reading.router,
        status.router,
        opening.router,
        own_acts.router,
        webhooks.router,
        tariff.router,
        risk.public,
        risk.router,
        about.router,
        door,
    ):
        app.include_router(router)
    for error, handler in _HANDLERS.items():
        app.add_exception_handler(error, handler)
    describe(app, office.profile)
    return app


def _practise(app: FastAPI, settings: Settings, office: Office, desk: Desk, *, open_demo: bool) -> None:
    """Serve practice beside the office, over a store of its own, where the setting names one."""
    if settings.practice == "none":
        return
    app.state.practice = Practice(practice_office(office.profile, place(settings), clock=office.clock))
    app.add_route("/practice", lambda request: RedirectResponse("/practice/"), include_in_schema=False)
    app.mount("/practice", practice_pages(app.state.practice, office, desk.keyring.holder, open_demo=open_demo))


def _lifespan(desk: Desk, *, close: bool) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()
        if practising := getattr(app.state, "practice", None):
            practising.office.close()
        if close:
            desk.office.close()

    return lifespan


async def _refused(request: Request, refusal: Any) -> Response:
    return problems.answer(refusal, language_of(request))


async def _invalid(request: Request, error: Any) -> Response:
    """Say which parameters are not as described, in the same shape as every refusal; what was sent is not repeated."""
    faults = [(".".join(str(part) for part in fault["loc"]), str(fault["msg"])) for fault in error.errors()]
    return problems.answer(Invalid(faults), language_of(request))


async def _missed(request: Request, error: Any) -> Response:
    refusal: Refusal
    if error.status_code == 405:
        refusal = NoSuchMethod(Text(en="This address does not answer that method.", vi="Địa chỉ này không hỗ trợ phương thức đó."))
    elif error.status_code == 404:
        refusal = NoSuchRoute(Text(en="Nothing is served under this address.", vi="Không có gì ở địa chỉ này."))
    else:
        refusal = Invalid([("body", "The body ended too early or cannot be read")])
    return problems.answer(refusal, language_of(request), dict(error.headers or {}))


_HANDLERS: dict[type[Exception], Callable[[Request, Any], Any]] = {
    Refusal: _refused,
    RequestValidationError: _invalid,
    HTTPException: _missed,
}
