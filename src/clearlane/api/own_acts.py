"""A trader's acts on his own declaration over HTTP: binding himself, and answering what customs asks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from clearlane.api import problems
from clearlane.api.desk import Asking, AtDesk
from clearlane.api.language import Language
from clearlane.api.reading import Name
from clearlane.api.search import find
from clearlane.api.status import StatusAnswer, status_of
from clearlane.model.case import Case
from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.office import Office

router = APIRouter(
    prefix="/v1/declarations",
    tags=["declarations"],
    responses=problems.described(
        "not-signed-in", "not-allowed", "not-found", "conflict", "closed", "invalid", "too-often", "unavailable", "unexpected"
    ),
)
_NOT_YOURS = Text(
    en="This is done by the declarant or the agent who may act for him.",
    vi="Chỉ người khai hải quan hoặc đại lý được ủy quyền mới thực hiện được thao tác này.",
)
_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class AnswerAsked(BaseModel):
    """An answer to customs."""

    query: int = Field(ge=0, le=9999, description="The query, as in the status; 0 for documents demanded.")
    words: str = Field("", max_length=10_000, description="What is answered, in words.")
    documents: list[_Digest] = Field([], max_length=200, description="Digests of documents that go with it, each supplied before.")


@router.post("/{name}/binding", operation_id="bind", summary="Bind yourself to what was computed")
def bind(name: Name, desk: AtDesk, asker: Asking, language: Language) -> StatusAnswer:
    """Bind the declarant, where the law has two phases; return where the declaration stands then."""
    case = _own(desk.office, name, asker)
    desk.office.bind(case.number)
    return status_of(desk.office, case.number, language)


@router.post("/{name}/answers", operation_id="answer", summary="Answer what customs asks", responses=problems.described("unreadable"))
def answer(name: Name, asked: AnswerAsked, desk: AtDesk, asker: Asking, language: Language) -> StatusAnswer:
    """Answer a query, or say that the documents demanded were supplied; return where the declaration stands then."""
    case = _own(desk.office, name, asker)
    desk.office.clearance.answer(case.number, asked.query, asked.words, asked.documents)
    return status_of(desk.office, case.number, language)


def _own(office: Office, name: str, asker: Asker) -> Case:
    if not asker.trades or asker.officer:
        raise NotAllowed(_NOT_YOURS)
    return find(office, name, asker)
