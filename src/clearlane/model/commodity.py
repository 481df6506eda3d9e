"""The goods themselves: codes, measures, duties, value."""

from __future__ import annotations

from typing import Annotated

from clearlane.model.group import Group, wco
from clearlane.model.transport import TransportEquipment
from clearlane.model.values import Amount, Code, Identifier, Numeric, Quantity, Words


class Classification(Group, frozen=True, kw_only=True):
    """A code of the goods under one nomenclature. WCO class 21A."""

    id: Annotated[Identifier | None, wco("145", "an..18", "Code of the goods")] = None
    identification_type_code: Annotated[Code | None, wco("", "an..3", "Nomenclature of the code (TSP, TRC, GN …)")] = None


class DangerousGoods(Group, frozen=True, kw_only=True):
    """The United Nations number of dangerous goods. WCO class 12C."""

    undgid: Annotated[Identifier | None, wco("506", "n..4", "United Nations number")] = None


class Payment(Group, frozen=True, kw_only=True):
    """How an amount is paid and how much it comes to. WCO class 94A."""

    method_code: Annotated[Code | None, wco("107", "a1", "Method of payment")] = None
    tax_assessed_amount: Annotated[Amount | None, wco("120", "n..16,3", "Amount assessed")] = None
    payment_amount: Annotated[Amount | None, wco("378", "n..16,3", "Amount to pay")] = None


class DutyTaxFee(Group, frozen=True, kw_only=True):
    """A duty, tax or fee declared or computed for the item. WCO class 50A."""

    ad_valorem_tax_base_amount: Annotated[Amount | None, wco("116", "n..16,3", "Base of an ad valorem duty")] = None
    deduct_amount: Annotated[Amount | None, wco("111", "n..16,3", "Amount deducted")] = None
    duty_regime_code: Annotated[Code | None, wco("164", "an..3", "Preference or regime claimed")] = None
    specific_tax_base_quantity: Annotated[Quantity | None, wco("129", "n..16,6", "Base of a specific duty")] = None
    tax_rate_numeric: Annotated[Numeric | None, wco("115", "an..17,3", "Rate")] = None
    type_code: Annotated[Code | None, wco("113", "an..3", "Kind of duty or tax")] = None
    quota_order_id: Annotated[Identifier | None, wco("401", "an..17", "Quota order number")] = None
    payment: Annotated[Payment | None, wco("94A")] = None


class GoodsMeasure(Group, frozen=True, kw_only=True):
    """Masses of the goods and their quantity in the tariff's unit. WCO class 65A."""

    gross_mass_measure: Annotated[Quantity | None, wco("126", "n..16,6", "Gross mass")] = None
    net_net_weight_measure: Annotated[Quantity | None, wco("128", "n..16,6", "Net mass")] = None
    tariff_quantity: Annotated[Quantity | None, wco("130", "n..16,6", "Quantity in the tariff's unit")] = None


class InvoiceLine(Group, frozen=True, kw_only=True):
    """The price of the item on the invoice. WCO class 79A."""

    item_charge_amount: Annotated[Amount | None, wco("112", "n..16,3", "Price of the item")] = None


class Commodity(Group, frozen=True, kw_only=True):
    """The goods themselves: description, codes, measures, duties. WCO class 23A."""

    description: Annotated[Words | None, wco("137", "an..512", "Description of the goods")] = None
    classification: Annotated[tuple[Classification, ...], wco("21A")] = ()
    dangerous_goods: Annotated[tuple[DangerousGoods, ...], wco("12C")] = ()
    duty_tax_fee: Annotated[tuple[DutyTaxFee, ...], wco("50A")] = ()
    goods_measure: Annotated[GoodsMeasure | None, wco("65A")] = None
    invoice_line: Annotated[InvoiceLine | None, wco("79A")] = None
    transport_equipment: Annotated[tuple[TransportEquipment, ...], wco("31B")] = ()


class ChargeDeduction(Group, frozen=True, kw_only=True):
    """A charge added to or deducted from the price. WCO class 58B."""

    charges_type_code: Annotated[Code | None, wco("371", "an..3", "Kind of charge")] = None
    other_charge_deduction_amount: Annotated[Amount | None, wco("181", "n..16,3", "Amount of the charge")] = None


class CustomsValuation(Group, frozen=True, kw_only=True):
    """How the customs value was reached, with charges added and deducted. WCO class 41A."""

    freight_charge_amount: Annotated[Amount | None, wco("117", "n..16,3", "Freight charge")] = None
    method_code: Annotated[Code | None, wco("122", "an..3", "Valuation method, 1 to 6")] = None
    charge_deduction: Annotated[tuple[ChargeDeduction, ...], wco("58B")] = ()


class ValuationAdjustment(Group, frozen=True, kw_only=True):
    """Circumstances that bear on the value, such as related parties. WCO class 39B."""

    addition_code: Annotated[Code | None, wco("188", "an..4", "Adjustment, coded")] = None


class GovernmentProcedure(Group, frozen=True, kw_only=True):
    """The customs procedure asked for and the one before it. WCO class 70A."""

    current_code: Annotated[Code | None, wco("166", "an..7", "Procedure asked for")] = None
    previous_code: Annotated[Code | None, wco("161", "an..7", "Procedure before")] = None


class Origin(Group, frozen=True, kw_only=True):
    """Where the goods originate, and under which rules. WCO class 92A."""

    country_code: Annotated[Code | None, wco("063", "an..4", "Country of origin")] = None
    region_id: Annotated[Identifier | None, wco("066", "an..9", "Region of origin")] = None
    type_code: Annotated[Code | None, wco("501", "an..3", "1 non-preferential, 2 preferential")] = None


class Packaging(Group, frozen=True, kw_only=True):
    """Packages of one kind with their marks. WCO class 93A."""

    sequence_numeric: Annotated[Numeric | None, wco("006", "n..5", "Number in the sequence", required=True)] = None
    marks_numbers_id: Annotated[Identifier | None, wco("142", "an..512", "Marks and numbers")] = None
    quantity_quantity: Annotated[Quantity | None, wco("144", "n..8", "Number of packages")] = None
    type_code: Annotated[Code | None, wco("141", "an..2", "Kind of package (UNECE Rec. 21)")] = None
    packing_material_description: Annotated[Words | None, wco("344", "an..256", "Packing material")] = None
    length_measure: Annotated[Quantity | None, wco("367", "n..15", "Length")] = None
    width_measure: Annotated[Quantity | None, wco("368", "n..15", "Width")] = None
    height_measure: Annotated[Quantity | None, wco("402", "n..15", "Height")] = None
    volume_measure: Annotated[Quantity | None, wco("395", "n..16,6", "Volume")] = None


class Destination(Group, frozen=True, kw_only=True):
    """The country or region the goods are bound for. WCO class 99B."""

    country_code: Annotated[Code | None, wco("465", "a2", "Country (ISO 3166)")] = None
    region_id: Annotated[Identifier | None, wco("477", "an..9", "Region")] = None


class ExportCountry(Group, frozen=True, kw_only=True):
    """The country the goods were dispatched from. WCO class 95B."""

    id: Annotated[Code | None, wco("062", "a2", "Country (ISO 3166)")] = None


class UCR(Group, frozen=True, kw_only=True):
    """The unique consignment reference that ties the whole trade together. WCO class 35B."""

    id: Annotated[Identifier | None, wco("016", "an..35", "Unique consignment reference")] = None
    trader_assigned_reference_id: Annotated[Identifier | None, wco("009", "an..35", "Trader's own reference for the consignment")] = None
