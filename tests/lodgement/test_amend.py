"""Amendments: what the pointers name changes, all else stays."""

from __future__ import annotations

import pytest

from clearlane.lodgement.amend import NoSuchPlace, amend
from clearlane.lodgement.content import content_digest, differences, values_at
from clearlane.lodgement.read import read
from clearlane.model.declaration import Declaration

ITEM = (
    "<GovernmentAgencyGoodsItem><SequenceNumeric>{n}</SequenceNumeric><Commodity><Description>{goods}</Description>"
    "<GoodsMeasure><GrossMassMeasure>10</GrossMassMeasure><NetNetWeightMeasure>{net}</NetNetWeightMeasure></GoodsMeasure></Commodity>"
    "</GovernmentAgencyGoodsItem>"
)
TEA, SILK = ITEM.format(n=1, goods="Tea", net=9), ITEM.format(n=2, goods="Silk", net=8)


def declaration(inside: str) -> Declaration:
    return read(f'<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">{inside}</Declaration>'.encode()).declaration


def pointers(*steps: str) -> str:
    """An amendment pointing the way ``68A:2`` (section and sequence) and, last, ``65A:1:128`` (with the attribute)."""
    written = []
    for step in steps:
        section, sequence, tag = (*step.split(":"), "", "")[:3]
        written.append(
            "<Pointer>"
            + (f"<SequenceNumeric>{sequence}</SequenceNumeric>" if sequence else "")
            + f"<DocumentSectionCode>{section}</DocumentSectionCode>"
            + (f"<TagID>{tag}</TagID>" if tag else "")
            + "</Pointer>"
        )
    return f"<Amendment><ChangeReasonCode>28</ChangeReasonCode>{''.join(written)}</Amendment>"


BEFORE = declaration(f"<FunctionCode>9</FunctionCode><GoodsItemQuantity>2</GoodsItemQuantity><GoodsShipment>{TEA}{SILK}</GoodsShipment>")


def paths(after: Declaration) -> list[tuple[str, str]]:
    return [(d.path.removeprefix("/Declaration/"), d.kind) for d in differences(BEFORE, after)]


def test_one_attribute_of_one_item_is_changed_and_nothing_else() -> None:
    new = ITEM.format(n=2, goods="Ignored", net=7)
    change = declaration(pointers("42A", "67A:1", "68A:2", "23A:1", "65A:1:128") + f"<GoodsShipment>{new}</GoodsShipment>")
    after = amend(BEFORE, change)
    assert paths(after) == [("GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/GoodsMeasure/NetNetWeightMeasure", "changed")]
    assert values_at(after)["/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/GoodsMeasure/NetNetWeightMeasure"] == "7"


def test_an_attribute_of_the_declaration_is_changed() -> None:
    after = amend(BEFORE, declaration("<GoodsItemQuantity>3</GoodsItemQuantity>" + pointers("42A:1:228")))
    assert paths(after) == [("GoodsItemQuantity", "changed")]


def test_an_item_absent_from_the_amendment_is_removed_and_the_rest_numbered_anew() -> None:
    after = amend(BEFORE, declaration(pointers("42A", "67A:1", "68A:1")))
    assert [(i.sequence_numeric, i.commodity.description if i.commodity else None) for i in after.item] == [("1", "Silk")]


def test_an_item_new_in_the_amendment_is_added() -> None:
    wool = ITEM.format(n=3, goods="Wool", net=6)
    after = amend(BEFORE, declaration(pointers("42A", "67A:1", "68A:3") + f"<GoodsShipment>{wool}</GoodsShipment>"))
    assert [i.sequence_numeric for i in after.item] == ["1", "2", "3"]


@pytest.mark.parametrize("steps", [("42A", "67A:1", "99Z:1"), ("42A", "67A:1", "68A:9"), ("42A:1:999",), ("42A", "67A:x", "68A:x")])
def test_a_pointer_to_nowhere_names_the_amendment(steps: tuple[str, ...]) -> None:
    with pytest.raises(NoSuchPlace, match="amendment 1"):
        amend(BEFORE, declaration(pointers(*steps)))


def test_content_is_the_same_however_it_is_written() -> None:
    spaced = read(
        b'<x:Declaration xmlns:x="urn:wco:datamodel:WCO:DEC-DMS:2">\n <!-- note --> <x:TypeCode> IMA </x:TypeCode></x:Declaration>'
    )
    assert content_digest(spaced.declaration) == content_digest(declaration("<TypeCode>IMA</TypeCode>"))
    assert content_digest(spaced.declaration) != content_digest(declaration("<TypeCode>IMD</TypeCode>"))
