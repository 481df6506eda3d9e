"""A risk profile: whom to stop, what to do then, and the examples that show it means what its author meant.

Its text is what an analyst writes and what is kept; this tree is what the text says, and the form is a view of it.
Profiles are known to officers only.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.profile import Direction
from clearlane.model.risk_condition import Condition
from clearlane.model.risk_field import FieldLevel, Value

Inspection = Literal["documents", "physical", "scan", "sample", "value"]
"""What is to be looked at: papers, goods, a scanned image, a sample, the value with its control file."""


class Example(msgspec.Struct, frozen=True, gc=False):
    """A row that the condition must hit, or must miss. Fields not given are missing."""

    hit: bool
    values: Mapping[str, Value]


class RiskAction(msgspec.Struct, frozen=True, gc=False):
    """What happens to what a profile hits.

    Attributes:
      lane: The lane.
      share: Which share of the hits is taken, above 0 to 1; 1 makes the profile mandatory.
      inspect: What is looked at.
      reason: The code of the reason, as in statistics, such as ``VAL-02``.
      owner: The unit that answers for the profile.
      quiet_hits: The most hits that may go by in a row without one being taken; 0 for no such bound.
      section: The section or examiner group that gets the case; empty for the office's own rule.
    """

    lane: Lane
    share: float = 1.0
    inspect: tuple[Inspection, ...] = ()
    reason: str = ""
    owner: str = ""
    quiet_hits: int = 0
    section: str = ""


class RiskProfile(msgspec.Struct, frozen=True, gc=False):
    """One profile.

    Attributes:
      code: Its code, such as ``UV-8517-03``.
      title: What it is about, in its author's words.
      level: Whether it is held against each goods item or the declaration as a whole.
      condition: Whom it hits.
      action: What happens then.
      directions: Directions of trade; empty for both.
      procedures: Beginnings of procedure codes; empty for all.
      offices: Customs offices, for a local profile; empty for a national one.
      since: First day.
      until: Last day; None while it holds.
      forecast: How many hits a day its author expects; None where he does not say. The back-test fills it on activation.
      examples: Rows it must hit and rows it must miss.
    """

    code: str
    title: str
    level: FieldLevel
    condition: Condition
    action: RiskAction
    directions: tuple[Direction, ...] = ()
    procedures: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    forecast: float | None = None
    examples: tuple[Example, ...] = ()


class ListEntry(msgspec.Struct, frozen=True, gc=False):
    """One entry of a list.

    Attributes:
      value: The value, NFC.
      until: The last day it counts; None without end.
      note: Why it stands there.
    """

    value: str
    until: date | None = None
    note: str = ""


class RiskList(msgspec.Struct, frozen=True, gc=False):
    """A list of traders, countries or codes that profiles ask of.

    Attributes:
      name: How a profile names it.
      holds: What stands in it: ``traders``, ``countries``, ``codes`` or ``words``.
      owner: The unit that answers for it.
      source: Where its entries come from.
      entries: The entries, by value.
      until: The last day the list as a whole counts; None without end.
    """

    name: str
    holds: Literal["traders", "countries", "codes", "words"]
    owner: str
    source: str
    entries: tuple[ListEntry, ...]
    until: date | None = None

    def on(self, day: date) -> frozenset[str]:
        """Return the values that count on a day; none once the list has run out."""
        if self.until is not None and day > self.until:
            return frozenset()
        return frozenset(entry.value for entry in self.entries if entry.until is None or day <= entry.until)


ProfileState = Literal["draft", "shadow", "live", "snoozed", "stopped", "retired"]
"""Written but not in force · counted but never taken · in force · resting until a day · stopped by the circuit breaker · withdrawn."""


class ProfileVersion(msgspec.Struct, frozen=True, gc=False):
    """Where one version of a profile stands.

    Attributes:
      code: The profile's code.
      version: From 1.
      digest: SHA-256 of its text, kept beside the log.
      written_by: Its author.
      state: Where it stands.
      approved_by: The second person; empty before.
      since: From when it stands so.
      until: When a snooze ends.
      why: The ground of the last change.
    """

    code: str
    version: int
    digest: str
    written_by: str
    state: ProfileState
    approved_by: str = ""
    since: str = ""
    until: str = ""
    why: str = ""
