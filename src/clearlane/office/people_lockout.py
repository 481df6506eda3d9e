"""Guessing is slowed: each failed attempt counts against the account and the address, in the store, so that all processes agree.

An attempt is counted before it is looked at, so that a thousand at once are no more than a thousand one after the other.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

import msgspec

from clearlane.office.ports import Reading, Work
from clearlane.office.sign_in_refusals import barred

FREE_FOR_ACCOUNT, FREE_FOR_ADDRESS = 5, 30
"""How many attempts may fail before the next must wait."""
NOTED = 10
"""After how many failures in a row it is recorded that an account is barred."""
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=1)
_FORGOTTEN = timedelta(days=1)
_SWEPT = range(2, 9)


class Failures(msgspec.Struct, frozen=True):
    """How many attempts failed in a row, and when the last was."""

    count: int
    last: datetime


_failures = msgspec.json.Decoder(Failures)


def account(person: str) -> str:
    """Return the name under which an account's failures are kept: a digest, for what was typed may be anything."""
    return "account " + sha256(person.strip().casefold().encode()).hexdigest()


def address(client: str) -> str:
    """Return the name under which an address's failures are kept."""
    return f"address {client[:100]}"


def wait_after(count: int, free: int) -> timedelta:
    """Return how long to wait after so many failures: nothing, then half a minute, doubled each time up to an hour.

    >>> [wait_after(count, 5).total_seconds() for count in (4, 5, 6, 7, 40)]
    [0.0, 30.0, 60.0, 120.0, 3600.0]
    """
    if count < free:
        return timedelta()
    return min(_LONGEST_WAIT, _FIRST_WAIT * (1 << min(count - free, 10)))


def count_attempt(work: Work, person: str, client: str, now: datetime) -> int:
    """Count an attempt as failed until it turns out not to be; return how many failed in a row with it.

    Raises:
      Barred: It comes too early; it was not counted.
    """
    asked = [(account(person), FREE_FOR_ACCOUNT)] + ([(address(client), FREE_FOR_ADDRESS)] if client else [])
    found = [(name, free, _of(work, name, now)) for name, free in asked]
    for _, free, before in found:
        until = before.last + wait_after(before.count, free)
        if now < until:
            raise barred(until, now)
    for name, _, before in found:
        _keep(work, name, Failures(before.count + 1, now), now)
    for days in _SWEPT:
        work.drop_entries("failures", owner=(now - timedelta(days=days)).date().isoformat())
    return found[0][2].count + 1


def forgive(work: Work, person: str, client: str, now: datetime) -> None:
    """Forget an account's failures, and this attempt at its address: it was the person."""
    work.drop_entries("failures", name=account(person))
    if client:
        before = _of(work, address(client), now)
        _keep(work, address(client), Failures(max(0, before.count - 1), before.last), now)


def failed(reading: Reading, person: str, now: datetime) -> tuple[int, datetime | None]:
    """Return how many attempts at an account failed in a row, and until when it is barred; None where it is not."""
    before = _of(reading, account(person), now)
    until = before.last + wait_after(before.count, FREE_FOR_ACCOUNT)
    return before.count, until if now < until else None


def _of(work: Reading | Work, name: str, now: datetime) -> Failures:
    body = work.entry("failures", name)
    kept = _failures.decode(body) if body else None
    return kept if kept and now - kept.last < _FORGOTTEN else Failures(0, now)


def _keep(work: Work, name: str, failures: Failures, now: datetime) -> None:
    work.put_entry("failures", name, now.date().isoformat(), msgspec.json.encode(failures).decode())
