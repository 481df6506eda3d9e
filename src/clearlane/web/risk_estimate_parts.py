"""The parts of an estimate as a page shows them, and what is assumed of misses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

import msgspec

from clearlane.model.inspection import CATEGORIES, Intensity
from clearlane.model.profile import Profile
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.risk_nouns import UNSAID, Estimate, Misses, MissRate, NonCompliance
from clearlane.web.risk_period import chapter_named, office_named
from clearlane.web.words import WORDS

ASSUMED = ("judged", "0", "0.1", "0.2", "0.3", "0.4", "0.5")
"""What can be assumed of misses: bounds by judgement, or one share for every kind of inspection."""


class Group(msgspec.Struct, frozen=True):
    """A part of the whole with its estimate.

    Attributes:
      name: What it is called.
      estimate: The estimate.
      drawn: The same from the random draw alone; None where that is not told.
      counted: Declarations in which it was found; None where that is not counted by itself.
    """

    name: Text
    estimate: Estimate
    counted: int | None = None
    drawn: Estimate | None = None


def groups_of(law: Profile, made: NonCompliance, on: date) -> dict[str, list[Group]]:
    """Return the parts of the whole by what they are grouped by, each by its name."""
    names: Mapping[str, Text] = {str(lane): words for lane, words in law.lanes.names.items()}
    detected, drawn = made.detected.categories, made.drawn
    return {
        "lanes": _worst(
            [Group(names.get(one, Text(en=one, vi=one)), found, drawn=drawn["lanes"][one]) for one, found in made.lanes.items()]
        ),
        "green": _worst([Group(CATEGORIES[one], found) for one, found in made.green_kinds.items()]),
        "kinds": _worst([Group(CATEGORIES[one], found, detected.get(one, 0)) for one, found in made.categories.items()]),
        "offices": _worst([Group(office_named(law, one), found, drawn=drawn["offices"][one]) for one, found in made.offices.items()]),
        "chapters": _worst(
            [Group(chapter_named(law, one, on), found, drawn=drawn["chapters"][one]) for one, found in made.chapters.items()]
        ),
    }


def misses_of(assumed: str) -> Misses:
    """Return what is assumed of misses by its name.

    Raises:
      Unreadable: It is none of ``ASSUMED``.
    """
    if assumed not in ASSUMED:
        raise Unreadable(WORDS["risk.estimate.no-share"])
    if assumed == "judged":
        return UNSAID
    share = float(assumed)
    return {(None, how): MissRate(share, share, share) for how in get_args(Intensity)}


def _worst(groups: Sequence[Group]) -> list[Group]:
    """Return groups, those first whose rate is high beyond chance; those of which nothing is known last."""
    return sorted(groups, key=lambda one: (one.estimate.value is None, -one.estimate.low, -one.estimate.population))
