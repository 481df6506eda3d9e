"""Journeys walked: each worked journey of a profile is declared, assessed and held against what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from clearlane.assessment.assess import assess
from clearlane.model.assessment import TaxLine
from clearlane.model.commodity import (
    ChargeDeduction,
    Classification,
    Commodity,
    CustomsValuation,
    DutyTaxFee,
    GoodsMeasure,
    GovernmentProcedure,
    InvoiceLine,
    Origin,
)
from clearlane.model.dated import ExchangeRates
from clearlane.model.declaration import Declaration
from clearlane.model.documents import AdditionalDocument, AdditionalInformation
from clearlane.model.facts import Assessed
from clearlane.model.journey import Journey, JourneyGoods, JourneyMeasure, JourneyStep, read_journey
from clearlane.model.measure import ALL_ORIGINS, Area, Measure, MeasureType
from clearlane.model.nomenclature import TariffLine
from clearlane.model.profile import Profile
from clearlane.model.shipment import GoodsShipment, GovernmentAgencyGoodsItem, TradeTerms
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.model.text import Text
from clearlane.model.transport import BorderTransportMeans
from clearlane.model.values import Amount, Quantity
from clearlane.office.complaints import Complaint
from clearlane.tariff.dialects import read_duty


def journeys(profile: Profile) -> Iterator[Complaint]:
    """Walk every journey of a profile; yield each figure that is not reached.

    Args:
      profile: The law.
    """
    for name, written in profile.journeys.items():
        try:
            journey = read_journey(written)
            walked = walk(journey, profile)
        except Exception as fault:  # noqa: BLE001 - a country's own file may be wrong in any way, and its author is told how
            yield _said(name, f"it cannot be walked ({type(fault).__name__}: {fault}).", f"không thực hiện được ({fault}).")
            continue
        yield from _held_against(name, journey, walked)


def walk(journey: Journey, profile: Profile) -> Assessed:
    """Return what the law makes of a journey's declaration.

    Raises:
      DutyTextFault: A rate of the journey cannot be read.
    """
    return assess(declared(journey), law_of(journey, profile), moment_of(journey, profile))


def law_of(journey: Journey, profile: Profile) -> Profile:
    """Return the law of a profile with the rates of exchange and of duty that a journey rests on.

    Raises:
      DutyTextFault: A rate of the journey cannot be read.
    """
    law = profile
    if journey.exchange:
        rates = {currency: ((journey.on, rate),) for currency, rate in journey.exchange.items()}
        law = replace(law, exchange=ExchangeRates(rates, "the journey's own"))
    if journey.tariff:
        law = replace(law, tariff=_tariff(journey, profile))
    return law


def moment_of(journey: Journey, profile: Profile) -> datetime:
    """Return noon of the journey's day, as the law counts days."""
    return datetime.combine(journey.on, time(12), ZoneInfo(profile.time_zone))


def declared(journey: Journey) -> Declaration:
    """Return the declaration of a journey."""
    return Declaration(
        function_code="9",
        functional_reference_id="JOURNEY",
        additional_information=tuple(AdditionalInformation(statement_code=code) for code in journey.stated),
        type_code=journey.kind,
        border_transport_means=BorderTransportMeans(mode_code=journey.mode) if journey.mode else None,
        goods_shipment=GoodsShipment(
            customs_valuation=CustomsValuation(charge_deduction=_charges(journey.charges, journey.currency)) if journey.charges else None,
            government_agency_goods_item=tuple(_item(count, goods, journey) for count, goods in enumerate(journey.goods, 1)),
            trade_terms=TradeTerms(condition_code=journey.incoterm),
        ),
    )


def _item(count: int, goods: JourneyGoods, journey: Journey) -> GovernmentAgencyGoodsItem:
    procedures = (GovernmentProcedure(current_code=goods.procedure[:2], previous_code=goods.procedure[2:]),)
    return GovernmentAgencyGoodsItem(
        sequence_numeric=str(count),
        additional_document=tuple(AdditionalDocument(category_code=code[:1], type_code=code[1:], id="1") for code in goods.documents),
        commodity=_commodity(goods, journey.currency),
        customs_valuation=CustomsValuation(method_code=goods.method, charge_deduction=_charges(goods.charges, journey.currency)),
        government_procedure=(*procedures, *(GovernmentProcedure(current_code=code) for code in goods.additional_procedures)),
        origin=(Origin(country_code=goods.origin, type_code="2" if goods.claim[:1] in ("2", "3") else "1"),),
    )


def _commodity(goods: JourneyGoods, currency: str) -> Commodity:
    codes = (("TSP", goods.code), *(("TRA", code) for code in goods.additional_codes))
    further = {key: figure for key, figure in goods.quantities.items() if key != "KGM"}
    supplementary = next(iter(further), "")
    fees = [DutyTaxFee(duty_regime_code=goods.claim)] if goods.claim else []
    fees += [DutyTaxFee(specific_tax_base_quantity=_quantity(key, figure)) for key, figure in further.items() if key != supplementary]
    return Commodity(
        description=goods.words.en,
        classification=tuple(Classification(id=code, identification_type_code=kind) for kind, code in codes),
        duty_tax_fee=tuple(fees),
        goods_measure=GoodsMeasure(
            net_net_weight_measure=_quantity("KGM", goods.quantities["KGM"]) if "KGM" in goods.quantities else None,
            tariff_quantity=_quantity(supplementary, further[supplementary]) if supplementary else None,
        ),
        invoice_line=InvoiceLine(item_charge_amount=Amount(str(goods.price), currency)),
    )


def _quantity(key: str, figure: Decimal) -> Quantity:
    return Quantity(str(figure), key.replace(":", "#"))


def _charges(charges: Mapping[str, Decimal], currency: str) -> tuple[ChargeDeduction, ...]:
    return tuple(
        ChargeDeduction(charges_type_code=code, other_charge_deduction_amount=Amount(str(figure), currency))
        for code, figure in charges.items()
    )


def _tariff(journey: Journey, profile: Profile) -> Tariff:
    codes = sorted({row.code for row in journey.tariff} | {goods.code for goods in journey.goods})
    lines = tuple(TariffLine(place, code, len(code)) for place, code in enumerate(codes, 1))
    alone = Counter(row.code for row in journey.tariff)
    measures = tuple(
        _measure(row.additional_code or (row.code if alone[row.code] == 1 else f"J{count}"), row, journey.dialect, profile.currency)
        for count, row in enumerate(journey.tariff, 1)
    )
    series = {row.type or row.series: row.series for row in journey.tariff}
    areas = {row.area: row for row in journey.tariff if row.area != ALL_ORIGINS and (row.members or row.proofs)}
    return Tariff(
        TariffContent(
            TariffHeader(profile.country, "journey", journey.title.en, currency=profile.currency),
            lines,
            measures,
            tuple(MeasureType(kind, one, Text(en=one, vi=one)) for kind, one in series.items()),
            tuple(
                Area(code, Text(en=row.law, vi=row.law), row.members or (code,), agreement=row.law, proofs=row.proofs)
                for code, row in areas.items()
            ),
        )
    )


def _measure(name: str, row: JourneyMeasure, dialect: str, currency: str) -> Measure:
    duty = read_duty(row.duty, dialect, currency).parts[0].expression
    code = row.additional_code
    kind = row.type or row.series
    return Measure(name, row.code, kind, duty, row.area, row.since, row.until, additional_code=code, reference=row.law)


def _held_against(name: str, journey: Journey, walked: Assessed) -> Iterator[Complaint]:
    left = list(walked.lines)
    for step in journey.steps:
        if step.tax == "value":
            yield from _value(name, step, walked)
        else:
            line = next((one for one in left if _is_of(step, one)), None)
            if line is not None:
                left.remove(line)
            yield from _step(name, step, line)
    for line in left:
        yield _said(
            name, f"no step speaks of {line.tax} on item {line.item}.", f"không bước nào nói về {line.tax} của dòng hàng {line.item}."
        )
    if walked.total != journey.total:
        yield _differs(name, "total", str(walked.total), str(journey.total))


def _is_of(step: JourneyStep, line: TaxLine) -> bool:
    return (line.item, line.tax) == (step.item, step.tax) and step.measure in ("", line.measure)


def _value(name: str, step: JourneyStep, walked: Assessed) -> Iterator[Complaint]:
    value = next((one for one in walked.values if one.item == step.item), None)
    if value is None:
        yield _differs(name, f"value of item {step.item}", "nothing", str(step.amount))
    elif value.value != step.amount:
        because = f" ({value.reason.en})" if value.reason else f" = {value.formula}"
        yield _differs(name, f"value of item {step.item}", f"{value.value}{because}", str(step.amount))


def _step(name: str, step: JourneyStep, line: TaxLine | None) -> Iterator[Complaint]:
    where = f"{step.tax} on item {step.item}"
    if line is None:
        yield _differs(name, where, "nothing", str(step.amount))
        return
    because = f" ({line.reason.en})" if line.reason else f" ({line.formula})" if line.formula else ""
    if line.outcome != step.outcome:
        yield _differs(name, f"{where}, outcome", f"{line.outcome}{because}", step.outcome)
    if line.amount != step.amount and not (step.outcome == "suspended" and step.amount is None):
        yield _differs(name, f"{where}, amount", f"{line.amount}{because}", str(step.amount))
    if step.base is not None and line.base != step.base:
        yield _differs(name, f"{where}, base", f"{line.base}{because}", str(step.base))
    if step.missing and set(line.missing) != set(step.missing):
        yield _differs(name, f"{where}, missing", ", ".join(line.missing), ", ".join(step.missing))


def _differs(name: str, where: str, came: str, expected: str) -> Complaint:
    return _said(name, f"{where}: {expected} is expected, {came} is found.", f"{where}: cần {expected}, tính được {came}.")


def _said(name: str, en: str, vi: str) -> Complaint:
    return Complaint("journeys", Text(en=f"{name}: {en}", vi=f"{name}: {vi}"))
