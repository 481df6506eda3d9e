"""Which acts take two officers: large amounts, following a hit less than it asks, and what the law names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from clearlane.clearance.situation_control import checked_by
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import CheckEnded
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.facts import Fact
from clearlane.model.risk_facts import Examined, ProfileHit
from clearlane.model.situation import Situation


def takes_two(now: Situation, facts: Sequence[Fact], law: ClearanceLaw, earlier: Sequence[Fact] = ()) -> bool:
    """Say whether an act, as the facts it would be, takes a second officer.

    A machine's score is advice: who does not follow it gives a reason, and no second signature.

    Args:
      now: Where the declaration stands before it.
      facts: The facts the act would be.
      law: The law of clearance.
      earlier: Facts recorded before: what is found, or taken off, in parts is large as a whole.
    """
    named = any(_kind(fact) in law.two_for for fact in facts)
    return named or _large(facts, law, earlier) or _forgone(facts, law, earlier) or _less_than_a_hit_asks(now, facts)


def _kind(fact: Fact) -> str:
    return str(fact.__struct_config__.tag)


def leaves_out(hits: Iterable[ProfileHit], facts: Sequence[Fact]) -> bool:
    """Say whether a check is concluded with satisfaction though a goods item that a profile in force hit was not looked at.

    Args:
      hits: The profiles that hit.
      facts: The facts the act would be.
    """
    looked = {result.item for fact in facts if isinstance(fact, Examined) for result in fact.results}
    if not looked or 0 in looked or not any(isinstance(fact, CheckEnded) and fact.satisfied for fact in facts):
        return False
    return any(hit.item and not hit.shadow and hit.item not in looked for hit in hits)


def _large(facts: Sequence[Fact], law: ClearanceLaw, earlier: Sequence[Fact]) -> bool:
    new = _revenue(facts)
    return law.two_from is not None and new > 0 and new + _revenue(earlier) >= law.two_from


def _forgone(facts: Sequence[Fact], law: ClearanceLaw, earlier: Sequence[Fact]) -> bool:
    """Say whether so much duty falls, with what fell before, that paying it back would take two officers."""
    new = _less(facts)
    return law.money_two_from is not None and new > 0 and new + _less(earlier) >= law.money_two_from


def _revenue(facts: Sequence[Fact]) -> Decimal:
    return sum((result.revenue for fact in facts if isinstance(fact, Examined) for result in fact.results), Decimal(0))


def _less(facts: Sequence[Fact]) -> Decimal:
    return sum((fact.amount for fact in facts if isinstance(fact, DutyReduced)), Decimal(0))


def _less_than_a_hit_asks(now: Situation, facts: Sequence[Fact]) -> bool:
    """Say whether a check is concluded with satisfaction though it was not carried out, where a risk profile took the declaration.

    To look at papers is not to examine goods: a result counts for its own check only.
    """
    if not now.hit:
        return False
    looked = {*now.looked, *(checked_by(fact.intensity) for fact in facts if isinstance(fact, Examined))}
    return any(isinstance(fact, CheckEnded) and fact.satisfied and fact.check not in looked for fact in facts)
