"""A consignment put into a declaration, with all that a careful broker fills in."""

from __future__ import annotations

from clearlane.model.commodity import UCR, ChargeDeduction, CustomsValuation, Destination, ExportCountry
from clearlane.model.declaration import Declaration, ExitOffice
from clearlane.model.documents import AdditionalDocument, Invoice, PreviousDocument
from clearlane.model.message import Message, MetaData
from clearlane.model.parties import (
    Address,
    Agent,
    AuthorisationHolder,
    Consignee,
    Declarant,
    DomesticDutyTaxParty,
    Exporter,
    Importer,
    Submitter,
)
from clearlane.model.shipment import GoodsShipment, TradeTerms, Warehouse
from clearlane.model.transport import (
    ArrivalTransportMeans,
    BorderTransportMeans,
    Consignment,
    DepartureTransportMeans,
    GoodsLocation,
    Seal,
    TransportEquipment,
)
from clearlane.model.values import Amount, DateTime, Quantity
from clearlane.simulator.catalogue import MODE_CODE
from clearlane.simulator.declare_item import declare_item
from clearlane.simulator.firms import Firm, Tie
from clearlane.simulator.numbers import decimal
from clearlane.simulator.places import DOCUMENT
from clearlane.simulator.trade import Line, Shipment

METADATA = MetaData(
    wco_data_model_version_code="3.6",
    wco_type_name="DEC",
    responsible_country_code="XA",
    responsible_agency_name="Arcadian Customs",
    agency_assigned_customization_version_code="v1",
)
_AUTHORISATION = {"5100": "IPO", "5300": "TEA", "7100": "CWP"}


def declare(shipment: Shipment, lines: tuple[Line, ...], reference: str, kind: str) -> Declaration:
    """Return the declaration of a consignment.

    Args:
      shipment: The consignment.
      lines: Its lines as the firm wants them declared.
      reference: The declarant's own reference.
      kind: Kind of declaration: IMA, IMD or EXA.
    """
    firm, tie = shipment.firm, shipment.tie
    return Declaration(
        function_code="9",
        functional_reference_id=reference,
        type_code=kind,
        goods_item_quantity=Quantity(str(len(lines))),
        declaration_office_id=tie.office.code,
        invoice_amount=Amount(decimal(sum(line.value for line in lines)), shipment.currency),
        total_gross_mass_measure=Quantity(decimal(sum(line.gross for line in lines), 3), "KGM"),
        total_package_quantity=Quantity(str(sum(line.packages for line in lines))),
        additional_document=_deferment(firm),
        agent=Agent(id=firm.broker.id, function_code="2") if firm.broker else None,
        authorisation_holder=_authorisations(firm),
        border_transport_means=BorderTransportMeans(
            registration_nationality_code=shipment.voyage.flag, mode_code=MODE_CODE[shipment.voyage.mode]
        ),
        declarant=Declarant(id=firm.declarant.id),
        exit_office=ExitOffice(id=tie.office.code) if firm.exports else None,
        exporter=Exporter(id=firm.id) if firm.exports else Exporter(name=tie.name, address=_abroad(tie)),
        goods_shipment=_goods_shipment(shipment, lines),
    )


def present(firm: Firm, reference: str) -> Message:
    """Return the message that goods declared before arrival are here; the office's number is for others to fill in."""
    declaration = Declaration(
        function_code="13",
        functional_reference_id=reference,
        type_code="GPR",
        submitter=Submitter(id=firm.declarant.id),
        declarant=Declarant(id=firm.declarant.id),
    )
    return Message(declaration=declaration, metadata=METADATA)


def _goods_shipment(shipment: Shipment, lines: tuple[Line, ...]) -> GoodsShipment:
    firm, tie, country = shipment.firm, shipment.tie, shipment.tie.partner.code
    charges = ChargeDeduction(charges_type_code="AK", other_charge_deduction_amount=Amount(decimal(shipment.freight), shipment.currency))
    bill = PreviousDocument(category_code="Z", id=shipment.voyage.bill, type_code=DOCUMENT[shipment.voyage.mode], line_numeric="1")
    return GoodsShipment(
        transaction_nature_code="1",
        consignee=Consignee(name=tie.name, address=_abroad(tie)) if firm.exports else None,
        consignment=_consignment(shipment),
        customs_valuation=CustomsValuation(charge_deduction=(charges,)) if shipment.freight and not firm.exports else None,
        destination=Destination(country_code=country if firm.exports else "XA"),
        domestic_duty_tax_party=() if firm.exports else (DomesticDutyTaxParty(id=firm.tax_number, role_code="FR1"),),
        export_country=ExportCountry(id="XA" if firm.exports else country),
        government_agency_goods_item=tuple(declare_item(shipment, line, item) for item, line in enumerate(lines, 1)),
        importer=None if firm.exports else _importer(firm),
        invoice=Invoice(id=shipment.invoice, issue_date_time=DateTime(f"{shipment.at:%Y%m%d}", "102")),
        previous_document=(bill,),
        trade_terms=TradeTerms(condition_code=tie.terms, location_name=firm.town if tie.terms == "DAP" else tie.town),
        ucr=UCR(trader_assigned_reference_id=f"PO-{firm.serial:04d}-{shipment.invoice[-5:]}"),
        warehouse=Warehouse(id=f"XAW{firm.serial:06d}", type_code="R") if firm.procedure == "7100" else None,
    )


def _consignment(shipment: Shipment) -> Consignment:
    trip, office, exports = shipment.voyage, shipment.tie.office, shipment.firm.exports
    yard = 1 + shipment.firm.serial % office.yards
    return Consignment(
        container_code="1" if shipment.containers else "0",
        arrival_transport_means=None if exports else ArrivalTransportMeans(id=trip.means, identification_type_code=trip.kind),
        departure_transport_means=DepartureTransportMeans(id=trip.means, identification_type_code=trip.kind) if exports else None,
        goods_location=GoodsLocation(
            name=f"{office.name}, yard {yard}",
            id=f"{office.code}Y{yard}",
            type_code="A",
            address=Address(type_code="U", country_code="XA"),
        ),
        transport_equipment=tuple(
            TransportEquipment(sequence_numeric=str(place), id=number, seal=(Seal(sequence_numeric="1", id=seal),))
            for place, (number, seal) in enumerate(shipment.containers, 1)
        ),
    )


def _abroad(tie: Tie) -> Address:
    country = tie.partner.code
    return Address(city_name=tie.town, country_code=country, line=tie.street, postcode_id=f"{country}{len(tie.street):03d}")


def _importer(firm: Firm) -> Importer:
    address = Address(city_name=firm.town, country_code="XA", line=firm.street, postcode_id=f"{1000 + firm.serial % 9000}")
    return Importer(name=firm.name, id=firm.id, address=address)


def _deferment(firm: Firm) -> tuple[AdditionalDocument, ...]:
    if firm.payment != "E" or firm.exports:
        return ()
    return (AdditionalDocument(category_code="C", type_code="506", id=f"XADPO{firm.serial:06d}"),)


def _authorisations(firm: Firm) -> tuple[AuthorisationHolder, ...]:
    codes = [_AUTHORISATION[firm.procedure]] if firm.procedure in _AUTHORISATION else []
    codes += ["DPO"] if firm.payment == "E" and not firm.exports else []
    return tuple(AuthorisationHolder(id=firm.id, category_code=code) for code in codes)
