"""Every place a class of the data model can stand, with a compiled test for each attribute there.

Made once: a walk over a declaration then goes by plain tuples, and asks for words only when something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from clearlane.lodgement.rules.form import form
from clearlane.model.declaration import Declaration
from clearlane.model.group import Group
from clearlane.model.structure import Place, places

WORDS, MATCHED, AMOUNT, QUANTITY, MOMENT, GROUP, GROUPS, ELSEWHERE, UNPLACED = range(9)

# Usual writing of a moment; the 29th and later are left to the calendar.
MOMENT_102 = re.compile(r"[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|1[0-9]|2[0-8])")
MOMENT_304 = re.compile(MOMENT_102.pattern + r"(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9](?:Z|[+-][0-9]{2}(?:[0-9]{2})?)?")

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_GOODS_ADDRESS = "GoodsShipment/Consignment/GoodsLocation/Address"

# The model has one class where the schema has several of the same name: what stands in the class but not at this place.
NOT_HERE: dict[str, frozenset[str]] = {
    "Submitter": frozenset({"RoleCode"}),
    f"{_ITEM}/AdditionalDocument/Submitter": frozenset({"Address", "ID"}),
    _GOODS_ADDRESS: frozenset({"CountrySubDivisionCode", "CountrySubDivisionName"}),
    "AdditionalDocument": frozenset({"EffectiveDateTime", "LPCOExemptionCode", "Name", "Submitter", "WriteOff"}),
    f"{_ITEM}/AdditionalInformation": frozenset({"Pointer"}),
    "Consignment": frozenset(
        {
            "ArrivalTransportMeans",
            "ContainerCode",
            "DepartureTransportMeans",
            "GoodsLocation",
            "LoadingLocation",
            "TransportEquipment",
        }
    ),
    "GoodsShipment/Consignment": frozenset({"Carrier", "ConsignmentItem", "Consignor", "Freight", "Itinerary"}),
    f"{_ITEM}/Commodity/TransportEquipment": frozenset({"Seal"}),
    "GoodsShipment/CustomsValuation": frozenset({"MethodCode"}),
    f"{_ITEM}/CustomsValuation": frozenset({"FreightChargeAmount"}),
}

ATTRIBUTES = (
    *("listID", "listName", "listAgencyID", "listAgencyName", "listVersionID", "listURI", "listSchemeURI"),
    *("schemeID", "schemeName", "schemeAgencyID", "schemeAgencyName", "schemeVersionID", "schemeDataURI", "schemeURI"),
    *("languageID", "languageLocaleID", "name", "format", "currencyCodeListVersionID"),
    *("unitCodeListID", "unitCodeListAgencyID", "unitCodeListAgencyName", "unitCodeListVersionID"),
    *(f"{{http://www.w3.org/2001/XMLSchema-instance}}{name}" for name in ("schemaLocation", "noNamespaceSchemaLocation", "type", "nil")),
    *(f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space", "id", "base")),
)
"""Attributes that any element may carry: of UN/CEFACT, of XML Schema and of XML itself."""


class Position:
    """One class at one place.

    Attributes:
      path: The place, in element names below ``/Declaration``; empty for the declaration itself.
      names: The same, name by name.
      places: What the class holds.
      values: Fetches all of it from a class at once, what is unplaced last.
      rows: For each value the kind of test, the test, and the place or the position below.
      required: Which values must be there.
    """

    def __init__(self, group: type[Group], names: tuple[str, ...]) -> None:
        self.names = names
        self.path = "/".join(names)
        self.places = places(group)
        self.values: Callable[[Group], tuple[Any, ...]] = attrgetter(*(p.field for p in self.places), "unplaced")
        self.rows: tuple[tuple[int, Any, Any], ...] = (*(self._row(p) for p in self.places), (UNPLACED, None, None))
        self.required = tuple((number, p) for number, p in enumerate(self.places) if p.required)

    def elsewhere(self, place: Place) -> bool:
        """Return whether the schema has what the class holds elsewhere only."""
        return place.name in NOT_HERE.get(self.path, ()) or (place.name == "TypeCode" and self._an_address())

    def _an_address(self) -> bool:
        return bool(self.names) and self.names[-1] == "Address" and self.path != _GOODS_ADDRESS

    def _row(self, place: Place) -> tuple[int, Any, Any]:
        if self.elsewhere(place):
            return ELSEWHERE, None, place
        if place.group is not None:
            below = position(place.group, (*self.names, place.name))
            return (GROUPS, place.most or 1 << 30, below) if place.shape == "groups" else (GROUP, None, below)
        if place.shape == "moment":
            return MOMENT, None, place
        known = form(place)
        if known.kind == "words":
            return WORDS, known.most, place
        test = re.compile(known.pattern).fullmatch
        return {"amount": AMOUNT, "quantity": QUANTITY}.get(place.shape, MATCHED), test, place


@cache
def position(group: type[Group] = Declaration, names: tuple[str, ...] = ()) -> Position:
    """Return the position of a class; the declaration's own by default."""
    return Position(group, names)


def written(names: tuple[str, ...], at: tuple[int, ...]) -> str:
    """Return a path with the occurrence of every class that can be repeated; 0 stands for one that cannot.

    >>> written(("GoodsShipment", "GovernmentAgencyGoodsItem"), (0, 2))
    'GoodsShipment/GovernmentAgencyGoodsItem[2]'
    """
    return "/".join(f"{name}[{count}]" if count else name for name, count in zip(names, at, strict=False))
