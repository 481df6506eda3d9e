"""What is asked of a trader over all his declarations, the earliest due first."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from clearlane.model.case import Query, State
from clearlane.office.office import Office
from clearlane.office.own_standing import Wanted
from clearlane.web.viewer import Viewer

_OPEN: tuple[State, ...] = ("queried", "under-control", "accepted", "pre-lodged", "stored")
_MOST, _SHOWN = 25, 10


class OwnAsked(msgspec.Struct, frozen=True):
    """One thing asked on a declaration.

    Attributes:
      number: The declaration.
      reference: The trader's own reference.
      wanted: What is asked.
      left: How long there is; None where no day is set.
    """

    number: str
    reference: str
    wanted: Wanted
    left: timedelta | None


def own_list(office: Office, viewer: Viewer) -> list[OwnAsked]:
    """Return what is asked of a trader now; nothing for anyone else. That goods are still to come asks nothing of him.

    Args:
      office: The office.
      viewer: Who looks.
    """
    if viewer.officer or not viewer.party:
        return []
    now = office.clock()
    found = [
        OwnAsked(case.number, case.reference, one, one.until - now if one.until else None)
        for state in _OPEN
        for case in office.cases(Query(viewer.party, state, limit=_MOST))
        for one in office.clearance.own(case.number).wanted
        if one.act != "present"
    ]
    return sorted(found, key=lambda one: (one.left is None, one.left or timedelta(0)))[:_SHOWN]
