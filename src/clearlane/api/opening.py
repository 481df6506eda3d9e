"""Opening the parties of a declaration, or one document of it, over HTTP where work is faceless: with a reason, which is noted."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field

from clearlane.api import problems
from clearlane.api.desk import AtDesk, OfficerAsking
from clearlane.api.language import Language
from clearlane.api.reading import Name
from clearlane.api.search import find
from clearlane.office.masking import unmask

router = APIRouter(
    prefix="/v1/declarations",
    tags=["declarations"],
    responses=problems.described(
        "not-signed-in", "not-allowed", "not-found", "conflict", "invalid", "too-often", "unavailable", "unexpected"
    ),
)


class OpeningAsked(BaseModel):
    """Why parties, or a document, are to be seen."""

    why: str = Field(min_length=1, max_length=200, pattern=r"\S", description="What for. It is noted and shown to the auditor.")
    document: str = Field("", pattern=r"^([0-9a-f]{64})?$", description="The digest of one document; empty for the parties.")


class OpeningAnswer(BaseModel):
    """What was opened."""

    number: str
    document: str


@router.post("/{name}/parties", operation_id="openParties", summary="Open the parties where work is faceless (officers)")
def open_parties(name: Name, asked: OpeningAsked, desk: AtDesk, asker: OfficerAsking, language: Language) -> OpeningAnswer:
    """Note why the parties of a declaration, or one document, are to be seen; they are not masked for eight hours. For officers."""
    number = find(desk.office, name, asker).number
    unmask(desk.office, asker, number, asked.why, asked.document)
    return OpeningAnswer(number=number, document=asked.document)
