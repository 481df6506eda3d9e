"""Facts of risk work: profiles, lists, models, draws and capacities; and how a declaration was selected and what was found.

None of them holds a criterion: texts, lists and models are kept beside the log under their digests. All are for officers only.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from clearlane.model.inspection import Intensity, ItemResult

Arm = Literal["mandatory", "percentage", "ranking", "random", "fill", "none", "forced"]
"""Why a declaration was taken: a mandatory profile, a profile's share, its expected value under the capacity, the random draw,
the expected rate's fill; or not at all. ``forced`` is a practice office's."""


class ProfileWritten(msgspec.Struct, frozen=True, gc=False, tag="risk-profile-written", omit_defaults=True):
    """An analyst wrote a version of a risk profile. It is not in force yet. Its subject is ``risk``.

    Attributes:
      code: The profile's code.
      version: From 1.
      digest: SHA-256 of its text, kept beside the log.
      by: The analyst's identification.
    """

    code: str
    version: int
    digest: str
    by: str


class ProfileStanding(msgspec.Struct, frozen=True, gc=False, tag="risk-profile-standing", omit_defaults=True):
    """A version of a profile changed its standing.

    Attributes:
      code: The profile's code.
      version: The version.
      state: ``live`` needs another person than the author, each time; ``stopped`` is the circuit breaker's.
      by: The officer's identification; ``system`` for the circuit breaker.
      until: When a snooze ends.
      why: The ground.
      backtest: SHA-256 of the back-test report the approval rests on, kept beside the log.
      forecast: Hits a day expected, from which the circuit breaker is set.
    """

    code: str
    version: int
    state: Literal["shadow", "live", "snoozed", "stopped", "retired"]
    by: str
    until: date | None = None
    why: str = ""
    backtest: str = ""
    forecast: float | None = None


class ListKept(msgspec.Struct, frozen=True, gc=False, tag="risk-list-kept", omit_defaults=True):
    """A version of a list was kept, and counts from now on.

    Attributes:
      name: Its name.
      version: From 1.
      digest: SHA-256 of its content, kept beside the log.
      entries: How many entries.
      by: The officer's identification.
    """

    name: str
    version: int
    digest: str
    entries: int
    by: str


class ReferencesKept(msgspec.Struct, frozen=True, gc=False, tag="risk-references-kept", omit_defaults=True):
    """A weekly snapshot of unit-price and weight references was kept.

    Attributes:
      week: The Monday it holds from.
      digest: SHA-256 of its content, kept beside the log.
      groups: How many groups of like goods.
    """

    week: date
    digest: str
    groups: int


class ModelKept(msgspec.Struct, frozen=True, gc=False, tag="risk-model-kept", omit_defaults=True):
    """A learned model was kept with its card. It scores nothing yet.

    Attributes:
      version: Its name.
      digest: SHA-256 of the model, kept beside the log.
      card: SHA-256 of its card, kept beside the log.
      by: Who trained it.
      rows: On how many rows it learned.
      cause: Why it was trained: ``asked``, ``scheduled`` or ``drift``.
    """

    version: str
    digest: str
    card: str
    by: str
    rows: int
    cause: str = "asked"


class ModelStanding(msgspec.Struct, frozen=True, gc=False, tag="risk-model-standing", omit_defaults=True):
    """A model changed its standing: ``champion`` scores (another person than who trained it says so), ``challenger`` scores in shadow.

    Attributes:
      version: The model.
      state: The standing; ``withdrawn`` restores the champion before.
      by: The officer's identification.
      why: The ground.
    """

    version: str
    state: Literal["champion", "challenger", "withdrawn"]
    by: str
    why: str = ""


class ModelRefreshed(msgspec.Struct, frozen=True, gc=False, tag="risk-model-refreshed", omit_defaults=True):
    """A model learned the results known by now of each trader, code and route; its trees and its calibration stay as they were.

    Attributes:
      version: The model.
      digest: SHA-256 of the model as it scores from now on, kept beside the log.
      rows: From how many goods items.
    """

    version: str
    digest: str
    rows: int


class DrawCommitted(msgspec.Struct, frozen=True, gc=False, tag="risk-draw-committed", omit_defaults=True):
    """The random draw of a period was bound to a secret before its lodging hours.

    Attributes:
      period: The period's name, such as the day ``2026-11-22``.
      since: From when.
      public_key: The draw's public key, in hexadecimal, by which the proof of each declaration drawn is checked.
      share: The share drawn at random.
      holders: How many officers hold a part of the secret.
      needed: How many of them must come together to open it.
    """

    period: str
    since: datetime
    public_key: str
    share: float
    holders: int
    needed: int


class DrawOpened(msgspec.Struct, frozen=True, gc=False, tag="risk-draw-opened", omit_defaults=True):
    """Holders of the parts opened a period's secret to the auditor. The secret itself is not here.

    Attributes:
      period: The period.
      auditor: The auditor's identification.
      holders: The identifications of those who gave their parts.
    """

    period: str
    auditor: str
    holders: tuple[str, ...]


class CapacitySet(msgspec.Struct, frozen=True, gc=False, tag="risk-capacity-set", omit_defaults=True):
    """A manager said how many inspections an office can do in a shift.

    Attributes:
      office: The customs office.
      shift: The shift, such as ``2026-11-22 day``.
      inspections: How many physical inspections.
      checks: How many checks of documents; None where they are not bounded.
      by: The manager's identification.
    """

    office: str
    shift: str
    inspections: int
    checks: int | None
    by: str


class QueueCut(msgspec.Struct, frozen=True, gc=False, tag="risk-queue-cut", omit_defaults=True):
    """A manager signed what a queue gives up for want of officers.

    Attributes:
      office: The customs office.
      shift: The shift.
      fallen: The declarations whose targeted selection fell.
      waiting: How many wait beyond the capacity.
      given_up: The revenue expected of what fell, as decimal text in the profile's currency.
      by: The manager's identification.
      restated: Declarations with their propensity after the cut: of what fell, and of those drawn that would have fallen by rank.
    """

    office: str
    shift: str
    fallen: tuple[str, ...]
    waiting: int
    given_up: str
    by: str
    restated: tuple[tuple[str, float], ...] = ()


class RiskTask(msgspec.Struct, frozen=True, gc=False, tag="risk-task", omit_defaults=True):
    """Something watched left its bounds, and an analyst must look: drift of inputs, scores or hits, a profile stopped.

    Attributes:
      kind: What was watched: ``input-drift``, ``score-drift``, ``hit-drift``, ``profile-stopped``, ``list-expired``.
      about: The model whose inputs, scores or hits drift; the profile or list.
      measured: The figure; of inputs or groups, that of the worst.
      bound: The bound it passed.
      worst: Of drift, the worst inputs or groups of goods, each with its figure; a few of all that drifted.
      count: Of drift, how many inputs or groups left their bounds.
    """

    kind: str
    about: str
    measured: float
    bound: float
    worst: tuple[tuple[str, float], ...] = ()
    count: int = 0


class ProfileHit(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A profile that hit.

    Attributes:
      profile: Its code.
      version: Its version.
      item: The goods item, from 1; 0 for the declaration as a whole.
      shadow: Whether it was only counted.
    """

    profile: str
    version: int
    item: int = 0
    shadow: bool = False


class ModelScore(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What a model said of one goods item.

    Attributes:
      model: Its version.
      item: The goods item, from 1.
      probability: Calibrated probability of a finding, 0 to 1.
      revenue: Revenue expected to be at stake if there is one, in the profile's currency.
      challenger: Whether it scored in shadow.
    """

    model: str
    item: int
    probability: float
    revenue: float
    challenger: bool = False


class Selected(msgspec.Struct, frozen=True, gc=False, tag="selected", omit_defaults=True):
    """How a declaration was selected: the arm that took it, how likely that was, and what was known at the time.

    Attributes:
      arm: Why it was taken.
      propensity: How likely it was to be inspected, given what was known: above 0 to 1, stored for every declaration.
      office: The customs office whose officers would look.
      period: The period of the draw.
      drawn: Whether the random draw took it, whatever else did.
      proof: The draw's proof, in hexadecimal, where it was drawn.
      value: The expected value it was ranked by; 0 where none.
      features: The values of the history and reference fields as they were, one row per goods item, in the order of ``fields``.
      fields: Digest of the list of those fields' names.
      missing: Fields that were asked and missing.
      kept_from: The declaration whose draw was kept, where this one replaces another or is an amendment.
      base: How likely it was to be inspected without rank and fill: what is left if a targeted selection falls.
      gone_by: Of each profile that hit and bounds them, how many of its hits in a row went by with this one; 0 where it was taken.
      section: The section that gets the case, where a profile that took it names one; empty for the office's own rule.
    """

    arm: Arm
    propensity: float
    office: str
    period: str = ""
    drawn: bool = False
    proof: str = ""
    value: float = 0.0
    features: tuple[tuple[float | str | bool | None, ...], ...] = ()
    fields: str = ""
    missing: tuple[str, ...] = ()
    kept_from: str = ""
    base: float = 0.0
    gone_by: tuple[tuple[str, int], ...] = ()
    section: str = ""


class SelectionFell(msgspec.Struct, frozen=True, gc=False, tag="selection-fell", omit_defaults=True):
    """A targeted selection, not yet notified, fell for want of officers; the manager signed it.

    Attributes:
      by: The manager's identification.
      shift: The shift.
      value: The expected value given up.
    """

    by: str
    shift: str
    value: float = 0.0


class Examined(msgspec.Struct, frozen=True, gc=False, tag="examined", omit_defaults=True):
    """Officers inspected, and recorded a coded result for each item looked at.

    Attributes:
      intensity: How closely.
      results: What was found.
      by: The officer's identification.
    """

    intensity: Intensity
    results: tuple[ItemResult, ...]
    by: str
