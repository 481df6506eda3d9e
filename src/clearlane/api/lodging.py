"""Taking messages over HTTP: one, or many together."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Header, Query, Request, Response
from pydantic import BaseModel

from clearlane.api import answers, problems
from clearlane.api.desk import Asking, AtDesk, Desk
from clearlane.api.language import Language
from clearlane.api.refusals import Invalid, Unsupported
from clearlane.model.receipt import Lodgement, Receipt
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.forms import messages_in

router = APIRouter(prefix="/v1", tags=["lodging"])

_SMALL = 65_536
"""Up to so many bytes a body is looked through where it is; larger ones beside the event loop."""

_OutsideQuery = Query(alias="outside-number", max_length=35, pattern=r"^[!-~]*$", description="As the header X-Outside-Number.")
_OutsideHeader = Header(
    alias="X-Outside-Number", max_length=35, pattern=r"^[!-~]*$", description="The number another system gave the declaration."
)
_JwsHeader = Header(alias="X-JWS-Signature", pattern=r"^[A-Za-z0-9_.=-]*$", description="A detached JWS over the body, compact.")
_LookFirst = Query(
    alias="look-first",
    description="Whether the declarant looks at what was computed before it counts: it waits, everywhere, until he calls `binding`.",
)
_CmsHeader = Header(
    alias="X-CMS-Signature", pattern=r"^[A-Za-z0-9+/=]*$", description="A detached CMS signature of the body: DER in base64."
)


class Beside(BaseModel):
    """What comes beside a message."""

    outside_number: str = ""
    signature: bytes | None = None
    look_first: bool = False

    @property
    def anything(self) -> bool:
        """Whether anything came."""
        return bool(self.outside_number or self.signature)


async def beside(
    outside: Annotated[str, _OutsideHeader] = "",
    asked: Annotated[str, _OutsideQuery] = "",
    jws: Annotated[str, _JwsHeader] = "",
    cms: Annotated[str, _CmsHeader] = "",
    look_first: Annotated[bool, _LookFirst] = False,
) -> Beside:
    """Return what comes beside a message.

    Raises:
      Invalid: A signature is not in base64, or there are two.
    """
    if jws and cms:
        raise Invalid([("header.X-CMS-Signature", "Give one signature, not two")])
    try:
        signature = jws.encode() or base64.b64decode(cms, validate=True) or None
    except binascii.Error:
        raise Invalid([("header.X-CMS-Signature", "This is not base64")]) from None
    return Beside(outside_number=outside or asked, signature=signature, look_first=look_first)


_ANY = {"type": "string", "format": "binary"}
_EACH = {"description": "A message. Whatever stands here is answered by itself, in its place, with a receipt or a problem."}
_BODY: dict[str, Any] = {
    "required": True,
    "description": "Messages of the WCO Data Model. The form is recognised from the content, whatever Content-Type says.",
    "content": {
        "application/xml": {"schema": _ANY},
        "application/json": {"schema": {"anyOf": [{"type": "object"}, {"type": "array", "items": _EACH}]}},
        "application/x-ndjson": {"schema": _ANY},
    },
}
_ONE = {"$ref": "#/components/schemas/ReceiptAnswer"}
_MANY = {"type": "array", "items": {"anyOf": [_ONE, {"$ref": "#/components/schemas/Problem"}]}}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The same message had come before: the receipt given then. Of many: a receipt or a problem for each, in order.",
        "content": {"application/json": {"schema": {"anyOf": [_ONE, _MANY]}}},
    },
    201: {"description": "The message was taken and answered, rejected or not.", "model": answers.ReceiptAnswer},
    **problems.described(
        "unreadable", "not-signed-in", "not-allowed", "not-found", "conflict", "closed", "too-large", "unsupported", "invalid", "too-often"
    ),
    **problems.described("unavailable", "unexpected"),
}


@router.post(
    "/declarations", operation_id="lodge", summary="Lodge one message or many", responses=_ANSWERS, status_code=201,
    openapi_extra={"requestBody": _BODY},
)  # fmt: skip
async def lodge(request: Request, desk: AtDesk, asker: Asking, language: Language, more: Annotated[Beside, Depends(beside)]) -> Response:
    """Take a declaration, an amendment, a cancellation or a presentation of goods; or many together.

    The answer comes after everything is durably recorded. A rejected declaration is taken and answered with
    state `rejected` and its findings; problems are only for what was not taken.
    """
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise Unsupported(
            Text(
                en="Send the message as it is, without Content-Encoding.",
                vi="Hãy gửi thông điệp nguyên dạng, không dùng Content-Encoding.",
            )
        )
    data = await request.body()
    messages = await _messages(data, desk)
    if messages is None:
        return await _one(_looked(asker.lodgement(data, more.signature, more.outside_number), more), desk, asker, language)
    if more.anything:
        raise Invalid([("header", "A number or a signature beside the message goes with a single message only")])
    return await _many([_looked(asker.lodgement(one), more) for one in messages], desk, asker, language)


async def _messages(data: bytes, desk: Desk) -> tuple[bytes, ...] | None:
    most = desk.settings
    look = partial(messages_in, data, max_bytes=most.max_bytes, max_messages=most.max_messages)
    return look() if len(data) <= _SMALL else await asyncio.to_thread(look)


async def _one(lodgement: Lodgement, desk: Desk, asker: Asker, language: str) -> Response:
    given = await asyncio.wrap_future(desk.committer.submit(lodgement))
    told = answers.receipt(given, asker, language)
    headers = {"Location": told.links.declaration}
    return Response(told.model_dump_json(), 201 if given.new else 200, headers, "application/json")


def _looked(lodgement: Lodgement, more: Beside) -> Lodgement:
    return msgspec.structs.replace(lodgement, look_first=more.look_first) if more.look_first else lodgement


async def _many(messages: Sequence[Lodgement], desk: Desk, asker: Asker, language: str) -> Response:
    handed = [desk.committer.submit(one) for one in messages]
    outcomes = await asyncio.gather(*map(asyncio.wrap_future, handed), return_exceptions=True)
    parts = [_outcome(outcome, asker, language) for outcome in outcomes]
    return Response(b"[" + b",".join(parts) + b"]", 200, media_type="application/json")


def _outcome(outcome: Receipt | BaseException, asker: Asker, language: str) -> bytes:
    if isinstance(outcome, Refusal):
        return msgspec.json.encode(problems.problem(outcome, language))
    if isinstance(outcome, BaseException):
        raise outcome
    return answers.receipt(outcome, asker, language).model_dump_json().encode()
