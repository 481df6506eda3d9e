"""How a declaration was selected and what came of it: a read model, folded from its facts, that can be dropped and made anew."""

from __future__ import annotations

from datetime import datetime

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.inspection import Intensity, ItemResult
from clearlane.model.risk_facts import Arm, ModelScore, ProfileHit


class Chosen(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A declaration's selection. For officers only.

    Attributes:
      number: The declaration.
      seq: The place of its latest selection in the log.
      at: When it was selected.
      office: The customs office.
      shift: The shift in which it was selected, such as ``2026-11-22 day``.
      consignment: The transport document and importer it concerns, as a digest; empty where it names none.
      importer: The importer's identification number.
      chapter: The first two digits of the code of its first item.
      arm: Why it was taken.
      lane: The lane it was given.
      drawn: Whether the random draw took it.
      propensity: How likely it was to be inspected.
      value: What it was ranked by.
      revenue: The revenue expected to be at stake.
      probability: The chance of a finding.
      notified: Whether the trader knows of the control.
      fallen: Whether the selection fell for want of officers.
      hits: The profiles that hit.
      scores: What models said.
      intensity: How closely it was inspected; None where nobody looked.
      results: What was found; empty where nobody looked.
      examined_at: When the result was entered.
      direction: ``import`` or ``export``.
      period: The period of the draw; empty where none was committed.
      proof: The draw's proof where it was drawn.
      base: How likely it was to be inspected without rank and fill.
    """

    number: str
    seq: int
    at: datetime
    office: str
    shift: str
    consignment: str
    importer: str
    chapter: str
    arm: Arm
    lane: Lane
    drawn: bool = False
    propensity: float = 0.0
    value: float = 0.0
    revenue: float = 0.0
    probability: float = 0.0
    notified: bool = False
    fallen: bool = False
    hits: tuple[ProfileHit, ...] = ()
    scores: tuple[ModelScore, ...] = ()
    intensity: Intensity | None = None
    results: tuple[ItemResult, ...] = ()
    examined_at: datetime | None = None
    direction: str = ""
    period: str = ""
    proof: str = ""
    base: float = 0.0

    @property
    def found(self) -> bool | None:
        """Whether something was found; None where nobody looked."""
        return None if self.intensity is None else any(not result.conform for result in self.results)
