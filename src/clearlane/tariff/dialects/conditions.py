"""Conditions of an integrated tariff: ``Cond: A cert: D-018 (01):0.000 GBP DTN Z; A (01):172.200 GBP DTN Z``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from clearlane.model.duty import DutyExpression
from clearlane.model.duty_text import DutyPart
from clearlane.model.measure import Condition
from clearlane.model.measuring import measured
from clearlane.tariff.dialects import fault
from clearlane.tariff.dialects.figures import figure

_CLAUSE = re.compile(
    r"""\s*+(?P<group>[A-Z]{1,2})\s*+
    (?:cert:\s*+(?P<certificate>[A-Z0-9]-?[A-Z0-9]{3}))?\s*+
    (?:(?P<figure>\d[\d.,]*)\s*+(?P<currency>(?:EUR|GBP|XEM|USD|VND)\b)?\s*+/?\s*+(?P<unit>[^():]*?))?\s*+
    \((?P<action>\d{1,3})\)\s*+:?\s*+(?P<duty>.*?)\s*+""",
    re.VERBOSE | re.DOTALL,
)
_NOT_ABOVE = frozenset("EI")
_DOES_NOT_APPLY = frozenset((4, 5, 6, 7, 8, 9, 10, 16, 17))

Reader = Callable[[str, int], DutyExpression]


def conditional(text: str, read: Reader) -> DutyPart:
    """Return the rate of a text with its conditions.

    Args:
      text: The whole text, with ``Cond:`` in it.
      read: Reads one rate, given its text and place.

    Raises:
      DutyTextFault: A condition or a rate is malformed.
    """
    head, _, tail = text.partition("Cond:")
    place = len(head) + len("Cond:")
    conditions = tuple(_conditions(tail, place, read))
    if not conditions:
        raise fault.condition(len(head), tail)
    return DutyPart(read(head, 0) if head.strip() else None, conditions=conditions)


def _conditions(tail: str, place: int, read: Reader) -> Iterator[Condition]:
    for clause in tail.split(";"):
        if clause.strip():
            yield _condition(clause, place, read)
        place += len(clause) + 1


def _condition(clause: str, place: int, read: Reader) -> Condition:
    found = _CLAUSE.fullmatch(clause)
    if found is None:
        raise fault.condition(place + len(clause) - len(clause.lstrip()), clause)
    threshold: Decimal | None = None
    per = ""
    if found["figure"]:
        threshold = figure(found["figure"], "taric", place + found.start("figure"))
        if found["unit"]:
            units = measured(found["unit"])
            if units is None:
                raise fault.unit("taric", place + found.start("unit"), found["unit"])
            per, threshold = units[0].key, threshold * (1 if found["currency"] else units[0].per)
            threshold = threshold / units[0].per if found["currency"] else threshold
    return Condition(
        group=found["group"],
        certificates=(found["certificate"].replace("-", ""),) if found["certificate"] else (),
        threshold=threshold,
        per=per,
        currency=found["currency"] or "",
        at_least=found["group"] not in _NOT_ABOVE,
        applies=int(found["action"]) not in _DOES_NOT_APPLY,
        duty=read(found["duty"], place + found.start("duty")) if found["duty"] else None,
    )
