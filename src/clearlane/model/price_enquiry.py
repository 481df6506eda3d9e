"""An enquiry into what one duty text comes to, without a declaration, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.model.assessment import Price
from clearlane.model.duty import DutyExpression
from clearlane.model.duty_text import DutyText
from clearlane.model.money import Rounding
from clearlane.model.text import Text


class PriceEnquiry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A duty text, and what is known of the goods.

    Attributes:
      text: The duty as a tariff writes it.
      dialect: How it is written; empty to recognise it.
      value: The amount percentages are taken of; None where it is not known.
      quantities: Quantities as in ``Measurement.key``, values such as ``RET`` in ``currency``.
      currency: The currency of account, ISO 4217; empty for the one currency the text names.
      rates: How many of ``currency`` one of another currency is.
      on: The day, for rates that hold in a season; None where it is not known.
      documents: Codes of documents at hand.
      programme: The programme or partner claimed; empty for none.
      rounding: How the duty is rounded; None to leave it exact.
    """

    text: str
    dialect: str = ""
    value: Decimal | None = None
    quantities: Mapping[str, Decimal] = {}
    currency: str = ""
    rates: Mapping[str, Decimal] = {}
    on: date | None = None
    documents: tuple[str, ...] = ()
    programme: str = ""
    rounding: Rounding | None = None


class PricedText(msgspec.Struct, frozen=True):
    """What the text came to.

    Attributes:
      read: The text as it was read.
      duty: The expression that was priced; None where the text left open which.
      price: The amount, what is missing, or why there is none.
      currency: The currency of account; empty where nothing names one.
      remarks: What a reader must know beside the steps.
    """

    read: DutyText
    duty: DutyExpression | None
    price: Price
    currency: str
    remarks: tuple[Text, ...] = ()
