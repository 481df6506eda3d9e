"""Imaginary traders for an office that is shown or tried out: what they lodge, message by message.

In Arcadia the simulator's economy trades. Elsewhere the profile's own examples are varied: other references,
traders, goods and figures, and now and then a fault. The same seed lodges the same, so that a demonstration
that was stopped goes on where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count, islice

import msgspec

from clearlane.lodgement.write import write
from clearlane.model.inspection import ItemResult
from clearlane.model.message import Message
from clearlane.model.receipt import Lodgement
from clearlane.model.refusals import NotFound
from clearlane.office.office import Office
from clearlane.office.traffic_truth import finds
from clearlane.office.variations import Variations
from clearlane.simulator import Economy, Simulated
from clearlane.simulator.chance import Chance

FIRMS = 150
ARCADIA = "xa"
_FINE = (ItemResult(0, conform=True),)
_Sent = tuple[datetime, Message | None, tuple[ItemResult, ...]]


class Arrival(msgspec.Struct, frozen=True):
    """One message that comes in.

    Attributes:
      place: Its place in the traffic, from 1; given again as ``after``, the traffic goes on behind it.
      at: When it is sent in the traders' time.
      pause: How many seconds to wait before it, so that arrivals come at a gentle pace.
      lodgement: What is handed in; None where it is not to be sent after all.
      finds: What an examination of it would find.
    """

    place: int
    at: datetime
    pause: float
    lodgement: Lodgement | None
    finds: tuple[ItemResult, ...] = _FINE


def traffic(office: Office, seed: int, since: datetime, *, after: int = 0) -> Iterator[Arrival]:
    """Yield what traders lodge at an office, without end.

    Args:
      office: The office, asked for the numbers of declarations that later messages refer to.
      seed: Any whole number.
      since: When the traders' time begins.
      after: The place of the last message already lodged.
    """
    trade = _economy(office, seed, since, after) if office.profile.code == ARCADIA else _variations(office, seed, since, after)
    for place, (at, message, true) in enumerate(trade, after + 1):
        pause = 1 + Chance(seed, "pause", str(place)).below(2000) / 1000
        yield Arrival(place, at, pause, Lodgement(write(message)) if message else None, true)


def _economy(office: Office, seed: int, since: datetime, after: int) -> Iterator[_Sent]:
    for one in islice(Economy.of(seed, since, firms=FIRMS).stream(), after, None):
        yield one.at, _sent(office, one), finds(one.truth)


def _sent(office: Office, one: Simulated) -> Message | None:
    """Return a message as it is sent: with the number it refers to; nothing where there is no cause for it."""
    declaration = one.message.declaration
    try:
        if one.mends:
            rejected = office.case(declaration.reference, declaration.declarant_id).state == "rejected"
            return one.message if rejected else None
        if one.refers_to is None:
            return one.message
        declarant, reference = one.refers_to
        case = office.case(reference, declarant)
    except NotFound:
        return None
    if case.state != "pre-lodged":
        return None
    return msgspec.structs.replace(one.message, declaration=msgspec.structs.replace(declaration, id=case.number))


def _variations(office: Office, seed: int, since: datetime, after: int) -> Iterator[_Sent]:
    vary = Variations(office.profile, seed, since.date())
    for place in count(after + 1):
        yield since, vary.message(place), _FINE
