"""A declaration as rows of the catalogue, the keys of its histories, and what is remembered of it: each read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache

from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed
from clearlane.model.profile import Profile
from clearlane.model.risk_field import Value
from clearlane.model.risk_history import Amount, Entity, HistoryEvent
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.risk.catalogue import catalogue
from clearlane.risk.reading import NO_SHIPMENT, declared, departure, party, text

BETWEEN = "\x1f"
"""Stands between the parts of a pair's key: no code or name is written with it."""
_PARTS: dict[Entity, tuple[str, ...]] = {
    "importer": ("importer.id",),
    "declarant": ("declarant.id",),
    "exporter": ("exporter.id",),
    "route": ("departure", "office"),
    "code": ("hs",),
    "code_origin": ("hs", "origin"),
    "importer_code": ("importer.id", "hs"),
    "importer_exporter": ("importer.id", "exporter.id"),
    "importer_origin": ("importer.id", "origin"),
    "office": ("office",),
}
_AMOUNTS: dict[Amount, str] = {"value": "value", "weight": "net", "duty": "duty"}


def rows(
    declaration: Declaration, assessed: Assessed, profile: Profile, at: datetime, known: Sequence[Sequence[Value]] = ()
) -> list[list[Value]]:
    """Return one row per goods item, in the order declared.

    Args:
      declaration: The declaration.
      assessed: Its assessment.
      profile: The profile, for the direction of trade and the office's time.
      at: When it was lodged.
      known: Per goods item the histories and references at that moment, in the order of the catalogue (``Knowledge.of``); missing
        where not given. ``ValueError`` where it is not one for each item, or a row does not fit the catalogue.
    """
    found = declared(declaration, assessed, profile, at)
    width = len(catalogue())
    filled = known or [(None,) * (width - len(row)) for row in found]
    for row, more in zip(found, filled, strict=True):
        row.extend(more)
        if len(row) != width:
            raise ValueError(f"A row has {len(row)} values, and the catalogue {width} fields.")
    return found


def declaration_row(of_items: Sequence[Sequence[Value]]) -> list[Value]:
    """Return the row of the declaration as a whole, from the rows of its items.

    A field of goods items is the item's where there is just one, and missing where there are several: a profile of whole declarations
    cannot ask it of an item nobody named. ``ValueError`` where there are no items.
    """
    if not of_items:
        raise ValueError("A declaration without goods has no row.")
    if len(of_items) == 1:
        return list(of_items[0])
    return [value if whole else None for value, whole in zip(of_items[0], _of_the_whole(), strict=True)]


def keys(declaration: Declaration, item: GovernmentAgencyGoodsItem) -> dict[Entity, str]:
    """Return whose histories concern a goods item: each entity's key, none where a party or code is missing."""
    shipment = declaration.goods_shipment or NO_SHIPMENT
    consignor = shipment.consignor or (shipment.consignment.consignor if shipment.consignment else None)
    return keys_of(
        {
            "importer.id": text(declaration.importer_id),
            "declarant.id": text(declaration.declarant_id),
            "exporter.id": party(declaration.exporter or consignor),
            "departure": departure(item, shipment),
            "office": text(declaration.declaration_office_id),
            "hs": text(item.commodity_code),
            "origin": text(item.origin_country),
        }
    )


def keys_of_row(row: Sequence[Value]) -> dict[Entity, str]:
    """Return the same keys from a row, or from its declared part."""
    return keys_of({name: row[place] for name, place in _key_places()})


def keys_of(fields: Mapping[str, Value]) -> dict[Entity, str]:
    """Return the keys of all entities from the fields they are made of; of a commodity code its first six digits."""
    hs = fields.get("hs")
    given = {**fields, "hs": hs[:6] if isinstance(hs, str) and len(hs) >= 6 else None}
    found: dict[Entity, str] = {}
    for entity, names in _PARTS.items():
        first = given.get(names[0])
        if not isinstance(first, str):
            continue
        if len(names) == 1:
            found[entity] = first
        elif isinstance(second := given.get(names[1]), str):
            found[entity] = first + BETWEEN + second
    return found


def event(number: str, item: int, row: Sequence[Value], at: datetime, seq: int, of: Mapping[Entity, str]) -> HistoryEvent:
    """Return what is remembered of a goods item that was declared.

    Args:
      number: The declaration's number.
      item: The goods item, from 1.
      row: Its row, or the declared part of it.
      at: When it was declared.
      seq: The place in the log.
      of: Its ``keys``.
    """
    amounts: dict[Amount, float] = {}
    for amount, place in _amount_places():
        figure = row[place]
        if isinstance(figure, float):
            amounts[amount] = figure
    return HistoryEvent("declared", number, item, at, at, seq, dict(of), amounts)


@cache
def _of_the_whole() -> tuple[bool, ...]:
    return tuple(one.level == "declaration" for one in catalogue())


@cache
def _key_places() -> tuple[tuple[str, int], ...]:
    return tuple((name, catalogue().place(name)) for name in dict.fromkeys(name for names in _PARTS.values() for name in names))


@cache
def _amount_places() -> tuple[tuple[Amount, int], ...]:
    return tuple((amount, catalogue().place(name)) for amount, name in _AMOUNTS.items())
