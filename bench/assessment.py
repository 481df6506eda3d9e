"""One declaration of three items assessed with its whole trace, beside the same figures computed bare in ``Decimal``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from bench.figure import Figure, rate
from clearlane.assessment.assess import assess
from clearlane.lodgement.json_form import read_json
from clearlane.model.assessment import TaxLine
from clearlane.model.declaration import Declaration
from clearlane.office.wiring import profile_named

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
_CENT = Decimal("0.01")


def figures() -> Iterator[Figure]:
    """Yield declarations of three items a second, with trace."""
    profile = profile_named("xa")
    declaration = _of_three(read_json(profile.examples["import"]).declaration)
    lines = assess(declaration, profile, AT).lines
    yield Figure(
        "one declaration of three items assessed with trace",
        rate(lambda _: assess(declaration, profile, AT), [b""] * 100),
        "declarations/s/core",
        "Decimal: the same bases x rates, rounded",
        rate(lambda _: _bare(lines), [b""] * 100),
        "1 ms each: 1,000/s",
    )


def _of_three(declaration: Declaration) -> Declaration:
    shipment = declaration.goods_shipment
    if shipment is None:
        raise ValueError("The example holds no goods.")
    items = shipment.government_agency_goods_item[:1] * 3
    return msgspec.structs.replace(declaration, goods_shipment=msgspec.structs.replace(shipment, government_agency_goods_item=items))


def _bare(lines: Sequence[TaxLine]) -> Decimal:
    """Return the sum of amounts again, from nothing but bases and amounts as rates."""
    total = Decimal(0)
    for line in lines:
        base, amount = line.base or Decimal(1), line.amount or Decimal(0)
        total += (base * (amount / base)).quantize(_CENT, ROUND_HALF_UP)
    return total
