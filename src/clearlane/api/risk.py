"""Risk work over HTTP: the draw for everyone, profiles and estimates for whom they concern, results from officers."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Path, Query, Request

from clearlane.api import problems
from clearlane.api import risk_answers as answers
from clearlane.api.desk import Asking, AtDesk, Desk, OfficerAsking
from clearlane.api.language import Language
from clearlane.api.refusals import Invalid
from clearlane.model.inspection import ItemResult
from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.risk_nouns import faults_of


async def _counted(request: Request, desk: AtDesk) -> None:
    desk.count_public(request)


public = APIRouter(
    prefix="/v1/risk/draws",
    tags=["risk"],
    dependencies=[Depends(_counted)],
    responses=problems.described("not-found", "invalid", "too-often", "unavailable", "unexpected"),
)
router = APIRouter(
    prefix="/v1/risk",
    tags=["risk"],
    responses=problems.described("not-signed-in", "not-allowed", "invalid", "too-often", "unavailable", "unexpected"),
)

_Day = Annotated[str, Query(pattern=answers.DAY, description="A day, such as `2026-11-30`.")]
_ABSENT = problems.described("not-found", "conflict")


@public.get("", operation_id="getDraws", summary="The draws committed")
def get_draws(desk: AtDesk) -> list[answers.DrawAnswer]:
    """Return the public key and share of every draw, the latest first: what was published before lodging hours."""
    return [answers.draw(one) for one in desk.office.risk.draws.commitments()]


@public.post("/verify", operation_id="verifyDraw", summary="Check that a declaration was drawn")
def post_verify(asked: answers.ProofAsked, desk: AtDesk) -> answers.ProofAnswer:
    """Say whether a proof shows that a declaration was drawn in a period. Nothing is asked of the declaration itself."""
    return answers.ProofAnswer(drawn=desk.office.risk.draws.verify(asked.period, asked.number, asked.proof))


@router.get("/profiles", operation_id="getRiskProfiles", summary="The risk profiles")
def get_profiles(desk: AtDesk, asker: Asking) -> list[answers.ProfileAnswer]:
    """Return every version of every profile with its text, for those who do risk work."""
    _demand(asker.sees_risk)
    desks = desk.office.risk.profiles
    return [answers.profile(one, desks.text(one.code, one.version)) for one in desks.versions()]


@router.post("/profiles", operation_id="writeRiskProfile", summary="Write a risk profile", status_code=201, responses=_ABSENT)
def post_profile(asked: answers.ProfileAsked, desk: AtDesk, asker: Asking, language: Language) -> answers.ProfileAnswer:
    """Keep a new version of a profile, for analysts. It is not in force yet; a second person approves it."""
    _demand(asker.may_analyse)
    if wrong := faults_of(desk.office, asked.text):
        raise Invalid([(f"body.text:{one.line}:{one.column}", answers.fault(one, language)) for one in wrong])
    return answers.profile(desk.office.risk.profiles.write(asked.text, by=asker.party), asked.text)


@router.post("/results/{number}", operation_id="recordResult", summary="What an inspection found", status_code=201, responses=_ABSENT)
def post_result(
    number: Annotated[str, Path(min_length=1, max_length=70, pattern=r"^[^\x00-\x1f/]+$", description="The declaration's number.")],
    asked: answers.InspectionAsked,
    desk: AtDesk,
    asker: OfficerAsking,
) -> answers.InspectionAnswer:
    """Record the coded results of an inspection, item by item; for officers who check goods, at the office that selected them.

    Where the law asks for two officers, as for large amounts, nothing stands yet: `waits` says so, and another officer signs.
    """
    if not desk.office.people.may_control(asker, number):
        raise NotAllowed(Text(en="This is for officers who check goods.", vi="Chức năng này dành cho công chức kiểm tra hàng hóa."))
    results = [ItemResult(one.item, one.conform, one.category, answers.amount(one.revenue), one.intent) for one in asked.results]
    record = desk.office.risk.results.record(number, asked.intensity, results, by=_officer(asker, asked.by))
    return answers.inspection(record)


@router.get("/estimates", operation_id="getEstimates", summary="Non-compliance, estimated")
def get_estimates(desk: AtDesk, asker: Asking, since: _Day = "", until: _Day = "") -> answers.EstimatesAnswer:
    """Return how much is not in order, with intervals, for those who do risk work; of a year unless said otherwise."""
    _demand(asker.sees_risk)
    return answers.estimates(desk.office.risk.estimates.non_compliance(*_period(desk, since, until)))


def _demand(allowed: bool) -> None:
    if not allowed:
        raise NotAllowed(Text(en="This is for those who do risk work.", vi="Chức năng này dành cho người làm công tác quản lý rủi ro."))


def _officer(asker: Asker, said: str) -> str:
    """Return who records: the holder of a token of one person, else who is said to."""
    return asker.party or said


def _period(desk: Desk, since: str, until: str) -> tuple[datetime, datetime]:
    zone = ZoneInfo(desk.office.profile.time_zone)
    last = desk.office.clock() if not until else datetime.combine(_day(until, "until") + timedelta(days=1), time(), zone)
    first = datetime.combine(_day(since, "since"), time(), zone) if since else last - timedelta(days=365)
    if first > last:
        raise Invalid([("query.since", "Should not be after until")])
    return first, last


def _day(written: str, name: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Invalid([(f"query.{name}", "Should be a day of the calendar, such as 2026-11-30")]) from None
