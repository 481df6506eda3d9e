"""What a sign-in service says is fetched with care, and held against what was asked: RFC 7636, OpenID Connect Core 1.0."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import msgspec

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane.office.sign_in_refusals import not_vouched_for

_PATIENCE, _MOST = 10.0, 1_000_000


class Service(msgspec.Struct, frozen=True):
    """Another sign-in service.

    Attributes:
      issuer: Its address, as it calls itself.
      client: The name by which it knows this office.
      secret: The secret it gave this office; empty where PKCE alone is used.
      claim: The claim that names a person: ``sub``, or another that nobody can choose for himself.
    """

    issuer: str
    client: str
    secret: str = ""
    claim: str = "sub"


class Begun(msgspec.Struct, frozen=True):
    """A sign-in sent on its way: what must come back with it."""

    nonce: str
    verifier: str
    back: str
    until: datetime


def in_order(claims: dict[str, Any], service: Service, begun: Begun, now: datetime) -> bool:
    """Whether an identity token is from this service, for this office, of this very sign-in, and still fresh."""
    audience = claims.get("aud")
    meant = audience == service.client or (isinstance(audience, list) and service.client in audience)
    party = claims.get("azp", service.client) == service.client
    ends = claims.get("exp")
    fresh = isinstance(ends, int | float) and now.timestamp() < ends + 60
    return claims.get("iss") == service.issuer and meant and party and fresh and claims.get("nonce") == begun.nonce


class _NoRedirects(HTTPRedirectHandler):
    """What the service says stands at the address it named, and nowhere else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing."""


def fetched(address: str, form: bytes | None = None) -> dict[str, Any]:
    """Return what stands at an address of the service.

    Raises:
      Unavailable: It cannot be reached, or does not say what it must.
      NotAllowed: It does not take what was sent.
    """
    if not safe(address):
        raise unreachable()
    request = Request(address, form, {"Accept": "application/json"})  # noqa: S310 - the address was looked at
    try:
        with build_opener(_NoRedirects).open(request, timeout=_PATIENCE) as answer:
            found = json.loads(answer.read(_MOST))
    except (URLError, OSError, ValueError) as fault:
        if form is not None and getattr(fault, "code", 0) in (400, 401, 403):
            raise not_vouched_for() from fault
        raise unreachable() from fault
    if not isinstance(found, dict):
        raise unreachable()
    return found


def safe(address: str) -> bool:
    """Whether an address is reached over TLS, or on this very machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost"))


def challenge(verifier: str) -> str:
    """Return the challenge of a verifier (RFC 7636).

    >>> challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    """
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")


def unreachable() -> Unavailable:
    """Return that the service cannot be reached, or does not say what it must."""
    return Unavailable(
        Text(
            en="The sign-in service cannot be reached for now. Sign in here with your password, or try again.",
            vi="Hiện không kết nối được dịch vụ đăng nhập. Hãy đăng nhập bằng mật khẩu hoặc thử lại sau.",
        )
    )
