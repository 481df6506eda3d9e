"""The lottery that gives cases to officers: who could have been chosen, who was, and what anyone may check of it.

Officers and cases stand under pseudonyms of the period. Whoever has the seed, once it is published, recomputes every choice; whose the
pseudonyms are only the auditor is shown.
"""

from __future__ import annotations

from datetime import datetime

import msgspec


class OnDuty(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """An officer on the rota of a shift. Kept beside the log, never in it.

    Attributes:
      officer: The staff number.
      section: The section, such as ``documents`` or ``quay``.
      skills: What the officer may work, such as ``value`` or ``red-case``.
      most: How many open cases the officer can have; 0 for no bound.
      conflicts: Identification numbers of parties whose cases the officer must not have.
    """

    officer: str
    section: str
    skills: tuple[str, ...] = ()
    most: int = 0
    conflicts: tuple[str, ...] = ()


class Rota(msgspec.Struct, frozen=True, gc=False):
    """Who is on duty at a customs office in a shift."""

    office: str
    shift: str
    officers: tuple[OnDuty, ...]


class Lot(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One case given by lot, as anyone may read it. Its JSON is kept beside the log under the digest that ``Assigned`` names.

    Attributes:
      period: The period whose seed decided.
      turn: Its number in the period, from 1 without gaps: a lot thrown away would be missed.
      case: The case's pseudonym.
      eligible: The pseudonyms of those who could be chosen, in order: the frozen list.
      chosen: The pseudonym of the officer chosen.
      grounds: SHA-256 of the ``Grounds`` of the list, which the auditor is shown; empty where none were kept.
    """

    period: str
    turn: int
    case: str
    eligible: tuple[str, ...]
    chosen: str
    grounds: str = ""


class Grounds(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What a list of eligible officers followed from: whoever has it recomputes the list. Kept beside the log, shown to the auditor.

    Attributes:
      number: The declaration.
      section: The section in which it waited.
      needs: The skills it asked for.
      lacking: Skills it would have asked for, which nobody on duty there had.
      parties: Identification numbers of its parties.
      officers: Who was on duty, with the skills and conflicts of that moment.
      load: How many open cases each had, where that mattered.
      barred: Those who must not get it.
      nonce: Bytes that nobody can guess, in hexadecimal, so that the digest tells nothing.
    """

    number: str
    section: str
    needs: tuple[str, ...]
    lacking: tuple[str, ...]
    parties: tuple[str, ...]
    officers: tuple[OnDuty, ...]
    load: dict[str, int]
    barred: tuple[str, ...]
    nonce: str


class RotaKept(msgspec.Struct, frozen=True, gc=False, tag="rota-kept", omit_defaults=True):
    """A supervisor kept the rota of a shift; a later one of the same shift replaces it. Its subject is ``assignment``.

    Attributes:
      office: The customs office.
      shift: The shift.
      digest: SHA-256 of the rota, kept beside the log.
      officers: How many are on duty.
      by: The supervisor.
    """

    office: str
    shift: str
    digest: str
    officers: int
    by: str


class LotteryCommitted(msgspec.Struct, frozen=True, gc=False, tag="lottery-committed", omit_defaults=True):
    """The machine bound the lottery of a period to a secret seed. Its subject is ``assignment``.

    Attributes:
      period: Its name.
      since: From when it decides.
      until: When it ends; the seed is published after.
      seed: Commitment to the seed that chooses.
      names: Commitment to the other secret, which the pseudonyms are made with.
    """

    period: str
    since: datetime
    until: datetime
    seed: str
    names: str


class LotteryOpened(msgspec.Struct, frozen=True, gc=False, tag="lottery-opened", omit_defaults=True):
    """The seed of a period that is over was published; the secret of the pseudonyms was not. Its subject is ``assignment``.

    Attributes:
      period: The period.
      seed: The seed, in hexadecimal.
      lots: How many lots there were.
    """

    period: str
    seed: str
    lots: int


class NamesShown(msgspec.Struct, frozen=True, gc=False, tag="lottery-names-shown", omit_defaults=True):
    """The auditor was shown whose pseudonyms they were. Its subject is ``assignment``."""

    period: str
    by: str


class LotDrawn(msgspec.Struct, frozen=True, gc=False, tag="lot-drawn", omit_defaults=True):
    """A lot was drawn. Its subject is ``lots PERIOD``: the declaration is not named here.

    Attributes:
      turn: Its number in the period.
      lot: SHA-256 of the ``Lot``, kept beside the log.
    """

    turn: int
    lot: str


LotteryFact = RotaKept | LotDrawn | LotteryCommitted | LotteryOpened | NamesShown
