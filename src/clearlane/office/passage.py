"""The passage of a declaration: the stages in their order. Pure: values in, facts out."""

from __future__ import annotations

from datetime import datetime

from clearlane.assessment.assess import assess
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Accepted, Assessed, DocumentsDemanded, Fact, Registered, Rejected, Released, Routed
from clearlane.model.findings import Finding, blocking
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.office.selection import Selection

GREEN_LANE = Text(en="Released in the green lane.", vi="Thông quan theo luồng xanh.")


def passage(declaration: Declaration, findings: tuple[Finding, ...], profile: Profile, at: datetime, select: Selection) -> list[Fact]:
    """Return what happens to a declaration that was read and checked.

    Blocking findings reject it. Otherwise it is registered to wait for its goods, or accepted; then it
    is assessed, selected, and released if nothing stands against it.

    Args:
      declaration: What is declared.
      findings: What the checks found.
      profile: The law.
      at: Now.
      select: Who is looked at.
    """
    if blocking(findings):
        return [Rejected(findings)]
    kind = profile.kind(declaration.type_code or "")
    if kind is not None and kind.moment == "pre-lodged":
        return [Registered(findings), *examined(declaration, profile, at, select, here=False)]
    return [Accepted(findings), *examined(declaration, profile, at, select, here=True)]


def examined(
    declaration: Declaration, profile: Profile, at: datetime, select: Selection, *, here: bool, fixed: datetime | None = None
) -> list[Fact]:
    """Return assessment, selection and, for goods that are here, release.

    Released is what goes green with its duty computed. Of goods still to come no documents are demanded
    yet, since that would tell of the control.

    Args:
      declaration: What is declared.
      profile: The law.
      at: Now.
      select: Who is looked at.
      here: Whether the goods are here.
      fixed: The moment of the act that fixed rates of duty and exchange (``Valuation.act``); None where that is now.
    """
    assessed = assess(declaration, profile, fixed or at)
    chosen = [fact for fact in select(declaration, assessed, profile, at) if here or not isinstance(fact, DocumentsDemanded)]
    return [assessed, *chosen, *(_release(assessed, chosen) if here else [])]


def _release(assessed: Assessed, chosen: list[Fact]) -> list[Fact]:
    green = all(fact.lane == "green" for fact in chosen if isinstance(fact, Routed))
    return [Released(GREEN_LANE)] if green and assessed.total is not None else []
