"""What selection looks at and what it answers."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.risk_facts import Arm
from clearlane.model.risk_policy import SelectionPolicy
from clearlane.model.text import Text


class SharedHit(msgspec.Struct, frozen=True, gc=False):
    """A live profile that hit a declaration.

    Attributes:
      profile: Its code.
      lane: The lane it asks for.
      share: Which share of its hits is taken, above 0 to 1; 1 is mandatory.
      coin: The keyed chance of this declaration for this profile, 0 to below 1; taken where it lies below the share.
      quiet_hits: The most hits that may go by in a row without one being taken; 0 for no such bound.
    """

    profile: str
    lane: Lane
    share: float = 1.0
    coin: float = 0.0
    quiet_hits: int = 0


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A declaration that may be selected.

    Attributes:
      number: Its number.
      hits: The live profiles that hit it.
      probability: Probability of a finding, 0 to 1.
      revenue: Revenue expected to be at stake if there is one, in the profile's currency.
      drawn: Whether the random draw took it.
      authorised: Whether an authorised operator lodged it.
      unknown: How little the model knows of its like, 0 or more: its weight where places are given to exploring.
      coin: Its keyed chance for exploring, 0 to below 1.
      tie: Its keyed chance where lanes are filled among declarations of one rank, 0 to below 1.
    """

    number: str
    hits: tuple[SharedHit, ...] = ()
    probability: float = 0.0
    revenue: float = 0.0
    drawn: bool = False
    authorised: bool = False
    unknown: float = 1.0
    coin: float = 0.0
    tie: float = 0.0


class Decision(msgspec.Struct, frozen=True, gc=False):
    """How one declaration was selected.

    Attributes:
      number: Its number.
      lane: The lane selection gives it; green where it was not taken.
      arm: Why it was taken.
      propensity: How likely an inspection was, given what was known: by profiles, rank, exploring and the draw together.
      base: The same without rank and fill: what is left if a targeted selection falls.
      value: What it was ranked by.
      revenue: Probability times revenue: what is given up where it falls.
      drawn: Whether the random draw took it, whatever else did.
      waits: How many shifts it waits, because the capacity of earlier ones is taken; 0 for this shift.
    """

    number: str
    lane: Lane
    arm: Arm
    propensity: float
    base: float
    value: float
    revenue: float
    drawn: bool = False
    waits: int = 0


class Plan(msgspec.Struct, frozen=True, gc=False):
    """The selection of a batch.

    Attributes:
      decisions: One for each candidate, in their order.
      quiet: Of each profile with a share, how many hits in a row went by without one being taken, after this batch.
      line: The lowest value that rank took; None where it took none.
    """

    decisions: tuple[Decision, ...]
    quiet: Mapping[str, int]
    line: float | None


def rank_value(candidate: Candidate, policy: SelectionPolicy) -> float:
    """Return what a declaration is ranked by: probability times revenue to the policy's power; 0 where nothing is at stake."""
    if policy.revenue_power == 0:
        return candidate.probability
    return candidate.probability * math.pow(max(0.0, candidate.revenue), policy.revenue_power)


def faults(policy: SelectionPolicy) -> tuple[Text, ...]:
    """Return what a policy may not say, in words; nothing where it can be signed."""
    wrong = []
    if not 0 < policy.random_share <= 1:
        wrong.append(Text(en="The random share must be above 0 and at most 1.", vi="Tỷ lệ chọn ngẫu nhiên phải lớn hơn 0 và không quá 1."))
    shares = (policy.authorised_cap, policy.exploration, *policy.expected.values())
    if not all(0 <= share <= 1 for share in shares):
        wrong.append(Text(en="A share lies between 0 and 1.", vi="Mỗi tỷ lệ phải nằm trong khoảng từ 0 đến 1."))
    if sum(policy.expected.values()) > 1:
        words = Text(en="The expected rates of all lanes together exceed 1.", vi="Tổng tỷ lệ dự kiến của các luồng vượt quá 1.")
        wrong.append(words)
    if not (math.isfinite(policy.revenue_power) and policy.revenue_power >= 0):
        wrong.append(Text(en="The power of revenue must not be negative.", vi="Số mũ của số thu không được âm."))
    return tuple(wrong)
