"""Rows of the catalogue: every declared field in its place, texts folded, what is not there missing."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from clearlane.assessment.assess import assess
from clearlane.lodgement.json_form import read_json
from clearlane.lodgement.read import read
from clearlane.model.assessment import TaxLine, ValueLine
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed
from clearlane.model.risk_field import Value
from clearlane.office.wiring import profile_named
from clearlane.risk.catalogue import catalogue, known_fields
from clearlane.risk.row import declaration_row, event, keys, keys_of_row, rows

AT = datetime(2026, 11, 20, 20, tzinfo=UTC)
UNASSESSED = Assessed("ARD", AT, (), (), None)
WHOLE = """<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><TypeCode>IMA</TypeCode><DeclarationOfficeID>XAPOR001</DeclarationOfficeID>
<BorderTransportMeans><RegistrationNationalityCode>QM</RegistrationNationalityCode><ModeCode>1</ModeCode></BorderTransportMeans>
<Declarant><ID>XA2</ID></Declarant><Exporter><Name>CAFE\u0301 STRASSE</Name></Exporter>
<GoodsShipment><Consignment><GoodsLocation><ID>LOC1</ID></GoodsLocation><TransportEquipment><SequenceNumeric>1</SequenceNumeric>
</TransportEquipment></Consignment><Destination><CountryCode>XA</CountryCode></Destination><ExportCountry><ID>XB</ID></ExportCountry>
{items}<Importer><ID>XA7</ID></Importer><Seller><ID>S1</ID></Seller><TradeTerms><ConditionCode>CIF</ConditionCode></TradeTerms>
</GoodsShipment></Declaration>"""
ITEM = """<GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><AdditionalDocument><TypeCode>U110</TypeCode></AdditionalDocument>
<Commodity><Description>Cafe\u0301</Description><Classification><ID>85171300</ID><IdentificationTypeCode>TSP</IdentificationTypeCode>
</Classification><DutyTaxFee><DutyRegimeCode>100</DutyRegimeCode></DutyTaxFee><GoodsMeasure><GrossMassMeasure>12.5</GrossMassMeasure>
<NetNetWeightMeasure unitCode="GRM">{net}</NetNetWeightMeasure><TariffQuantity unitCode="NAR">4</TariffQuantity></GoodsMeasure>
<InvoiceLine><ItemChargeAmount currencyID="USD">90</ItemChargeAmount></InvoiceLine></Commodity>
<GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>
<Origin><CountryCode>QM</CountryCode></Origin><Packaging><QuantityQuantity>3</QuantityQuantity></Packaging>
<Packaging><QuantityQuantity>2</QuantityQuantity></Packaging></GovernmentAgencyGoodsItem>"""


def lodged(items: str) -> Declaration:
    return read(WHOLE.format(items=items).encode()).declaration


def valued(*values: str) -> Assessed:
    lines = (TaxLine(1, "A00", "priced", Decimal(5)), TaxLine(1, "B00", "priced", Decimal(15)))
    return Assessed("ARD", AT, tuple(ValueLine(count, Decimal(value)) for count, value in enumerate(values, 1)), lines, Decimal(20))


def only_row(net: str = "8000", assessed: Assessed | None = None) -> dict[str, Value]:
    found = rows(lodged(ITEM.format(net=net)), assessed or valued("80"), profile_named("xa"), AT)
    return dict(zip(catalogue().names, found[0], strict=True))


def test_every_declared_and_assessed_field_stands_in_its_place() -> None:
    row = only_row()
    assert {name: row[name] for name in catalogue().names[: -len(known_fields())]} == {
        "hs": "85171300",
        "origin": "QM",
        "departure": "XB",
        "destination": "XA",
        "procedure": "4000",
        "preference": "100",
        "description": "café",
        "importer.id": "XA7",
        "declarant.id": "XA2",
        "exporter.id": "café strasse",
        "seller.id": "S1",
        "type": "IMA",
        "direction": "import",
        "office": "XAPOR001",
        "transport.mode": "1",
        "transport.nationality": "QM",
        "location": "LOC1",
        "containers": 1.0,
        "incoterm": "CIF",
        "currency": "USD",
        "items": 1.0,
        "documents": 1.0,
        "net": 8.0,
        "gross": 12.5,
        "packages": 5.0,
        "quantity": 4.0,
        "quantity.unit": "NAR",
        "value": 80.0,
        "unit_price": 20.0,
        "price_per_kg": 10.0,
        "unit_weight": 2.0,
        "duty": 20.0,
        "duty_rate": 0.25,
        "total_value": 80.0,
        "weekday": 5.0,
        "hour": 20.0,
    }


@pytest.mark.parametrize("net", ["0", "NaN", "1e3", "9" * 400])
def test_a_ratio_by_nothing_or_by_no_figure_is_missing(net: str) -> None:
    assert only_row(net)["price_per_kg"] is None


def test_a_value_beyond_what_a_row_can_hold_is_missing() -> None:
    row = only_row(assessed=valued("9" * 400))
    assert (row["value"], row["total_value"], row["unit_price"]) == (None, None, None)


def test_what_was_not_assessed_is_missing_and_what_is_known_stands_behind() -> None:
    known = [tuple(range(len(known_fields())))]
    row = rows(lodged(ITEM.format(net="1")), UNASSESSED, profile_named("xa"), AT, known)[0]
    assert row[catalogue().place("value")] is None
    assert row[catalogue().place("weight_z")] == len(known_fields()) - 1


def test_knowledge_that_does_not_fit_the_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="catalogue"):
        rows(lodged(ITEM.format(net="1")), UNASSESSED, profile_named("xa"), AT, [(None,)])


def test_of_several_items_the_whole_declaration_keeps_only_what_they_share() -> None:
    found = rows(lodged(ITEM.format(net="1") * 2), valued("80", "40"), profile_named("xa"), AT)
    whole = dict(zip(catalogue().names, declaration_row(found), strict=True))
    assert (whole["importer.id"], whole["total_value"], whole["hs"], whole["value"]) == ("XA7", 120.0, None, None)
    assert declaration_row(found[:1]) == found[0]


def test_keys_are_the_same_from_the_declaration_and_from_its_row() -> None:
    declaration = read_json(profile_named("xa").examples["import"]).declaration
    found = rows(declaration, assess(declaration, profile_named("xa"), AT), profile_named("xa"), AT)
    assert [keys(declaration, item) for item in declaration.item] == [keys_of_row(row) for row in found]


def test_a_missing_party_has_no_key_and_what_is_remembered_holds_the_amounts() -> None:
    declaration = read(
        b"<Declaration xmlns='urn:wco:datamodel:WCO:DEC-DMS:2'><Declarant><ID>XA2</ID></Declarant></Declaration>"
    ).declaration
    assert keys(declaration, lodged(ITEM.format(net="1")).item[0]) == {"declarant": "XA2", "code": "851713", "code_origin": "851713\x1fQM"}
    row = rows(lodged(ITEM.format(net="8000")), valued("80"), profile_named("xa"), AT)[0]
    assert event("26XA1", 1, row, AT, 7, {"importer": "XA7"}).amounts == {"value": 80.0, "weight": 8.0, "duty": 20.0}
