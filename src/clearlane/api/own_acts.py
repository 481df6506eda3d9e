"""A trader's acts on his own declaration over HTTP: binding himself, answering what customs asks, and asking for time to answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from clearlane.api import problems
from clearlane.api.desk import Asking, AtDesk
from clearlane.api.language import Language
from clearlane.api.reading import Name
from clearlane.api.search import find
from clearlane.api.status import StatusAnswer, status_of
from clearlane.model.case import Case
from clearlane.model.refusals import Conflict, NotAllowed
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
_STALE = Text(
    en="You were told something since you looked at this declaration. Read its status, and act upon that.",
    vi="Đã có thông báo mới kể từ khi bạn xem tờ khai này. Hãy đọc lại trạng thái rồi thực hiện.",
)
_Seen = Annotated[
    int | None,
    Query(alias="notices", ge=0, description="`notices` of the status acted upon; where there are others by now: conflict."),
]
_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class AnswerAsked(BaseModel):
    """An answer to customs."""

    query: int = Field(ge=0, le=9999, description="The query, as in the status; 0 for documents demanded.")
    words: str = Field("", max_length=10_000, description="What is answered, in words.")
    documents: list[_Digest] = Field([], max_length=200, description="Digests of documents that go with it, each supplied before.")


class MoreTimeAsked(BaseModel):
    """More time to answer a query."""

    query: int = Field(ge=1, le=9999, description="The query, as in the status.")
    why: str = Field(max_length=10_000, description="Why more time is needed.")


@router.post("/{name}/binding", operation_id="bind", summary="Bind yourself to what was computed")
def bind(name: Name, desk: AtDesk, asker: Asking, language: Language, seen: _Seen = None) -> StatusAnswer:
    """Bind the declarant, where the law has two phases; return where the declaration stands then."""
    case, last = _own(desk.office, name, asker, seen)
    desk.office.bind(case.number, expect=last)
    return status_of(desk.office, case.number, language)


@router.post("/{name}/answers", operation_id="answer", summary="Answer what customs asks", responses=problems.described("unreadable"))
def answer(name: Name, asked: AnswerAsked, desk: AtDesk, asker: Asking, language: Language, seen: _Seen = None) -> StatusAnswer:
    """Answer a query, or say that the documents demanded were supplied; return where the declaration stands then."""
    case, last = _own(desk.office, name, asker, seen)
    desk.office.clearance.answer(case.number, asked.query, asked.words, asked.documents, expect=last)
    return status_of(desk.office, case.number, language)


@router.post(
    "/{name}/extensions", operation_id="askExtension", summary="Ask for more time to answer", responses=problems.described("unreadable")
)
def ask_extension(name: Name, asked: MoreTimeAsked, desk: AtDesk, asker: Asking, language: Language, seen: _Seen = None) -> StatusAnswer:
    """Ask for more time to answer a query; the day stays until an officer gives it. Return where the declaration stands then."""
    case, last = _own(desk.office, name, asker, seen)
    desk.office.clearance.ask_extension(case.number, asked.query, asked.why, expect=last)
    return status_of(desk.office, case.number, language)


def _own(office: Office, name: str, asker: Asker, seen: int | None) -> tuple[Case, int | None]:
    """Return a declaration of his own, and the place in the log he acts upon; None where he says of no status that he acts upon it."""
    if not asker.trades or asker.officer:
        raise NotAllowed(_NOT_YOURS)
    case = find(office, name, asker)
    if seen is None:
        return case, None
    last = office.store.last_of(case.number)
    if seen != office.clearance.own(case.number).told:
        raise Conflict(_STALE, number=case.number)
    return case, last
