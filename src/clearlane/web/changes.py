"""What an amendment changed: each place with what stood there before and after."""

from __future__ import annotations

from typing import Any

from clearlane.model.case import Case
from clearlane.model.clearance_facts import RequestMade
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Amended
from clearlane.model.group import Group
from clearlane.model.pointing import PART
from clearlane.model.refusals import NotFound
from clearlane.model.structure import place_named
from clearlane.office.forms import Change
from clearlane.office.office import Office
from clearlane.web.declared import elements, written


def changes(office: Office, case: Case, amended: Amended) -> list[Change]:
    """Return what an amendment changed. Values are left empty where the content was erased."""
    try:
        before, after = (office.declaration(case, which) for which in (amended.generation - 1, amended.generation))
    except NotFound:
        return [Change(one.path, one.kind, "", "") for one in amended.differences]
    return [Change(one.path, one.kind, at(before, one.path), at(after, one.path)) for one in amended.differences]


def asked(office: Office, case: Case, request: RequestMade) -> list[Change]:
    """Return what a request for an amendment would change; nothing where that cannot be told."""
    found = office.clearance.requested(case.number, request)
    if found is None:
        return []
    before, after, places = found
    return [Change(one.path, one.kind, at(before, one.path), at(after, one.path)) for one in places]


def at(declaration: Declaration, path: str) -> str:
    """Return what stands at a path such as ``/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Origin[1]/CountryCode``.

    A class is told by the values in it; what is absent is empty.
    """
    value: Any = declaration
    for part in path.strip("/").split("/")[1:]:
        found = PART.match(part)
        if found is None or not isinstance(value, Group):
            return ""
        place = place_named(type(value), found[1])
        value = getattr(value, place.field) if place else None
        if isinstance(value, tuple):
            which = int(found[2] or 1)
            value = value[which - 1] if which <= len(value) else None
    return _said(value) if isinstance(value, Group) else written(value)


def _said(group: Group) -> str:
    said, waiting = [], elements(group)
    while waiting:
        one = waiting.pop(0)
        said += [one.value] if one.value else []
        waiting = one.inside + waiting
    return " · ".join(said)
