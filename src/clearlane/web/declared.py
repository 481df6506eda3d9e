"""What is declared, in the order an officer reads it, each value with the WCO element it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from clearlane.model.commodity import GoodsMeasure
from clearlane.model.declaration import Declaration
from clearlane.model.group import Group, wco_name
from clearlane.model.parties import Address
from clearlane.model.profile import Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.structure import Place, places
from clearlane.model.text import Text
from clearlane.model.values import Amount, DateTime, Quantity


class Line(msgspec.Struct, frozen=True):
    """One thing declared.

    Attributes:
      label: Key of its name in the catalogue.
      value: What was declared, as written.
      wco: The WCO element, with its id.
      meaning: What the code declared stands for in the law's lists; None where it is no code, or none known.
    """

    label: str
    value: str | Amount | Quantity
    wco: str
    meaning: Text | None = None


class Item(msgspec.Struct, frozen=True):
    """One goods item as the table shows it."""

    number: str
    description: str
    code: str
    origin: str
    procedure: str
    net: Quantity | None
    gross: Quantity | None
    price: Amount | None
    whole: list[Element]


class Element(msgspec.Struct, frozen=True):
    """One element of the message: a value, or the elements in it."""

    name: str
    wco: str
    words: str
    value: str
    inside: list[Element]


class Declared(msgspec.Struct, frozen=True):
    """What is declared, by section."""

    sections: dict[str, list[Line]]
    items: list[Item]
    everything: list[Element]


def declared(declaration: Declaration, profile: Profile) -> Declared:
    """Return what a declaration declares, with the meaning of codes in a profile's lists."""
    sections = {
        "general": list(_lines(declaration, profile, _GENERAL)),
        "parties": list(_parties(declaration)),
        "transport": [*_lines(declaration, profile, _TRANSPORT), *_equipment(declaration)],
        "deal": list(_lines(declaration, profile, _DEAL)),
        "documents": list(_documents(declaration)),
    }
    shipment = declaration.goods_shipment
    besides = msgspec.structs.replace(shipment, government_agency_goods_item=()) if shipment else None
    everything = elements(msgspec.structs.replace(declaration, goods_shipment=besides))
    return Declared(sections, [_item(place, item) for place, item in enumerate(declaration.item, 1)], everything)


_GENERAL = (
    ("field.office", "declaration_office_id"),
    ("field.presentation-office", "presentation_office.id"),
    ("field.exit-office", "exit_office.id"),
    ("field.issued", "issue_date_time"),
    ("field.items", "goods_item_quantity"),
    ("field.packages", "total_package_quantity"),
    ("field.gross", "total_gross_mass_measure"),
    ("field.invoice-total", "invoice_amount"),
    ("field.circumstance", "specific_circumstances_code_code"),
)
_TRANSPORT = (
    ("field.mode", "border_transport_means.mode_code"),
    ("field.flag", "border_transport_means.registration_nationality_code"),
    ("field.means", "border_transport_means.id"),
    ("field.arrival", "goods_shipment.consignment.arrival_transport_means.id"),
    ("field.departure", "goods_shipment.consignment.departure_transport_means.id"),
    ("field.place", "goods_shipment.consignment.goods_location.name"),
    ("field.place-code", "goods_shipment.consignment.goods_location.id"),
    ("field.loading", "goods_shipment.consignment.loading_location.id"),
)
_DEAL = (
    ("field.terms", "goods_shipment.trade_terms.condition_code"),
    ("field.terms-place", "goods_shipment.trade_terms.location_name"),
    ("field.from", "goods_shipment.export_country.id"),
    ("field.to", "goods_shipment.destination.country_code"),
    ("field.nature", "goods_shipment.transaction_nature_code"),
    ("field.invoice", "goods_shipment.invoice.id"),
    ("field.ucr", "goods_shipment.ucr.trader_assigned_reference_id"),
    ("field.ucr-number", "goods_shipment.ucr.id"),
    ("field.warehouse", "goods_shipment.warehouse.id"),
)
_PARTIES = (
    ("party.declarant", "declarant"),
    ("party.agent", "agent"),
    ("party.submitter", "submitter"),
    ("party.exporter", "exporter"),
    ("party.importer", "goods_shipment.importer"),
    ("party.seller", "goods_shipment.seller"),
    ("party.buyer", "goods_shipment.buyer"),
    ("party.consignor", "goods_shipment.consignor"),
    ("party.consignee", "goods_shipment.consignee"),
    ("party.payer", "goods_shipment.payer"),
    ("party.surety", "goods_shipment.surety"),
    ("party.carrier", "consignment.carrier"),
)


def _lines(declaration: Declaration, profile: Profile, wanted: Iterable[tuple[str, str]]) -> Iterator[Line]:
    lists = {rule.path: profile.code_lists[rule.codes] for rule in profile.code_rules}
    for label, way in wanted:
        group: Any = declaration
        *down, last = way.split(".")
        for step in down:
            group = getattr(group, step) if group is not None else None
        value = getattr(group, last) if group is not None else None
        if value is not None:
            place = _place(type(group), last)
            codes = lists.get("/".join(wco_name(step) for step in (*down, last)))
            meaning = codes.text(value) if codes and isinstance(value, str) else None
            yield Line(label, value if isinstance(value, Amount | Quantity) else written(value), f"{place.name} ({place.wco})", meaning)


def _parties(declaration: Declaration) -> Iterator[Line]:
    for label, way in _PARTIES:
        party: Any = declaration
        for step in way.split("."):
            party = getattr(party, step) if party is not None else None
        if party is None:
            continue
        address = getattr(party, "address", None)
        said = [party.name if hasattr(party, "name") else None, party.id, _address(address)]
        yield Line(label, " · ".join(filter(None, said)), type(party).__name__)


def _address(address: Address | None) -> str:
    if address is None:
        return ""
    return ", ".join(filter(None, (address.line, address.postcode_id, address.city_name, address.country_code)))


def _equipment(declaration: Declaration) -> Iterator[Line]:
    shipment = declaration.goods_shipment
    consignment = shipment.consignment if shipment else None
    boxes = []
    for one in consignment.transport_equipment if consignment else ():
        seals = ", ".join(seal.id or "" for seal in one.seal)
        boxes.append(f"{one.id or ''} ({seals})" if seals else one.id or "")
    if any(boxes):
        yield Line("field.container", " · ".join(boxes), "TransportEquipment (31B)")
    route = [stop.routing_country_code or "" for stop in consignment.itinerary] if consignment else []
    if any(route):
        yield Line("field.route", " → ".join(route), "Itinerary (81A)")


def _documents(declaration: Declaration) -> Iterator[Line]:
    for document in declaration.additional_document:
        said = (document.category_code, document.type_code, document.id, document.name)
        yield Line("field.document", " · ".join(filter(None, said)), "AdditionalDocument (02A)")
    for previous in declaration.goods_shipment.previous_document if declaration.goods_shipment else ():
        parts = (previous.category_code, previous.type_code, previous.id)
        yield Line("field.previous", " · ".join(filter(None, parts)), "PreviousDocument (99A)")
    for statement in declaration.additional_information:
        spoken = (statement.statement_code, statement.statement_description)
        yield Line("field.statement", " · ".join(filter(None, spoken)), "AdditionalInformation (03A)")
    for holder in declaration.authorisation_holder:
        yield Line("field.authorisation", " · ".join(filter(None, (holder.category_code, holder.id))), "AuthorisationHolder (17C)")


def _item(place: int, item: GovernmentAgencyGoodsItem) -> Item:
    commodity = item.commodity
    measure = (commodity.goods_measure if commodity else None) or GoodsMeasure()
    return Item(
        number=item.sequence_numeric or str(place),
        description=(commodity.description if commodity else None) or "",
        code=item.commodity_code,
        origin=item.origin_country,
        procedure=" ".join(filter(None, (item.procedure_code, *item.additional_procedure_code))),
        net=measure.net_net_weight_measure,
        gross=measure.gross_mass_measure,
        price=item.item_charge,
        whole=elements(item),
    )


def elements(group: Group) -> list[Element]:
    """Return everything in a class of the model, nothing left out, as the schema orders it."""
    found = []
    for place in places(type(group)):
        value = getattr(group, place.field)
        if value is None or value == ():
            continue
        for one in value if isinstance(value, tuple) else (value,):
            below = elements(one) if isinstance(one, Group) else []
            found.append(Element(place.name, place.wco, place.words, "" if isinstance(one, Group) else written(one), below))
    return found


def written(value: str | Amount | Quantity | DateTime | None) -> str:
    """Return a value as it was written, with its currency or unit.

    >>> written(Amount("100.00", "USD")), written(DateTime("20261122", "102")), written(None)
    ('100.00 USD', '2026-11-22', '')
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, DateTime):
        moment = value.moment
        return value.value if moment is None else f"{moment:%Y-%m-%d}" if value.format_code == "102" else f"{moment:%Y-%m-%d %H:%M:%S %z}"
    unit = value.currency_id if isinstance(value, Amount) else value.unit_code
    return f"{value.value} {unit}" if unit else value.value


def _place(group: type[Group], field: str) -> Place:
    return next(place for place in places(group) if place.field == field)
