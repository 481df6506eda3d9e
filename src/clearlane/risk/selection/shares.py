"""What profiles alone decide: mandatory ones take each hit, others a keyed share, and none too many quiet hits in a row."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

import msgspec

from clearlane.model.facts import SEVERITY, Lane
from clearlane.model.risk_facts import Arm
from clearlane.risk.selection.candidate import Candidate, SharedHit


class ProfileChance(msgspec.Struct, frozen=True):
    """What the profiles decided of one declaration.

    Attributes:
      arm: ``mandatory``, ``percentage`` or ``none``.
      lane: The closest lane among the profiles that took it; green where none did.
      propensity: How likely profiles were to take it for an inspection of documents or goods, before their coins fell.
    """

    arm: Arm
    lane: Lane
    propensity: float


def taken_by_profiles(candidate: Candidate, quiet: MutableMapping[str, int], barred: bool = False) -> ProfileChance:
    """Decide what profiles decide, and count the hits that went by.

    Args:
      candidate: The declaration.
      quiet: Of each profile, how many hits in a row went by without one being taken; brought up to date.
      barred: Whether the cap of authorised operators is reached: then shares do not take it, and nothing is counted as gone by.
    """
    mandatory = [hit for hit in candidate.hits if hit.share >= 1]
    shared = [] if barred else [hit for hit in candidate.hits if hit.share < 1]
    taken = [hit for hit in shared if _takes(hit, quiet)]
    missed = 1.0
    for hit in shared:
        if inspects(hit.lane):
            missed *= 0.0 if _due(hit, quiet) else 1.0 - hit.share
    for hit in shared:
        quiet[hit.profile] = 0 if hit in taken or mandatory else quiet.get(hit.profile, 0) + 1
    lane = closest([hit.lane for hit in (*mandatory, *taken)])
    if mandatory:
        sure = any(inspects(hit.lane) for hit in mandatory)
        return ProfileChance("mandatory", lane, 1.0 if sure else 1.0 - missed)
    return ProfileChance("percentage" if taken else "none", lane, 1.0 - missed)


def inspects(lane: Lane) -> bool:
    """Return whether officers look in a lane before release: at papers or at goods."""
    return lane in {"yellow", "red"}


def closest(lanes: list[Lane]) -> Lane:
    """Return the lane with the closest control; green among none."""
    return max(lanes, key=SEVERITY.index, default="green")


def _takes(hit: SharedHit, quiet: Mapping[str, int]) -> bool:
    return hit.coin < hit.share or _due(hit, quiet)


def _due(hit: SharedHit, quiet: Mapping[str, int]) -> bool:
    """Return whether so many hits went by that this one must be taken."""
    return 0 < hit.quiet_hits <= quiet.get(hit.profile, 0)
