"""Reading declarations over HTTP: where they stand, what was found, told, declared and computed."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response
from msgspec.structs import replace

from clearlane.api import answers, problems
from clearlane.api.desk import Asking, AtDesk, OfficerAsking
from clearlane.api.language import Language
from clearlane.api.masking import Masked
from clearlane.api.search import find, page
from clearlane.model.case import Query as Wanted
from clearlane.model.case import State
from clearlane.model.facts import Lane
from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text
from clearlane.office import forms
from clearlane.office.masking import HIDDEN, demand_open, faceless

router = APIRouter(
    prefix="/v1/declarations",
    route_class=Masked,
    tags=["declarations"],
    responses=problems.described("not-signed-in", "invalid", "too-often", "unavailable", "unexpected"),
)

_VEILED = Text(
    en="Work is faceless here: officers do not search by declarant.",
    vi="Cơ quan làm việc ẩn danh: công chức không tìm theo người khai.",
)
_ABSENT = problems.described("not-found")
_OFFICERS = problems.described("not-allowed", "not-found")
_ANY_OBJECT = {"schema": {"type": "object"}}
_EITHER: dict[str, Any] = {"application/json": _ANY_OBJECT, "application/xml": {"schema": {"type": "string"}}}

Name = Annotated[
    str,
    Path(
        min_length=1,
        max_length=70,
        pattern=r"^[^\x00-\x1f/]+$",
        description="The declaration's number, a number from outside, or its reference.",
        examples=["26XA00000000000017"],
    ),
]
Generation = Annotated[int, Path(ge=1, le=10_000, description="The generation, from 1.")]
Compared = Annotated[int, Query(ge=1, le=10_000)]


@router.get("", operation_id="listDeclarations", summary="List declarations", responses=problems.described("not-allowed"))
def list_declarations(  # noqa: PLR0913 - each is a parameter of the interface
    desk: AtDesk,
    asker: Asking,
    language: Language,
    *,
    reference: Annotated[str, Query(max_length=70, pattern=r"^[^\x00-\x1f]*$", description="Only under exactly this reference.")] = "",
    words: Annotated[str, Query(max_length=70, pattern=r"^[^\x00-\x1f]*$", description="Only whose number or reference begins so.")] = "",
    state: State | None = None,
    lane: Annotated[Lane | None, Query(description="Only in this lane, as far as it is told.")] = None,
    declarant: Annotated[str, Query(max_length=35, pattern=r"^[^\x00-\x1f]*$", description="Only this declarant's. For officers.")] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str, Query(max_length=200, pattern=r"^[A-Za-z0-9_=-]*$", description="The `next` of the page before.")] = "",
) -> answers.Page:
    """List declarations, latest change first. A trader sees his own; where work is faceless, officers see no declarant."""
    veiled = faceless(desk.office, asker)
    if veiled and declarant:
        raise NotAllowed(_VEILED)
    query = Wanted(declarant, state or "", lane or "", words, limit)
    cases, after = page(desk.office, query, asker, reference=reference, after=cursor)
    if veiled:
        cases = [replace(case, declarant=HIDDEN) for case in cases]
    return answers.Page(declarations=[answers.standing(case, asker, language) for case in cases], next=after)


@router.get("/{name}", operation_id="getDeclaration", summary="Where a declaration stands", responses=_ABSENT)
def get_declaration(name: Name, desk: AtDesk, asker: Asking, language: Language) -> answers.Standing:
    """Return where a declaration stands."""
    return answers.standing(find(desk.office, name, asker), asker, language)


@router.get("/{name}/findings", operation_id="getFindings", summary="What the checks found", responses=_ABSENT)
def get_findings(name: Name, desk: AtDesk, asker: Asking, language: Language) -> list[answers.FindingAnswer]:
    """Return the findings made when the declaration was lodged."""
    case = find(desk.office, name, asker)
    return [answers.finding(one, language) for one in desk.office.findings(case.number)]


_NOTICES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/xml": {"schema": {"type": "string"}}}, "description": "As JSON, or as a WCO response message (RES)."},
    **_ABSENT,
}


@router.get(
    "/{name}/notices", operation_id="getNotices", summary="What the trader was told",
    response_model=list[answers.NoticeAnswer], responses=_NOTICES,
)  # fmt: skip
def get_notices(name: Name, request: Request, desk: AtDesk, asker: Asking, language: Language) -> Any:
    """Return everything told of a declaration, in order; with `Accept: application/xml` as a WCO response message."""
    case = find(desk.office, name, asker)
    told = desk.office.notices(case.number)
    if wants_xml(request):
        return Response(forms.notification(told, desk.office.profile), media_type="application/xml")
    return [answers.notice(place, one, language) for place, one in enumerate(told, 1)]


_CONTENT: dict[int | str, dict[str, Any]] = {200: {"content": _EITHER, "description": "The declaration, as JSON or as XML."}, **_ABSENT}


@router.get(
    "/{name}/generations/latest", operation_id="getContent", summary="The declaration as it reads now",
    response_class=Response, responses=_CONTENT,
)  # fmt: skip
def get_content(name: Name, request: Request, desk: AtDesk, asker: Asking, language: Language) -> Response:
    """Return the declaration in its latest generation, in the form in which it can be lodged."""
    return _content(name, 0, request, desk, asker)


@router.get(
    "/{name}/generations/{generation}", operation_id="getGeneration", summary="The declaration as it read in one generation",
    response_class=Response, responses=_CONTENT,
)  # fmt: skip
def get_generation(name: Name, generation: Generation, request: Request, desk: AtDesk, asker: Asking, language: Language) -> Response:
    """Return the declaration as it read in one generation, in the form in which it can be lodged."""
    return _content(name, generation, request, desk, asker)


def _content(name: str, generation: int, request: Request, desk: AtDesk, asker: Asking) -> Response:
    case = find(desk.office, name, asker)
    declaration = desk.office.declaration(case, generation)
    desk.office.people.reads.note(asker, "declaration", case.number)
    if wants_xml(request):
        return Response(forms.written(declaration, "xml"), media_type="application/xml")
    return Response(forms.written(declaration, "json"), media_type="application/json")


@router.get("/{name}/differences", operation_id="getDifferences", summary="How two generations differ", responses=_ABSENT)
def get_differences(
    name: Name,
    desk: AtDesk,
    asker: Asking,
    language: Language,
    earlier: Annotated[Compared, Query(alias="from")] = 1,
    later: Annotated[Compared | None, Query(alias="to", description="The latest by default.")] = None,
) -> list[answers.ChangeAnswer]:
    """Return where two generations of a declaration differ, with what stood and what stands there."""
    case = find(desk.office, name, asker)
    before, after = desk.office.declaration(case, earlier), desk.office.declaration(case, later or 0)
    desk.office.people.reads.note(asker, "declaration", case.number)
    return [answers.change(one) for one in forms.changes(before, after)]


@router.get("/{name}/explanation", operation_id="getExplanation", summary="Why it owes what it owes", responses=_ABSENT)
def get_explanation(name: Name, desk: AtDesk, asker: Asking, language: Language) -> answers.ExplanationAnswer:
    """Return every amount with its computation and law; for officers also the grounds of the lane."""
    case = find(desk.office, name, asker)
    return answers.explanation(desk.office.explain(case, officer=asker.officer), asker, language)


@router.get(
    "/{name}/facts", operation_id="getFacts", summary="Everything that happened (officers)", response_class=Response,
    responses={200: {"content": {"application/json": {"schema": {"type": "array", "items": {"type": "object"}}}}}, **_OFFICERS},
)  # fmt: skip
def get_facts(name: Name, desk: AtDesk, asker: OfficerAsking, language: Language) -> Response:
    """Return a declaration's facts as they stand in the log. For officers."""
    case = find(desk.office, name, asker)
    return Response(msgspec.json.encode(desk.office.facts(case.number)), media_type="application/json")


@router.get(
    "/{name}/message", operation_id="getMessage", summary="The message first lodged, byte for byte", response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}}, "description": "The bytes."}, **_OFFICERS},
)  # fmt: skip
def get_message(name: Name, desk: AtDesk, asker: Asking, language: Language) -> Response:
    """Return the exact bytes first lodged, to check a signature against."""
    case = find(desk.office, name, asker)
    demand_open(desk.office, asker, case.number)
    data = desk.office.message(case)
    desk.office.people.reads.note(asker, "message", case.number)
    return Response(data, media_type="application/octet-stream")


def wants_xml(request: Request) -> bool:
    """Whether a caller asks for XML rather than JSON."""
    return "xml" in request.headers.get("accept", "").split(",")[0]
