"""Findings gathered from several sides: nothing said twice, all in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from clearlane.lodgement.rules import formats, structure
from clearlane.lodgement.rules.register import RULES
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.group import Group
from clearlane.model.pointing import PART
from clearlane.model.structure import places
from clearlane.model.text import Text

_OF_FIGURES = frozenset(rule.code for rule in (formats.NUMBER, formats.NEGATIVE, formats.DECIMALS, formats.TOO_MANY_DIGITS))
_OF_ABSENCE = frozenset(rule.code for rule in (structure.SHAPE, structure.REQUIRED))
_BESIDE_VALUES = frozenset(rule.code for rule in (structure.ATTRIBUTE, structure.STRAY, structure.NAMESPACE, structure.FLOOD))


def gather(
    forms: list[Finding], missing: list[Finding], senses: list[Finding], unknown: list[Finding], further: Iterable[Finding]
) -> list[Finding]:
    """Return findings without those that only repeat another's cause or place.

    Args:
      forms: Of structure and format.
      missing: Obligations not met; where one speaks, no other finding says the same place is empty.
      senses: Of sums and references; silent where what they rest on is at fault itself.
      unknown: Codes not in force; silent where the code's form is wrong already.
      further: A profile's own checks; silent where the place is spoken of already.
    """
    absent = {finding.path for finding in forms if finding.rule in _OF_ABSENCE}
    kept = forms + [finding for finding in missing if finding.path not in absent]
    kept += _resting_on_sound(senses, kept)
    spoken = _spoken(kept)
    kept += [finding for finding in unknown if finding.path not in spoken]
    spoken = _spoken(kept, beside=_OF_FIGURES)
    kept += [finding for finding in further if finding.path not in spoken]
    return _graver(kept)


def _resting_on_sound(senses: list[Finding], before: list[Finding]) -> Iterator[Finding]:
    spoken = _spoken(before)
    faulty = {_last(finding.path) for finding in before if finding.rule != formats.EMPTY.code}
    for finding in senses:
        if finding.path not in spoken and faulty.isdisjoint(RULES[finding.rule].after):
            faulty.add(_last(finding.path))
            yield finding


def _spoken(findings: list[Finding], beside: frozenset[str] = frozenset()) -> set[str]:
    """Return the places of which a blocking finding has said that their value is wrong or missing."""
    return {f.path for f in findings if f.severity == "blocking" and f.rule not in _BESIDE_VALUES and f.rule not in beside}


def _graver(findings: list[Finding]) -> list[Finding]:
    """Return findings without mere warnings that a place is empty where a blocking one says the same or more."""
    spoken = _spoken(findings)
    other = {finding.path for finding in findings if finding.rule != formats.EMPTY.code}
    return [
        finding
        for finding in findings
        if not (finding.rule == formats.EMPTY.code and finding.path in other)
        and not (finding.severity == "warning" and finding.path in spoken and finding.rule not in RULES)
    ]


def in_order(findings: list[Finding]) -> list[Finding]:
    """Return findings in the order of the schema, and of their rules at one place."""
    return sorted(findings, key=lambda finding: (_order(finding.path), finding.rule)) if len(findings) > 1 else findings


def named(findings: Iterable[Finding], names: Mapping[str, Text]) -> tuple[Finding, ...]:
    """Return findings with the national name of their place in the message, where the profile has one."""
    return tuple(_named(finding, names.get(_plain(finding.path))) for finding in findings) if names else tuple(findings)


def _named(finding: Finding, name: Text | None) -> Finding:
    if name is None:
        return finding
    message = Text(en=f"{finding.message.en} ({name.en})", vi=f"{finding.message.vi} ({name.vi})")
    return msgspec.structs.replace(finding, message=message)


def _plain(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path).removeprefix("/Declaration/")


def _last(path: str) -> str:
    return path.rpartition("/")[2].partition("[")[0]


@cache
def _ranks(group: type[Group]) -> dict[str, tuple[int, type[Group] | None]]:
    return {place.name: (rank, place.group) for rank, place in enumerate(places(group), 1)}


@lru_cache(maxsize=4096)
def _order(path: str) -> tuple[int, ...]:
    key: list[int] = []
    group: type[Group] | None = Declaration
    for name, count in PART.findall(path.removeprefix("/Declaration").lstrip("/")):
        rank, group = _ranks(group).get(name, (999, None)) if group is not None else (999, None)
        key += (rank, int(count or 0))
    return tuple(key)
