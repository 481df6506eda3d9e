"""Which declarations a caller may find, one by name or many by what they are."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice

from msgspec.structs import replace

from clearlane.api.refusals import Invalid
from clearlane.model.case import Case, Query
from clearlane.model.refusals import NotFound
from clearlane.office.access import Asker
from clearlane.office.office import Office

_Place = tuple[datetime, str]


def find(office: Office, name: str, asker: Asker) -> Case:
    """Return a declaration by its number, a number from outside, or its reference.

    A trader finds those he is the declarant of, and those he lodged as the declarant's agent.

    Raises:
      NotFound: There is none, or none the asker may see, which is answered alike.
    """
    if asker.officer:
        return office.case(name)
    try:
        return office.case(name, asker.party)
    except NotFound:
        for declarant in asker.acts_for:
            case = _of_principal(office, name, declarant, asker)
            if case is not None:
                return case
        raise


def _of_principal(office: Office, name: str, declarant: str, asker: Asker) -> Case | None:
    try:
        case = office.case(name, declarant)
    except NotFound:
        return None
    return case if office.may_see(asker, case) else None


def page(office: Office, query: Query, asker: Asker, *, reference: str = "", after: str = "") -> tuple[list[Case], str | None]:
    """Return the cases of one page, latest change first, and the cursor of the next; None on the last page.

    Args:
      office: The office.
      query: What is asked for; a trader is held to his own.
      asker: Who asks.
      reference: Only under exactly this reference.
      after: The cursor of this page; empty for the first.

    Raises:
      Invalid: The cursor is none that was given out.
    """
    lane = query.lane
    if not asker.officer:
        # The store knows lanes that are not told yet: a trader's wish for a lane is met by what he may know.
        query = replace(query, declarant=asker.party, lane="")
    if reference:
        query = replace(query, words=reference)
    wanted = (
        case
        for case in _walk(office, query, _place(after) if after else None)
        if (not reference or case.reference == reference) and (asker.officer or not lane or (case.told and case.lane == lane))
    )
    found = list(islice(wanted, query.limit + 1))
    if len(found) <= query.limit:
        return found, None
    return found[:-1], _cursor(found[-2])


def _walk(office: Office, query: Query, after: _Place | None) -> Iterator[Case]:
    """Yield every case asked for, from a place on."""
    query = replace(query, limit=query.limit + 1)
    while True:
        batch = office.cases(replace(query, before=after[0], before_number=after[1]) if after else query)
        yield from batch
        if len(batch) < query.limit:
            return
        after = batch[-1].changed_at, batch[-1].number


def _cursor(case: Case) -> str:
    return urlsafe_b64encode(f"{case.changed_at.isoformat()} {case.number}".encode()).decode()


def _place(cursor: str) -> _Place:
    with suppress(ValueError, OverflowError):
        moment, _, number = urlsafe_b64decode(cursor.encode("ascii")).decode().partition(" ")
        at = datetime.fromisoformat(moment)
        if at.tzinfo is not None and number:
            return at.astimezone(UTC), number
    raise Invalid([("query.cursor", "This cursor was not given out here")])
