"""What was seen and never declared lapses: after the law's time it is invalidated, nothing is owed on it, and its declarant is told."""

from __future__ import annotations

from collections.abc import Iterator

from clearlane.clearance.lapse import lapses_at
from clearlane.model.case import Case, Query
from clearlane.model.facts import LAPSED, Cancelled
from clearlane.office.clearing_record import known, written
from clearlane.office.office import Office
from clearlane.office.ports import Reading

_PAGE = 500


def lapse(office: Office) -> list[str]:
    """Invalidate every declaration whose time for binding oneself is up, and return their numbers.

    Args:
      office: The office.
    """
    law = office.profile.clearance
    if law.bind_within is None:
        return []
    with office.store.work() as work:
        now, over = office.clock(), []
        for case in list(_unbound(work)):
            _, records = known(work, case.number)
            until = lapses_at(records, law)
            if until is not None and until <= now:
                written(work, now, case, records, [Cancelled("", "", LAPSED)], law)
                over.append(case.number)
    return over


def _unbound(reading: Reading) -> Iterator[Case]:
    query = Query(state="pre-lodged", limit=_PAGE)
    while page := reading.cases(query):
        yield from (case for case in page if case.situation is None or case.situation.unbound)
        query = Query(state="pre-lodged", limit=_PAGE, before=page[-1].changed_at, before_number=page[-1].number)
