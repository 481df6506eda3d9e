"""The tariff over HTTP, for everyone: the edition in force, a search, a code on a day, and an estimate of duty."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request

from clearlane.api import problems
from clearlane.api import tariff_answers as answers
from clearlane.api.desk import AtDesk, Desk
from clearlane.api.language import Language
from clearlane.api.refusals import Invalid
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.tariff import Tariff
from clearlane.model.text import Text
from clearlane.model.valuation import IN_PRICE
from clearlane.web.tariff_offer import offered
from clearlane.web.tariff_view import line_view


async def _counted(request: Request, desk: AtDesk) -> None:
    desk.count_public(request)


router = APIRouter(
    prefix="/v1/tariff",
    tags=["tariff"],
    dependencies=[Depends(_counted)],
    responses=problems.described("not-found", "invalid", "too-often", "unavailable", "unexpected"),
)

On = Annotated[str, Query(pattern=answers.DAY, description="The day looked at; today if left out.", examples=["2026-11-30"])]
_PAIR = r"=[0-9]{1,15}(\.[0-9]{1,6})?$"
_Charge = Annotated[str, Query(pattern=r"^[A-Za-z0-9]{1,10}" + _PAIR)]
_Quantity = Annotated[str, Query(pattern=r"^[A-Za-z0-9:_ -]{1,40}" + _PAIR)]
_Code = Annotated[str, Query(max_length=40)]


@router.get("", operation_id="getTariff", summary="The tariff in force")
def get_tariff(desk: AtDesk, language: Language) -> answers.EditionAnswer:
    """Return which edition is in force, where it was taken from, and what it leaves open."""
    _, tariff = _law(desk)
    return answers.edition(tariff, desk.office.tariff.in_force(), language)


@router.get("/search", operation_id="searchTariff", summary="Find codes by words or digits")
def search_tariff(
    desk: AtDesk,
    language: Language,
    *,
    q: Annotated[
        str, Query(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f]*$", description="Words in any language of the tariff, or digits.")
    ],
    on: On = "",
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> list[answers.HitAnswer]:
    """Return the lines found, best first."""
    _law(desk)
    day = _day(on, desk)
    return [answers.hit(one.line, one.path, language) for one in desk.office.tariff.search(q, on=day, limit=limit)]


@router.get("/lines/{code}", operation_id="getTariffLine", summary="A code on a day, with what goods of it bear")
def get_tariff_line(
    code: Annotated[str, Path(pattern=answers.CODE, description="A goods code, in digits.", examples=["020130"])],
    desk: AtDesk,
    language: Language,
    on: On = "",
) -> answers.LineAnswer:
    """Return a code: its place in the tree, what stands below it and, where goods can be declared under it, its measures."""
    law, tariff = _law(desk)
    day = _day(on, desk)
    view = line_view(law, tariff, code, day)
    if view is None:
        raise NotFound(Text(en=f"The tariff has no code {code} on that day.", vi=f"Biểu thuế không có mã {code} tại ngày này."))
    return answers.line(view, tariff, day, language)


@router.post("/estimate", operation_id="estimate", summary="What goods would cost at the border")
def post_estimate(asked: answers.EnquiryAsked, desk: AtDesk, language: Language) -> answers.EstimateAnswer:
    """Return customs value, duties and taxes with every step. An estimate, not a ruling."""
    return _estimate(asked, desk, language, "body")


@router.get("/estimate", operation_id="getEstimate", summary="The same, asked in the address")
def get_estimate(  # noqa: PLR0913 - each is a parameter of the interface
    desk: AtDesk,
    language: Language,
    *,
    code: Annotated[str, Query(pattern=answers.CODE)],
    price: Annotated[str, Query(pattern=answers.FIGURE)],
    currency: Annotated[str, Query(pattern=r"^[A-Z]{3}$")],
    origin: Annotated[str, Query(pattern=r"^[A-Z]{2}$")],
    on: On = "",
    incoterm: Annotated[str, Query(pattern=r"^[A-Z&]{3}$")] = "CIF",
    charge: Annotated[list[_Charge] | None, Query(max_length=50, description="A charge code and its amount, such as `AK=200`.")] = None,
    quantity: Annotated[list[_Quantity] | None, Query(max_length=50, description="A unit and a figure, such as `KGM=1200`.")] = None,
    claim: _Code = "",
    document: Annotated[list[_Code] | None, Query(max_length=50)] = None,
    additional_code: Annotated[list[_Code] | None, Query(max_length=50)] = None,
    mode: _Code = "",
) -> answers.EstimateAnswer:
    """Return the same as a post of these figures."""
    asked = answers.EnquiryAsked(
        code=code,
        price=price,
        currency=currency,
        origin=origin,
        on=on or None,
        incoterm=incoterm,
        charges=_pairs(charge),
        quantities=_pairs(quantity),
        claim=claim,
        documents=document or [],
        additional_codes=additional_code or [],
        mode=mode,
    )
    return _estimate(asked, desk, language, "query")


def _pairs(given: list[str] | None) -> dict[str, str]:
    return {name: figure for one in given or () for name, _, figure in (one.rpartition("="),)}


def _estimate(asked: answers.EnquiryAsked, desk: Desk, language: str, where: str) -> answers.EstimateAnswer:
    law, tariff = _law(desk)
    day = _day(asked.on or "", desk, where)
    tree = tariff.nomenclature.on(day)
    line = tree.find(asked.code)
    faults: list[tuple[str, str]] = []
    if line is None or not tree.declarable(line):
        faults.append((f"{where}.code", "Goods cannot be declared under this code on that day"))
    if asked.incoterm not in IN_PRICE:
        faults.append((f"{where}.incoterm", f"Should be one of {', '.join(IN_PRICE)}"))
    faults += [
        (f"{where}.charges.{code[:40]}", "No such charge is known here") for code in asked.charges if code not in law.valuation.charges
    ]
    faults += [
        (f"{where}.additional_codes", f"{code[:40]} changes nothing for these goods of this origin")
        for code in _idle(asked, law, tariff, day)
    ]
    if line is None or faults:
        raise Invalid(faults)
    found = desk.office.tariff.estimate(answers.enquiry(asked.model_copy(update={"code": line.code}), day))
    return answers.estimate(found, language)


def _idle(asked: answers.EnquiryAsked, law: Profile, tariff: Tariff, on: date) -> list[str]:
    """Return additional codes that no measure of the goods and no tax asks for."""
    known = {named.code for one in offered(law, tariff, asked.code, asked.origin, on).additional for named, _ in one.codes}
    beside = tuple(tax.declared_lines.prefix for tax in law.taxes if tax.declared_lines)
    return [code for code in asked.additional_codes if code not in known and not code.startswith(beside)]


def _law(desk: Desk) -> tuple[Profile, Tariff]:
    law = desk.office.tariff.law()
    if law.tariff is None:
        raise NotFound(Text(en="This office has no tariff loaded.", vi="Cơ quan này chưa nạp biểu thuế."))
    return law, law.tariff


def _day(written: str, desk: Desk, where: str = "query") -> date:
    try:
        return date.fromisoformat(written) if written else desk.office.profile.day(desk.office.clock())
    except ValueError:
        raise Invalid([(f"{where}.on", "Should be a day of the calendar, such as 2026-11-30")]) from None
