"""Permits of other agencies over HTTP: given, withdrawn, looked up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from clearlane.api import problems
from clearlane.api.desk import Asking, AtDesk
from clearlane.api.tariff_answers import DAY, FIGURE
from clearlane.model.permit import Permit, PermitAccount
from clearlane.model.refusals import NotAllowed, NotFound
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.permits import unknown

router = APIRouter(
    prefix="/v1/permits",
    tags=["permits"],
    responses=problems.described("not-signed-in", "not-allowed", "invalid", "too-often", "unavailable", "unexpected"),
)
_PLAIN = r"^[^\s\x00-\x1f/]+$"
_FOR_AGENCIES = Text(en="Permits are registered by the agency that gives them.", vi="Giấy phép do cơ quan cấp phép ghi nhận.")
Number = Annotated[str, Path(min_length=1, max_length=70, pattern=_PLAIN, description="The permit's number.")]
_Code = Annotated[str, Field(max_length=14, pattern=r"^[0-9]{2,14}$")]
_Country = Annotated[str, Field(max_length=4, pattern=r"^[A-Z]{2,4}$")]


class PermitAsked(BaseModel):
    """A permit, as the agency gives it."""

    number: str = Field(min_length=1, max_length=70, pattern=_PLAIN)
    kind: str = Field(max_length=6, description="Category and type of the document.", examples=["L100"])
    holder: str = Field(min_length=1, max_length=35, description="Who may use it.")
    commodities: list[_Code] = Field(min_length=1, max_length=200, description="Beginnings of the commodity codes it is for.")
    since: str = Field(pattern=DAY)
    until: str = Field(pattern=DAY)
    unit: str = Field("", max_length=8)
    quantity: Annotated[str, Field(pattern=FIGURE)] | None = Field(None, description="How much; any quantity where left out.")
    value: Annotated[str, Field(pattern=FIGURE)] | None = Field(None, description="Customs value at most, in the currency of account.")
    origins: list[_Country] = Field([], max_length=250)


class PermitAnswer(BaseModel):
    """A permit with what is left of it."""

    number: str
    kind: str
    holder: str
    since: date
    until: date
    unit: str
    quantity: str | None
    quantity_left: str | None
    value: str | None
    value_left: str | None
    withdrawn: bool


@router.post(
    "", operation_id="givePermit", summary="Register a permit", status_code=201, responses=problems.described("unreadable", "conflict")
)
def give(asked: PermitAsked, desk: AtDesk, asker: Asking) -> PermitAnswer:
    """Register a permit; the same one again is answered alike. For the agency that gives it."""
    by = _agency(asker)
    quantity, value = (None if one is None else Decimal(one) for one in (asked.quantity, asked.value))
    since, until = date.fromisoformat(asked.since), date.fromisoformat(asked.until)
    goods, origins = tuple(asked.commodities), tuple(asked.origins)
    permit = Permit(asked.number, asked.kind, asked.holder, goods, since, until, asked.unit, quantity, value, origins)
    return _answer(desk.office.permits.give(permit, by=by))


@router.post(
    "/{number}/withdrawal", operation_id="withdrawPermit", summary="Withdraw a permit", responses=problems.described("not-found", "closed")
)
def withdraw(number: Number, desk: AtDesk, asker: Asking) -> PermitAnswer:
    """Withdraw a permit; what was drawn stays drawn. For the agency that gave it."""
    return _answer(desk.office.permits.withdraw(number, by=_agency(asker)))


@router.get("/{number}", operation_id="getPermit", summary="A permit, and what is left", responses=problems.described("not-found"))
def get_permit(number: Number, desk: AtDesk, asker: Asking) -> PermitAnswer:
    """Return a permit with what is left, to its holder, to agencies and to officers; another's is answered as if there were none."""
    try:
        known = desk.office.permits.find(number)
    except NotFound:
        raise unknown(number) from None
    if not (asker.officer or asker.role == "partner" or known.permit.holder in {asker.party, *asker.acts_for} - {""}):
        raise unknown(number)
    return _answer(known)


def _agency(asker: Asker) -> str:
    if asker.role not in ("partner", "admin"):
        raise NotAllowed(_FOR_AGENCIES)
    return asker.party or asker.name


def _answer(known: PermitAccount) -> PermitAnswer:
    permit, (quantity, value) = known.permit, known.left()
    texts = [None if one is None else f"{one:f}" for one in (permit.quantity, quantity, permit.value, value)]
    return PermitAnswer(
        number=permit.number,
        kind=permit.kind,
        holder=permit.holder,
        since=permit.since,
        until=permit.until,
        unit=permit.unit,
        quantity=texts[0],
        quantity_left=texts[1],
        value=texts[2],
        value_left=texts[3],
        withdrawn=known.withdrawn,
    )
