"""Who is looked at: by risk in earnest, by the reference's prefix in a practice office."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Protocol

import msgspec

from clearlane.clearance.demand import INVOICE
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed, DocumentsDemanded, Fact, Lane, Record, Routed
from clearlane.model.findings import Finding
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.office.remarks import asked_to_reject


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A declaration about which it is to be settled who looks at it.

    Attributes:
      number: Its number.
      declaration: What is declared.
      assessed: Its assessment.
      profile: The law.
      at: Now.
      here: Whether the goods are here.
      earlier: Its facts so far; empty for one just lodged.
    """

    number: str
    declaration: Declaration
    assessed: Assessed
    profile: Profile
    at: datetime
    here: bool
    earlier: tuple[Record, ...] = ()


Select = Callable[[Candidate], list[Fact]]
"""From a declaration and its assessment to the facts of selection, one ``Routed`` among them."""


class Selection(Protocol):
    """Who is looked at, within one work."""

    def __call__(self, candidate: Candidate) -> list[Fact]:
        """Return the facts of selection, one ``Routed`` among them."""

    def expect(self, declarations: Iterable[Declaration]) -> None:
        """Look up together what will be asked of each declaration of a batch."""

    def written(self, records: Iterable[Record]) -> None:
        """Remember what was selected, now that its facts have their places in the log."""


class ByPrefix:
    """Selection in a practice office: by the reference's prefix. Risk is not reached from here, and nothing is remembered."""

    def __call__(self, candidate: Candidate) -> list[Fact]:
        """Return the facts of selection."""
        return by_prefix(candidate)

    def expect(self, declarations: Iterable[Declaration]) -> None:
        """Look up nothing."""

    def written(self, records: Iterable[Record]) -> None:
        """Remember nothing."""


FORCED: dict[str, Lane | None] = {
    "SBX-REJECT-": None,
    "SBX-QUERY-": "yellow",
    "SBX-YELLOW-": "yellow",
    "SBX-RED-": "red",
    "SBX-GREEN-": "green",
}
"""Prefixes of references that force an outcome in a practice office; None is a rejection."""

_WHY = Text(
    en="In a practice office the beginning of the reference chooses the lane.",
    vi="Ở cơ quan thực hành, phần đầu của số tham chiếu quyết định luồng.",
)


def by_prefix(candidate: Candidate) -> list[Fact]:
    """Route by the reference's prefix, green without one. Nothing is scored: risk is not reached from here."""
    prefix = next((p for p in FORCED if candidate.declaration.reference.startswith(p)), "")
    routed = Routed(FORCED.get(prefix) or "green", (_WHY,))
    if prefix != "SBX-QUERY-":
        return [routed]
    return [routed, DocumentsDemanded((INVOICE,), candidate.at + timedelta(days=candidate.profile.document_days))]


def forced_rejection(declaration: Declaration) -> tuple[Finding, ...]:
    """Return the finding by which a practice office rejects what asks to be rejected; else nothing."""
    if not declaration.reference.startswith("SBX-REJECT-"):
        return ()
    return (asked_to_reject(),)
