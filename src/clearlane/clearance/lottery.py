"""The lottery that gives a case to an officer, such that nobody can choose him and anyone can check the choice.

The seed is committed to before the period begins and published when it is over. Among those eligible the officer wins whose pseudonym,
hashed with the seed and the case's pseudonym, comes highest: each has the same chance in each case, whatever the others are, and the
order in which a list is written changes nothing. Pseudonyms are made with another secret, since staff numbers could be guessed.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Literal

import msgspec

from clearlane.model.lottery import Grounds, Lot, OnDuty

Secret = Literal["seed", "names"]
Fault = Literal["seed", "turn", "list", "choice", "period"]
WhyNot = Literal["", "section", "skill", "conflict", "barred", "full"]
SEED_LENGTH = 32
_TOKEN = 16


def committed(period: str, secret: bytes, which: Secret) -> str:
    """Return the commitment to a secret of a period, in hexadecimal: it binds, and tells nothing.

    >>> committed("2026-03-02", bytes(32), "seed")[:16]
    '3f89cb2429a143c9'
    """
    return sha256(b"\0".join((b"clearlane lottery", which.encode(), period.encode(), secret))).hexdigest()


def pseudonym(names: bytes, kind: Literal["officer", "case"], identity: str) -> str:
    """Return what an officer or a case is called in the lots of a period, in hexadecimal.

    Args:
      names: The secret the period's pseudonyms are made with.
      kind: Whose it is.
      identity: The staff number, or the declaration's number.
    """
    said = f"{kind}\0{identity.strip().casefold() if kind == 'officer' else identity}"
    return hmac.digest(names, said.encode(), "sha256")[:_TOKEN].hex()


def chosen(seed: bytes, case: str, eligible: Iterable[str]) -> str:
    """Return the pseudonym of the officer who gets a case.

    Args:
      seed: The seed of the period.
      case: The case's pseudonym.
      eligible: The pseudonyms of those who can get it; one at least.

    >>> chosen(b"a seed", "c", ["x", "y", "z"]) == chosen(b"a seed", "c", ["z", "x", "y"])
    True
    """
    return max(eligible, key=lambda officer: hmac.digest(seed, f"{case}\0{officer}".encode(), "sha256"))


class Considered(msgspec.Struct, frozen=True):
    """An officer on duty, and why he could not get a case; empty where he could."""

    officer: str
    why: WhyNot


def considered(grounds: Grounds) -> list[Considered]:
    """Return everyone on duty with whether he can get a case: in the section, skilled, without conflict, not barred, with room.

    Where all who otherwise could are full, they can still: a case waits for nobody's convenience, and fullness is no way out.

    Args:
      grounds: What it follows from.
    """
    found = [Considered(one.officer, _why_not(one, grounds)) for one in grounds.officers]
    if any(not one.why for one in found):
        return found
    return [Considered(one.officer, "") if one.why == "full" else one for one in found]


def _why_not(one: OnDuty, grounds: Grounds) -> WhyNot:
    barred = one.officer.strip().casefold() in {other.strip().casefold() for other in grounds.barred}
    reasons: list[tuple[bool, WhyNot]] = [
        (one.section != grounds.section, "section"),
        (not set(grounds.needs) <= set(one.skills), "skill"),
        (bool(set(grounds.parties) & set(one.conflicts)), "conflict"),
        (barred, "barred"),
        (bool(one.most) and grounds.load.get(one.officer, 0) >= one.most, "full"),
    ]
    return next((why for stands, why in reasons if stands), "")


def eligible(grounds: Grounds) -> list[str]:
    """Return the staff numbers of those who can get a case."""
    return [one.officer for one in considered(grounds) if not one.why]


def lacking(rota: Iterable[OnDuty], section: str, skills: Iterable[str]) -> tuple[str, ...]:
    """Return the skills that nobody on duty in a section has.

    >>> lacking([OnDuty("D-1", "documents", ("value",))], "documents", ["value", "excise"])
    ('excise',)
    """
    there = {skill for one in rota if one.section == section for skill in one.skills}
    return tuple(skill for skill in skills if skill not in there)


class Doubt(msgspec.Struct, frozen=True):
    """What is wrong with a published lottery.

    Attributes:
      fault: ``seed``: it is not the one committed to; ``turn``: a lot is missing or stands twice; ``list``: the list is not in order or
        names one twice; ``choice``: another than the one drawn was chosen; ``period``: the lot is another period's.
      turn: The lot; 0 for the whole.
    """

    fault: Fault
    turn: int = 0


def doubts(period: str, commitment: str, seed: bytes, lots: Sequence[Lot]) -> Iterator[Doubt]:
    """Yield everything that is wrong with a period whose seed was published; nothing where every choice holds.

    Args:
      period: The period.
      commitment: What was published before it began.
      seed: What was published after it ended.
      lots: Every lot published, in any order.
    """
    if not hmac.compare_digest(committed(period, seed, "seed"), commitment):
        yield Doubt("seed")
    for turn, lot in enumerate(sorted(lots, key=lambda one: one.turn), start=1):
        if lot.turn != turn:
            yield Doubt("turn", lot.turn)
            return
        if lot.period != period:
            yield Doubt("period", lot.turn)
        if list(lot.eligible) != sorted(set(lot.eligible)):
            yield Doubt("list", lot.turn)
        if not lot.eligible or lot.chosen != chosen(seed, lot.case, lot.eligible):
            yield Doubt("choice", lot.turn)
