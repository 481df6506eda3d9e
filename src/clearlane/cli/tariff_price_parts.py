"""A duty text as it was read, as JSON: its parts, seasons, programmes and conditions."""

from __future__ import annotations

from typing import Any

from clearlane.cli.speech import said
from clearlane.model.duty import AdValorem, DutyExpression, Element, Measurement, Nil, Specific, Term, Unpriceable
from clearlane.model.duty_text import DutyPart
from clearlane.model.measure import Condition, Season
from clearlane.model.price_enquiry import PricedText


def parts_of(found: PricedText) -> dict[str, Any]:
    """Return what a text holds: ``kind``, ``parts`` of the rate that was priced, and ``rates`` with all it states."""
    duty = found.duty or found.read.parts[0].expression
    seasons = [_season(part.season) | {"rate": _rate(part)} for part in found.read.parts if part.season]
    return {
        "kind": _kind(duty),
        "parts": [_term(term) for term in duty.terms] if duty else [],
        "rates": [_part(part) for part in found.read.parts],
        "seasons": seasons,
        "conditions": [_condition(one) for part in found.read.parts for one in part.conditions],
    }


def _kind(duty: DutyExpression | None) -> str:
    """Say in a word what kind of rate it is."""
    if duty is None:
        return "none"
    kinds = [type(term.part) for term in duty.terms]
    for kind, word in ((Unpriceable, "reference"), (Element, "element")):
        if kind in kinds:
            return word
    if len(kinds) > 1:
        return "compound"
    return {Nil: "free", AdValorem: "ad-valorem", Specific: "specific"}[kinds[0]]


def _rate(part: DutyPart) -> str:
    return part.expression.text if part.expression else ""


def _part(part: DutyPart) -> dict[str, Any]:
    return {
        "rate": _rate(part),
        "season": _season(part.season) if part.season else None,
        "programmes": list(part.programmes),
        "excluded": list(part.excluded),
        "units": [_measurement(one) for one in part.units],
    }


def _term(term: Term) -> dict[str, Any]:
    part = term.part
    found: dict[str, Any] = {"operator": term.operator}
    if isinstance(part, AdValorem):
        percent = f"{part.percent:f}" if part.fraction is None else "/".join(map(str, part.fraction))
        return found | {"kind": "ad-valorem", "percent": percent, "of": part.of or "value"}
    if isinstance(part, Specific):
        per = [_measurement(one) for one in part.per]
        return found | {"kind": "specific", "amount": f"{part.amount:f}", "currency": part.currency, "per": per}
    if isinstance(part, Element):
        return found | {"kind": "element", "code": part.code, "missing": said(part.missing)}
    if isinstance(part, Unpriceable):
        return found | {"kind": "reference", "reason": said(part.reason)}
    return found | {"kind": "free", "percent": "0"}


def _measurement(one: Measurement) -> dict[str, str]:
    return {"unit": one.unit, "qualifier": one.qualifier, "per": f"{one.per:f}", "key": one.key}


def _season(season: Season) -> dict[str, str]:
    since, until = season.since, season.until
    return {"since": f"{since[0]:02}-{since[1]:02}", "until": f"{until[0]:02}-{until[1]:02}"}


def _condition(one: Condition) -> dict[str, Any]:
    return {
        "group": one.group,
        "certificates": list(one.certificates),
        "threshold": None if one.threshold is None else f"{one.threshold:f}",
        "per": one.per,
        "currency": one.currency,
        "at_least": one.at_least,
        "applies": one.applies,
        "duty": one.duty.text if one.duty else None,
    }
