"""How the goods travel: means of transport, equipment, seals, places."""

from __future__ import annotations

from typing import Annotated

from clearlane.model.group import Group, wco
from clearlane.model.parties import Address, Carrier, Consignor
from clearlane.model.values import Code, Identifier, Numeric, Words


class Freight(Group, frozen=True, kw_only=True):
    """How carriage is paid. WCO class 62A."""

    payment_method_code: Annotated[Code | None, wco("098", "an..3", "Method of payment")] = None


class Itinerary(Group, frozen=True, kw_only=True):
    """One country the goods are routed through, in order. WCO class 81A."""

    sequence_numeric: Annotated[Numeric | None, wco("006", "n..5", "Number in the sequence", required=True)] = None
    routing_country_code: Annotated[Code | None, wco("064", "a2", "Country passed through")] = None


class BorderTransportMeans(Group, frozen=True, kw_only=True):
    """The means of transport crossing the border. WCO class 15A."""

    name: Annotated[Words | None, wco("T005", "an..35", "Name")] = None
    id: Annotated[Identifier | None, wco("T006", "an..35", "Identification number")] = None
    identification_type_code: Annotated[Code | None, wco("T018", "an..17", "Kind of identifier")] = None
    type_code: Annotated[Code | None, wco("T010", "an..4", "Kind of means of transport")] = None
    registration_nationality_code: Annotated[Code | None, wco("T014", "a2", "Flag or registration country")] = None
    mode_code: Annotated[Code | None, wco("T022", "n1", "Mode of transport")] = None


class ArrivalTransportMeans(Group, frozen=True, kw_only=True):
    """The means of transport on arrival. WCO class 10A."""

    name: Annotated[Words | None, wco("T001", "an..35", "Name")] = None
    id: Annotated[Identifier | None, wco("T002", "an..35", "Identification number")] = None
    identification_type_code: Annotated[Code | None, wco("T034", "an..17", "Kind of identifier")] = None
    type_code: Annotated[Code | None, wco("T008", "an..4", "Kind of means of transport")] = None
    mode_code: Annotated[Code | None, wco("T020", "n1", "Mode of transport")] = None


class DepartureTransportMeans(Group, frozen=True, kw_only=True):
    """The means of transport at departure. WCO class 46A."""

    name: Annotated[Words | None, wco("T003", "an..35", "Name")] = None
    id: Annotated[Identifier | None, wco("T004", "an..35", "Identification number")] = None
    identification_type_code: Annotated[Code | None, wco("T029", "an..17", "Kind of identifier")] = None
    type_code: Annotated[Code | None, wco("T009", "an..4", "Kind of means of transport")] = None
    mode_code: Annotated[Code | None, wco("T021", "n1", "Mode of transport")] = None


class GoodsLocation(Group, frozen=True, kw_only=True):
    """Where the goods can be examined. WCO class 64A."""

    name: Annotated[Words | None, wco("L016", "an..256", "Name")] = None
    id: Annotated[Identifier | None, wco("L017", "an..17", "Identification number")] = None
    type_code: Annotated[Code | None, wco("L110", "an..3", "Kind of location")] = None
    address: Annotated[Address | None, wco("04A")] = None


class LoadingLocation(Group, frozen=True, kw_only=True):
    """Where the goods were loaded. WCO class 83A."""

    name: Annotated[Words | None, wco("L009", "an..256", "Name")] = None
    id: Annotated[Identifier | None, wco("L010", "an..17", "Identification number")] = None


class Seal(Group, frozen=True, kw_only=True):
    """A seal fixed to equipment or means of transport. WCO class 44B."""

    sequence_numeric: Annotated[Numeric | None, wco("006", "n..5", "Number in the sequence", required=True)] = None
    id: Annotated[Identifier | None, wco("165", "an..35", "Seal number")] = None


class TransportEquipment(Group, frozen=True, kw_only=True):
    """A container or other unit load the goods travel in. WCO class 31B."""

    sequence_numeric: Annotated[Numeric | None, wco("006", "n..5", "Number in the sequence", required=True)] = None
    id: Annotated[Identifier | None, wco("159", "an..17", "Container number (ISO 6346)")] = None
    seal: Annotated[tuple[Seal, ...], wco("44B")] = ()


class ConsignmentItem(Group, frozen=True, kw_only=True):
    """One line of a consignment, as the carrier counts it. WCO class 29A."""

    sequence_numeric: Annotated[Numeric | None, wco("006", "n..5", "Number in the sequence", required=True)] = None
    consignor: Annotated[Consignor | None, wco("30A")] = None
    freight: Annotated[Freight | None, wco("62A")] = None


class Consignment(Group, frozen=True, kw_only=True):
    """What is carried as one under one transport contract. WCO class 28A."""

    carrier: Annotated[Carrier | None, wco("18A")] = None
    consignment_item: Annotated[tuple[ConsignmentItem, ...], wco("29A", most=999)] = ()
    consignor: Annotated[Consignor | None, wco("30A")] = None
    freight: Annotated[Freight | None, wco("62A")] = None
    itinerary: Annotated[tuple[Itinerary, ...], wco("81A")] = ()
    container_code: Annotated[Code | None, wco("096", "an..3", "1 if in containers, 0 if not")] = None
    arrival_transport_means: Annotated[ArrivalTransportMeans | None, wco("10A")] = None
    departure_transport_means: Annotated[DepartureTransportMeans | None, wco("46A")] = None
    goods_location: Annotated[GoodsLocation | None, wco("64A")] = None
    loading_location: Annotated[LoadingLocation | None, wco("83A")] = None
    transport_equipment: Annotated[tuple[TransportEquipment, ...], wco("31B")] = ()
