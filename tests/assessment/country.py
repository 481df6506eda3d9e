"""A country of a few taxes, made for one test at a time, and declarations into it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from xml.sax.saxutils import escape

from clearlane.lodgement.read import read
from clearlane.model.dated import ExchangeRates
from clearlane.model.declaration import Declaration
from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Operator, Specific, Term, percentage
from clearlane.model.measure import Area, Measure, MeasureType, Series
from clearlane.model.money import Rounding
from clearlane.model.nomenclature import TariffLine
from clearlane.model.profile import DeclarationKind, LanePolicy, Profile
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.model.tax import Claim, Tax
from clearlane.model.text import Text
from clearlane.model.valuation import Charge, Segment, Valuation

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
ON = AT.date()
HOME = frozenset({"40"})
CODE = "22042100"
CENT = Rounding("half-up", 2)


def said(words: str) -> Text:
    return Text(en=words, vi=words)


def standing(percent: str, prefix: str = "", *, id_: str = "", since: date = date(2020, 1, 1), until: date | None = None) -> Measure:
    return Measure(
        id_ or f"L-{prefix}-{percent}", prefix, "law", percentage(Decimal(percent)), since=since, until=until, reference="Act, s. 1"
    )


def tax(
    code: str,
    base: tuple[str, ...] = ("value",),
    percent: str | None = None,
    *,
    series: tuple[Series, ...] = (),
    law: tuple[Measure, ...] = (),
    rounding: Rounding = CENT,
    due_under: frozenset[str] = HOME,
    optional: bool = False,
) -> Tax:
    law = law or ((standing(percent),) if percent is not None else ())
    return Tax(code, said(f"Tax {code}"), base, None, rounding, due_under, "Act", optional, series, law)


def country(*taxes: Tax, **more: object) -> Profile:
    kinds = {
        "IMA": DeclarationKind("import", "presented", said("import")),
        "EXA": DeclarationKind("export", "presented", said("export")),
    }
    given: dict[str, object] = {
        "currency": "ARD",
        "exchange": ExchangeRates({"USD": ((ON, Decimal("8.000000")),), "EUR": ((ON, Decimal(9)),)}, "Bulletin"),
        "value_rounding": CENT,
        **more,
    }
    return Profile(
        code="xx",
        name=said("Nowhere"),
        country="XX",
        agency="Customs",
        kinds=kinds,
        code_lists={},
        code_rules=(),
        obligations=(),
        taxes=taxes,
        lanes=LanePolicy(0.5, 0.8, {}, {}),
        **given,  # type: ignore[arg-type]
    )


def charge(code: str, amount: str, currency: str = "USD") -> str:
    return (
        f"<ChargeDeduction><ChargesTypeCode>{code}</ChargesTypeCode>"
        f'<OtherChargeDeductionAmount currencyID="{currency}">{amount}</OtherChargeDeductionAmount></ChargeDeduction>'
    )


def document(kind: str, number: str = "X-1", category: str = "") -> str:
    of = f"<CategoryCode>{category}</CategoryCode>" if category else ""
    return f"<AdditionalDocument>{of}<ID>{number}</ID><TypeCode>{kind}</TypeCode></AdditionalDocument>"


def item(
    price: str = "100.00",
    currency: str = "USD",
    *,
    procedure: str = "40",
    code: str = CODE,
    origin: str = "",
    documents: str = "",
    codes: tuple[str, ...] = (),
    fees: str = "",
    measure: str = "",
    valuation: str = "",
    relief: str = "",
    value: str = "",
    stated: str = "",
) -> str:
    more = "".join(f"<Classification><ID>{one}</ID><IdentificationTypeCode>TRA</IdentificationTypeCode></Classification>" for one in codes)
    return (
        f"<GovernmentAgencyGoodsItem>{value}<SequenceNumeric>1</SequenceNumeric>{documents}{stated}<Commodity><Classification><ID>{code}</ID>"
        f"<IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>{more}{fees}"
        f"{f'<GoodsMeasure>{measure}</GoodsMeasure>' if measure else ''}"
        f'<InvoiceLine><ItemChargeAmount currencyID="{currency}">{price}</ItemChargeAmount></InvoiceLine></Commodity>'
        f"{f'<CustomsValuation>{valuation}</CustomsValuation>' if valuation else ''}"
        f"<GovernmentProcedure><CurrentCode>{procedure}</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>"
        f"{f'<GovernmentProcedure><CurrentCode>{relief}</CurrentCode></GovernmentProcedure>' if relief else ''}"
        f"{f'<Origin><CountryCode>{origin}</CountryCode></Origin>' if origin else ''}</GovernmentAgencyGoodsItem>"
    )


def fee(regime: str = "", *, tax_type: str = "", quota: str = "", quantity: str = "", unit: str = "") -> str:
    base = f'<SpecificTaxBaseQuantity unitCode="{unit}">{quantity}</SpecificTaxBaseQuantity>' if quantity else ""
    kind = f"<TypeCode>{tax_type}</TypeCode>" if tax_type else ""
    order = f"<QuotaOrderID>{quota}</QuotaOrderID>" if quota else ""
    return f"<DutyTaxFee>{f'<DutyRegimeCode>{regime}</DutyRegimeCode>' if regime else ''}{base}{kind}{order}</DutyTaxFee>"


def declared(*items: str, kind: str = "IMA", valuation: str = "", term: str = "", head: str = "") -> Declaration:
    whole = f"<CustomsValuation>{valuation}</CustomsValuation>" if valuation else ""
    terms = f"<TradeTerms><ConditionCode>{escape(term)}</ConditionCode></TradeTerms>" if term else ""
    return read(
        f'<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><TypeCode>{kind}</TypeCode>{head}<GoodsShipment>{whole}'
        f"{''.join(items or (item(),))}{terms}</GoodsShipment></Declaration>".encode()
    ).declaration


def expression(*parts: tuple[Operator, AdValorem | Specific], text: str = "as stated") -> DutyExpression:
    return DutyExpression(text, tuple(Term(part, operator) for operator, part in parts))


def per(amount: str, key: str, of: str = "1", currency: str = "ARD") -> Specific:
    unit, _, qualifier = key.partition(":")
    return Specific(Decimal(amount), currency, (Measurement(unit, qualifier, Decimal(of)),))


TYPES: dict[str, Series] = {
    "103": "third-country",
    "142": "preference",
    "112": "suspension",
    "143": "quota",
    "552": "anti-dumping",
    "553": "countervailing",
    "306": "excise",
    "305": "vat",
    "100": "ordinary",
}


def tariff(*measures: Measure, areas: tuple[Area, ...] = (), version: str = "XX-1") -> Tariff:
    lines = (
        TariffLine(1, "22", 0),
        TariffLine(2, "2204", 1, units=("LTR",)),
        TariffLine(3, CODE, 2, units=("LTR",)),
        TariffLine(4, "72083900", 0),
    )
    types = tuple(MeasureType(code, series, said(series)) for code, series in TYPES.items())
    return Tariff(TariffContent(TariffHeader("XX", "1", "Tariff", currency="ARD"), lines, measures, types, areas), version)


def measure(kind: str, percent: str | DutyExpression, **more: object) -> Measure:
    duty = percentage(Decimal(percent)) if isinstance(percent, str) else percent
    given: dict[str, object] = {"id": f"{kind}-{duty.text}-{'-'.join(map(str, more.values()))}"[:60], "code": CODE, "reference": "Order"}
    return Measure(type=kind, duty=duty, **{**given, **more})  # type: ignore[arg-type]


def claim(code: str, *series: Series, **more: object) -> Claim:
    return Claim(code, said(f"claim {code}"), series, **more)  # type: ignore[arg-type]


def charges(**segments: Segment | str) -> Valuation:
    """A valuation whose charges pay for a part of the way, or are of a kind."""
    known = {
        code: Charge(code, said(code), "segment", kind) if len(kind) == 1 else Charge(code, said(code), kind)  # type: ignore[arg-type]
        for code, kind in segments.items()
    }
    return Valuation(charges=known)
