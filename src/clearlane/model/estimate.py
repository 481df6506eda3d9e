"""An enquiry into what goods would cost at the border, and its answer: an estimate, not a ruling."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.model.assessment import TaxLine, ValueLine
from clearlane.model.text import Text


class Enquiry(msgspec.Struct, frozen=True, omit_defaults=True):
    """What someone wants to bring in.

    Attributes:
      code: The goods code, in digits.
      price: What is paid for the goods under the term of delivery.
      currency: ISO 4217.
      origin: ISO 3166 code of the country of origin.
      on: The day of importation.
      incoterm: The term of delivery.
      charges: Charges beside the price, by charge code of the profile, in ``currency``.
      quantities: Quantities as in ``Measurement.key``.
      claim: The rate claimed, by the profile's code; empty for the usual one.
      documents: Codes of documents at hand.
      additional_codes: Additional codes that apply.
      mode: The mode of transport at the border, such as ``1`` for the sea; empty where it is not known yet.
    """

    code: str
    price: Decimal
    currency: str
    origin: str
    on: date
    incoterm: str = "CIF"
    charges: Mapping[str, Decimal] = {}
    quantities: Mapping[str, Decimal] = {}
    claim: str = ""
    documents: tuple[str, ...] = ()
    additional_codes: tuple[str, ...] = ()
    mode: str = ""


class Estimate(msgspec.Struct, frozen=True, omit_defaults=True):
    """What it would come to.

    Attributes:
      enquiry: What was asked.
      currency: The profile's currency.
      value: The customs value.
      lines: Duties and taxes.
      total: Their sum; None where one is open.
      landed: Customs value and all duties; None where the total is.
      caveats: What the tariff leaves open for such goods; then the whole is conditional.
      tariff: The version of the tariff used.
    """

    enquiry: Enquiry
    currency: str
    value: ValueLine
    lines: tuple[TaxLine, ...]
    total: Decimal | None
    landed: Decimal | None
    caveats: tuple[Text, ...] = ()
    tariff: str = ""
