"""Visits that customs shares with another agency, as that agency sees them: place, time and goods, and no party of the declaration."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from clearlane.model.case import Case, Query
from clearlane.model.inspection_facts import AgencyConcluded, InspectionOrdered
from clearlane.model.refusals import NotAllowed, NotFound
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.generations import generation
from clearlane.office.masking import mask, party_words
from clearlane.office.office import Office

_MOST = 500


class Visit(msgspec.Struct, frozen=True):
    """A shared visit whose agency has not agreed to release.

    Attributes:
      number: The declaration.
      office: The customs office.
      agency: The agency.
      order: Place and time; None where customs set none.
      goods: The goods, as code and description.
      said: What the agency said last, with its words; None before it said anything.
      words: These words.
      last: The last place in the log: what is decided upon an older one is refused.
    """

    number: str
    office: str
    agency: Text
    order: InspectionOrdered | None
    goods: tuple[tuple[str, str], ...]
    said: AgencyConcluded | None
    words: str
    last: int


def visits(office: Office, asker: Asker) -> list[Visit]:
    """Return the visits of the agencies that someone is here for, the earliest first.

    Raises:
      NotAllowed: He is of no other agency.
    """
    if not asker.holds("partner"):
        raise _not_a_partner()
    cases = office.store.cases(Query(by_due=True, limit=_MOST))
    found = [one for case in cases if asker.holds("partner", office=case.office) for one in _of(office, asker, case)]
    return sorted(found, key=lambda one: (one.order is None, one.order.due if one.order else None, one.number))


def demand_partner(office: Office, asker: Asker, number: str) -> None:
    """Refuse who is of no other agency at the customs office of a declaration.

    Raises:
      NotAllowed: He is not.
    """
    case = office.store.case(number)
    if not asker.holds("partner", office=case.office if case else ""):
        raise _not_a_partner()


def conclude(office: Office, asker: Asker, number: str, agency: str, why: str, *, agrees: bool, expect: int) -> None:
    """Record what an agency found, by one of its own people.

    Raises:
      NotFound: There is no such visit of his agency.
      NotAllowed: He is of no other agency, or not at this office.
      Closed: Nothing is awaited of it.
      Conflict: It does not agree and gives no words, or somebody changed something since.
    """
    demand_partner(office, asker, number)
    case = office.store.case(number)
    if case is None or agency not in {one.agency.en for one in _of(office, asker, case)}:
        raise NotFound(Text(en="Your agency takes part in no such visit.", vi="Cơ quan của bạn không tham gia lần kiểm tra này."))
    office.inspections.agency_says(number, agency, why, agrees=agrees, by=asker.person, expect=expect)


def _of(office: Office, asker: Asker, case: Case) -> Iterator[Visit]:
    mine = {grant.party for grant in asker.grants if grant.role == "partner" and grant.party}
    awaited = case.situation.agencies if case.situation else ()
    names = {one.en: one for one in office.inspections.agencies}
    for agency in (one for one in awaited if one in mine):
        seen = office.inspections.seen(case.number)
        last, words = next(((fact, words) for name, fact, words in seen.agencies if name == agency), (None, ""))
        name = names.get(agency, Text(en=agency, vi=agency))
        yield Visit(case.number, case.office, name, seen.order, tuple(_goods(office, case)), last, words, seen.now.last)


def _goods(office: Office, case: Case) -> Iterator[tuple[str, str]]:
    """Yield the goods, without a party's name that stands in a description."""
    hidden = party_words(office, case)
    try:
        items = generation(office.store, case).item
    except NotFound:
        return
    for item in items:
        yield item.commodity_code, mask((item.commodity.description or "") if item.commodity else "", hidden)


def _not_a_partner() -> NotAllowed:
    return NotAllowed(
        Text(
            en="Shared visits are for people of the agencies that take part.", vi="Trang này dành cho người của cơ quan phối hợp kiểm tra."
        )
    )
