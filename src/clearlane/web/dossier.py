"""One declaration as a page shows it: what is declared, what was found, what is owed and why, and what happened."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from clearlane.model.assessment import TaxLine, ValueLine
from clearlane.model.case import Case
from clearlane.model.facts import Amended, Assessed, Lane, Record, Routed
from clearlane.model.findings import Finding
from clearlane.model.notice import Notice
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.duty_taken_off import TakenOff, taken_off
from clearlane.office.forms import Change
from clearlane.office.ledger_covering import Covered, covered
from clearlane.office.office import Office
from clearlane.web.case_view import CaseView, case_view
from clearlane.web.case_view import Refused as RefusedAct
from clearlane.web.changes import changes
from clearlane.web.course import Step, course
from clearlane.web.declared import Declared, declared
from clearlane.web.document_rows import Documents, documents_of
from clearlane.web.own_view import OwnView, Refused, own_view
from clearlane.web.raw import Raw, pretty
from clearlane.web.results import Inspection, ResultForm, inspections, may_inspect, result_form
from clearlane.web.risk_reasons import RiskView, Wanted, risk_view
from clearlane.web.viewer import Viewer


class TaxSum(msgspec.Struct, frozen=True):
    """What one tax comes to over all items; None where a line of it is not priced, ``suspended`` where none is to be paid."""

    tax: str
    name: Text
    amount: Decimal | None
    suspended: bool


class ItemDuty(msgspec.Struct, frozen=True):
    """The value of one item and the taxes on it."""

    item: int
    value: ValueLine | None
    lines: list[TaxLine]

    @property
    def total(self) -> Decimal | None:
        """What the taxes on the item come to; None where one is not priced."""
        return _total(self.lines)


class Generation(msgspec.Struct, frozen=True):
    """One generation that came about by an amendment."""

    record: Record
    number: int
    changes: list[Change]


class Dossier(msgspec.Struct, frozen=True):
    """Everything the page shows, as far as the viewer may see it."""

    declared: Declared | None
    looking_at: int
    findings: tuple[Finding, ...]
    assessed: Assessed | None
    sums: list[TaxSum]
    duties: list[ItemDuty]
    routed: Routed | None
    meter: list[tuple[Lane, float, float]]
    notices: tuple[Notice, ...]
    course: list[Step]
    generations: list[Generation]
    raw: Raw | None
    documents: Documents
    risk: RiskView | None = None
    inspections: list[Inspection] = []
    results: ResultForm | None = None
    own: OwnView | None = None
    acts: CaseView | None = None
    proofs: Mapping[int, Covered] = MappingProxyType({})
    taken: tuple[TakenOff, ...] = ()

    @property
    def total(self) -> Decimal | None:
        """What is owed in all, less what was taken off; None where it is not known."""
        computed = self.assessed.total if self.assessed else None
        return None if computed is None else computed - sum((one.less for one in self.taken), Decimal(0))


def dossier(
    office: Office,
    viewer: Viewer,
    case: Case,
    asked: Wanted,
    typed: Mapping[str, str] | None = None,
    own: Refused | None = None,
    act: RefusedAct | None = None,
) -> Dossier:
    """Return a declaration as someone may see it.

    Args:
      office: The office.
      viewer: Who looks. A trader sees nothing of risk, of the lane's reasons, of inspections, nor the course of facts.
      case: The declaration.
      asked: What the address asks for.
      typed: What an officer typed as the result of an inspection.
      own: An act of the trader's that was refused: what he typed, which act, and why.
      act: An officer's act that was refused, likewise.

    Raises:
      NotFound: There is no such generation.
    """
    if asked.generation > case.generation:
        words = Text(en=f"There is no generation {asked.generation}.", vi=f"Không có bản khai thứ {asked.generation}.")
        raise NotFound(words, number=case.number)
    records = office.facts(case.number)
    grounds = office.explain(case, officer=viewer.officer)
    assessed = grounds.assessed
    try:
        content, raw = declared(office.declaration(case, asked.generation), office.profile), pretty(office.message(case))
    except NotFound:
        content, raw = None, None
    shown = Dossier(
        declared=content,
        looking_at=asked.generation or case.generation,
        findings=office.findings(case.number),
        assessed=assessed,
        sums=sums_of(assessed, office.profile) if assessed else [],
        duties=_duties(assessed) if assessed else [],
        routed=grounds.routed,
        meter=_meter(office.profile),
        notices=office.notices(case.number),
        course=[],
        generations=[Generation(r, r.fact.generation, changes(office, case, r.fact)) for r in records if isinstance(r.fact, Amended)],
        raw=raw,
        documents=documents_of(office, viewer, case),
        own=own_view(office, viewer, case, own),
        proofs=covered(office, viewer, case.number),
        taken=taken_off(records),
    )
    if not viewer.officer:
        return shown
    shown = replace(shown, acts=case_view(office, viewer, case, records, content, act))
    return _for_officers(office, viewer, case, asked, typed, records, shown)


def _for_officers(
    office: Office, viewer: Viewer, case: Case, asked: Wanted, typed: Mapping[str, str] | None, records: list[Record], shown: Dossier
) -> Dossier:
    """Return a dossier with what is for officers only; where the score is hidden, nothing of it is there."""
    risk = risk_view(office, case, asked)
    routed = replace(shown.routed, why=()) if shown.routed and risk.hidden else shown.routed
    enters = risk.known and may_inspect(viewer)
    return replace(
        shown,
        routed=routed,
        course=course(records, scored=not risk.hidden),
        risk=risk,
        inspections=inspections(records),
        results=result_form(office, viewer, case.number, shown.declared, typed) if enters else None,
    )


def _total(lines: list[TaxLine]) -> Decimal | None:
    if any(line.outcome in ("unpriced", "conditional") for line in lines):
        return None
    return sum((line.amount for line in lines if line.outcome == "priced" and line.amount is not None), Decimal("0.00"))


def sums_of(assessed: Assessed, profile: Profile) -> list[TaxSum]:
    """Return what each tax of an assessment comes to over all items."""
    names = {tax.code: tax.name for tax in profile.taxes}
    lines: dict[str, list[TaxLine]] = {}
    for line in assessed.lines:
        lines.setdefault(line.tax, []).append(line)
    return [
        TaxSum(tax, names.get(tax, Text(en=tax, vi=tax)), _total(some), all(line.outcome == "suspended" for line in some))
        for tax, some in lines.items()
    ]


def _duties(assessed: Assessed) -> list[ItemDuty]:
    values = {value.item: value for value in assessed.values}
    lines: dict[int, list[TaxLine]] = {item: [] for item in values}
    for line in assessed.lines:
        lines.setdefault(line.item, []).append(line)
    return [ItemDuty(item, values.get(item), lines[item]) for item in sorted(lines)]


def _meter(profile: Profile) -> list[tuple[Lane, float, float]]:
    """Return the stretches of the scale from 0 to 1 with their lanes: lane, start, length."""
    yellow, red = profile.lanes.yellow_from, profile.lanes.red_from
    return [("green", 0.0, yellow), ("yellow", yellow, red - yellow), ("red", red, 1 - red)]
