"""What is recorded of assignment: rotas, periods, lots, and to whom each case was given. All of it is read from the log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from clearlane.clearance.pairs import Given
from clearlane.model.control_facts import Assigned
from clearlane.model.lottery import Lot, LotDrawn, LotteryCommitted, LotteryOpened, OnDuty, Rota, RotaKept
from clearlane.office.ports import Reading

SUBJECT = "assignment"
_lot = msgspec.json.Decoder(Lot)
_rota = msgspec.json.Decoder(Rota)


class Held(msgspec.Struct, frozen=True):
    """To whom a case was last given, and when."""

    assigned: Assigned
    at: datetime


def lots_of(period: str) -> str:
    """Return the subject of the facts of a period's lots."""
    return f"lots {period}"


def periods(reading: Reading) -> list[LotteryCommitted]:
    """Return every period committed to, in order."""
    return [record.fact for record in reading.facts_of(SUBJECT) if isinstance(record.fact, LotteryCommitted)]


def opened(reading: Reading, period: str) -> LotteryOpened | None:
    """Return the opening of a period; None while its seed is secret."""
    facts = (record.fact for record in reading.facts_of(SUBJECT))
    return next((fact for fact in facts if isinstance(fact, LotteryOpened) and fact.period == period), None)


def rota(reading: Reading, office: str, shift: str) -> Rota | None:
    """Return who is on duty at an office in a shift, as last kept; None where nobody said, or where it was erased."""
    facts = (record.fact for record in reversed(reading.facts_of(SUBJECT)))
    kept = next((fact for fact in facts if isinstance(fact, RotaKept) and (fact.office, fact.shift) == (office, shift)), None)
    body = reading.document(kept.digest) if kept else None
    return _rota.decode(body) if body else None


def lots(reading: Reading, period: str) -> list[Lot]:
    """Return the lots of a period, as anyone may read them. One that was erased is missing, and is missed."""
    drawn = (record.fact for record in reading.facts_of(lots_of(period)))
    bodies = (reading.document(fact.lot) for fact in drawn if isinstance(fact, LotDrawn))
    return [_lot.decode(body) for body in bodies if body]


def held(reading: Reading, number: str) -> Held | None:
    """Return to whom a case was last given; None where it never was."""
    given = ((record.fact, record.at) for record in reversed(reading.facts_of(number)))
    return next((Held(fact, at) for fact, at in given if isinstance(fact, Assigned)), None)


def first_lot(reading: Reading, number: str) -> Assigned | None:
    """Return the first assignment of a case by lot; None where no lot decided."""
    facts = (record.fact for record in reading.facts_of(number))
    return next((fact for fact in facts if isinstance(fact, Assigned) and fact.lot and not fact.by), None)


def given_since(reading: Reading, since: datetime, whose: dict[str, str]) -> Iterator[Given]:
    """Yield each case given since a moment, with those who could have had it.

    Args:
      reading: The store.
      since: From when on.
      whose: Staff numbers by pseudonym, of all periods concerned.
    """
    after = 0
    while records := reading.facts_after(after):
        after = records[-1].seq
        for record in records:
            fact = record.fact
            if isinstance(fact, Assigned) and fact.officer and record.at >= since:
                body = reading.document(fact.lot) if fact.lot else None
                could = tuple(whose.get(one, one) for one in _lot.decode(body).eligible) if body else ()
                case = reading.case(record.subject)
                yield Given(record.subject, case.declarant if case else "", fact.officer, could, by_lot=not fact.by)


def on_duty(reading: Reading, officer: str, shift: str) -> list[tuple[str, OnDuty]]:
    """Return the customs offices on whose rota of a shift an officer stands, each with what he does there."""
    facts = (record.fact for record in reading.facts_of(SUBJECT))
    latest = {fact.office: fact.digest for fact in facts if isinstance(fact, RotaKept) and fact.shift == shift}
    bodies = {office: reading.document(digest) for office, digest in latest.items()}
    rotas = (_rota.decode(body) for body in bodies.values() if body)
    who = officer.strip().casefold()
    return [(one.office, duty) for one in rotas for duty in one.officers if duty.officer.strip().casefold() == who]
