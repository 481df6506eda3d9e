"""Documents and statements that go with a declaration."""

from __future__ import annotations

from typing import Annotated

from clearlane.model.group import Group, wco
from clearlane.model.parties import Submitter
from clearlane.model.values import Amount, Code, DateTime, Identifier, Numeric, Quantity, Words


class Pointer(Group, frozen=True, kw_only=True):
    """One step of the way to a place in the message: section, occurrence, attribute. WCO class 97A."""

    sequence_numeric: Annotated[Numeric | None, wco("006", "n..5", "Number in the sequence")] = None
    document_section_code: Annotated[Code | None, wco("375", "an..3", "WCO id of the section")] = None
    tag_id: Annotated[Identifier | None, wco("381", "an..4", "WCO id of the attribute")] = None


class WriteOff(Group, frozen=True, kw_only=True):
    """How much of a licence this item draws down. WCO class 22C."""

    quantity_quantity: Annotated[Quantity | None, wco("502", "n..16,6", "Quantity drawn down")] = None
    amount_amount: Annotated[Amount | None, wco("503", "n..16,3", "Amount drawn down")] = None


class AdditionalDocument(Group, frozen=True, kw_only=True):
    """A document produced, referred to or drawn down with the declaration: licence, certificate, account. WCO class 02A."""

    category_code: Annotated[Code | None, wco("D031", "an..3", "Category of the document")] = None
    effective_date_time: Annotated[DateTime | None, wco("276", "an..35", "When the document takes effect")] = None
    id: Annotated[Identifier | None, wco("D005", "an..70", "Reference of the document")] = None
    name: Annotated[Words | None, wco("D028", "an..35", "Name, or reason given")] = None
    type_code: Annotated[Code | None, wco("D006", "an..3", "Kind of document")] = None
    lpco_exemption_code: Annotated[Code | None, wco("360", "an..3", "Status of the licence or certificate")] = None
    submitter: Annotated[Submitter | None, wco("17B")] = None
    write_off: Annotated[WriteOff | None, wco("22C")] = None


class AdditionalInformation(Group, frozen=True, kw_only=True):
    """A coded statement or a free remark, with what it points at. WCO class 03A."""

    statement_code: Annotated[Code | None, wco("226", "an..17", "Statement, coded")] = None
    statement_description: Annotated[Words | None, wco("225", "an..512", "Statement in words")] = None
    statement_type_code: Annotated[Code | None, wco("369", "an..3", "Kind of statement")] = None
    pointer: Annotated[tuple[Pointer, ...], wco("97A")] = ()


class PreviousDocument(Group, frozen=True, kw_only=True):
    """A document or declaration this one follows: bill, manifest line, earlier procedure. WCO class 99A."""

    category_code: Annotated[Code | None, wco("D031", "an..3", "Category of the document")] = None
    id: Annotated[Identifier | None, wco("D018", "an..70", "Reference of the document")] = None
    type_code: Annotated[Code | None, wco("D019", "an..3", "Kind of document")] = None
    line_numeric: Annotated[Numeric | None, wco("171", "n..5", "Item of the earlier document")] = None


class Invoice(Group, frozen=True, kw_only=True):
    """The commercial invoice. WCO class 78A."""

    id: Annotated[Identifier | None, wco("D016", "an..70", "Invoice number")] = None
    issue_date_time: Annotated[DateTime | None, wco("D015", "an..35", "Day of the invoice")] = None


class Amendment(Group, frozen=True, kw_only=True):
    """One change asked for: why, and where. WCO class 06A."""

    change_reason_code: Annotated[Code | None, wco("099", "an..3", "Why the change is asked for")] = None
    pointer: Annotated[tuple[Pointer, ...], wco("97A")] = ()
