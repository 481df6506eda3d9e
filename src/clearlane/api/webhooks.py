"""Webhooks over HTTP: where a trader's software wants to be told what becomes of his declarations."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel, Field

from clearlane.api import problems
from clearlane.api.desk import Asking, AtDesk
from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.webhook_events import Hook

router = APIRouter(
    prefix="/v1/webhooks",
    tags=["webhooks"],
    responses=problems.described("not-signed-in", "not-allowed", "invalid", "too-often", "unavailable", "unexpected"),
)
_NOT_YOURS = Text(
    en="Webhooks are for traders, their brokers, and the office's own programs.",
    vi="Chức năng này dành cho người khai, đại lý hải quan và phần mềm của cơ quan hải quan.",
)


class WebhookAsked(BaseModel):
    """Where to deliver."""

    address: str = Field(min_length=1, max_length=500, description="An address that begins with https:// and is open to the public.")


class WebhookAnswer(BaseModel):
    """A subscription."""

    name: str = Field(description="Its name, to end it by.")
    address: str
    since: datetime
    failed: int = Field(ge=0, description="How many deliveries in a row failed.")
    why: str = Field(description="Why the last one failed, one word; empty where it did not.")
    next_at: datetime | None = Field(description="When the failed one is tried again.")


class WebhookMade(WebhookAnswer):
    """A subscription just made, with its secret."""

    secret: str = Field(description="With this deliveries are signed. It is shown this once.")


def subscriber_of(asker: Asking) -> Asker:
    """Return who may subscribe.

    Raises:
      NotAllowed: It is neither a trader's side nor a program of the office's.
    """
    if (asker.trades and not asker.officer) or (asker.role == "admin" and not asker.person):
        return asker
    raise NotAllowed(_NOT_YOURS)


Subscriber = Annotated[Asker, Depends(subscriber_of)]


@router.post(
    "", operation_id="subscribe", summary="Be told what becomes of declarations", status_code=201,
    responses=problems.described("unreadable", "conflict"),
)  # fmt: skip
def subscribe(asked: WebhookAsked, desk: AtDesk, asker: Subscriber) -> WebhookMade:
    """Deliver every notice from now on to an address: of the trader's own declarations; of everyone's for a program of the office."""
    hook, secret = desk.office.webhooks.subscribe(asked.address, _party(asker), asker.acts_for)
    return WebhookMade(**_answer(hook).model_dump(), secret=secret)


@router.get("", operation_id="listWebhooks", summary="Your subscriptions")
def list_webhooks(desk: AtDesk, asker: Subscriber) -> list[WebhookAnswer]:
    """List the subscriptions of whoever asks, with what failed."""
    return [_answer(hook) for hook in desk.office.webhooks.of(_party(asker))]


@router.delete(
    "/{name}", operation_id="unsubscribe", summary="End a subscription", status_code=204, response_class=Response,
    responses=problems.described("not-found"),
)  # fmt: skip
def unsubscribe(
    name: Annotated[str, Path(pattern=r"^[0-9a-f]{16}$", description="The subscription's name.")], desk: AtDesk, asker: Subscriber
) -> Response:
    """End a subscription of one's own."""
    desk.office.webhooks.end(name, _party(asker))
    return Response(status_code=204)


def _party(asker: Asker) -> str:
    return "" if asker.role == "admin" else asker.party


def _answer(hook: Hook) -> WebhookAnswer:
    again = datetime.fromtimestamp(hook.next_at, UTC) if hook.tries else None
    since = datetime.fromisoformat(hook.since)
    return WebhookAnswer(name=hook.name, address=hook.address, since=since, failed=hook.tries, why=hook.why, next_at=again)
