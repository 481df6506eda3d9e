"""A worked journey: goods from a declaration to every duty on them, as a lawyer would set it out, and executable.

A profile keeps its journeys as TOML files (``Profile.journeys``). Each says in words and figures what is declared, which rates of
the tariff it rests on where they are not the profile's own, and what the law makes of it, step by step. The conformance
suite (``clearlane profile check``) computes it and finds every figure that is not reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.model.assessment import Outcome
from clearlane.model.dated import ALWAYS
from clearlane.model.measure import ALL_ORIGINS, Series
from clearlane.model.text import Text


class JourneyGoods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An item of the declaration.

    Attributes:
      words: What the goods are.
      code: The goods code, in digits.
      origin: ISO 3166 code of the country of origin.
      price: In the journey's currency.
      quantities: As in ``Measurement.key``; ``KGM`` is the net mass.
      claim: The rate claimed, by the profile's code; empty for none.
      documents: Codes of documents named.
      additional_codes: Additional codes declared, such as a producer's.
      procedure: Procedure asked for and the one before.
      additional_procedures: Reliefs and the like.
      charges: Charges on this item, by charge code.
      method: The code of the method of valuation.
    """

    words: Text
    code: str
    origin: str
    price: Decimal
    quantities: Mapping[str, Decimal] = {}
    claim: str = ""
    documents: tuple[str, ...] = ()
    additional_codes: tuple[str, ...] = ()
    procedure: str = "4000"
    additional_procedures: tuple[str, ...] = ()
    charges: Mapping[str, Decimal] = {}
    method: str = "1"


class JourneyMeasure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rate of the tariff that the journey rests on, for profiles whose tariff the user loads.

    Attributes:
      code: The goods code it stands on.
      series: Which question it answers.
      duty: The rate as the tariff writes it, such as ``70 %``.
      law: Where it stands.
      area: A country, a group or ``ALL_ORIGINS``.
      members: Countries of the group, where the area is one.
      proofs: Documents any of which proves origin in that area.
      additional_code: The additional code it is for.
      since: First day.
      until: Last day.
      type: The code of its type, where a tax takes only measures of types of its own; the series where empty.
    """

    code: str
    series: Series
    duty: str
    law: str
    area: str = ALL_ORIGINS
    members: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    additional_code: str = ""
    since: date = ALWAYS
    until: date | None = None
    type: str = ""


class JourneyStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the law makes of the declaration, one figure at a time.

    Attributes:
      law: Why, in words, with the provision.
      tax: The code of the tax; ``value`` for the customs value.
      item: The item, counted from 1.
      amount: What it must come to; None where no figure is reached.
      base: What it is charged on; None where it need not be said.
      outcome: What must come of it.
      missing: What it waits for, where it is conditional.
      measure: The additional code of the measure, or the code of its line, where a tax has several lines on one item.
    """

    law: Text
    tax: str
    item: int = 1
    amount: Decimal | None = None
    base: Decimal | None = None
    outcome: Outcome = "priced"
    missing: tuple[str, ...] = ()
    measure: str = ""


class Journey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A declaration and all that the law makes of it.

    Attributes:
      title: What it shows.
      story: What happens, in a few sentences.
      on: The day of the act that fixes rates of duty and exchange.
      kind: The type code of the declaration.
      incoterm: The term of delivery.
      currency: Of prices and charges.
      goods: The items.
      steps: What the law makes of them, in order. A line of duty that no step names must not be there.
      total: All duties and taxes; None where they cannot be summed.
      mode: The mode of transport at the border; empty where it does not matter.
      charges: Charges on the whole shipment, by charge code.
      exchange: Rates of exchange into the profile's currency that the journey rests on; the profile's own where empty.
      tariff: Rates the journey rests on; the profile's own tariff where empty.
      dialect: How rates are written: ``taric``, ``us`` or ``vn``.
      source: Where the journey was taken from; empty for one of our own.
      stated: Codes of additional information stated for the whole declaration.
    """

    title: Text
    story: Text
    on: date
    kind: str
    incoterm: str
    currency: str
    goods: tuple[JourneyGoods, ...]
    steps: tuple[JourneyStep, ...]
    total: Decimal | None = None
    mode: str = ""
    charges: Mapping[str, Decimal] = {}
    exchange: Mapping[str, Decimal] = {}
    tariff: tuple[JourneyMeasure, ...] = ()
    dialect: str = "taric"
    source: str = ""
    stated: tuple[str, ...] = ()


def read_journey(written: bytes) -> Journey:
    """Return a journey as its TOML file has it.

    Raises:
      msgspec.MsgspecError: The file is no TOML or does not hold a journey.
    """
    return msgspec.toml.decode(written, type=Journey)
