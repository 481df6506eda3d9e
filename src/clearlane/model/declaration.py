"""The declaration itself."""

from __future__ import annotations

from typing import Annotated, Literal

from clearlane.model.documents import AdditionalDocument, AdditionalInformation, Amendment
from clearlane.model.group import Group, wco
from clearlane.model.parties import Agent, Authentication, AuthorisationHolder, Declarant, Exporter, Submitter
from clearlane.model.shipment import GoodsShipment, GovernmentAgencyGoodsItem
from clearlane.model.transport import BorderTransportMeans, Consignment
from clearlane.model.values import Amount, Code, DateTime, Identifier, Numeric, Quantity

Purpose = Literal["declaration", "amendment", "cancellation", "presentation"]
"""What a message is for."""
REQUEST = "13"
"""Function code of a request about a declaration."""
REQUESTS: dict[str, Purpose] = {"COR": "amendment", "INV": "cancellation", "GPR": "presentation", "GPN": "presentation"}
"""Type codes of requests, and what each asks for."""


class CurrencyExchange(Group, frozen=True, kw_only=True):
    """A rate the declarant used between two currencies. WCO class 40A."""

    currency_type_code: Annotated[Code | None, wco("135", "a3", "Currency (ISO 4217)")] = None
    rate_numeric: Annotated[Numeric | None, wco("118", "n..12,5", "Rate of exchange")] = None


class ExitOffice(Group, frozen=True, kw_only=True):
    """The office by which the goods leave. WCO class 56A."""

    id: Annotated[Identifier | None, wco("G005", "an..17", "Identification number")] = None


class PresentationOffice(Group, frozen=True, kw_only=True):
    """The office the goods are presented to. WCO class 15C."""

    id: Annotated[Identifier | None, wco("G015", "an..17", "Identification number")] = None


class SupervisingOffice(Group, frozen=True, kw_only=True):
    """The office that watches over the procedure. WCO class 97B."""

    id: Annotated[Identifier | None, wco("G012", "an..17", "Identification number")] = None


class GuaranteeOffice(Group, frozen=True, kw_only=True):
    """The office that holds the guarantee. WCO class 14C."""

    id: Annotated[Identifier | None, wco("G014", "an..17", "Identification number")] = None


class ObligationGuarantee(Group, frozen=True, kw_only=True):
    """A guarantee for duties that may fall due. WCO class 90A."""

    amount_amount: Annotated[Amount | None, wco("492", "n..16,3", "Amount guaranteed")] = None
    id: Annotated[Identifier | None, wco("D014", "an..70", "Number given by customs (MRN), or the guarantee's number")] = None
    reference_id: Annotated[Identifier | None, wco("100", "an..35", "Reference of the guarantee")] = None
    security_details_code: Annotated[Code | None, wco("101", "an..3", "Kind of guarantee")] = None
    access_code: Annotated[Code | None, wco("499", "an..4", "Access code")] = None
    guarantee_office: Annotated[GuaranteeOffice | None, wco("14C")] = None


class Declaration(Group, frozen=True, kw_only=True):
    """What a declarant tells customs about goods, binding himself to it (Revised Kyoto Convention, Gen. Annex 2, E8). WCO class 42A."""

    acceptance_date_time: Annotated[DateTime | None, wco("023", "an..35", "Day the declaration is accepted")] = None
    function_code: Annotated[Code | None, wco("017", "n..2", "What the message does: 9 original, 13 request to change", required=True)] = (
        None
    )
    functional_reference_id: Annotated[Identifier | None, wco("D026", "an..35", "The declarant's own reference (LRN)")] = None
    id: Annotated[Identifier | None, wco("D014", "an..70", "Number given by customs (MRN), or the guarantee's number")] = None
    issue_date_time: Annotated[DateTime | None, wco("D011", "an..35", "When the message was issued")] = None
    issue_location_id: Annotated[Identifier | None, wco("D012", "an..5", "Place of issue")] = None
    type_code: Annotated[Code | None, wco("D013", "an..3", "Kind of declaration and whether goods have arrived")] = None
    goods_item_quantity: Annotated[Quantity | None, wco("228", "n..5", "Number of items")] = None
    declaration_office_id: Annotated[Identifier | None, wco("065", "an..17", "Office of lodgement")] = None
    invoice_amount: Annotated[Amount | None, wco("109", "n..16,3", "Invoice total")] = None
    loading_list_quantity: Annotated[Quantity | None, wco("013", "n..5", "Number of loading lists")] = None
    total_gross_mass_measure: Annotated[Quantity | None, wco("131", "n..16,6", "Gross mass of all goods")] = None
    total_package_quantity: Annotated[Quantity | None, wco("146", "n..8", "Number of packages in all")] = None
    specific_circumstances_code_code: Annotated[Code | None, wco("504", "an..3", "Special circumstance claimed")] = None
    authentication: Annotated[Authentication | None, wco("61B")] = None
    submitter: Annotated[Submitter | None, wco("17B")] = None
    additional_document: Annotated[tuple[AdditionalDocument, ...], wco("02A")] = ()
    additional_information: Annotated[tuple[AdditionalInformation, ...], wco("03A")] = ()
    agent: Annotated[Agent | None, wco("05A")] = None
    amendment: Annotated[tuple[Amendment, ...], wco("06A")] = ()
    authorisation_holder: Annotated[tuple[AuthorisationHolder, ...], wco("17C")] = ()
    border_transport_means: Annotated[BorderTransportMeans | None, wco("15A")] = None
    consignment: Annotated[Consignment | None, wco("28A")] = None
    currency_exchange: Annotated[tuple[CurrencyExchange, ...], wco("40A")] = ()
    declarant: Annotated[Declarant | None, wco("57B")] = None
    exit_office: Annotated[ExitOffice | None, wco("56A")] = None
    exporter: Annotated[Exporter | None, wco("57A")] = None
    goods_shipment: Annotated[GoodsShipment | None, wco("67A")] = None
    obligation_guarantee: Annotated[tuple[ObligationGuarantee, ...], wco("90A")] = ()
    presentation_office: Annotated[PresentationOffice | None, wco("15C")] = None
    supervising_office: Annotated[SupervisingOffice | None, wco("97B")] = None

    @property
    def purpose(self) -> Purpose:
        """What the message is for, by its function and type; a request of no known type counts as an amendment."""
        if self.function_code == REQUEST or self.type_code in REQUESTS:
            return REQUESTS.get(self.type_code or "", "amendment")
        return "declaration"

    @property
    def item(self) -> tuple[GovernmentAgencyGoodsItem, ...]:
        """The goods items, in the order declared."""
        return self.goods_shipment.government_agency_goods_item if self.goods_shipment else ()

    @property
    def reference(self) -> str:
        """The declarant's own reference, empty if none was given."""
        return self.functional_reference_id or ""

    @property
    def declarant_id(self) -> str:
        """The declarant's identification number, empty if none was given."""
        return (self.declarant.id if self.declarant else None) or ""

    @property
    def importer_id(self) -> str:
        """The importer's identification number, empty if none was given."""
        importer = self.goods_shipment.importer if self.goods_shipment else None
        return (importer.id if importer else None) or ""
