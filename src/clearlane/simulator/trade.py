"""A consignment as it really is: what was bought, packed, shipped and paid."""

from __future__ import annotations

from datetime import datetime

import msgspec

from clearlane.model.values import Amount
from clearlane.simulator.catalogue import PREFERENCE, RATE, Product, partners
from clearlane.simulator.chance import Chance, Choice, scaled
from clearlane.simulator.firms import Firm, Tie
from clearlane.simulator.numbers import decimal
from clearlane.simulator.places import Voyage, container, voyage
from clearlane.simulator.seasons import MONTH_PEAK, MONTHS
from clearlane.simulator.truth import Goods


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line of goods, as it is or as it is declared.

    Attributes:
      product: What it is.
      code: The tariff code given.
      description: The words given.
      origin: The country of origin given.
      claimed: Whether the preferential rate is claimed.
      quantity: Units.
      net: Net mass, in grams.
      gross: Gross mass, in grams.
      value: Price, in hundredths of the invoice currency.
      packages: Packages.
      documents: Certificates and licences given.
    """

    product: Product
    code: str
    description: str
    origin: str
    claimed: bool
    quantity: int
    net: int
    gross: int
    value: int
    packages: int
    documents: tuple[str, ...]


class Shipment(msgspec.Struct, frozen=True):
    """A consignment with its trade.

    Attributes:
      firm: Whose trade it is.
      tie: With whom.
      at: When it is declared.
      voyage: How it travels.
      lines: The goods.
      containers: Each container's number with its seal.
      freight: Cost of carriage not in the price, in hundredths of the invoice currency.
      invoice: Number of the invoice.
    """

    firm: Firm
    tie: Tie
    at: datetime
    voyage: Voyage
    lines: tuple[Line, ...]
    containers: tuple[tuple[str, str], ...]
    freight: int
    invoice: str

    @property
    def currency(self) -> str:
        """The currency of the invoice."""
        return self.tie.partner.currency


_LINES = Choice((1, 2, 3, 4, 5, 6, 8, 12, 20), (560, 180, 95, 60, 40, 25, 20, 15, 5))
_PER_CONTAINER = 22_000_000
_FREIGHT_DUE = frozenset({"EXW", "FCA", "FOB"})
_LOOSE = frozenset({"VL", "VR", "VY", "VO"})


def ship(chance: Chance, firm: Firm, at: datetime) -> Shipment:
    """Return the next consignment of a firm."""
    tie = chance.one(firm.ties)
    lines = tuple(_line(chance, firm, tie, at) for _ in range(chance.of(_LINES)))
    boxed = tie.mode in ("sea", "rail") and lines[0].product.package not in _LOOSE and lines[0].product.package != "NE"
    gross = sum(line.gross for line in lines)
    boxes = min(1 + gross // _PER_CONTAINER, 6) if boxed else 0
    worth = sum(line.value for line in lines)
    return Shipment(
        firm=firm,
        tie=tie,
        at=at,
        voyage=voyage(chance, tie.mode, tie.partner.code, at),
        lines=lines,
        containers=tuple((container(chance), f"XS{chance.between(100_000, 999_999)}") for _ in range(boxes)),
        freight=worth * chance.between(15, 60) // 1000 + 100 if tie.terms in _FREIGHT_DUE else 0,
        invoice=f"{tie.name[:2].upper()}{tie.partner.code}-{at:%y}-{chance.between(1000, 99_999):05d}",
    )


def _line(chance: Chance, firm: Firm, tie: Tie, at: datetime) -> Line:
    """Return one line of what the firm trades with this partner, in season."""
    product, level = _in_season(chance, tie, at)
    origin = "XA" if firm.exports else tie.partner.code
    if not firm.exports and chance.happens(80):
        origin = chance.one(product.origins)
    lot = chance.around(product.lot, 700) // (20 if tie.mode == "air" else 1)
    if product.per_package:
        lot = max(1, lot // product.per_package) * product.per_package
    quantity = max(1, lot)
    net = quantity * product.grams
    worth = scaled(quantity * product.price, level + chance.steps(product.spread // 3))
    price = worth * (partners()[origin].price if origin in partners() else 1000) // RATE[tie.partner.currency]
    return Line(
        product=product,
        code=product.code,
        description=f"{product.description}, article {chance.between(100, 9999)}" if chance.happens(600) else product.description,
        origin=origin,
        claimed=not firm.exports and origin == tie.partner.code and origin in PREFERENCE,
        quantity=quantity,
        net=net,
        gross=net if product.package in _LOOSE or product.package == "NE" else net * chance.between(1020, 1120) // 1000,
        value=max(1, price),
        packages=quantity // product.per_package if product.per_package else 1,
        documents=() if firm.exports else product.documents,
    )


def _in_season(chance: Chance, tie: Tie, at: datetime) -> tuple[Product, int]:
    """Return a product of the trade with its price level, the more likely the more it is in season."""
    for _ in range(4):
        product, level = chance.one(tie.goods)
        if chance.below(MONTH_PEAK) < MONTHS[product.season][at.month - 1]:
            break
    return product, level


def as_goods(line: Line, currency: str) -> Goods:
    """Return what a line really is."""
    return Goods(
        code=line.code,
        description=line.description,
        origin=line.origin,
        quantity=line.quantity,
        unit=line.product.unit,
        net_grams=line.net,
        value=Amount(decimal(line.value), currency),
    )
