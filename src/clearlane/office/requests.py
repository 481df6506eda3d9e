"""Requests about a declaration already recorded: amend it, cancel it, present its goods."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from clearlane.assessment.assess import assess
from clearlane.clearance.acts import demand
from clearlane.clearance.cut_off import cut_off
from clearlane.clearance.intent import Intent
from clearlane.clearance.situation import situation
from clearlane.lodgement.amend import NoSuchPlace, amend
from clearlane.lodgement.check import check, check_request
from clearlane.lodgement.content import differences, digest
from clearlane.lodgement.json_form import write_json
from clearlane.lodgement.read import read
from clearlane.model.case import STATES, Attempt, Case
from clearlane.model.clearance_facts import Asked, Bound, RequestMade
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Accepted, Amended, AmendmentRejected, Cancelled, Fact, Presented, Record, Registered
from clearlane.model.findings import Finding, blocking
from clearlane.model.message import Message
from clearlane.model.profile import Profile
from clearlane.model.receipt import Lodgement
from clearlane.model.refusals import Closed, NotFound
from clearlane.model.situation import Situation
from clearlane.model.text import Text
from clearlane.office.access import may_lodge
from clearlane.office.clearing_refusals import gone, no_longer_fits
from clearlane.office.findings import findings_on
from clearlane.office.generations import generation
from clearlane.office.intake import Prepared, awaiting, readable
from clearlane.office.passage import examined
from clearlane.office.permit_drawing import against, named
from clearlane.office.permit_remarks import demanded
from clearlane.office.ports import Work
from clearlane.office.remarks import AWAITING_GOODS, points_nowhere
from clearlane.office.selection import Candidate, Select


def answer(prepared: Prepared, work: Work, profile: Profile, at: datetime, select: Select) -> tuple[str, list[Fact] | Attempt]:
    """Return the declaration a request is about, and what the request makes happen.

    Where the same request came before, the attempt it was is returned instead of facts.

    Raises:
      NotFound: No such declaration of the lodger's is recorded, by our number, a number from outside or its reference.
      Closed: The declaration's course has gone past the request.
    """
    case = _about(prepared, work)
    same = next((a for a in work.attempts_on(case.number) if not a.original and a.content == prepared.content), None)
    if same is not None:
        return case.number, same
    found = prepared.findings + check_request(prepared.declaration, profile, profile.day(at))
    if blocking(found):
        return case.number, [AmendmentRejected(prepared.digest, prepared.content, found)]
    if prepared.purpose == "amendment":
        return case.number, _amended(prepared, case, work, profile, at, select)
    if prepared.purpose == "presentation":
        return case.number, _presented(prepared, case, work, profile, at, select)
    return case.number, [_cancelled(prepared, case, work, profile, at)]


def _about(prepared: Prepared, work: Work) -> Case:
    """Return the declaration a request names. Another's is answered as if there were none: whether there is one is not told."""
    declaration, lodgement = prepared.declaration, prepared.lodgement
    case = _named(declaration.id, lodgement, work) if declaration.id else None
    if case is None and not declaration.id:
        case = next(iter(work.by_reference(declaration.reference, declaration.declarant_id or lodgement.lodger)), None)
    if case is None or (lodgement.lodger and not _may_change(case, lodgement, work)):
        name = declaration.id or declaration.reference
        raise NotFound(
            Text(
                en=f"No declaration {name or '(no number)'} is recorded here.",
                vi=f"Không có tờ khai {name or '(không số)'} trong hệ thống.",
            ),
            number=declaration.id or "",
        )
    return case


def _named(number: str, lodgement: Lodgement, work: Work) -> Case | None:
    """Return the declaration of a number: the lodger's own first, as numbers from outside may be claimed by several."""
    whose = (lodgement.lodger, *sorted(lodgement.acts_for)) if lodgement.lodger else ("",)
    return next((case for declarant in whose if (case := work.case(number, declarant)) is not None), None)


def _may_change(case: Case, lodgement: Lodgement, work: Work) -> bool:
    if case.declarant == lodgement.lodger:
        return True
    return case.declarant in lodgement.acts_for and may_lodge(lodgement.lodger, lodgement.acts_for, generation(work, case))


def _amended(prepared: Prepared, case: Case, work: Work, profile: Profile, at: datetime, select: Select) -> list[Fact]:
    if case.state in ("rejected", "cancelled"):
        raise closed(case)
    before = generation(work, case)
    try:
        after = amend(before, prepared.declaration)
    except NoSuchPlace as fault:
        return [AmendmentRejected(prepared.digest, prepared.content, (points_nowhere(fault.amendment, fault.pointer),))]
    found = _found(after, case, work, profile, at)
    if blocking(found):
        return [AmendmentRejected(prepared.digest, prepared.content, found)]
    now = situation(work.facts_of(case.number))
    if cut_off(now, profile.clearance, "amendment"):
        return [_requested(prepared, now, profile, at, "amendment")]
    amended = _generation((prepared.digest, prepared.content), case, work, profile, (before, after), found)
    facts = examined(_candidate(after, case, work, profile, at, here=case.state != "pre-lodged"), select)
    # a control once told stays as it is, and goods released stay released: only the duty is computed anew
    return [amended, *(facts[:1] if now.told or now.goods not in ("expected", "arrived") else facts)]


def _found(after: Declaration, case: Case, work: Work, profile: Profile, at: datetime) -> tuple[Finding, ...]:
    """Return what there is to say about a declaration as it would stand, its permits included."""
    found = check(after, profile, profile.day(at)) + demanded(after, profile)
    if blocking(found) or not named(after, profile):
        return found
    candidate = _candidate(after, case, work, profile, at, here=True)
    return found + against(work, after, [candidate.assessed], profile, at, case.number)


def _generation(
    source: tuple[str, str],
    case: Case,
    work: Work,
    profile: Profile,
    change: tuple[Declaration, Declaration],
    found: tuple[Finding, ...],
) -> Amended:
    """Keep a new generation beside the log, and return that it came about.

    Args:
      source: Digests of the amendment's bytes and content.
      case: The declaration.
      work: The transaction.
      profile: The law.
      change: The declaration before and after.
      found: What the checks remarked on it.
    """
    before, after = change
    body = write_json(Message(declaration=after))
    work.keep([(digest(body), body)])
    found += awaiting(after, profile) if case.state == "pre-lodged" else ()
    return Amended(case.generation + 1, *source, digest(body), differences(before, after), found)


def _requested(prepared: Prepared, now: Situation, profile: Profile, at: datetime, asked: Asked) -> RequestMade:
    """Return that a request waits for an officer: the trader was told of a control, or it is too late to do it by himself."""
    demand("request", Intent(now, profile.clearance, at, asked=asked))
    return RequestMade(asked, prepared.digest, prepared.content, _reason(prepared.declaration))


def carried_out(request: RequestMade, case: Case, work: Work, profile: Profile, at: datetime) -> list[Fact]:
    """Return what a request that was granted changes: the declaration cancelled, or a generation more with its duty.

    Args:
      request: The request.
      case: The declaration.
      work: The transaction.
      profile: The law that holds.
      at: Now.

    Raises:
      Unavailable: The request was erased.
      Conflict: It does not fit the declaration as it stands now.
    """
    if request.asked == "cancellation":
        return [Cancelled(request.message, request.content, request.reason_code)]
    data = work.document(request.message)
    if data is None:
        raise gone(case.number)
    before = generation(work, case)
    try:
        after = amend(before, read(readable(data)).declaration)
    except NoSuchPlace as fault:
        raise no_longer_fits(case.number) from fault
    found = _found(after, case, work, profile, at)
    if blocking(found):
        raise no_longer_fits(case.number)
    amended = _generation((request.message, request.content), case, work, profile, (before, after), found)
    return [amended, _candidate(after, case, work, profile, at, here=True).assessed]


def _candidate(declaration: Declaration, case: Case, work: Work, profile: Profile, at: datetime, *, here: bool) -> Candidate:
    """Return a declaration to be assessed and selected anew: its rates are those of the act that fixed them, where it has come about.

    Goods that are here when they are declared are registered and accepted at once; goods still to come are accepted when presented.
    """
    earlier = tuple(work.facts_of(case.number))
    fixed = rates_fixed(earlier, profile)
    return Candidate(case.number, declaration, assess(declaration, profile, fixed or at), profile, at, here, earlier)


def rates_fixed(earlier: Iterable[Record], profile: Profile) -> datetime | None:
    """Return when the act came about that fixes the rates of a declaration; None before it. What binds nobody yet registers nothing."""
    known = list(earlier)
    if profile.valuation.act != "registration":
        return next((record.at for record in known if isinstance(record.fact, Accepted)), None)
    return next((record.at for record in known if _registers(record.fact)), None)


def _registers(fact: Fact) -> bool:
    return isinstance(fact, Accepted | Bound) or (isinstance(fact, Registered) and not fact.unbound)


def _presented(prepared: Prepared, case: Case, work: Work, profile: Profile, at: datetime, select: Select) -> list[Fact]:
    if case.state != "pre-lodged":
        raise closed(case)
    demand("present", Intent(situation(work.facts_of(case.number)), profile.clearance, at))
    return [Presented(prepared.digest, prepared.content), *accepted(case, work, profile, at, select)]


def accepted(case: Case, work: Work, profile: Profile, at: datetime, select: Select) -> list[Fact]:
    """Return the acceptance of a declaration that waited for its goods or its declarant, with all that follows.

    Args:
      case: The declaration.
      work: The transaction.
      profile: The law that holds.
      at: Now.
      select: Who is looked at.
    """
    candidate = _candidate(generation(work, case), case, work, profile, at, here=True)
    facts = examined(candidate, select)
    still = tuple(finding for finding in findings_on(candidate.earlier) if finding.rule != AWAITING_GOODS.code)
    return [Accepted(still), *facts]


def _cancelled(prepared: Prepared, case: Case, work: Work, profile: Profile, at: datetime) -> Fact:
    if case.state in ("rejected", "cancelled"):
        raise closed(case)
    now = situation(work.facts_of(case.number))
    if cut_off(now, profile.clearance, "cancellation"):
        return _requested(prepared, now, profile, at, "cancellation")
    return Cancelled(prepared.digest, prepared.content, _reason(prepared.declaration))


def _reason(declaration: Declaration) -> str:
    return next((a.change_reason_code for a in declaration.amendment if a.change_reason_code), "")


def closed(case: Case) -> Closed:
    """Return the refusal of an act that a declaration's state no longer allows."""
    state = STATES[case.state]
    return Closed(
        Text(
            en=f"Declaration {case.number} is {state.en}; this request cannot be carried out any more. Ask the office.",
            vi=f"Tờ khai {case.number} {state.vi}; không thể thực hiện yêu cầu này nữa. Hãy liên hệ cơ quan hải quan.",
        ),
        number=case.number,
        state=case.state,
    )
