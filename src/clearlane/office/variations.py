"""Variations of a profile's own examples: declarations in order of the same kind, and some that are not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from clearlane.lodgement.check import check
from clearlane.model.declaration import Declaration
from clearlane.model.findings import blocking
from clearlane.model.message import Message
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.model.values import Amount, Quantity
from clearlane.simulator.chance import Chance

_TRADERS, _TRIES, _KEPT = 12, 400, 2
_GOODS = (
    ("620520", Text(en="Shirts for men, of cotton", vi="Áo sơ mi nam bằng bông")),
    ("640399", Text(en="Footwear with uppers of leather", vi="Giày có mũ bằng da")),
    ("220830", Text(en="Whisky in bottles", vi="Rượu whisky đóng chai")),
    ("391510", Text(en="Waste of plastics", vi="Phế liệu nhựa")),
    ("300490", Text(en="Medicines in doses", vi="Thuốc tân dược đã chia liều")),
    ("851713", Text(en="Smartphones", vi="Điện thoại thông minh")),
    ("720839", Text(en="Steel sheets in coils", vi="Thép tấm cán nóng dạng cuộn")),
    ("100630", Text(en="Milled rice", vi="Gạo đã xát")),
)
_T = TypeVar("_T")
_Leaf = Callable[[str, Any], Any]


class Variations:
    """A source of declarations made after a profile's examples.

    Args:
      profile: The law.
      seed: Any whole number; the same gives the same declarations.
      on: The day for which traders and goods are tried against the law.
    """

    def __init__(self, profile: Profile, seed: int, on: date) -> None:
        self._profile, self._seed, self._on = profile, seed, on
        self._examples = [msgspec.json.decode(example, type=Message) for _, example in sorted(profile.examples.items(), reverse=True)]
        self._traders = self._valid_traders()
        self._goods = [self._valid_goods(one.declaration) for one in self._examples]

    def message(self, place: int) -> Message:
        """Return the declaration at a place; one in twelve or so is not in order."""
        chance = Chance(self._seed, "variation", str(place))
        which = 0 if len(self._examples) == 1 or chance.happens(650) else 1
        message = self._examples[which]
        declaration = _figures(message.declaration, chance.between(1, 9), chance.between(55, 160))
        declaration = _trader(declaration, chance.one(self._traders))
        if self._goods[which] and chance.happens(700):
            declaration = _goods(declaration, *chance.one(self._goods[which]))
        declaration = replace(declaration, functional_reference_id=f"{self._profile.code.upper()}-{self._seed}-{place:06d}")
        return replace(message, declaration=_fault(declaration, chance) if chance.happens(80) else declaration)

    def _valid_traders(self) -> list[str]:
        """Return identification numbers that the law takes, made from that of the examples."""
        declaration = self._examples[0].declaration
        own, chance = declaration.declarant_id, Chance(self._seed, "traders")
        found = [own]
        for _ in range(_TRIES):
            tried = own[:_KEPT] + "".join(str(chance.below(10)) if c.isdigit() else c for c in own[_KEPT:])
            if len(found) < _TRADERS and tried not in found and self._in_order(_trader(declaration, tried)):
                found.append(tried)
        return found

    def _valid_goods(self, declaration: Declaration) -> list[tuple[str, str]]:
        length = max((len(code) for code in _codes(declaration)), default=6)
        tried = [(code.ljust(length, "0"), words.said(self._profile.languages[0])) for code, words in _GOODS]
        return [one for one in tried if self._in_order(_goods(declaration, *one))]

    def _in_order(self, declaration: Declaration) -> bool:
        return not blocking(check(declaration, self._profile, self._on))


def _mapped(value: _T, leaf: _Leaf, name: str = "") -> _T:
    """Return a part of a declaration with every value in it as a function gives it, by its field's name."""
    changed: Any
    if isinstance(value, tuple):
        changed = tuple(_mapped(one, leaf, name) for one in value)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Amount | Quantity):
        parts = {field: _mapped(getattr(value, field), leaf, field) for field in value.__struct_fields__ if field != "unplaced"}
        changed = replace(value, **parts)
    else:
        changed = value if value is None else leaf(name, value)
    result: _T = changed
    return result


def _figures(declaration: Declaration, times: int, percent: int) -> Declaration:
    """Return a declaration of so many times the goods, at so many per cent of the price. Sums stay in order."""

    def leaf(name: str, value: Any) -> Any:
        if isinstance(value, Amount):
            return replace(value, value=f"{(Decimal(value.value) * times * percent / 100).normalize():f}")
        if isinstance(value, Quantity) and name != "goods_item_quantity":
            return replace(value, value=f"{Decimal(value.value) * times:f}")
        return value

    return _mapped(declaration, leaf)


def _trader(declaration: Declaration, number: str) -> Declaration:
    own = declaration.declarant_id
    return _mapped(declaration, lambda name, value: number if value == own else value)


def _codes(declaration: Declaration) -> list[str]:
    found: list[str] = []
    items = declaration.goods_shipment.government_agency_goods_item if declaration.goods_shipment else ()
    for item in items:
        found += [one.id or "" for one in item.commodity.classification] if item.commodity is not None else []
    return found


def _goods(declaration: Declaration, code: str, words: str) -> Declaration:
    """Return a declaration of other goods in its first item."""
    shipment = declaration.goods_shipment
    first = shipment.government_agency_goods_item[0] if shipment and shipment.government_agency_goods_item else None
    if shipment is None or first is None or first.commodity is None or not first.commodity.classification:
        return declaration
    classification = (replace(first.commodity.classification[0], id=code), *first.commodity.classification[1:])
    item = replace(first, commodity=replace(first.commodity, description=words, classification=classification))
    items = (item, *shipment.government_agency_goods_item[1:])
    return replace(declaration, goods_shipment=replace(shipment, government_agency_goods_item=items))


def _fault(declaration: Declaration, chance: Chance) -> Declaration:
    """Return a declaration with an honest mistake in it."""
    if chance.happens(500):
        packages = Quantity("one pallet")
        return replace(declaration, declaration_office_id="NOWHERE", total_gross_mass_measure=None, total_package_quantity=packages)
    return _trader(declaration, declaration.declarant_id[:-1] + "X")
