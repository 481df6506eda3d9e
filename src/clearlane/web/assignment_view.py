"""What the desk of assignment shows: cases with whoever has them, and pairs that meet more often than the lot would have it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clearlane.model.case import Case, Query
from clearlane.model.control_facts import Assigned
from clearlane.office.assigning import Meets
from clearlane.office.office import Office

SHOWN = 50
_DOUBTFUL = 0.05


class Row(msgspec.Struct, frozen=True):
    """A case under control: whoever has it, and the section where it waits."""

    case: Case
    held: Assigned | None
    section: str


class Pair(msgspec.Struct, frozen=True):
    """A pair that met.

    Attributes:
      meeting: The pair.
      found: How far its bar reaches, 0 to 100.
      expected: How far the lot's would.
      odd: Whether it is improbable, among so many pairs.
    """

    meeting: Meets
    found: float
    expected: float
    odd: bool


def waiting(office: Office) -> list[Row]:
    """Return cases under control, those that nobody has first."""
    cases = office.cases(Query(state="under-control", limit=SHOWN))
    rows = [_row(case, office.assignment.held(case.number)) for case in cases]
    return sorted(rows, key=lambda one: bool(one.held and one.held.officer))


def _row(case: Case, held: Assigned | None) -> Row:
    return Row(case, held, (held.section if held else "") or case.section)


def met(meetings: Sequence[Meets]) -> tuple[list[Pair], int]:
    """Return the least likely pairs, and how many are improbable even among so many (Bonferroni: the bound is shared among all)."""
    bound = _DOUBTFUL / max(len(meetings), 1)
    odd = sum(one.chance < bound for one in meetings)
    shown = meetings[: max(SHOWN, odd)]
    top = max((max(one.met, one.expected) for one in shown), default=1)
    return [Pair(one, 100 * one.met / top, 100 * one.expected / top, one.chance < bound) for one in shown], odd
