"""A small border for the tests of pages: one declaration of each kind that must look right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from clearlane.model.receipt import Receipt
from clearlane.office.office import Office
from clearlane.office.wiring import profile_named

XA = profile_named("xa")
DECLARANT = "XA2045183361"
LONG = "Thiết bị điện tử nghiên cứu khoa học kỹ thuật chuyên dùng phòng thí nghiệm " * 4 + "Nghiêngnghiêngnghiêngnghiêngnghiêngnghiêng"
Change = Callable[[dict[str, Any]], None]


class Clock:
    """Tells a second more each time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def example(reference: str, *changes: Change) -> bytes:
    """The example import under a reference, changed."""
    message = msgspec.json.decode(XA.examples["import"])
    message["Declaration"]["FunctionalReferenceID"] = reference
    for change in changes:
        change(message["Declaration"])
    return msgspec.json.encode(message)


def items(declaration: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = declaration["GoodsShipment"]["GovernmentAgencyGoodsItem"]
    return found


def set_to(**values: Any) -> Change:
    return lambda declaration: declaration.update(values)


def coded(code: str) -> Change:
    """The first item under another commodity code."""

    def change(declaration: dict[str, Any]) -> None:
        for one in items(declaration)[0]["Commodity"]["Classification"]:
            one["ID"] = code

    return change


def many(count: int) -> Change:
    """The first item so many times, with a long description."""

    def change(declaration: dict[str, Any]) -> None:
        first = msgspec.json.encode(items(declaration)[0])
        made = [msgspec.json.decode(first) for _ in range(count)]
        for place, one in enumerate(made, 1):
            one["SequenceNumeric"] = str(place)
            one["Commodity"]["Description"] = LONG
        declaration["GoodsShipment"]["GovernmentAgencyGoodsItem"] = made
        declaration["GoodsItemQuantity"]["value"] = str(count)
        declaration["InvoiceAmount"]["value"] = f"{9600 * count}.00"

    return change


def nowhere(declaration: dict[str, Any]) -> None:
    for one in items(declaration):
        one["Origin"][0]["CountryCode"] = "??"


def strange_charge(declaration: dict[str, Any]) -> None:
    """A charge that no law here says how to count."""
    charge = {"ChargesTypeCode": "ZZ", "OtherChargeDeductionAmount": {"value": "10.00", "currencyID": "USD"}}
    items(declaration)[0]["CustomsValuation"]["ChargeDeduction"] = [charge]


def amendment(number: str) -> bytes:
    """A request to change the first item's net mass."""
    steps = [{"SequenceNumeric": "1", "DocumentSectionCode": code} for code in ("42A", "67A", "68A", "23A", "65A")]
    steps[-1]["TagID"] = "128"
    measure = {"NetNetWeightMeasure": {"value": "1199", "unitCode": "KGM"}}
    changed = {
        "FunctionCode": "13",
        "FunctionalReferenceID": "CHANGE-1",
        "TypeCode": "COR",
        "ID": number,
        "Declarant": {"ID": DECLARANT},
        "Amendment": [{"ChangeReasonCode": "28", "Pointer": steps}],
        "GoodsShipment": {"GovernmentAgencyGoodsItem": [{"SequenceNumeric": "1", "Commodity": {"GoodsMeasure": measure}}]},
    }
    return msgspec.json.encode({"Declaration": changed})


def lodge_all(office: Office) -> dict[str, Receipt]:
    """Lodge one of each kind; return the receipts by kind."""
    other = set_to(Declarant={"ID": "XA1234567897"})
    made = {
        "released": office.lodge(example("FREE-1")),
        "red": office.lodge(example("RED-1", coded("240220"))),
        "pre-lodged red": office.lodge(example("EARLY-1", coded("240220"), set_to(TypeCode="IMD"))),
        "rejected": office.lodge(example("WRONG-1", nowhere, coded("999999"))),
        "unpriced": office.lodge(example("OPEN-1", strange_charge)),
        "many items": office.lodge(example("MANY-1", many(40))),
        "other": office.lodge(example("OTHER-1", other)),
        "before amendment": office.lodge(example("CHANGED-1", set_to(TypeCode="IMD"))),
    }
    made["amended"] = office.lodge(amendment(made["before amendment"].case.number))
    return made
