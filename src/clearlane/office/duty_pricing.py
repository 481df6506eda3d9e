"""Price one duty text, as a tariff writes it: read it, choose the rate for the day, programme and documents, compute it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from clearlane.assessment.conditions import Rate, verdict
from clearlane.assessment.goods import Goods
from clearlane.assessment.pricing import Given, price
from clearlane.model.assessment import Conditional, Price, Unpriced, ValueLine
from clearlane.model.duty import AdValorem, DutyExpression, Specific
from clearlane.model.duty_text import DutyPart, DutyText
from clearlane.model.measure import Measure
from clearlane.model.price_enquiry import PricedText, PriceEnquiry
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.tariff.dialects import read_duty

_OWN = {"us": "USD", "vn": "VND"}
_NO_RATE = Text(en="The text names a unit and no rate: nothing is charged by it.", vi="Văn bản chỉ nêu đơn vị tính, không có mức thuế.")
_NOT_APPLIED = Text(
    en="By its conditions the duty does not apply to these goods.", vi="Theo điều kiện kèm theo, không áp dụng mức thuế này."
)
_OUT_OF_SEASON = Text(en="The text states no rate for this day.", vi="Văn bản không nêu mức thuế cho ngày này.")


def price_text(enquiry: PriceEnquiry) -> PricedText:
    """Return what a duty text comes to.

    Args:
      enquiry: The text, and what is known of the goods.

    Raises:
      DutyTextFault: The text is malformed.
      Unreadable: A value, a quantity or a rate is negative, or not a figure.
    """
    _checked(enquiry)
    read = read_duty(enquiry.text, enquiry.dialect or None)
    currency = enquiry.currency or _currency(read)
    parts = _of_programme(read, enquiry.programme)
    remarks = _remarks(parts, enquiry)
    found = _one(parts, enquiry)
    if not isinstance(found, DutyPart):
        return PricedText(read, None, found, currency, remarks)
    duty: DutyExpression | Price = _by_conditions(found, enquiry)
    if not isinstance(duty, DutyExpression):
        return PricedText(read, found.expression, duty, currency, remarks)
    return PricedText(read, duty, _priced(duty, enquiry, currency), currency, remarks)


def _checked(enquiry: PriceEnquiry) -> None:
    figures: Iterable[Decimal] = [*enquiry.quantities.values(), *enquiry.rates.values()]
    if enquiry.value is not None:
        figures = [enquiry.value, *figures]
    for figure in figures:
        if not figure.is_finite() or figure < 0:
            raise Unreadable(
                Text(
                    en=f"Values, quantities and rates are figures not less than nothing; {figure} is not.",
                    vi=f"Trị giá, số lượng và tỷ giá phải là số không âm; {figure} không hợp lệ.",
                )
            )


def _currency(read: DutyText) -> str:
    """Return the one currency a text names, else the dialect's own."""
    named = {
        term.part.currency
        for part in read.parts
        for duty in (part.expression, *(condition.duty for condition in part.conditions))
        if duty
        for term in duty.terms
        if isinstance(term.part, Specific)
    }
    return named.pop() if len(named) == 1 else _OWN.get(read.dialect, "")


def _of_programme(read: DutyText, programme: str) -> tuple[DutyPart, ...]:
    """Return the rates for a programme; for none, those that name none, or all where every rate names one."""
    if programme:
        claimed = tuple(part for part in read.parts if programme in part.programmes)
        if claimed:
            return claimed
    open_to_all = tuple(part for part in read.parts if not part.programmes)
    return open_to_all or (() if programme else read.parts)


def _remarks(parts: tuple[DutyPart, ...], enquiry: PriceEnquiry) -> tuple[Text, ...]:
    marks = ", ".join(parts[0].programmes) if len(parts) == 1 else ""
    if not marks or enquiry.programme:
        return ()
    return (Text(en=f"The rate is for these programmes only: {marks}.", vi=f"Mức thuế chỉ dành cho: {marks}."),)


def _one(parts: tuple[DutyPart, ...], enquiry: PriceEnquiry) -> DutyPart | Conditional | Unpriced:
    """Return the one rate that holds, or what is needed to tell which."""
    if not parts:
        why = f"“{enquiry.programme}”"
        return Unpriced(Text(en=f"The text states no rate for {why}.", vi=f"Văn bản không nêu mức thuế cho {why}."))
    if any(part.season for part in parts):
        if enquiry.on is None:
            return Conditional(("date",), Text(en="The rate depends on the day.", vi="Mức thuế phụ thuộc ngày áp dụng."))
        day = enquiry.on
        parts = tuple(part for part in parts if part.holds(day))
        if not parts:
            return Unpriced(_OUT_OF_SEASON)
    if len(parts) > 1 and any(part.programmes for part in parts):
        marks = ", ".join(mark for part in parts for mark in part.programmes)
        return Conditional(
            ("programme",), Text(en=f"The rate depends on the programme: {marks}.", vi=f"Mức thuế phụ thuộc chương trình ưu đãi: {marks}.")
        )
    part = parts[0]
    return Unpriced(_NO_RATE) if part.expression is None and not part.conditions else part


def _by_conditions(part: DutyPart, enquiry: PriceEnquiry) -> DutyExpression | Conditional | Unpriced:
    """Return the duty that the conditions leave."""
    if not part.conditions:
        return part.expression or Unpriced(_NO_RATE)
    goods = Goods(1, "", ValueLine(1, enquiry.value), documents=dict.fromkeys(enquiry.documents, ""), quantities=enquiry.quantities)
    found = verdict(Measure("", "", "", part.expression, conditions=part.conditions), goods, _rate(enquiry))
    if found.applies is None:
        names = ", ".join(found.missing)
        return Conditional(found.missing, Text(en=f"To tell which rate holds, this is missing: {names}.", vi=f"Còn thiếu: {names}."))
    if not found.applies:
        return Unpriced(_NOT_APPLIED)
    return found.duty or part.expression or Unpriced(_NO_RATE)


def _priced(duty: DutyExpression, enquiry: PriceEnquiry, currency: str) -> Price:
    found = price(duty, Given(enquiry.value or Decimal(0), enquiry.quantities, currency, _rate(enquiry), enquiry.rounding))
    of_base = any(isinstance(term.part, AdValorem) and not term.part.of for term in duty.terms)
    if enquiry.value is not None or not of_base or isinstance(found, Unpriced):
        return found
    missing = Text(en="the value percentages are taken of (value)", vi="trị giá tính thuế (value)")
    if isinstance(found, Conditional):
        return Conditional(
            ("value", *found.missing), Text(en=f"{found.reason.en} Also {missing.en}.", vi=f"{found.reason.vi} Thiếu cả {missing.vi}.")
        )
    return Conditional(("value",), Text(en=f"To compute it, this is missing: {missing.en}.", vi=f"Để tính được còn thiếu: {missing.vi}."))


def _rate(enquiry: PriceEnquiry) -> Rate:
    return enquiry.rates.get
