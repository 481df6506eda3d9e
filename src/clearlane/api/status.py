"""Where a declaration stands for its trader, over HTTP: what is asked, by when, whose move it is, what became of the money."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from clearlane.api import problems
from clearlane.api.desk import Asking, AtDesk
from clearlane.api.language import Language
from clearlane.api.masking import Masked
from clearlane.api.reading import Name
from clearlane.api.search import find
from clearlane.model.case import State
from clearlane.model.situation import Debt
from clearlane.office.office import Office
from clearlane.office.own_standing import Mover, OwnStanding, Wanted, When

router = APIRouter(
    prefix="/v1/declarations",
    route_class=Masked,
    tags=["declarations"],
    responses=problems.described("not-signed-in", "not-found", "invalid", "too-often", "unavailable", "unexpected"),
)


class AskedAnswer(BaseModel):
    """One thing asked of the trader."""

    act: str = Field(description="What he does: `answer`, `present`, `bind` or `pay`.")
    what: str
    why: str
    otherwise: str = Field(description="What happens if it does not come.")
    until: datetime | None
    query: int | None = Field(description="The number of the query answered; 0 for documents demanded, null where nothing is answered.")
    asks: list[str] = Field(description="Everything asked for, one by one.")


class StatusAnswer(BaseModel):
    """Where a declaration stands for its trader."""

    number: str
    state: State
    money: Debt = Field(description="What became of the debt.")
    mover: Mover = Field(description="Who has the next move.")
    move: str = Field(description="What it is, in a sentence.")
    until: datetime | None = Field(description="When the next move is due; null where no day is set.")
    asked: list[AskedAnswer]
    ways: dict[str, When] = Field(description="What else the trader can do: at once, or as a request that an officer decides.")
    contest_until: datetime | None
    notices: int = Field(ge=0, description="How many notices there are; it changes with everything told.")


@router.get("/{name}/status", operation_id="getStatus", summary="What is asked, by when, and whose move it is")
def get_status(name: Name, desk: AtDesk, asker: Asking, language: Language) -> StatusAnswer:
    """Return where a declaration stands for its trader: never why it is checked, nor who has it."""
    return status_of(desk.office, find(desk.office, name, asker).number, language)


def status_of(office: Office, number: str, language: str) -> StatusAnswer:
    """Return where a declaration stands for its trader, in a language."""
    return _answer(number, office.case(number).state, office.clearance.own(number), language)


def _answer(number: str, state: State, standing: OwnStanding, language: str) -> StatusAnswer:
    return StatusAnswer(
        number=number,
        state=state,
        money=standing.money,
        mover=standing.mover,
        move=standing.move.said(language),
        until=standing.until,
        asked=[_asked(one, language) for one in standing.wanted],
        ways={str(act): when for act, when in standing.ways.items()},
        contest_until=standing.contest_until,
        notices=standing.told,
    )


def _asked(one: Wanted, language: str) -> AskedAnswer:
    return AskedAnswer(
        act=one.act,
        what=one.what.said(language),
        why=one.why.said(language),
        otherwise=one.otherwise.said(language),
        until=one.until,
        query=one.number if one.act == "answer" else None,
        asks=[ask.words.said(language) for ask in one.asks],
    )
