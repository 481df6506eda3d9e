"""Documents of declarations over HTTP: supplied, listed, read."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from clearlane.api import problems
from clearlane.api.desk import Asking, AtDesk
from clearlane.api.language import Language
from clearlane.api.masking import Masked
from clearlane.api.reading import Name
from clearlane.api.search import find
from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.documents import Supplied
from clearlane.office.masking import demand_open

router = APIRouter(
    prefix="/v1/declarations",
    route_class=Masked,
    tags=["documents"],
    responses=problems.described("not-signed-in", "not-found", "invalid", "too-often", "unavailable", "unexpected"),
)
_NOT_YOURS = Text(
    en="Documents are supplied by the trader, his agent, or an officer of controls.",
    vi="Chứng từ do người khai, đại lý, hoặc công chức kiểm tra nộp.",
)
_BYTES = {"schema": {"type": "string", "format": "binary"}}
_BODY: dict[str, Any] = {
    "required": True,
    "description": "The document, 50 MB at most: PDF, PNG, JPEG, TIFF, WebP or XML. What it is, is found from its bytes.",
    "content": {"application/octet-stream": _BYTES, "application/pdf": _BYTES},
}
_CODE = r"^[^\x00-\x1f]*$"
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the document, in hexadecimal.")]
For = Annotated[str, Query(alias="for", max_length=35, pattern=_CODE, description="The code of what it answers, such as `N935`.")]
Item = Annotated[int, Query(ge=0, le=9999, description="The goods item it belongs to; 0 for the declaration.")]


class DocumentAnswer(BaseModel):
    """A document of a declaration."""

    digest: str
    type: str
    size: int
    code: str
    item: int
    by: Literal["trader", "customs"]
    at: datetime


@router.post(
    "/{name}/documents", operation_id="supplyDocument", summary="Supply a document", status_code=201,
    responses=problems.described("unreadable", "not-allowed", "closed", "too-large"), openapi_extra={"requestBody": _BODY},
)  # fmt: skip
async def supply(
    name: Name, request: Request, desk: AtDesk, asker: Asking, language: Language, code: For = "", item: Item = 0
) -> DocumentAnswer:
    """Take a document as the body. The same one for the same thing is taken once, and answered alike."""
    by = _signer(asker)
    case = await run_in_threadpool(find, desk.office, name, asker)
    data = await request.body()
    return _answer(await run_in_threadpool(desk.office.documents.supply, case.number, data, code, item, by=by))


@router.get("/{name}/documents", operation_id="listDocuments", summary="Documents of a declaration")
def list_documents(name: Name, desk: AtDesk, asker: Asking, language: Language) -> list[DocumentAnswer]:
    """List the documents of a declaration, in the order they came."""
    return [_answer(one) for one in desk.office.documents.of(find(desk.office, name, asker).number)]


@router.get(
    "/{name}/documents/{digest}", operation_id="getDocument", summary="A document, byte for byte", response_class=Response,
    responses=problems.described("not-allowed")
    | {200: {"content": {"application/octet-stream": {}}, "description": "The bytes, with the type that was found."}},
)  # fmt: skip
def get_document(name: Name, digest: Digest, desk: AtDesk, asker: Asking, language: Language) -> Response:
    """Return a document of a declaration; by its digest alone, without the declaration, nothing is given."""
    case = find(desk.office, name, asker)
    demand_open(desk.office, asker, case.number, digest)
    found, data = desk.office.documents.read(case.number, digest)
    desk.office.people.reads.note(asker, "document", case.number, found.document.subject)
    named = f'attachment; filename="{case.number}-{digest[:12]}"'
    return Response(data, media_type=found.document.media_type, headers={"Content-Disposition": named})


def _signer(asker: Asker) -> str:
    if asker.trades and not asker.officer:
        return ""
    if not asker.controls():
        raise NotAllowed(_NOT_YOURS)
    return asker.party or asker.role


def _answer(one: Supplied) -> DocumentAnswer:
    known = one.document
    by: Literal["trader", "customs"] = "customs" if known.by else "trader"
    return DocumentAnswer(
        digest=known.digest, type=known.media_type, size=known.size, code=known.subject, item=known.item, by=by, at=one.at
    )
