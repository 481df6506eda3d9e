"""Parts of a response, made from findings and assessments: errors, remarks, pointers and the tax statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby

from msgspec.structs import replace

from clearlane.model.assessment import TaxLine
from clearlane.model.documents import Amendment, Pointer
from clearlane.model.facts import Assessed, Difference
from clearlane.model.findings import Finding, Step
from clearlane.model.findings import Pointer as Place
from clearlane.model.money import Rounding
from clearlane.model.pointing import point
from clearlane.model.response import (
    Error,
    ResponseAdditionalInformation,
    ResponseCommodity,
    ResponseDutyTaxFee,
    ResponseGoodsItem,
    ResponseGoodsShipment,
    ResponseItemDutyTaxFee,
    ResponseItemPayment,
    ResponsePayment,
)
from clearlane.model.text import Text
from clearlane.model.values import Amount, DateTime, Quantity

LONGEST_WORDS, LONGEST_CODE = 512, 8
REMARK = "ACB"
"""Kind of statement: additional information (EDIFACT 4451)."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?%")
_WARNING = Text(en="Warning: ", vi="Cảnh báo: ")


def plain(text: str, longest: int = LONGEST_WORDS) -> str:
    """Return a text as a message can carry it: without characters XML has no place for, and cut to length.

    >>> plain("too long to carry", 8)
    'too lon…'
    """
    text = _NO_XML.sub("", text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def moment(at: datetime) -> DateTime:
    """Return a moment in UTC, to the second (format 304)."""
    return DateTime(f"{at.astimezone(UTC):%Y%m%d%H%M%S}Z", "304")


def validation_code(rule: str) -> str:
    """Return a rule's code in eight characters: whole where it fits, else its first four and last four letters or digits.

    >>> validation_code("XA-301"), validation_code("EXAMPLE-RULE-0042")
    ('XA-301', 'EXAM0042')
    """
    if len(rule) <= LONGEST_CODE:
        return rule
    letters = "".join(filter(str.isalnum, rule))
    return letters if len(letters) <= LONGEST_CODE else letters[:4] + letters[-4:]


def error(finding: Finding, language: str) -> Error:
    """Return a finding as an error: its code, its words with the remedy, its place."""
    return Error(
        validation_code=validation_code(finding.rule),
        description=_described(finding, language),
        pointer=pointers(finding.pointer),
    )


def remark(finding: Finding, language: str) -> ResponseAdditionalInformation:
    """Return a finding that stops nothing as a remark."""
    return ResponseAdditionalInformation(
        statement_code=validation_code(finding.rule),
        statement_description=_described(finding, language),
        statement_type_code=REMARK,
        pointer=pointers(finding.pointer),
    )


def _described(finding: Finding, language: str) -> str:
    start = _WARNING.said(language) if finding.severity == "warning" else ""
    return plain(f"{start}{finding.rule}. {finding.message.said(language)} {finding.remedy.said(language)}")


def pointers(place: Place) -> tuple[Pointer, ...]:
    """Return a place in WCO ids as the steps of a message, the attribute on the last."""
    steps = [Pointer(sequence_numeric=str(s.sequence) if s.sequence else None, document_section_code=s.section) for s in place.steps]
    if steps and place.tag:
        steps[-1] = replace(steps[-1], tag_id=place.tag)
    return tuple(steps)


def changes(differences: Sequence[Difference]) -> tuple[Amendment, ...]:
    """Return the places that changed. Those the WCO Data Model has no id for are left out."""
    return tuple(Amendment(pointer=way) for difference in differences if (way := _way(difference.path)))


def _way(path: str) -> tuple[Pointer, ...]:
    try:
        return pointers(point(path.removeprefix("/Declaration").removeprefix("/")))
    except LookupError:
        return ()


def taxed_goods(assessed: Assessed) -> ResponseGoodsShipment | None:
    """Return every duty line by item; None where there is none."""
    by_item = groupby(sorted(assessed.lines, key=lambda line: line.item), key=lambda line: line.item)
    items = tuple(
        ResponseGoodsItem(
            sequence_numeric=str(item),
            commodity=ResponseCommodity(duty_tax_fee=tuple(_taxed(line, assessed.currency) for line in lines)),
        )
        for item, lines in by_item
    )
    return ResponseGoodsShipment(government_agency_goods_item=items) if items else None


def _taxed(line: TaxLine, currency: str) -> ResponseItemDutyTaxFee:
    percent = _PERCENT.fullmatch(line.rate)
    return ResponseItemDutyTaxFee(
        ad_valorem_tax_base_amount=None if line.base is None else amount(line.base, currency),
        duty_regime_code=plain(line.claim, 3) or None,
        specific_tax_base_quantity=None if line.quantity is None else Quantity(f"{line.quantity:f}", line.unit.partition(":")[0]),
        tax_rate_numeric=percent[1] if percent else None,
        type_code=line.tax,
        payment=_payment(line, currency),
    )


def _payment(line: TaxLine, currency: str) -> ResponseItemPayment | None:
    """What one line comes to. What is not priced has no amount at all, and is never told as zero."""
    if line.outcome in ("unpriced", "conditional") or (line.outcome == "priced" and line.amount is None):
        return None
    assessed = None if line.amount is None else amount(line.amount, currency)
    due = amount(Decimal(0), currency) if line.outcome == "suspended" else assessed
    return ResponseItemPayment(tax_assessed_amount=assessed, payment_amount=due)


def total_due(assessed: Assessed) -> tuple[ResponseDutyTaxFee, ...]:
    """Return the total to pay; nothing where it is not known."""
    if assessed.total is None:
        return ()
    return (ResponseDutyTaxFee(payment=ResponsePayment(payment_amount=amount(assessed.total, assessed.currency))),)


def tax_remarks(assessed: Assessed, language: str) -> tuple[ResponseAdditionalInformation, ...]:
    """Say in words, at its item, why a line is not priced or not charged, or a value not known."""
    said = [_at_item(v.item, "unpriced", v.reason.said(language)) for v in assessed.values if v.reason and v.value is None]
    said += [_at_item(x.item, x.outcome, f"{x.tax}. {x.reason.said(language)}") for x in assessed.lines if x.reason]
    return tuple(said)


def _at_item(item: int, code: str, words: str) -> ResponseAdditionalInformation:
    place = Place((Step("42A"), Step("67A"), Step("68A", item)))
    return ResponseAdditionalInformation(
        statement_code=code,
        statement_description=plain(words),
        statement_type_code=REMARK,
        pointer=pointers(place),
    )


def amount(figure: Decimal, currency: str) -> Amount:
    """Return an amount as written in a message, with at most three decimal places as its format demands."""
    exponent = figure.as_tuple().exponent
    fits = isinstance(exponent, int) and exponent >= -3
    return Amount(f"{figure if fits else Rounding('half-up', 3).of(figure):f}", currency)
