"""The passage of a declaration: the stages in their order. Pure: values in, facts out.

Reading, checking and assessing ask nothing of the office's memory and are done before the store is opened (``passage``). Who is looked
at depends on the declaration's number and on what is known by then, and is settled within the transaction (``selected``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from clearlane.assessment.assess import assess
from clearlane.clearance.money import follows
from clearlane.clearance.situation import after, situation
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Accepted, Assessed, DocumentsDemanded, Fact, Registered, Rejected, Released, Routed
from clearlane.model.findings import Finding, blocking
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.office.selection import Candidate, Select

GREEN_LANE = Text(en="Released in the green lane.", vi="Thông quan theo luồng xanh.")
BLUE_LANE = Text(en="Released; documents may be checked afterwards.", vi="Thông quan; hồ sơ có thể được kiểm tra sau thông quan.")


def passage(
    declaration: Declaration, findings: tuple[Finding, ...], profile: Profile, at: datetime, *, look_first: bool = False
) -> list[Fact]:
    """Return what happens to a declaration that was read and checked, up to its selection.

    Blocking findings reject it. Otherwise it is registered to wait for its goods or its declarant, or accepted; then it is assessed.

    Args:
      declaration: What is declared.
      findings: What the checks found.
      profile: The law.
      at: Now.
      look_first: Whether the declarant looks at what was computed before it counts, whatever the law asks.
    """
    if blocking(findings):
        return [Rejected(findings)]
    kind = profile.kind(declaration.type_code or "")
    unbound = look_first or declaration.type_code in profile.clearance.two_phase
    waits = unbound or (kind is not None and kind.moment == "pre-lodged")
    begun: Fact = Registered(findings, unbound) if waits else Accepted(findings)
    return [begun, assess(declaration, profile, at)]


def completed(facts: Sequence[Fact], number: str, declaration: Declaration, profile: Profile, at: datetime, select: Select) -> list[Fact]:
    """Return the whole passage of a declaration that now has its number.

    Args:
      facts: What ``passage`` returned.
      number: Its number.
      declaration: What is declared.
      profile: The law.
      at: Now.
      select: Who is looked at.
    """
    assessed = next((fact for fact in facts if isinstance(fact, Assessed)), None)
    if assessed is None:
        return list(facts)
    here = any(isinstance(fact, Accepted) for fact in facts)
    return [*facts, *selected(Candidate(number, declaration, assessed, profile, at, here), select)]


def examined(candidate: Candidate, select: Select) -> list[Fact]:
    """Return the assessment of a declaration already numbered, then selection and, for goods that are here, release."""
    return [candidate.assessed, *selected(candidate, select)]


def selected(candidate: Candidate, select: Select) -> list[Fact]:
    """Return who looks, and for goods that are here the release of what goes green or blue with its duty computed.

    Of goods still to come no documents are demanded yet, since that would tell of the control.
    """
    chosen = [fact for fact in select(candidate) if candidate.here or not isinstance(fact, DocumentsDemanded)]
    return [*chosen, *(_release(candidate, chosen) if candidate.here else [])]


def _release(candidate: Candidate, chosen: list[Fact]) -> list[Fact]:
    """Return the release of what goes green or blue; where payment releases, only of what is paid or secured already, or owes nothing."""
    lanes = {fact.lane for fact in chosen if isinstance(fact, Routed)}
    if candidate.assessed.total is None or not lanes <= {"green", "blue"}:
        return []
    ground, law = BLUE_LANE if "blue" in lanes else GREEN_LANE, candidate.profile.clearance
    if law.release_on == "assessment":
        return [Released(ground)]
    now = situation(candidate.earlier)
    for fact in (Accepted(), candidate.assessed, *chosen):
        now = after(now, fact, now.last, candidate.at)
    return follows(now, law, candidate.at, ground)
