"""Sign-in by another service over OpenID Connect: authorization code with PKCE. It says who someone is; rights are given here alone."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec

from clearlane.model.text import Text
from clearlane.office.people_accounts import Accounts
from clearlane.office.people_outside_checks import Begun, Service, challenge, fetched, in_order, safe, unreachable
from clearlane.office.ports import Store
from clearlane.office.settings import Misconfigured, Settings
from clearlane.office.sign_in_refusals import not_vouched_for

_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]
_STRONG = frozenset({"mfa", "otp", "hwk", "swk", "sc", "fpt", "face"})
"""Ways of proving oneself (RFC 8176) that are, or go with, a second factor."""
_BEGUN_FOR = timedelta(minutes=10)
_OWNER, _NONE = "sign-in service", "none"


_begun = msgspec.json.Decoder(Begun)


def service_of(found: Settings) -> Service | None:
    """Return the sign-in service that settings name; None where they name none.

    Raises:
      Misconfigured: The service is named but not this office's name there, or the secret's file cannot be read.
    """
    if found.oidc_issuer == _NONE:
        return None
    if found.oidc_client == _NONE:
        words = Text(
            en="The setting oidc_issuer names a sign-in service, but oidc_client is missing: the name by which it knows this office.",
            vi="Thiết lập oidc_issuer đã chỉ dịch vụ đăng nhập nhưng thiếu oidc_client: tên của cơ quan này tại dịch vụ đó.",
        )
        raise Misconfigured(words, setting="oidc_client")
    secret = ""
    if found.oidc_secret != _NONE:
        try:
            secret = Path(found.oidc_secret).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            words = Text(en="The file named by oidc_secret cannot be read.", vi="Không đọc được tệp nêu ở thiết lập oidc_secret.")
            raise Misconfigured(words, setting="oidc_secret") from None
    return Service(found.oidc_issuer, found.oidc_client, secret, found.oidc_claim)


class OutsideSignIn:
    """The way in by another service.

    Attributes:
      service: The service; None where there is none.

    Args:
      store: The store: what was begun in one process may end in another.
      accounts: Where sessions begin.
      clock: What tells the time.
      randomness: What gives random bytes.
    """

    def __init__(self, store: Store, accounts: Accounts, clock: Callable[[], datetime], randomness: Callable[[int], bytes]) -> None:
        self._store, self._accounts, self._clock, self._randomness = store, accounts, clock, randomness
        self.service: Service | None = None

    def begin(self, back: str) -> tuple[str, str]:
        """Begin a sign-in; return the address to go to, and the state that must come back from there.

        Args:
          back: The address to which the service leads back.

        Raises:
          Unavailable: The service cannot be reached, or does not say what it must.
        """
        service = self._service()
        known = self._metadata(service)
        state, nonce, verifier = (self._random() for _ in range(3))
        begun = Begun(nonce, verifier, back, self._clock() + _BEGUN_FOR)
        with self._store.work() as work:
            for name, body in work.entries("invitations", _OWNER):
                if self._clock() > _begun.decode(body).until:
                    work.drop_entries("invitations", name=name)
            work.put_entry("invitations", _digest(state), _OWNER, msgspec.json.encode(begun).decode())
        asked = {
            "response_type": "code",
            "client_id": service.client,
            "redirect_uri": back,
            "scope": "openid",
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge(verifier),
            "code_challenge_method": "S256",
        }
        return f"{known['authorization_endpoint']}?{urlencode(asked)}", state

    def finish(self, state: str, code: str, about: str = "") -> str:
        """End a sign-in with what the service sent; return the token of a session.

        Raises:
          NotAllowed: Nothing was begun under that state, the service vouches for nobody registered here, or not firmly enough.
          Unavailable: The service cannot be reached.
        """
        service = self._service()
        begun = self._spent(state)
        if begun is None or not code:
            raise not_vouched_for()
        claims = self._claims(service, begun, code)
        named = str(claims.get(service.claim) or "")
        found = self._store.entries("persons", named, 2) if named else []
        if len(found) != 1:
            raise not_vouched_for()
        said = claims.get("amr")
        ways = {str(way) for way in said} if isinstance(said, list) else set()
        return self._accounts.sign_in_vouched(found[0][0], about, strong=bool(ways & _STRONG))

    def _service(self) -> Service:
        if self.service is None:
            raise not_vouched_for()
        return self.service

    def _spent(self, state: str) -> Begun | None:
        with self._store.work() as work:
            body = work.entry("invitations", _digest(state)) if state else None
            owned = {name for name, _ in work.entries("invitations", _OWNER)}
            if body is None or _digest(state) not in owned:
                return None
            work.drop_entries("invitations", name=_digest(state))
        begun = _begun.decode(body)
        return begun if self._clock() <= begun.until else None

    def _claims(self, service: Service, begun: Begun, code: str) -> dict[str, Any]:
        """Return what the service says of whoever signed in, once everything in it was checked."""
        from joserfc import jwt  # noqa: PLC0415 - only an office with such a service needs it
        from joserfc.errors import JoseError  # noqa: PLC0415 - as above
        from joserfc.jwk import KeySet  # noqa: PLC0415 - as above

        known = self._metadata(service)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": begun.back,
            "client_id": service.client,
            "code_verifier": begun.verifier,
        }
        if service.secret:
            form["client_secret"] = service.secret
        answer = fetched(str(known["token_endpoint"]), urlencode(form).encode())
        try:
            keys = KeySet.import_key_set(fetched(str(known["jwks_uri"])))  # type: ignore[arg-type]
            token = jwt.decode(str(answer.get("id_token") or ""), keys, algorithms=_ALGORITHMS)
        except (JoseError, ValueError, KeyError) as fault:
            raise not_vouched_for() from fault
        claims = dict(token.claims)
        if not in_order(claims, service, begun, self._clock()):
            raise not_vouched_for()
        return claims

    def _metadata(self, service: Service) -> dict[str, Any]:
        known = fetched(service.issuer.rstrip("/") + "/.well-known/openid-configuration")
        wanted = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        if known.get("issuer") != service.issuer or not all(safe(str(known.get(one) or "")) for one in wanted):
            raise unreachable()
        return known

    def _random(self) -> str:
        return urlsafe_b64encode(self._randomness(32)).decode().rstrip("=")


def _digest(state: str) -> str:
    return sha256(f"sign-in service {state}".encode()).hexdigest()
