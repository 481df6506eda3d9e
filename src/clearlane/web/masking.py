"""Faceless work: where the law has it so, officers see no party's name, number or address until they open them, which is noted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from html import escape

from clearlane.model import parties
from clearlane.model.case import Case
from clearlane.model.group import Group
from clearlane.model.refusals import NotFound
from clearlane.office.office import Office
from clearlane.web.viewer import Viewer

OPENED = "parties"
"""What the log of readings calls it that an officer opened the parties of a case."""
HIDDEN = "••••••"
LASTS = timedelta(hours=8)
_LOOKED_AT, _SHORTEST = 200, 3
_NOBODY_S = ("type_code", "role_code", "function_code", "category_code", "country_code", "city_name", "authentication")
"""What a party declares that does not say who it is."""


def faceless(office: Office, viewer: Viewer) -> bool:
    """Say whether parties are masked for someone: for everybody of customs but the auditor, where the law has faceless work."""
    return office.profile.clearance.faceless and viewer.officer and not viewer.holds("auditor")


def masked(office: Office, viewer: Viewer, number: str) -> bool:
    """Say whether the parties of a declaration are masked for someone now: until he opens them, and again eight hours later.

    Args:
      office: The office.
      viewer: Who looks.
      number: The declaration.
    """
    if not faceless(office, viewer):
        return False
    who, since = viewer.person or viewer.party or viewer.name or viewer.role, office.clock() - LASTS
    noted = office.people.reads.list(who, number, limit=_LOOKED_AT)
    return not any(one.what == OPENED and one.at >= since for _, one in noted)


def unmask(office: Office, viewer: Viewer, number: str, why: str) -> None:
    """Note that someone opens the parties of a declaration, and why; from then on ``masked`` says no.

    Args:
      office: The office.
      viewer: Who opens them.
      number: The declaration.
      why: What for.
    """
    office.people.reads.note(viewer, OPENED, number, why)


def hidden(office: Office, viewer: Viewer, case: Case) -> tuple[str, ...]:
    """Return what is not to be shown of a declaration's parties to someone now: names, numbers and addresses, of every generation.

    Args:
      office: The office.
      viewer: Who looks.
      case: The declaration.
    """
    if not masked(office, viewer, case.number):
        return ()
    words = {case.declarant}
    for generation in range(1, case.generation + 1):
        try:
            words.update(_parties(office.declaration(case, generation)))
        except NotFound:  # its content was erased
            continue
    words |= {made for word in words for made in (escape(word), json.dumps(word)[1:-1])}
    return tuple(sorted((word for word in words if len(word) >= _SHORTEST), key=len, reverse=True))


def mask(text: str, words: tuple[str, ...]) -> str:
    """Return a text without what is not to be shown."""
    for word in words:
        text = text.replace(word, HIDDEN)
    return text


def _parties(group: Group, *, inside: bool = False) -> Iterator[str]:
    """Yield what parties declared of themselves, wherever they stand in a declaration."""
    inside = inside or type(group).__module__ == parties.__name__
    for field in group.__struct_fields__:
        value = getattr(group, field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Group):
                yield from _parties(one, inside=inside)
            elif inside and isinstance(one, str) and field not in _NOBODY_S:
                yield one
