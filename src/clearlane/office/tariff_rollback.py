"""Roll back: withdraw a tariff, restore the former, and name every declaration whose duty must be looked at again.

Past assessments are never rewritten. The looking is done before the transaction, which then sees to what came in meanwhile and writes
everything at once: a process that is killed leaves the tariff in force and no task behind.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

import msgspec

from clearlane.model.edition import Reassessment
from clearlane.model.facts import Assessed, Cancelled, Fact, Record, Rejected
from clearlane.model.profile import Profile
from clearlane.model.tariff_facts import ReassessmentDue, TariffRolledBack
from clearlane.office.ports import Reading, Store, Work
from clearlane.office.tariff_keeping import Keeping
from clearlane.office.tariff_refusals import changed_meanwhile, not_live
from clearlane.office.tariff_replay import again, standing_now, stream
from clearlane.office.tariff_timeline import SUBJECT

_Report = Callable[[int], None]
_CHUNK = 2000


class _Assessment(NamedTuple):
    """As much of an assessment as must be known to find it again."""

    place: int
    total: Decimal | None


class _Concerned:
    """The declarations that stand assessed under a version, and what becomes of their duty under another law.

    Args:
      version: The version to be withdrawn.
      law: The law restored.
      after: The place in the log after which to look.
    """

    def __init__(self, version: str, law: Profile, after: int) -> None:
        self._version, self._law, self._seen = version, law, after
        self._found: dict[str, _Assessment] = {}
        self._due: dict[str, tuple[_Assessment, ReassessmentDue]] = {}

    def look(self, reading: Reading, report: _Report) -> None:
        """Read the log on from where it was read to, and compute what is not yet computed."""
        for record in stream(reading, self._seen):
            self._see(record)
            self._seen = record.seq
        for number in [number for number in self._due if number not in self._found]:
            del self._due[number]
        for number, assessment in self._found.items():
            if number not in self._due or self._due[number][0] != assessment:
                self._due[number] = assessment, self._task(number, assessment, reading)
                if len(self._due) % 50 == 0:
                    report(len(self._due))
        report(len(self._due))

    def _see(self, record: Record) -> None:
        fact = record.fact
        if isinstance(fact, Assessed) and fact.tariff == self._version:
            self._found[record.subject] = _Assessment(record.seq, fact.total)
        elif isinstance(fact, Assessed | Cancelled | Rejected):
            self._found.pop(record.subject, None)

    def _task(self, number: str, assessment: _Assessment, reading: Reading) -> ReassessmentDue:
        standing = standing_now(number, reading)
        would_be = again(standing, self._law) if standing is not None else None
        was, total = assessment.total, would_be.total if would_be is not None else None
        difference = None if was is None or total is None else total - was
        restored = self._law.tariff.version if self._law.tariff else ""
        return ReassessmentDue(self._version, restored, self._law.currency, was, total, difference)

    @property
    def due(self) -> list[tuple[str, ReassessmentDue]]:
        """What is due for each declaration, in the order of their assessment."""
        return [(number, task) for number, (_, task) in sorted(self._due.items(), key=lambda pair: pair[1][0].place)]


class Withdrawal(msgspec.Struct, frozen=True):
    """What an officer wants withdrawn.

    Attributes:
      version: The version; empty for the one in force.
      by: The officer.
      why: The ground.
    """

    version: str
    by: str
    why: str = ""


def roll_back(
    wanted: Withdrawal, store: Store, keeping: Keeping, clock: Callable[[], datetime], report: _Report
) -> tuple[str, list[Reassessment]]:
    """Withdraw a version that is in force or scheduled and restore what held before; return its name and what is due.

    Raises:
      Closed: It was not put in force, or was taken back already.
      Conflict: Somebody changed the tariff meanwhile.
    """
    timeline = keeping.timeline()
    now = max(clock(), timeline.latest)
    version = wanted.version or timeline.in_force(now)
    found = timeline.named(version, now)
    if found is None or found.state in ("loaded", "withdrawn"):
        raise not_live(version)
    restored = timeline.without(version, now)
    concerned = _Concerned(version, keeping.law(restored), timeline.first_place(version))
    concerned.look(store, report)
    with store.work() as work:
        at = max(clock(), timeline.latest)
        if keeping.timeline(work).last != timeline.last or timeline.without(version, at) != restored:
            raise changed_meanwhile()
        concerned.look(work, report)
        _record(work, at, (SUBJECT, TariffRolledBack(version, restored, wanted.by, wanted.why)), concerned.due)
    return version, [_reassessment(number, task, at) for number, task in concerned.due]


def _record(work: Work, at: datetime, act: tuple[str, Fact], due: list[tuple[str, ReassessmentDue]]) -> None:
    work.append(at, [act])
    rest = iter(due)
    while chunk := list(islice(rest, _CHUNK)):
        work.append(at, chunk)


def _reassessment(number: str, task: ReassessmentDue, at: datetime) -> Reassessment:
    return Reassessment(number, task.withdrawn, task.restored, task.currency, task.was, task.would_be, task.difference, at)


def reassessments(records: list[Record]) -> list[Reassessment]:
    """Return the tasks that facts stand for."""
    return [_reassessment(record.subject, fact, record.at) for record in records if isinstance(fact := record.fact, ReassessmentDue)]
