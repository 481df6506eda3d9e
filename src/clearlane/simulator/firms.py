"""The firms of Arcadia: who they are, what they deal in, with whom and how."""

from __future__ import annotations

import msgspec

from clearlane.simulator import names
from clearlane.simulator.catalogue import Partner, Product, partners, products
from clearlane.simulator.chance import Chance, Choice, scaled
from clearlane.simulator.numbers import trader_number
from clearlane.simulator.places import OFFICES, TOWNS, Office
from clearlane.simulator.truth import Kind


class Tie(msgspec.Struct, frozen=True):
    """A standing trade with one firm abroad.

    Attributes:
      partner: The country of that firm.
      name: Its name.
      street: Its street.
      town: Its town.
      goods: What is traded, each with this seller's price level in steps of 1/4096 octave.
      mode: How the goods travel.
      office: Where they cross the border.
      terms: Terms of delivery (Incoterms).
    """

    partner: Partner
    name: str
    street: str
    town: str
    goods: tuple[tuple[Product, int], ...]
    mode: str
    office: Office
    terms: str


class Firm(msgspec.Struct, frozen=True):
    """A firm with its habits.

    Attributes:
      serial: Its number in the order of founding.
      id: Its trader number.
      tax_number: Its tax number.
      name: Its name.
      street: Its street.
      town: Its town.
      exports: Whether it sends goods out rather than bringing them in.
      broker: Who declares for it; None where it declares itself.
      ties: Its trades.
      volume: Declarations a day when founded, in thousandths.
      growth: Growth in a year, in steps of 1/4096 octave.
      since: First day of trade, as an ordinal.
      until: Day on which it has gone, as an ordinal; 0 while none is foreseen.
      early: How often in a thousand it declares before arrival.
      procedure: The procedure it uses, requested and previous.
      payment: Its method of payment.
      careless: How often in a thousand its declarations carry an honest error.
      vice: The kind of misconduct it is given to; None for the honest.
      vice_share: How often in a thousand it gives in to it.
    """

    serial: int
    id: str
    tax_number: str
    name: str
    street: str
    town: str
    exports: bool = False
    broker: Firm | None = None
    ties: tuple[Tie, ...] = ()
    volume: int = 0
    growth: int = 0
    since: int = 0
    until: int = 0
    early: int = 0
    procedure: str = "4000"
    payment: str = "H"
    careless: int = 60
    vice: Kind | None = None
    vice_share: int = 0

    @property
    def declarant(self) -> Firm:
        """Who declares for this firm."""
        return self.broker or self

    def busy(self, day: int) -> int:
        """Return how many thousandths of a declaration it makes on a day, before or after its time none."""
        if day < self.since or (self.until and day >= self.until):
            return 0
        return scaled(self.volume, min(self.growth * (day - self.since) // 365, 8192))


_TERMS = Choice(("CIF", "FOB", "CFR", "EXW", "FCA", "DAP"), (40, 25, 10, 8, 9, 8))
_PAYMENT = Choice(("H", "D", "E", "B"), (45, 25, 25, 5))
_PROCEDURE = Choice(("4000", "7100", "5100", "5300"), (93, 3, 3, 1))
_VICES = Choice((Kind.UNDERVALUATION, Kind.MISCLASSIFICATION, Kind.FALSE_ORIGIN, Kind.SHORT_QUANTITY, Kind.SMUGGLING), (35, 25, 15, 15, 10))
_DISHONEST = 90
"""Firms in a thousand that are given to misconduct."""
_SHELL_GOODS = ("61091000", "62046200", "64041100", "85171300", "42022100", "33030000", "85044000")
_HEAVY = 20_000_000
"""Grams in a lot above which nothing flies."""


def found_broker(chance: Chance, serial: int) -> Firm:
    """Return a new customs broker."""
    return _founded(chance, serial, names.broker(chance))


def found(chance: Chance, serial: int, day: int, brokers: tuple[Firm, ...]) -> Firm:
    """Return a new importer or exporter that starts on a day."""
    exports = chance.happens(200)
    list_of_goods = tuple(products().values())
    start, width = chance.below(len(list_of_goods)), chance.between(3, 8)
    window = list_of_goods[start : start + width] or list_of_goods[-3:]
    vice = chance.of(_VICES) if not exports and chance.happens(_DISHONEST) else None
    return msgspec.structs.replace(
        _founded(chance, serial, names.firm(chance)),
        exports=exports,
        broker=chance.one(brokers) if chance.happens(720) else None,
        ties=tuple(_tie(chance, window, abroad=exports) for _ in range(chance.between(1, 4))),
        volume=min(chance.around(2000, 1500), 60_000),
        growth=chance.steps(350) + 200,
        since=day,
        early=chance.one((0, 0, 150, 500)) if not exports else 0,
        procedure="1000" if exports else chance.of(_PROCEDURE),
        payment=chance.of(_PAYMENT),
        careless=chance.between(40, 130),
        vice=vice,
        vice_share=chance.between(150, 600) if vice else 0,
    )


def found_shell(chance: Chance, serial: int, day: int, brokers: tuple[Firm, ...]) -> Firm:
    """Return a shell importer: new, busy, undervaluing, and gone before anyone asks."""
    window = tuple(products()[code] for code in _SHELL_GOODS)
    return msgspec.structs.replace(
        _founded(chance, serial, names.firm(chance)),
        broker=chance.one(brokers),
        ties=(_tie(chance, window, abroad=False),),
        volume=chance.between(2500, 8000),
        since=day,
        until=day + chance.between(25, 70),
        careless=40,
        vice=Kind.SHELL_IMPORTER,
        vice_share=900,
    )


def _founded(chance: Chance, serial: int, name: str) -> Firm:
    """Return a firm that has a name, an address and its numbers, and does nothing yet."""
    digits = f"{100 + chance.below(900)}{serial:06d}"
    return Firm(
        serial=serial,
        id=trader_number(digits),
        tax_number=f"{chance.between(10, 99)}{serial:06d}{chance.below(100):02d}",
        name=name,
        street=names.street(chance),
        town=chance.one(TOWNS),
    )


def _tie(chance: Chance, window: tuple[Product, ...], *, abroad: bool) -> Tie:
    """Return a trade in some of these products; abroad means that we sell."""
    every = partners()
    makers = tuple(every) if abroad else chance.one(window).origins
    partner = chance.of(Choice([every[code] for code in makers], [every[code].share for code in makers]))
    made = tuple(product for product in window if abroad or partner.code in product.origins) or window[:1]
    mode = chance.of(partner.modes)
    if mode == "air" and any(product.lot * product.grams > _HEAVY or not product.per_package for product in made):
        mode = partner.modes.values[0] if partner.modes.values[0] != "air" else partner.modes.values[1]
    town = chance.one(partner.towns)
    return Tie(
        partner=partner,
        name=names.foreign(chance, town),
        street=names.street(chance),
        town=town,
        goods=tuple((product, chance.steps(product.spread * 4 // 5)) for product in made),
        mode=mode,
        office=chance.of(OFFICES[mode]),
        terms=chance.of(_TERMS),
    )
