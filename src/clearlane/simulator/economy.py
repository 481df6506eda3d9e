"""The trade of Arcadia, message by message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from heapq import heappop, heappush
from itertools import islice

import msgspec

from clearlane.model.message import Message
from clearlane.simulator.blunders import blunder
from clearlane.simulator.chance import Chance
from clearlane.simulator.declare import METADATA, declare, present
from clearlane.simulator.firms import Firm
from clearlane.simulator.misconduct import deceive
from clearlane.simulator.population import Population
from clearlane.simulator.seasons import next_arrival
from clearlane.simulator.slips import slip
from clearlane.simulator.trade import as_goods, ship
from clearlane.simulator.truth import Kind, Truth, inspect

_BLUNDERS = 25
"""Declarations in a thousand that are sent incomplete and mended afterwards."""


class Simulated(msgspec.Struct, frozen=True):
    """One message of the imaginary trade.

    Attributes:
      at: When it is sent.
      message: The message.
      truth: What is really so; not for the office that clears the message.
      refers_to: Trader number of the declarant and reference of the declaration it follows, whose
        number the office knows; None for a declaration of its own.
      mends: Whether it repeats an earlier declaration corrected, and is to be sent only where that one was rejected.
    """

    at: datetime
    message: Message
    truth: Truth
    refers_to: tuple[str, str] | None = None
    mends: bool = False


class Economy:
    """An imaginary country's trade: the same seed gives the same trade, on every machine."""

    def __init__(self, seed: int, since: datetime, population: Population) -> None:
        """Take a seed, the first moment and the firms; ``of`` does that for you."""
        self._population = population
        self._at = since
        self._clock = Chance(seed, "clock")
        self._trade = Chance(seed, "trade")
        self._misconduct = Chance(seed, "misconduct")
        self._slips = Chance(seed, "slips")
        self._inspection = Chance(seed, "inspection")
        self._later: list[tuple[datetime, int, Simulated]] = []
        self._count = 0
        self._references: dict[str, int] = {}

    @classmethod
    def of(cls, seed: int, since: datetime, *, firms: int = 300) -> Economy:
        """Return the economy of a seed.

        Args:
          seed: Any whole number.
          since: When its trade begins, with its time zone; whole seconds count.
          firms: How many importers and exporters trade; brokers and shell importers come on top.
        """
        since = since.astimezone(UTC).replace(microsecond=0)
        return cls(seed, since, Population(seed, since.date(), firms))

    def stream(self) -> Iterator[Simulated]:
        """Yield messages in the order of time, without end."""
        while True:
            firms = self._population.on(self._at.date())
            if not firms.total:
                self._at = self._at.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
                continue
            self._at = next_arrival(self._clock, self._at, max(1, firms.total // 1000))
            while self._later and self._later[0][0] <= self._at:
                yield heappop(self._later)[2]
            yield self._lodge(self._trade.of(firms))

    def _lodge(self, firm: Firm) -> Simulated:
        """Return the next declaration of a firm, and note what will follow it."""
        at = self._at.replace(microsecond=0)
        shipment = ship(self._trade, firm, at)
        kind = "EXA" if firm.exports else "IMD" if self._trade.happens(firm.early) else "IMA"
        reference = self._reference(firm.declarant)
        lines, wrong, hidden = deceive(self._misconduct, shipment)
        if self._slips.happens(firm.careless):
            lines, slipped = slip(self._slips, lines, shipment.currency)
            wrong += slipped
        truth = Truth(
            trader=firm.id,
            items=tuple(as_goods(line, shipment.currency) for line in shipment.lines),
            hidden=hidden,
            irregularities=wrong,
            inspection=inspect(self._inspection, wrong),
        )
        right = Simulated(at, Message(declaration=declare(shipment, lines, reference, kind), metadata=METADATA), truth)
        if kind == "IMD":
            self._present(firm, right, reference)
        if any(one.kind is Kind.FORGOTTEN_DOCUMENT for one in wrong):
            found = tuple(msgspec.structs.replace(said, documents=so.documents) for said, so in zip(lines, shipment.lines, strict=True))
            mended = Message(declaration=declare(shipment, found, reference, kind), metadata=METADATA)
            self._send(at + self._while(20, 390), Simulated(at, mended, truth.without(Kind.FORGOTTEN_DOCUMENT), mends=True))
        if self._slips.happens(_BLUNDERS):
            return self._blundered(right)
        return right

    def _reference(self, declarant: Firm) -> str:
        """Return the declarant's next own reference."""
        number = self._references[declarant.id] = self._references.get(declarant.id, 0) + 1
        return f"{declarant.name[:3].upper()}{declarant.serial:04d}-{self._at:%y}-{number:06d}"

    def _blundered(self, right: Simulated) -> Simulated:
        """Return a declaration in its first, faulty form; the mended one follows within hours."""
        faulty, fault = blunder(self._slips, right.message.declaration)
        self._send(right.at + self._while(1, 300), msgspec.structs.replace(right, mends=True))
        return Simulated(right.at, Message(declaration=faulty, metadata=METADATA), right.truth.with_fault(fault))

    def _present(self, firm: Firm, lodged: Simulated, reference: str) -> None:
        """Let the goods of a declaration lodged early arrive, hours to days later."""
        message = present(firm, self._reference(firm.declarant))
        arrived = Simulated(lodged.at, message, lodged.truth, refers_to=(firm.declarant.id, reference))
        self._send(lodged.at + self._while(400, 4000), arrived)

    def _while(self, least: int, most: int) -> timedelta:
        """Return a while between so many minutes."""
        return timedelta(minutes=self._slips.between(least, most), seconds=self._slips.below(60))

    def _send(self, at: datetime, message: Simulated) -> None:
        self._count += 1
        heappush(self._later, (at, self._count, msgspec.structs.replace(message, at=at)))


def digest(seed: int, count: int, since: datetime = datetime(2026, 1, 5, tzinfo=UTC)) -> str:
    """Return a fingerprint (SHA-256) of the first messages of a seed, truth included.

    Args:
      seed: The seed.
      count: How many messages.
      since: When the trade begins.
    """
    tally = sha256()
    for one in islice(Economy.of(seed, since).stream(), count):
        tally.update(msgspec.json.encode(one))
    return tally.hexdigest()
