"""Declarations in order to show rules with, and how an edit is made to them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from clearlane.lodgement.json_form import read_json
from clearlane.model.declaration import Declaration
from clearlane.model.group import Group
from clearlane.model.pointing import PART
from clearlane.model.profile import Profile
from clearlane.model.rule import Baseline, Edits, Rule
from clearlane.model.structure import Place, places

_SHIPMENT = "GoodsShipment"
_NO_PART = frozenset({"xmlns", "Signature"})


def _item(number: int, code: str, description: str, price: str, gross: str, net: str, packages: str) -> dict[str, str]:
    item = f"{_SHIPMENT}/GovernmentAgencyGoodsItem[{number}]"
    return {
        f"{item}/SequenceNumeric": str(number),
        f"{item}/AdditionalDocument[1]/CategoryCode": "N",
        f"{item}/AdditionalDocument[1]/ID": "INV-2026-118",
        f"{item}/AdditionalDocument[1]/TypeCode": "935",
        f"{item}/Commodity/Description": description,
        f"{item}/Commodity/Classification[1]/ID": code,
        f"{item}/Commodity/Classification[1]/IdentificationTypeCode": "TSP",
        f"{item}/Commodity/GoodsMeasure/GrossMassMeasure": f"{gross} KGM",
        f"{item}/Commodity/GoodsMeasure/NetNetWeightMeasure": f"{net} KGM",
        f"{item}/Commodity/InvoiceLine/ItemChargeAmount": f"{price} USD",
        f"{item}/CustomsValuation/MethodCode": "1",
        f"{item}/GovernmentProcedure[1]/CurrentCode": "40",
        f"{item}/GovernmentProcedure[1]/PreviousCode": "00",
        f"{item}/GovernmentProcedure[2]/CurrentCode": "000",
        f"{item}/Origin[1]/CountryCode": "XN",
        f"{item}/Origin[1]/TypeCode": "1",
        f"{item}/Packaging[1]/SequenceNumeric": "1",
        f"{item}/Packaging[1]/MarksNumbersID": f"LOT {number}",
        f"{item}/Packaging[1]/QuantityQuantity": packages,
        f"{item}/Packaging[1]/TypeCode": "BG",
    }


_DECLARATION: dict[str, str] = {
    "FunctionCode": "9",
    "FunctionalReferenceID": "A-2026-118",
    "TypeCode": "IMA",
    "GoodsItemQuantity": "2",
    "DeclarationOfficeID": "XAPOR001",
    "InvoiceAmount": "22900.00 USD",
    "TotalGrossMassMeasure": "2430.5 KGM",
    "TotalPackageQuantity": "100",
    "BorderTransportMeans/RegistrationNationalityCode": "XN",
    "BorderTransportMeans/ModeCode": "1",
    "Declarant/ID": "XA1234567897",
    "Exporter/Name": "Nordmarren Mills",
    f"{_SHIPMENT}/Consignment/ContainerCode": "1",
    f"{_SHIPMENT}/Consignment/GoodsLocation/Name": "Saltmarrow, shed 4",
    f"{_SHIPMENT}/Consignment/TransportEquipment[1]/SequenceNumeric": "1",
    f"{_SHIPMENT}/Consignment/TransportEquipment[1]/ID": "CSQU3054383",
    f"{_SHIPMENT}/Destination/CountryCode": "XA",
    f"{_SHIPMENT}/ExportCountry/ID": "XN",
    **_item(1, "090111", "Coffee beans, not roasted, in sacks", "9600.00", "1250.5", "1200", "20"),
    **_item(2, "090240", "Black tea in chests", "13300.00", "1180", "1040", "80"),
    f"{_SHIPMENT}/Importer/ID": "XA1234567897",
    f"{_SHIPMENT}/TradeTerms/ConditionCode": "CIF",
}
_REQUEST: dict[str, str] = {
    "FunctionCode": "13",
    "FunctionalReferenceID": "A-2026-118-2",
    "ID": "26XA0000000000AB12",
    "Declarant/ID": "XA1234567897",
}
_BASELINES: dict[Baseline, dict[str, str]] = {
    "declaration": _DECLARATION,
    "amendment": _REQUEST
    | {
        "TypeCode": "COR",
        "Amendment[1]/ChangeReasonCode": "32",
        "Amendment[1]/Pointer[1]/DocumentSectionCode": "42A",
        "Amendment[1]/Pointer[1]/TagID": "109",
        "InvoiceAmount": "22950.00 USD",
    },
    "cancellation": _REQUEST | {"TypeCode": "INV", "AdditionalInformation[1]/StatementDescription": "Lodged twice"},
    "presentation": _REQUEST | {"TypeCode": "GPR"},
}


@cache
def baseline(kind: Baseline = "declaration") -> Declaration:
    """Return a message in order, of one kind."""
    return edited(Declaration(), _BASELINES[kind])


def shown(rule: Rule, edits: Edits, profile: Profile) -> Declaration:
    """Return the message on which a rule is shown: its baseline, which may be one of the profile's examples, with edits.

    Raises:
      KeyError: The profile has no such example.
      LookupError: An edit names a place that the data model does not have.
    """
    if rule.baseline in _BASELINES:
        return edited(baseline(rule.baseline), edits)
    return edited(read_json(profile.examples[rule.baseline]).declaration, edits)


def edited(declaration: Declaration, edits: Edits | Mapping[str, str]) -> Declaration:
    """Return a declaration with edits made to it; what is no part of it, ``xmlns`` and ``Signature``, is passed over.

    >>> edited(Declaration(), {"InvoiceAmount": "22900.00 USD"}).invoice_amount.money
    Money(amount=Decimal('22900.00'), currency='USD')
    """
    tree = msgspec.json.decode(msgspec.json.encode(declaration))
    for path, value in edits.items():
        if path not in _NO_PART:
            _edit(tree, path, value)
    return msgspec.convert(tree, Declaration)


def values_of(declaration: Declaration) -> dict[str, str]:
    """Return what a declaration holds at each place, without unit or currency; of several occurrences the first."""
    found: dict[str, str] = {}
    _gather(declaration, "", found)
    return found


def _gather(group: Group, above: str, found: dict[str, str]) -> None:
    for place in places(type(group)):
        value, path = getattr(group, place.field), f"{above}{place.name}"
        if isinstance(value, Group):
            _gather(value, f"{path}/", found)
        elif isinstance(value, tuple):
            for one in value:
                _gather(one, f"{path}/", found)
        elif value is not None:
            found.setdefault(path, value if isinstance(value, str) else value.value)


def _edit(tree: dict[str, Any], path: str, value: object) -> None:
    *way, last = path.split("/")
    known: dict[str, Place] = {place.name: place for place in places(Declaration)}
    for part in way:
        tree, known = _step(tree, known, part)
    name, count = _split(last)
    place = known.get(name)
    if value is None:
        _remove(tree, name, count if last.endswith("]") else 0)
    elif isinstance(value, str) and place is not None:
        tree[name] = _value(place, value)
    else:
        tree[name] = value


def _step(tree: dict[str, Any], known: dict[str, Place], part: str) -> tuple[dict[str, Any], dict[str, Place]]:
    name, count = _split(part)
    place = known[name]
    below = {one.name: one for one in places(place.group)} if place.group else {}
    if place.shape != "groups":
        return tree.setdefault(name, {}), below
    among: list[dict[str, Any]] = tree.setdefault(name, [])
    while len(among) < count:
        among.append({})
    return among[count - 1], below


def _remove(tree: dict[str, Any], name: str, count: int) -> None:
    if count and isinstance(tree.get(name), list):
        del tree[name][count - 1]
    else:
        tree.pop(name, None)


def _split(part: str) -> tuple[str, int]:
    found = PART.fullmatch(part)
    if found is None:
        raise LookupError(part)
    return found[1], int(found[2] or 1)


def _value(place: Place, value: str) -> object:
    second = {"amount": "currencyID", "quantity": "unitCode", "moment": "formatCode"}.get(place.shape)
    if second is None:
        return value
    figure, _, code = value.partition(" ")
    return {"value": figure} | ({second: code} if code else {})
