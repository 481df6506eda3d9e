"""What a trader's request for an amendment would change, to be read before it is decided."""

from __future__ import annotations

from clearlane.lodgement.amend import NoSuchPlace, amend
from clearlane.lodgement.content import differences
from clearlane.lodgement.read import read
from clearlane.model.case import Case
from clearlane.model.clearance_facts import RequestMade
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Difference
from clearlane.model.refusals import Refusal
from clearlane.office.generations import generation
from clearlane.office.intake import readable
from clearlane.office.ports import Reading


def requested(reading: Reading, case: Case, request: RequestMade) -> tuple[Declaration, Declaration, tuple[Difference, ...]] | None:
    """Return a declaration before and after what a request asks, with the places that differ.

    Args:
      reading: The store.
      case: The declaration.
      request: The request.

    Returns:
      None where a cancellation is asked, where the request was erased, and where it does not fit the declaration any more.
    """
    data = reading.document(request.message) if request.asked == "amendment" else None
    if data is None:
        return None
    try:
        before = generation(reading, case)
        after = amend(before, read(readable(data)).declaration)
    except (NoSuchPlace, Refusal):
        return None
    return before, after, differences(before, after)
