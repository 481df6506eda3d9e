"""What every route has at hand: the office, its committer, who asks, and in which language."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from clearlane.api.refusals import NotSignedIn, TooOften
from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text
from clearlane.office.access import Asker, at_this_machine
from clearlane.office.committer import Committer
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.tokens import Keyring

_STRANGERS_PER_MINUTE = 60
"""How often one address may come without a token that is known, at most."""
_PUBLIC_PER_MINUTE = 600
"""How often one address may ask for what is open to everyone, at most."""


class Desk:
    """One office and what its HTTP door needs besides.

    Args:
      settings: How it is set up.
      office: The office.
      open_demo: Whether callers on this very machine need no token, where someone tries the office out.
    """

    def __init__(self, settings: Settings, office: Office, *, open_demo: bool = False) -> None:
        self.settings = settings
        self.office = office
        self.open_demo = open_demo
        self.keyring = Keyring(Path(settings.tokens))
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    @cached_property
    def committer(self) -> Committer:
        """What lodges many at once; begun when first needed."""
        return Committer(self.office)

    def close(self) -> None:
        """Finish what was handed in. Should the door open again, another committer begins."""
        begun: Committer | None = self.__dict__.pop("committer", None)
        if begun is not None:
            begun.close()

    def count(self, name: str, most: int) -> None:
        """Count a request of a caller.

        Raises:
          TooOften: It was one too many in this minute.
        """
        if not most:
            return
        limit = RateLimitItemPerMinute(most)
        if not self._limiter.hit(limit, name):
            raise TooOften(max(1, round(60 / most)))

    def count_public(self, request: Request) -> None:
        """Count a request for what is open to everyone against its address.

        Raises:
          TooOften: It was one too many in this minute.
        """
        self.count(f"public {_address(request)}", min(_PUBLIC_PER_MINUTE, self.settings.requests_per_minute))


def desk_of(request: Request) -> Desk:
    """Return the desk a request came to."""
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
_BEARER = HTTPBearer(
    auto_error=False,
    scheme_name="token",
    description="A token of the office, with the role trader, officer or admin. Made by `clearlane token new`.",
)


async def asker_of(request: Request, desk: AtDesk, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> Asker:
    """Return who asks, counted against what they may ask.

    Raises:
      NotSignedIn: No token, or none that is known.
      TooOften: They asked too often.
    """
    asker = desk.keyring.holder(credentials.credentials) if credentials else None
    if asker is None and credentials is None and desk.open_demo and _from_here(request):
        asker = Asker("admin", name="demo")
    if asker is None:
        desk.count(f"stranger {_address(request)}", min(_STRANGERS_PER_MINUTE, desk.settings.requests_per_minute))
        raise NotSignedIn
    desk.count(asker.name, desk.settings.requests_per_minute)
    request.state.role, request.state.asker = asker.role, asker
    return asker


Asking = Annotated[Asker, Depends(asker_of)]


async def officer_of(asker: Asking) -> Asker:
    """Return the officer who asks.

    Raises:
      NotAllowed: It is no officer.
    """
    if not asker.officer:
        raise NotAllowed(Text(en="This is for officers only.", vi="Chỉ dành cho công chức hải quan."))
    return asker


OfficerAsking = Annotated[Asker, Depends(officer_of)]


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _from_here(request: Request) -> bool:
    """Whether a request comes from this machine, and not from a page of another site shown on it."""
    same_site = request.headers.get("sec-fetch-site", "none") in ("none", "same-origin")
    return same_site and at_this_machine(_address(request), request.url.hostname or "")
