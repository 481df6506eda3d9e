"""What is asked of a trader whose goods are controlled: everything at once, by a day."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from clearlane.clearance.demand import INVOICE, demanded
from clearlane.lodgement.json_form import read_json
from clearlane.office.wiring import profile_named

XA = profile_named("xa")
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
EXAMPLE = read_json(XA.examples["import"]).declaration


def test_every_document_declared_is_asked_for_once_with_its_number_and_a_day() -> None:
    found = demanded(EXAMPLE, "yellow", XA, AT)[0]
    assert [text.en for text in found.documents] == [
        "Invoice proving the customs value (N935) INV-2026-118",
        "Plant health certificate (N851) PHC-77120",
        "Movement certificate for preferential origin (N954) EUR-4711",
    ]
    assert (found.until - AT).days == XA.document_days


def test_a_declaration_that_names_no_document_is_asked_for_its_invoice() -> None:
    bare = msgspec.structs.replace(EXAMPLE, goods_shipment=None, additional_document=())
    assert demanded(bare, "red", XA, AT)[0].documents == (INVOICE,)


def test_nothing_is_asked_for_in_the_green_lane() -> None:
    assert demanded(EXAMPLE, "green", XA, AT) == []
