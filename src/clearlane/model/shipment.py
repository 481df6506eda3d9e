"""Goods items and the shipment that holds them."""

from __future__ import annotations

from typing import Annotated

from clearlane.model.commodity import (
    UCR,
    Commodity,
    CustomsValuation,
    Destination,
    ExportCountry,
    GovernmentProcedure,
    Origin,
    Packaging,
    ValuationAdjustment,
)
from clearlane.model.documents import AdditionalDocument, AdditionalInformation, Invoice, PreviousDocument
from clearlane.model.group import Group, wco
from clearlane.model.parties import (
    AEOMutualRecognitionParty,
    Buyer,
    Consignee,
    Consignor,
    DomesticDutyTaxParty,
    Importer,
    Payer,
    Seller,
    Surety,
)
from clearlane.model.transport import Consignment
from clearlane.model.values import Amount, Code, DateTime, Identifier, Numeric, Words


class GovernmentAgencyGoodsItem(Group, frozen=True, kw_only=True):
    """One item of goods: same code, origin and procedure. WCO class 68A."""

    customs_value_amount: Annotated[Amount | None, wco("108", "n..16,3", "Customs value")] = None
    sequence_numeric: Annotated[Numeric | None, wco("006", "n..5", "Number in the sequence", required=True)] = None
    statistical_value_amount: Annotated[Amount | None, wco("114", "n..16,3", "Statistical value")] = None
    transaction_nature_code: Annotated[Code | None, wco("103", "n..2", "Nature of the transaction")] = None
    additional_document: Annotated[tuple[AdditionalDocument, ...], wco("02A")] = ()
    additional_information: Annotated[tuple[AdditionalInformation, ...], wco("03A")] = ()
    aeo_mutual_recognition_party: Annotated[tuple[AEOMutualRecognitionParty, ...], wco("16C")] = ()
    buyer: Annotated[Buyer | None, wco("16A")] = None
    commodity: Annotated[Commodity | None, wco("23A")] = None
    consignee: Annotated[Consignee | None, wco("27A")] = None
    consignor: Annotated[Consignor | None, wco("30A")] = None
    customs_valuation: Annotated[CustomsValuation | None, wco("41A")] = None
    destination: Annotated[Destination | None, wco("99B")] = None
    domestic_duty_tax_party: Annotated[tuple[DomesticDutyTaxParty, ...], wco("55B")] = ()
    export_country: Annotated[ExportCountry | None, wco("95B")] = None
    government_procedure: Annotated[tuple[GovernmentProcedure, ...], wco("70A")] = ()
    origin: Annotated[tuple[Origin, ...], wco("92A")] = ()
    packaging: Annotated[tuple[Packaging, ...], wco("93A")] = ()
    previous_document: Annotated[tuple[PreviousDocument, ...], wco("99A")] = ()
    seller: Annotated[Seller | None, wco("09B")] = None
    ucr: Annotated[UCR | None, wco("35B")] = None
    valuation_adjustment: Annotated[ValuationAdjustment | None, wco("39B")] = None

    @property
    def commodity_code(self) -> str:
        """The tariff code: the general part (TSP) and what refines it (TRC), joined."""
        found = {c.identification_type_code: c.id or "" for c in reversed(self.commodity.classification)} if self.commodity else {}
        return found.get("TSP", "") + found.get("TRC", "")

    @property
    def procedure_code(self) -> str:
        """Requested and previous procedure as one code, such as ``4000``; empty if none was declared."""
        for procedure in self.government_procedure:
            if procedure.previous_code is not None:
                return (procedure.current_code or "") + procedure.previous_code
        return ""

    @property
    def additional_procedure_code(self) -> tuple[str, ...]:
        """The additional procedures, in the order declared."""
        return tuple(p.current_code for p in self.government_procedure if p.previous_code is None and p.current_code)

    @property
    def origin_country(self) -> str:
        """The first country of origin declared, empty if none."""
        return next((o.country_code for o in self.origin if o.country_code), "")

    @property
    def item_charge(self) -> Amount | None:
        """The item's price on the invoice."""
        line = self.commodity.invoice_line if self.commodity else None
        return line.item_charge_amount if line else None


class TradeTerms(Group, frozen=True, kw_only=True):
    """The delivery terms of the sale (Incoterms) and their place. WCO class 22B."""

    condition_code: Annotated[Code | None, wco("090", "a3", "Delivery term (Incoterms)")] = None
    country_relationship_code: Annotated[Code | None, wco("106", "an..3", "Relationship between the countries")] = None
    description: Annotated[Words | None, wco("089", "an..70", "Terms in words")] = None
    location_id: Annotated[Identifier | None, wco("L002", "an..17", "Place of delivery, coded")] = None
    location_name: Annotated[Words | None, wco("L001", "an..256", "Place of delivery")] = None


class Warehouse(Group, frozen=True, kw_only=True):
    """The customs warehouse the goods come from or go to. WCO class 43B."""

    id: Annotated[Identifier | None, wco("L019", "an..35", "Identification number")] = None
    type_code: Annotated[Code | None, wco("L112", "an..3", "Kind of warehouse")] = None


class GoodsShipment(Group, frozen=True, kw_only=True):
    """The goods of one declaration with the deal behind them: parties, terms, items. WCO class 67A."""

    exit_date_time: Annotated[DateTime | None, wco("024", "an..35", "When the goods leave")] = None
    transaction_nature_code: Annotated[Code | None, wco("103", "n..2", "Nature of the transaction")] = None
    aeo_mutual_recognition_party: Annotated[tuple[AEOMutualRecognitionParty, ...], wco("16C")] = ()
    buyer: Annotated[Buyer | None, wco("16A")] = None
    consignee: Annotated[Consignee | None, wco("27A")] = None
    consignment: Annotated[Consignment | None, wco("28A")] = None
    consignor: Annotated[Consignor | None, wco("30A")] = None
    customs_valuation: Annotated[CustomsValuation | None, wco("41A")] = None
    destination: Annotated[Destination | None, wco("99B")] = None
    domestic_duty_tax_party: Annotated[tuple[DomesticDutyTaxParty, ...], wco("55B")] = ()
    export_country: Annotated[ExportCountry | None, wco("95B")] = None
    government_agency_goods_item: Annotated[tuple[GovernmentAgencyGoodsItem, ...], wco("68A", most=999)] = ()
    importer: Annotated[Importer | None, wco("74A")] = None
    invoice: Annotated[Invoice | None, wco("78A")] = None
    payer: Annotated[Payer | None, wco("56B")] = None
    previous_document: Annotated[tuple[PreviousDocument, ...], wco("99A")] = ()
    seller: Annotated[Seller | None, wco("09B")] = None
    surety: Annotated[Surety | None, wco("19B")] = None
    trade_terms: Annotated[TradeTerms | None, wco("22B")] = None
    ucr: Annotated[UCR | None, wco("35B")] = None
    warehouse: Annotated[Warehouse | None, wco("43B")] = None
