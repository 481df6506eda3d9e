"""What anyone may ask of the office: whether it is well, the form of messages, and what problems mean."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel

from clearlane.api import problems
from clearlane.api.desk import AtDesk
from clearlane.api.language import Language
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.forms import schema

router = APIRouter(prefix="/v1", tags=["about"], responses=problems.described("invalid", "unexpected"))


class Health(BaseModel):
    """The office answers, and its records can be reached."""

    status: Literal["well"] = "well"
    version: str
    profile: str
    sandbox: bool


class ProblemKind(BaseModel):
    """A kind of problem."""

    kind: str
    status: int
    title: str
    advice: str


@router.get("/health", operation_id="getHealth", summary="Whether the office is well", responses=problems.described("unavailable"))
def get_health(desk: AtDesk) -> Health:
    """Answer, after a look into the records."""
    desk.office.store.last_seq()
    return Health(version=version("clearlane"), profile=desk.office.profile.code, sandbox=desk.office.sandbox)


@router.get("/schema", operation_id="getSchema", summary="The JSON Schema of a message")
def get_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a message in its JSON form."""
    return schema()


@router.get(
    "/problems/{kind}", operation_id="getProblemKind", summary="What a kind of problem means", responses=problems.described("not-found")
)
def get_problem_kind(kind: Annotated[str, Path(max_length=40)], language: Language) -> ProblemKind:
    """Return what a kind of problem means and what to do about it."""
    known = problems.KINDS.get(kind)
    if known is None:
        raise NotFound(Text(en="There is no such kind of problem.", vi="Không có loại sự cố này."))
    return ProblemKind(kind=kind, status=known.status, title=known.title.said(language), advice=known.advice.said(language))
