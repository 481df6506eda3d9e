"""How a territory values goods: its basis, the charges it knows, its methods, and the act that fixes rates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from clearlane.model.text import Text

Basis = Literal["CIF", "FOB"]
Segment = Literal["a", "b", "c", "d", "e", "f"]
"""Parts of the way: a to on board at export, b main carriage, c insurance, d unloading at arrival, e inland after
introduction, f import duty and tax."""
ChargeKind = Literal["addition", "deduction", "segment", "neither"]
Act = Literal["registration", "acceptance", "presentation"]

IN_PRICE: Mapping[str, frozenset[str]] = {
    term: frozenset(parts)
    for term, parts in {
        "EXW": "",
        "FCA": "",  # part of the way to on board; what is declared of it is added
        "FAS": "",  # all but loading; what is declared of it is added
        "FOB": "a",
        "CFR": "ab",
        "CPT": "abe",
        "CIF": "abc",
        "CIP": "abce",
        "DAP": "abce",
        "DPU": "abcde",
        "DDP": "abcdef",
        "C&F": "ab",
        "C&I": "ac",
        "DAF": "abce",
        "DAT": "abcde",
        "DDU": "abce",
        "DES": "abc",
        "DEQ": "abcd",
    }.items()
}
"""What the price holds under each term of delivery (Incoterms 2020, and older terms still accepted)."""

IN_BASIS: Mapping[Basis, frozenset[str]] = {"CIF": frozenset("abc"), "FOB": frozenset("a")}
"""What the customs value holds on each basis."""


class Charge(msgspec.Struct, frozen=True):
    """A kind of charge (WCO data element 371).

    Attributes:
      code: As declared, such as ``AK``.
      text: Its name.
      segment: The part of the way it pays for. Whether it is added, deducted or neither follows from the term of delivery
        and the basis: added where the basis holds it and the price does not, deducted the other way round.
      kind: ``addition`` is always added (commission, packing, assists, royalties, proceeds of resale); ``deduction`` is always
        taken away; ``neither`` never touches the value; ``segment`` as above.
      reference: The law.
    """

    code: str
    text: Text
    kind: ChargeKind
    segment: Segment | None = None
    reference: str = ""


class Valuation(msgspec.Struct, frozen=True):
    """How goods are valued here.

    Attributes:
      basis: ``CIF`` or ``FOB``.
      charges: Charges by code; a code not listed cannot be computed.
      methods: The method of the Valuation Agreement, 1 to 6, by the code declared.
      shared_by: How charges of the whole shipment are shared out over items, by charge code; ``value`` where none is given.
      act: The act that fixes rates of duty and exchange.
      reference: The law.
    """

    basis: Basis = "CIF"
    charges: Mapping[str, Charge] = {}
    methods: Mapping[str, int] = {}
    shared_by: Mapping[str, Literal["value", "gross mass", "net mass", "quantity"]] = {}
    act: Act = "acceptance"
    reference: str = "WTO Customs Valuation Agreement, Art. 1 and 8"
