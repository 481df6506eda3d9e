"""Which acts take two officers: large amounts, following a hit less than it asks, and what the law names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clearlane.clearance.situation_control import checked_by
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import CheckEnded
from clearlane.model.facts import Fact
from clearlane.model.risk_facts import Examined
from clearlane.model.situation import Situation


def takes_two(now: Situation, facts: Sequence[Fact], law: ClearanceLaw) -> bool:
    """Say whether an act, as the facts it would be, takes a second officer.

    A machine's score is advice: who does not follow it gives a reason, and no second signature.

    Args:
      now: Where the declaration stands before it.
      facts: The facts the act would be.
      law: The law of clearance.
    """
    return any(_kind(fact) in law.two_for for fact in facts) or _large(facts, law) or _less_than_a_hit_asks(now, facts)


def _kind(fact: Fact) -> str:
    return str(fact.__struct_config__.tag)


def _large(facts: Sequence[Fact], law: ClearanceLaw) -> bool:
    found = sum((result.revenue for fact in facts if isinstance(fact, Examined) for result in fact.results), Decimal(0))
    return law.two_from is not None and found >= law.two_from


def _less_than_a_hit_asks(now: Situation, facts: Sequence[Fact]) -> bool:
    """Say whether a check is concluded with satisfaction though it was not carried out, where a risk profile took the declaration.

    To look at papers is not to examine goods: a result counts for its own check only.
    """
    if not now.hit:
        return False
    looked = {*now.looked, *(checked_by(fact.intensity) for fact in facts if isinstance(fact, Examined))}
    return any(isinstance(fact, CheckEnded) and fact.satisfied and fact.check not in looked for fact in facts)
