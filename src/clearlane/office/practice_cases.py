"""Simulated cases to practise on, each with its truth: about half of them with something wrong, in an order that nobody can guess."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice, tee

from msgspec.structs import replace

from clearlane.model.inspection import Category
from clearlane.model.practice_facts import PracticeKind
from clearlane.office.traffic_truth import CATEGORY
from clearlane.simulator import Economy, Irregularity, Kind, Simulated
from clearlane.simulator.chance import Chance

FIRMS, _READ, _ITEMS = 60, 12_000, 3
_VALUE = {Kind.UNDERVALUATION, Kind.SHELL_IMPORTER}
_CODE = {Kind.MISCLASSIFICATION, Kind.MISREAD_TARIFF}
_ORIGIN = {Kind.FALSE_ORIGIN, Kind.MISTAKEN_ORIGIN}
_AMOUNT = {Kind.SHORT_QUANTITY, Kind.WRONG_UNIT}
PLANTED: dict[PracticeKind, set[Kind]] = {
    "documents": _VALUE | _CODE | _ORIGIN | {Kind.WRONG_UNIT},
    "inspection": _AMOUNT | _CODE | {Kind.SMUGGLING},
    "value": _VALUE,
    "classification": _CODE,
    "origin": _ORIGIN,
    "signature": _VALUE | _CODE | _ORIGIN,
}
"""What may be wrong in a set of each kind."""


def seed_of(person: str, series: int, secret: bytes) -> int:
    """Return the seed of a person's set: his own, and of use to nobody who does not know the secret."""
    return int.from_bytes(sha256(secret + f"{person.casefold()}|{series}".encode()).digest()[:6])


def cases(kind: PracticeKind, seed: int, day: datetime) -> Iterator[Simulated]:
    """Yield declarations to practise on, as long as there are some, those with a fault and those without by the toss of a coin.

    Args:
      kind: What is practised.
      seed: The seed.
      day: Today; the trade lies in the two months before.
    """
    since = (day.astimezone(UTC) - timedelta(days=60)).replace(hour=0, minute=0, second=0, microsecond=0)
    trade = islice(Economy.of(seed, since, firms=FIRMS).stream(), _READ)
    some, others = tee(one for one in trade if _plain(one))
    wrong = (one for one in some if one.truth.irregularities and _of(one, PLANTED[kind]))
    fine = (one for one in others if not one.truth.irregularities)
    coin = Chance(seed, "practice")
    while (one := next(wrong if coin.happens(500) else fine, None)) is not None:
        yield one


def renamed(one: Simulated, reference: str) -> Simulated:
    """Return a declaration under a reference of practice."""
    declaration = replace(one.message.declaration, functional_reference_id=reference)
    return replace(one, message=replace(one.message, declaration=declaration))


def category(one: Irregularity) -> Category:
    """Return as what an officer records something wrong."""
    return CATEGORY.get(one.kind, "formality")


def _plain(one: Simulated) -> bool:
    """Say whether a message is an import declaration of few items with the goods here."""
    declaration = one.message.declaration
    return one.refers_to is None and not one.mends and declaration.type_code == "IMA" and len(declaration.item) <= _ITEMS


def _of(one: Simulated, kinds: set[Kind]) -> bool:
    return all(wrong.kind in kinds for wrong in one.truth.irregularities)
