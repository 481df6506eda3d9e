"""A plain reading of a profile's data, independent of the stage that checks declarations: for tests of profiles only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from clearlane.model.declaration import Declaration
from clearlane.model.group import Group
from clearlane.model.profile import CodeRule, Obligation, Profile
from clearlane.model.structure import places

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem/"


def found(group: Group, path: str) -> list[Any]:
    """What stands at a path, every occurrence."""
    groups: list[Any] = [group]
    for name in path.split("/") if path else ():
        values = [getattr(one, field_of(type(one), name)) for one in groups]
        groups = [inner for value in values for inner in (value if isinstance(value, tuple) else (value,)) if inner is not None]
    return groups


def field_of(group: type[Group], name: str) -> str:
    return next(place.field for place in places(group) if place.name == name)


def verdicts(declaration: Declaration, profile: Profile, on: date) -> Iterator[tuple[str, str]]:
    """Rule and severity of everything a profile has to say about a declaration."""
    kind = profile.kind(declaration.type_code or "")
    for duty in profile.obligations:
        if applies(duty, declaration.type_code, kind.direction if kind else "") and lacks(duty, declaration):
            yield duty.rule, duty.severity
    for rule in profile.code_rules:
        if (not rule.types or declaration.type_code in rule.types) and unknown(rule, declaration, profile, on):
            yield rule.rule, rule.severity
    yield from ((finding.rule, finding.severity) for finding in profile.check_further(declaration, on))


def applies(duty: Obligation, type_code: str | None, direction: str) -> bool:
    return (not duty.types or type_code in duty.types) and (not duty.directions or direction in duty.directions)


def lacks(duty: Obligation, declaration: Declaration) -> bool:
    if not duty.path.startswith(_ITEM) and not duty.procedures:
        return not found(declaration, duty.path)
    concerned = [item for item in declaration.item if not duty.procedures or item.procedure_code.startswith(duty.procedures)]
    if duty.path.startswith(_ITEM):
        return any(not found(item, duty.path.removeprefix(_ITEM)) for item in concerned)
    return bool(concerned) and not found(declaration, duty.path)


def unknown(rule: CodeRule, declaration: Declaration, profile: Profile, on: date) -> bool:
    way, _, last = rule.path.rpartition("/")
    for group in found(declaration, way):
        parts = [found(group, name) for name in last.split("+")]
        if all(parts) and not profile.code_lists[rule.codes].holds("".join(part[0] for part in parts), on):
            return True
    return False
