"""One line of goods put into a goods item of a declaration."""

from __future__ import annotations

from clearlane.model.commodity import (
    Classification,
    Commodity,
    CustomsValuation,
    DutyTaxFee,
    GoodsMeasure,
    GovernmentProcedure,
    InvoiceLine,
    Origin,
    Packaging,
    Payment,
    ValuationAdjustment,
)
from clearlane.model.documents import AdditionalDocument, AdditionalInformation
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.values import Amount, Quantity
from clearlane.simulator.catalogue import RATE
from clearlane.simulator.firms import Firm
from clearlane.simulator.numbers import decimal
from clearlane.simulator.trade import Line, Shipment

_PRICE = CustomsValuation(method_code="1")
_NOTHING_ADDED = ValuationAdjustment(addition_code="0000")
_RELIEF = {"5300": "D51"}
_NEEDS = {"7100": "C500", "5100": "C601", "5300": "C516"}
_SPIRITS = "2208"
_STRENGTH = 400
"""Pure alcohol in a litre of spirits, in thousandths."""
_OWN_GOODS = AdditionalInformation(statement_code="00500", statement_description="IMPORTER")


def declare_item(shipment: Shipment, line: Line, item: int) -> GovernmentAgencyGoodsItem:
    """Return a line as the goods item of that number."""
    firm, exports = shipment.firm, shipment.firm.exports
    charge = Amount(decimal(line.value), shipment.currency)
    return GovernmentAgencyGoodsItem(
        sequence_numeric=str(item),
        statistical_value_amount=Amount(decimal(line.value * RATE[shipment.currency] // 1000), "ARD"),
        additional_document=_documents(shipment, line, item),
        additional_information=() if exports or firm.broker else (_OWN_GOODS,),
        commodity=_commodity(firm, line, charge),
        customs_valuation=None if exports else _PRICE,
        government_procedure=_procedures(firm.procedure),
        origin=(Origin(country_code=line.origin, type_code="2" if line.claimed else "1"),),
        packaging=(_packaging(shipment, line),),
        valuation_adjustment=None if exports else _NOTHING_ADDED,
    )


def _commodity(firm: Firm, line: Line, charge: Amount) -> Commodity:
    duty = DutyTaxFee(duty_regime_code="300" if line.claimed else "100", payment=Payment(method_code=firm.payment))
    return Commodity(
        description=line.description,
        classification=(Classification(id=line.code, identification_type_code="TSP"),),
        duty_tax_fee=() if firm.exports else (duty, *_strength(line)),
        goods_measure=GoodsMeasure(
            gross_mass_measure=Quantity(decimal(line.gross, 3), "KGM"),
            net_net_weight_measure=Quantity(decimal(line.net, 3), "KGM"),
            tariff_quantity=Quantity(f"{line.quantity}.000", line.product.unit),
        ),
        invoice_line=InvoiceLine(item_charge_amount=charge),
    )


def _strength(line: Line) -> tuple[DutyTaxFee, ...]:
    """Return the pure alcohol in spirits, which their excise is charged on."""
    if not line.code.startswith(_SPIRITS):
        return ()
    return (DutyTaxFee(specific_tax_base_quantity=Quantity(decimal(line.quantity * _STRENGTH, 3), "LPA")),)


def _procedures(procedure: str) -> tuple[GovernmentProcedure, ...]:
    asked = GovernmentProcedure(current_code=procedure[:2], previous_code=procedure[2:])
    return (asked, GovernmentProcedure(current_code=_RELIEF.get(procedure, "000")))


def _packaging(shipment: Shipment, line: Line) -> Packaging:
    return Packaging(
        sequence_numeric="1",
        marks_numbers_id=f"{shipment.firm.name[:20].upper().strip()} {shipment.invoice[-5:]}",
        quantity_quantity=Quantity(str(line.packages)),
        type_code=line.product.package,
    )


def _documents(shipment: Shipment, line: Line, item: int) -> tuple[AdditionalDocument, ...]:
    """Return the invoice, the packing list, the proof of origin and what else the goods and the procedure need."""
    invoice = shipment.invoice
    if shipment.firm.exports:
        return (_document("N380", invoice), _document("N271", f"PL-{invoice[-5:]}"))
    codes = [*line.documents, *((_NEEDS[shipment.firm.procedure],) if shipment.firm.procedure in _NEEDS else ())]
    found = [_document("N935", invoice), _document("N271", f"PL-{invoice[-5:]}")]
    if line.claimed:
        found.append(_document("U110", f"STMT-{invoice}"))
    found += [_document(code if len(code) == 4 else f"9{code}", f"{code}-{invoice[-5:]}-{item}") for code in codes]
    return tuple(found)


def _document(code: str, reference: str) -> AdditionalDocument:
    return AdditionalDocument(category_code=code[0], type_code=code[1:], id=reference)
