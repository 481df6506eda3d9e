"""The response: what customs tells a trader about a declaration, as the WCO Data Model knows it (RES).

Its classes are smaller than the declaration's of the same name; they carry ``Response`` before their
name here, and stand under the same element name in a message.
"""

from __future__ import annotations

from typing import Annotated

from clearlane.model.declaration import Declaration
from clearlane.model.documents import Amendment, Pointer
from clearlane.model.group import Group, wco
from clearlane.model.parties import Communication
from clearlane.model.values import Amount, Code, DateTime, Identifier, Numeric, Quantity, Words


class ResponseAdditionalInformation(Group, frozen=True, kw_only=True):
    """A statement by customs: coded or in words, with a deadline and what it points at. WCO class 03A."""

    statement_code: Annotated[Code | None, wco("226", "an..17", "Statement, coded")] = None
    statement_description: Annotated[Words | None, wco("225", "an..512", "Statement in words")] = None
    limit_date_time: Annotated[DateTime | None, wco("264", "an..35", "Deadline for an answer")] = None
    statement_type_code: Annotated[Code | None, wco("369", "an..3", "Kind of statement (EDIFACT 4451)")] = None
    pointer: Annotated[tuple[Pointer, ...], wco("97A")] = ()


class AppealOffice(Group, frozen=True, kw_only=True):
    """The office that hears appeals. WCO class 07A."""

    id: Annotated[Identifier | None, wco("G001", "an..17", "Identification number")] = None


class Bank(Group, frozen=True, kw_only=True):
    """The bank and account duties are paid into. WCO class 14A."""

    reference_id: Annotated[Identifier | None, wco("R069", "an..17", "The bank (BIC or a national code)")] = None
    id: Annotated[Identifier | None, wco("372", "an..35", "The account (IBAN or a national number)")] = None


class ContactOffice(Group, frozen=True, kw_only=True):
    """The office to turn to. WCO class 35A."""

    id: Annotated[Identifier | None, wco("G002", "an..17", "Identification number")] = None
    communication: Annotated[tuple[Communication, ...], wco("25A")] = ()


class Error(Group, frozen=True, kw_only=True):
    """One thing found wrong, and where. WCO class 53A."""

    description: Annotated[Words | None, wco("488", "an..512", "What is wrong, in words")] = None
    validation_code: Annotated[Code | None, wco("377", "an..8", "What is wrong, coded")] = None
    pointer: Annotated[tuple[Pointer, ...], wco("97A")] = ()


class Status(Group, frozen=True, kw_only=True):
    """Where the declaration stands. WCO class 12B."""

    effective_date_time: Annotated[DateTime | None, wco("380", "an..35", "Since when it stands so")] = None
    name_code: Annotated[Code | None, wco("379", "an..3", "How it stands (EDIFACT 4405 or a national code)")] = None
    release_date_time: Annotated[DateTime | None, wco("277", "an..35", "When the goods were released")] = None
    pointer: Annotated[tuple[Pointer, ...], wco("97A")] = ()


class ResponseObligationGuarantee(Group, frozen=True, kw_only=True):
    """The guarantee drawn on. WCO class 90A."""

    reference_id: Annotated[Identifier | None, wco("100", "an..35", "Reference of the guarantee")] = None


class ResponsePayment(Group, frozen=True, kw_only=True):
    """What is to be paid in all, by when, under which reference. WCO class 94A."""

    reference_id: Annotated[Identifier | None, wco("014", "an..35", "Reference to pay under")] = None
    tax_assessed_amount: Annotated[Amount | None, wco("120", "n..16,3", "Amount assessed")] = None
    due_date_time: Annotated[DateTime | None, wco("376", "an..35", "When it falls due")] = None
    payment_amount: Annotated[Amount | None, wco("378", "n..16,3", "Amount to pay")] = None
    obligation_guarantee: Annotated[tuple[ResponseObligationGuarantee, ...], wco("90A")] = ()


class ResponseDutyTaxFee(Group, frozen=True, kw_only=True):
    """Duty and tax on the declaration as a whole. WCO class 50A."""

    payment: Annotated[ResponsePayment | None, wco("94A")] = None


class ResponseItemPayment(Group, frozen=True, kw_only=True):
    """What one tax on one item comes to. WCO class 94A."""

    tax_assessed_amount: Annotated[Amount | None, wco("120", "n..16,3", "Amount assessed")] = None
    payment_amount: Annotated[Amount | None, wco("378", "n..16,3", "Amount to pay")] = None


class ResponseItemDutyTaxFee(Group, frozen=True, kw_only=True):
    """One duty, tax or fee on one item. WCO class 50A."""

    ad_valorem_tax_base_amount: Annotated[Amount | None, wco("116", "n..16,3", "Value it is charged on")] = None
    deduct_amount: Annotated[Amount | None, wco("111", "n..16,3", "Amount relieved")] = None
    duty_regime_code: Annotated[Code | None, wco("164", "an..3", "Preference applied")] = None
    specific_tax_base_quantity: Annotated[Quantity | None, wco("129", "n..16,6", "Quantity it is charged on")] = None
    tax_rate_numeric: Annotated[Numeric | None, wco("115", "an..17,3", "Rate, in per cent where it is one")] = None
    type_code: Annotated[Code | None, wco("113", "an..3", "Kind of tax")] = None
    payment: Annotated[ResponseItemPayment | None, wco("94A")] = None


class ResponseCommodity(Group, frozen=True, kw_only=True):
    """The goods of an item, with what is charged on them. WCO class 23A."""

    duty_tax_fee: Annotated[tuple[ResponseItemDutyTaxFee, ...], wco("50A")] = ()


class ResponseGoodsItem(Group, frozen=True, kw_only=True):
    """One item. WCO class 68A."""

    sequence_numeric: Annotated[Numeric | None, wco("006", "n..5", "Number of the item", required=True)] = None
    commodity: Annotated[ResponseCommodity | None, wco("23A")] = None


class ResponseGoodsShipment(Group, frozen=True, kw_only=True):
    """The goods. WCO class 67A."""

    government_agency_goods_item: Annotated[tuple[ResponseGoodsItem, ...], wco("68A")] = ()


class ResponseDeclaration(Group, frozen=True, kw_only=True):
    """The declaration a response is about: its numbers, its course and what it owes. WCO class 42A."""

    acceptance_date_time: Annotated[DateTime | None, wco("023", "an..35", "When it was accepted")] = None
    cancellation_date_time: Annotated[DateTime | None, wco("373", "an..35", "When it was cancelled")] = None
    functional_reference_id: Annotated[Identifier | None, wco("D026", "an..35", "The declarant's own reference (LRN)")] = None
    id: Annotated[Identifier | None, wco("D014", "an..70", "Number given by customs (MRN)")] = None
    rejection_date_time: Annotated[DateTime | None, wco("374", "an..35", "When it was rejected")] = None
    version_id: Annotated[Identifier | None, wco("383", "an..9", "Which generation, 1 for what was first lodged")] = None
    duty_tax_fee: Annotated[tuple[ResponseDutyTaxFee, ...], wco("50A")] = ()
    goods_shipment: Annotated[ResponseGoodsShipment | None, wco("67A")] = None


class Response(Group, frozen=True, kw_only=True):
    """What customs answers about a declaration. WCO class 07B.

    ``corrected_declaration`` is the declaration as it stands after a correction. It is no attribute of
    the response: a message carries it last, as a ``Declaration`` in the declaration's own namespace.
    """

    function_code: Annotated[Code | None, wco("017", "n..2", "Kind of notification (EDIFACT 1225 and national)", required=True)] = None
    functional_reference_id: Annotated[Identifier | None, wco("D026", "an..35", "Reference of the notification")] = None
    issue_date_time: Annotated[DateTime | None, wco("D029", "an..35", "When it was issued")] = None
    additional_information: Annotated[tuple[ResponseAdditionalInformation, ...], wco("03A")] = ()
    amendment: Annotated[tuple[Amendment, ...], wco("06A")] = ()
    appeal_office: Annotated[AppealOffice | None, wco("07A")] = None
    bank: Annotated[Bank | None, wco("14A")] = None
    contact_office: Annotated[tuple[ContactOffice, ...], wco("35A")] = ()
    error: Annotated[tuple[Error, ...], wco("53A")] = ()
    status: Annotated[tuple[Status, ...], wco("12B")] = ()
    declaration: Annotated[ResponseDeclaration | None, wco("42A", required=True)] = None
    corrected_declaration: Declaration | None = None
