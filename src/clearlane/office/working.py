"""The next case of an officer: his own whose clock runs out first, else what the lottery gives him. Nobody chooses, he least of all."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clearlane.model.case import BY_CUSTOMS, NOBODY, Case, Query
from clearlane.model.lottery import OnDuty
from clearlane.model.refusals import Conflict
from clearlane.office.assignment_record import on_duty
from clearlane.office.office import Office
from clearlane.office.risk_shift import shift_of
from clearlane.office.tariff_refusals import same_person

DRAWN_AT_ONCE = 20
"""How many cases are given by lot at most until one falls to whoever asks."""

_OWN = 500
"""How many of an officer's own cases are looked through for the one behind another."""


class Next(msgspec.Struct, frozen=True):
    """What came of asking for the next case.

    Attributes:
      number: The case; empty where nothing is the officer's.
      drawn: How many cases were given by lot, whoever got them.
    """

    number: str = ""
    drawn: int = 0


def next_case(office: Office, officer: str, offices: Sequence[str] = (), *, leaving: str = "") -> Next:
    """Return the next case of an officer.

    Where none of his own waits, the cases that nobody has are given by lot, the earliest clock first, until one falls to him. Which one
    does is the lottery's; the others are their officers' from then on.

    Args:
      office: The office.
      officer: His staff number.
      offices: The customs offices where he works; empty for all.
      leaving: A case of his that he is leaving: his next is the one behind it, and behind the last the first.

    Raises:
      Conflict: Cases wait, but the lottery cannot give any: no rota, no lottery in force, or nobody who can have them.
    """
    mine = [one.number for one in ready(office, officer, limit=_OWN)]
    place = mine.index(leaving) if leaving in mine else -1
    others = mine[place + 1 :] + mine[: max(place, 0)]
    if others:
        return Next(others[0])
    drawn, why = 0, None
    for case in ready(office, NOBODY, offices):
        try:
            given = office.assignment.give(case.number, case.section)
        except Conflict as refusal:
            why = why or refusal
            continue
        drawn += 1
        if same_person(given.officer, officer):
            return Next(case.number, drawn)
    if why is not None and not drawn:
        raise why
    return Next(drawn=drawn)


def ready(office: Office, officer: str, offices: Sequence[str] = (), *, limit: int = DRAWN_AT_ONCE) -> list[Case]:
    """Return the first cases that customs can work on, the earliest clock first: what waits for customs, and overdue answers.

    Args:
      office: The office.
      officer: Whose; ``NOBODY`` for nobody's.
      offices: Of which customs offices; empty for all.
      limit: How many at most.
    """
    waiting = Query(by_due=True, officer=officer, offices=tuple(offices), waits=BY_CUSTOMS, limit=limit)
    unanswered = msgspec.structs.replace(waiting, waits=("answer",), due_before=office.clock())
    found = office.cases(waiting) + office.cases(unanswered)
    return sorted(found, key=lambda one: (one.due_at is None, one.due_at or one.changed_at, one.number))[:limit]


def duties(office: Office, officer: str) -> list[tuple[str, OnDuty]]:
    """Return the customs offices on whose rota an officer stands in the shift that is now, each with what he does there."""
    return on_duty(office.store, officer, shift_of(office.profile, office.clock()).name)
