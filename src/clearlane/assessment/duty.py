"""Duties, taxes and fees of an item, in the order the law computes them. A tax is data (``Profile.taxes``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clearlane.model.assessment import TaxLine, ValueLine
from clearlane.model.dated import DatedRate
from clearlane.model.profile import Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.tax import Tax
from clearlane.model.text import Text


def tax_lines(item: GovernmentAgencyGoodsItem, value: ValueLine, profile: Profile, on: date) -> Iterator[TaxLine]:
    """Yield every line on an item.

    Args:
      item: The goods.
      value: Their customs value.
      profile: The law.
      on: The day whose rates hold.
    """
    amounts: dict[str, Decimal | None] = {"value": value.value}
    for tax in profile.taxes:
        line = _line(item, value, tax, amounts, on)
        amounts[tax.code] = Decimal(0) if line is None or line.outcome == "suspended" else line.amount
        if line is not None:
            yield line


def _line(item: GovernmentAgencyGoodsItem, value: ValueLine, tax: Tax, amounts: dict[str, Decimal | None], on: date) -> TaxLine | None:
    count, procedure = value.item, item.procedure_code
    if procedure[:2] not in tax.due_under:
        if tax.optional:
            return None
        return TaxLine(count, tax.code, "suspended", reference=tax.reference, reason=_not_due(tax, procedure))
    if tax.rates is None:
        return TaxLine(count, tax.code, "unpriced", reference=tax.reference, reason=_no_tariff(tax))
    rate = tax.rates.find(item.commodity_code, on)
    if rate is None:
        if tax.optional:
            return None
        return TaxLine(count, tax.code, "unpriced", reference=tax.reference, reason=_no_rate(tax, item.commodity_code, on))
    return _priced(count, tax, rate, amounts, value)


def _priced(count: int, tax: Tax, rate: DatedRate, amounts: dict[str, Decimal | None], value: ValueLine) -> TaxLine:
    percent, reference = f"{rate.percent} %", f"{rate.reference} ({rate.since:%Y-%m-%d})"
    parts = [amounts.get(name) for name in tax.base]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return TaxLine(count, tax.code, "unpriced", rate=percent, reference=reference, reason=value.reason or _base_open(tax))
    base = sum(known, Decimal(0))
    amount = tax.rounding.of(base * rate.percent / 100)
    formula = f"{base} x {rate.percent} % = {amount} ({tax.rounding})"
    return TaxLine(count, tax.code, "priced", amount, base, percent, formula, reference)


def _not_due(tax: Tax, procedure: str) -> Text:
    return Text(
        en=f"{tax.name.en} is not charged under procedure {procedure or '(none)'}.",
        vi=f"Không thu {tax.name.vi} đối với chế độ {procedure or '(chưa khai)'}.",
    )


def _no_tariff(tax: Tax) -> Text:
    return Text(en=f"{tax.name.en}: no tariff is loaded.", vi=f"{tax.name.vi}: chưa nạp biểu thuế.")


def _no_rate(tax: Tax, code: str, on: date) -> Text:
    return Text(
        en=f"{tax.name.en}: the tariff holds no rate for {code or 'goods without a code'} on {on:%Y-%m-%d}.",
        vi=f"{tax.name.vi}: biểu thuế không có thuế suất cho mã {code or '(trống)'} vào ngày {on:%d/%m/%Y}.",
    )


def _base_open(tax: Tax) -> Text:
    return Text(
        en=f"{tax.name.en}: an amount it is charged on is itself not computed.",
        vi=f"{tax.name.vi}: chưa tính được số tiền làm căn cứ tính.",
    )
