"""Pages out of templates, with the headers that keep them safe, and the files that go with them."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from contextvars import ContextVar
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from clearlane.model.inspection import CATEGORIES
from clearlane.model.profile import Profile
from clearlane.office.masking import mask
from clearlane.web.language import COOKIE, Speech, language_of
from clearlane.web.viewer import COOKIE as VIEWER
from clearlane.web.viewer import PERSONS, Viewer

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Vary": "Accept-Language, Accept-Encoding, Cookie",
}
_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
_FILES = {file.name: file.read_bytes() for file in files("clearlane.web").joinpath("static").iterdir() if file.is_file()}
_STAMPS = {name: sha256(data).hexdigest()[:12] for name, data in _FILES.items()}
_HALF_YEAR = 15_552_000


def static_file(name: str) -> Response | None:
    """Return a file that goes with the pages, None where there is none of that name."""
    data = _FILES.get(name)
    if data is None:
        return None
    headers = {"Cache-Control": f"public, max-age={_HALF_YEAR}, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(data, media_type=_KINDS[name.rpartition(".")[2]], headers=headers)


def _asset(name: str) -> str:
    return f"/static/{name}?v={_STAMPS[name]}"


_HIDDEN: ContextVar[tuple[str, ...]] = ContextVar("hidden", default=())


def _seen(value: Any) -> Any:
    """Return a value as it is printed: without what is not to be shown on the page being made."""
    words = _HIDDEN.get()
    return type(value)(mask(value, words)) if words and isinstance(value, str) else value


_TEMPLATES = Environment(
    loader=PackageLoader("clearlane.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_seen,
)
_TEMPLATES.globals["asset"] = _asset
_TEMPLATES.globals["persons"] = tuple(PERSONS)
_TEMPLATES.globals["homes"] = {
    "officer": "/desk/work",
    "inspector": "/desk/work",
    "supervisor": "/desk/work/overview",
    "tariff": "/desk/tariff",
    "analyst": "/desk/risk",
    "manager": "/desk/risk",
    "auditor": "/desk/risk",
    "cashier": "/desk/payments",
    "admin": "/people",
}
_TEMPLATES.globals["categories"] = CATEGORIES


def page(
    request: Request, template: str, viewer: Viewer | None, profile: Profile, *, status: int = 200, hide: tuple[str, ...] = (), **shown: Any
) -> HTMLResponse:
    """Return a page in the language of whoever asks; the choice of language and role is remembered.

    Args:
      request: The request.
      template: Name of the template.
      viewer: Who looks.
      profile: The law: names of lanes, kinds and taxes.
      status: The HTTP status.
      hide: What must stand nowhere on the page.
      shown: What the template shows.
    """
    say = Speech(language_of(request))

    def here(**changes: str) -> str:
        """Return this address with some of its parameters changed, or dropped where empty."""
        return address(request.url.path, dict(request.query_params) | changes)

    known = {
        "say": say,
        "viewer": viewer,
        "profile": profile,
        "here": here,
        "path": request.url.path,
        "address": address,
        "practice": _practice(request),
    }
    html = _made(template, hide, known | {"masked": bool(hide)} | shown)
    response = _sent(request, html, status)
    if "lang" in request.query_params:
        response.set_cookie(COOKIE, say.language, max_age=_HALF_YEAR, httponly=True, samesite="lax")
    if "as" in request.query_params and viewer is not None and viewer.trying:
        chosen = f"trader.{viewer.party}" if viewer.role == "trader" else viewer.person.lower()
        response.set_cookie(VIEWER, chosen, httponly=True, samesite="lax")
    return response


def _practice(request: Request) -> str:
    """Return ``offered`` where there is a practice office beside this one."""
    return "offered" if getattr(request.app.state, "practice", None) else ""


def _made(template: str, hide: tuple[str, ...], shown: dict[str, Any]) -> str:
    before = _HIDDEN.set(hide)
    try:
        return _TEMPLATES.get_template(template).render(**shown)
    finally:
        _HIDDEN.reset(before)


def _sent(request: Request, html: str, status: int) -> HTMLResponse:
    """Return a page packed where the browser can unpack it: a tenth of the bytes on a slow line."""
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(html, status, headers=HEADERS)
    packed = gzip.compress(html.encode(), 5, mtime=0)
    return HTMLResponse(packed, status, headers={**HEADERS, "Content-Encoding": "gzip"})


def address(path: str, query: Mapping[str, str]) -> str:
    """Return an address with a query, without what is empty."""
    said = urlencode({key: value for key, value in query.items() if value})
    return f"{path}?{said}" if said else path
