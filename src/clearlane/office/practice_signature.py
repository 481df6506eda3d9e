"""Practice of the second signature: a colleague puts a result to another officer, and it is right or it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import msgspec

from clearlane.model.control_facts import CheckEnded, CountersignatureAsked, Countersigned
from clearlane.model.facts import Record
from clearlane.model.inspection import ItemResult
from clearlane.model.risk_facts import Examined
from clearlane.model.text import Text
from clearlane.office.clearing_act import waiting_of
from clearlane.office.clearing_control import Looked
from clearlane.office.office import Office
from clearlane.office.ports import Reading
from clearlane.office.practice_cases import category
from clearlane.office.practice_judging import Outcome, compared
from clearlane.office.practice_scoring import Answer
from clearlane.office.practice_signs import sign
from clearlane.simulator import Truth
from clearlane.simulator.chance import Chance

COLLEAGUE = "COLLEAGUE"
RIGHT = Text(en="The colleague recorded what is so.", vi="Đồng nghiệp đã ghi nhận đúng thực tế.")
_WHY = "Papers compared with the declaration."


class Colleague:
    """A colleague who checks the papers of a case, and by the law of whose office every check takes two.

    Args:
      office: The practice office.
    """

    def __init__(self, office: Office) -> None:
        law = msgspec.structs.replace(office.profile.clearance, two_for=("check-ended",))
        self._office = Office(replace(office.profile, clearance=law), office.store, sandbox=True, clock=office.clock)

    def proposes(self, number: str, truth: Truth, chance: Chance) -> None:
        """Have him conclude a check, rightly or wrongly by the toss of a coin; it waits for the second officer."""
        desk, wrong = self._office.clearance, tuple(ItemResult(one.item, False, category(one), Decimal(1)) for one in truth.irregularities)
        false = (ItemResult(1, False, chance.one(("value", "origin", "classification")), Decimal(1)),)
        said = wrong if chance.happens(500) else (() if wrong else false)
        desk.begin_check(number, "documents", by=COLLEAGUE)
        found = Looked("documents", said or (ItemResult(1, conform=True),))
        desk.end_check(number, "documents", satisfied=not said, by=COLLEAGUE, found=found, why=_WHY)


def signed(reading: Reading, records: Sequence[Record], truth: Truth, percent: int, minutes: Callable[[datetime], float]) -> Outcome | None:
    """Set the second signature on a case against the truth; None before it was given or refused.

    Right is who grants what is so, and refuses what is not.
    """
    done = next(((one, one.fact) for one in records if isinstance(one.fact, Countersigned)), None)
    asked = next((one.fact for one in records if isinstance(one.fact, CountersignatureAsked)), None)
    waiting = waiting_of(reading, asked) if asked else None
    if done is None or waiting is None:
        return None
    results = [one for fact in waiting.facts if isinstance(fact, Examined) for one in fact.results]
    missed, false = compared({(one.item, one.category) for one in results if not one.conform and one.category}, truth)
    hasty = not truth.irregularities and any(isinstance(fact, CheckEnded) and not fact.satisfied for fact in waiting.facts)
    sound, (record, fact) = not (missed or false or hasty), done
    right = fact.granted == sound
    slips = (len(missed), len(false)) if fact.granted else (0, int(sound))
    answer = Answer(right, percent, minutes(record.at), *slips)
    shown = missed or ((RIGHT,) if sound and not right else ())
    return Outcome(answer, tuple(sign(one) for one in truth.irregularities), () if right else shown, () if right else false)
