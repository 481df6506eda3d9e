"""Check a declaration: every finding at once, from the WCO Data Model and from the country's law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from clearlane.lodgement.rules import formats, positions, structure
from clearlane.lodgement.rules.gather import gather, in_order, named
from clearlane.lodgement.rules.identity import check_identity
from clearlane.lodgement.rules.law import law_of
from clearlane.lodgement.rules.requests import check_requested
from clearlane.lodgement.rules.sound import is_sound
from clearlane.lodgement.rules.totals import check_totals
from clearlane.lodgement.rules.transport import check_transport
from clearlane.lodgement.rules.walk import walk
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.message import NAMESPACE
from clearlane.model.profile import Profile

_MOST_ITEMS = 999
_OF_STRUCTURE = (positions.UNPLACED, positions.GROUPS, positions.ELSEWHERE)


def check(declaration: Declaration, profile: Profile, on: date, *, repaired: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Return everything there is to say about a declaration, in the order of the document.

    A request to change or cancel a declaration, or to present its goods, is a fragment: it is checked by
    ``check_request`` instead.

    Args:
      declaration: The declaration as read.
      profile: The country's law.
      on: The day whose law holds.
      repaired: What had to be mended to read it, as in ``Message.repaired``.
    """
    if declaration.purpose != "declaration":
        return check_request(declaration, profile, on, repaired=repaired)
    book = law_of(profile).book(declaration.type_code or "", on)
    found = gather(
        _some(_forms(declaration, profile, repaired)),
        _some(book.missing(declaration)),
        _some(chain(check_identity(declaration, profile), check_totals(declaration), check_transport(declaration))),
        _some(book.unknown(declaration)),
        profile.check_further(declaration, on) if len(declaration.item) <= _MOST_ITEMS else (),
    )
    return named(in_order(found), profile.field_names)


def check_request(declaration: Declaration, profile: Profile, on: date, *, repaired: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Return everything there is to say about a request: an amendment, a cancellation or a presentation of goods.

    Its structure and formats are checked, and that it names the declaration and says what is asked; whether
    the declaration exists and the change is lawful shows when it is carried out.

    Args:
      declaration: The request as read.
      profile: The country's law.
      on: The day whose law holds.
      repaired: What had to be mended to read it.
    """
    found = gather(_some(_forms(declaration, profile, repaired)), [], _some(check_requested(declaration)), [], ())
    return named(in_order(found), profile.field_names)


def _forms(declaration: Declaration, profile: Profile, repaired: tuple[str, ...]) -> Iterator[Finding]:
    if NAMESPACE in repaired:
        yield structure.namespace_supplied()
    if not is_sound(declaration):
        for notice in walk(declaration):
            of_structure = notice.kind in _OF_STRUCTURE
            yield from structure.explain(notice) if of_structure else formats.explain(notice, law_of(profile).examples)


def _some(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings of one family, so many that a hostile message cannot cost much."""
    found = list(islice(findings, structure.MOST_FINDINGS + 1))
    if len(found) > structure.MOST_FINDINGS:
        found[structure.MOST_FINDINGS] = structure.flooded()
    return found
