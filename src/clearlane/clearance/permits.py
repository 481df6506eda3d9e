"""Permits checked by data: which a declaration names, what it draws from them, and whether that is permitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.model.declaration import Declaration
from clearlane.model.facts import Record
from clearlane.model.permit import Drawing, Permit, PermitAccount, PermitKind
from clearlane.model.permit_facts import PermitDrawn, PermitGiven, PermitWithdrawn
from clearlane.model.shipment import GovernmentAgencyGoodsItem as Item
from clearlane.model.values import Quantity

_TONNE, _KILOGRAM = "TNE", "KGM"
_KILOGRAMS = Decimal(1000)


class Cited(msgspec.Struct, frozen=True):
    """A permit named by a goods item.

    Attributes:
      number: The number given; empty where none is.
      kind: Code of its kind.
      item: The goods item, from 1.
      document: Which of its documents, from 1.
    """

    number: str
    kind: str
    item: int
    document: int

    @property
    def path(self) -> str:
        """Where it is named, below ``/Declaration``."""
        return f"GoodsShipment/GovernmentAgencyGoodsItem[{self.item}]/AdditionalDocument[{self.document}]"


def cited(declaration: Declaration, kinds: Iterable[PermitKind]) -> list[Cited]:
    """Return every permit a declaration names, of the kinds that are kept as data."""
    known = {one.code for one in kinds}
    return [
        Cited((one.id or "").strip(), code, item, document)
        for item, goods in enumerate(declaration.item, 1)
        for document, one in enumerate(goods.additional_document, 1)
        if (code := f"{one.category_code or ''}{one.type_code or ''}") in known
    ]


def lacking(declaration: Declaration, kinds: Iterable[PermitKind], direction: str) -> Iterator[tuple[int, PermitKind]]:
    """Return each goods item, from 1, that names no permit of a kind the law demands for it, with that kind."""
    demanding = [one for one in kinds if one.demanded and direction in one.directions]
    for item, goods in enumerate(declaration.item if demanding else (), 1):
        named = {f"{one.category_code or ''}{one.type_code or ''}" for one in goods.additional_document}
        for kind in demanding:
            if goods.commodity_code.startswith(kind.demanded) and kind.code not in named:
                yield item, kind


def account(records: Sequence[Record]) -> PermitAccount | None:
    """Return a permit with what was drawn from it, out of its facts; None where none was given."""
    found: PermitAccount | None = None
    for record in records:
        fact = record.fact
        if isinstance(fact, PermitGiven):
            found = PermitAccount(fact.permit, fact.by)
        elif found and isinstance(fact, PermitWithdrawn):
            found = msgspec.structs.replace(found, withdrawn=True)
        elif found and isinstance(fact, PermitDrawn):
            rest = {number: many for number, many in found.drawn.items() if number != fact.declaration}
            drawn = rest | ({fact.declaration: fact.drawings} if fact.drawings else {})
            found = msgspec.structs.replace(found, drawn=drawn)
    return found


def drawing(goods: Item, item: int, permit: Permit, worth: Decimal | None) -> Drawing | None:
    """Return what a goods item draws from a permit; None where the declaration does not say it in the permit's unit, or has no value yet.

    What is declared as drawn down counts where it is more than the goods measure; it is never less.

    Args:
      goods: The goods item.
      item: Its number, from 1.
      permit: The permit.
      worth: Its customs value in the currency of account.
    """
    quantity = _quantity(goods, permit) if permit.quantity is not None else Decimal(0)
    value = worth if permit.value is not None else Decimal(0)
    return None if quantity is None or value is None else Drawing(item, quantity, value)


def holds(permit: Permit, on: date) -> bool:
    """Say whether a permit is in force on a day."""
    return permit.since <= on <= permit.until


def _quantity(goods: Item, permit: Permit) -> Decimal | None:
    measure = goods.commodity.goods_measure if goods.commodity else None
    masses = (measure.net_net_weight_measure, measure.tariff_quantity) if measure else ()
    off = [one.write_off for one in goods.additional_document if one.write_off and (one.id or "").strip() == permit.number]
    measured = [found for one in masses if (found := _in(one, permit.unit)) is not None]
    drawn = [found for one in off if (found := _in(one.quantity_quantity, permit.unit)) is not None]
    return max(measured[:1] + drawn, default=None)


def _in(given: Quantity | None, wanted: str) -> Decimal | None:
    if given is None or given.figure is None:
        return None
    unit = given.unit_code or _KILOGRAM
    if unit == wanted:
        return given.figure
    if (unit, wanted) == (_KILOGRAM, _TONNE):
        return given.figure / _KILOGRAMS
    return given.figure * _KILOGRAMS if (unit, wanted) == (_TONNE, _KILOGRAM) else None
