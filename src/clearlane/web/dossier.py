"""One declaration as a page shows it: what is declared, what was found, what is owed and why, and what happened."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from starlette.requests import Request

from clearlane.model.assessment import TaxLine, ValueLine
from clearlane.model.case import Case
from clearlane.model.facts import Amended, Assessed, Lane, Record, Routed, Scored
from clearlane.model.findings import Finding
from clearlane.model.notice import Notice
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.forms import Change
from clearlane.office.office import Office
from clearlane.web.changes import changes
from clearlane.web.course import Step, course
from clearlane.web.declared import Declared, declared
from clearlane.web.raw import Raw, pretty
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
    scored: Scored | None
    meter: list[tuple[Lane, float, float]]
    notices: tuple[Notice, ...]
    course: list[Step]
    generations: list[Generation]
    raw: Raw | None


def generation_asked(request: Request) -> int:
    """Return the generation the address asks for, 0 for the latest."""
    asked = request.query_params.get("generation", "")
    return int(asked) if asked.isdecimal() and len(asked) < 6 else 0


def dossier(office: Office, viewer: Viewer, case: Case, which: int = 0) -> Dossier:
    """Return a declaration as someone may see it.

    Args:
      office: The office.
      viewer: Who looks. A trader sees neither score nor lane's reasons nor the course of facts.
      case: The declaration.
      which: The generation to show, 0 for the latest.

    Raises:
      NotFound: There is no such generation.
    """
    if which > case.generation:
        raise NotFound(Text(en=f"There is no generation {which}.", vi=f"Không có bản khai thứ {which}."), number=case.number)
    records = office.facts(case.number)
    grounds = office.explain(case, officer=viewer.officer)
    assessed = grounds.assessed
    try:
        content, raw = declared(office.declaration(case, which), office.profile), pretty(office.message(case))
    except NotFound:
        content, raw = None, None
    return Dossier(
        declared=content,
        looking_at=which or case.generation,
        findings=office.findings(case.number),
        assessed=assessed,
        sums=_sums(assessed, office.profile) if assessed else [],
        duties=_duties(assessed) if assessed else [],
        routed=grounds.routed,
        scored=grounds.scored,
        meter=_meter(office.profile),
        notices=office.notices(case.number),
        course=course(records) if viewer.officer else [],
        generations=[Generation(r, r.fact.generation, changes(office, case, r.fact)) for r in records if isinstance(r.fact, Amended)],
        raw=raw,
    )


def _total(lines: list[TaxLine]) -> Decimal | None:
    if any(line.outcome in ("unpriced", "conditional") for line in lines):
        return None
    return sum((line.amount for line in lines if line.outcome == "priced" and line.amount is not None), Decimal("0.00"))


def _sums(assessed: Assessed, profile: Profile) -> list[TaxSum]:
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
