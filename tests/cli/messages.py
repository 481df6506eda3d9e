"""Messages to lodge: the example of Arcadia, with a fault or another sort of goods planted in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from clearlane.office.wiring import profile_named

XA = profile_named("xa")
EXAMPLE = XA.examples["import"]
RISKY = "391510"  # waste of plastics: a criterion of Arcadia sends it to the red lane


def message(reference: str = "TRY-1", *, commodity: str = "", **fields: Any) -> bytes:
    """The example import under a reference; with other attributes, and other goods in its first item."""
    plain = msgspec.json.decode(EXAMPLE)
    plain["Declaration"].update({"FunctionalReferenceID": reference, **fields})
    if commodity:
        item = plain["Declaration"]["GoodsShipment"]["GovernmentAgencyGoodsItem"][0]
        item["Commodity"]["Classification"][0]["ID"] = commodity
    return msgspec.json.encode(plain)


def request(number: str, type_code: str, inside: str = "", reference: str = "REQ-1") -> bytes:
    """An amendment (COR), cancellation (INV) or presentation of goods (GPR)."""
    return f"""<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>13</FunctionCode>
        <FunctionalReferenceID>{reference}</FunctionalReferenceID><ID>{number}</ID><TypeCode>{type_code}</TypeCode>
        {inside}</Declaration>""".encode()


def file(name: str, data: bytes) -> str:
    """Write a file in the folder we stand in, and return its name."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)
    return name
