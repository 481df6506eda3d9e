"""Who is inspected: the order of the selection, the cut under an office's capacity, and what a manager gives up.

The order is that of a customs office: mandatory profiles, shares of profiles, ranking by expected value under the capacity, the random
draw that is kept free of all this, and the filling of each lane to its expected rate. ``cut`` does it for a batch, ``Threshold`` for one
declaration at arrival, ``recut`` when officers are fewer than thought, ``aged`` for what has waited too long for papers to be looked at.
Every decision carries the arm that took it, and how likely it was to be inspected given what was known.
"""

from __future__ import annotations

from clearlane.risk.selection.ageing import Waiting, aged
from clearlane.risk.selection.candidate import Candidate, Decision, Plan, SharedHit, faults, rank_value
from clearlane.risk.selection.cut import Capacity, cut
from clearlane.risk.selection.recut import Queued, Recut, recut
from clearlane.risk.selection.shares import ProfileChance, taken_by_profiles
from clearlane.risk.selection.threshold import Shift, Threshold, decide

__all__ = [
    "Candidate",
    "Capacity",
    "Decision",
    "Plan",
    "ProfileChance",
    "Queued",
    "Recut",
    "SharedHit",
    "Shift",
    "Threshold",
    "Waiting",
    "aged",
    "cut",
    "decide",
    "faults",
    "rank_value",
    "recut",
    "taken_by_profiles",
]
