"""A release time study as its page draws it: each bar with its name and how long it is."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from clearlane.model.profile import Profile
from clearlane.model.release_time import HOLDERS, STAGES, Holder, ReleaseStudy, Spread
from clearlane.model.text import Text
from clearlane.web.risk_period import office_named
from clearlane.web.words import WORDS


class Bar(msgspec.Struct, frozen=True):
    """One bar: its name, the times, and how far median and ninth of ten reach, 0 to 100.

    Attributes:
      holder: Who was waited for; empty for groups and the whole.
      share: Which share of all the time it took; None for groups.
    """

    name: Text
    spread: Spread
    median: float
    ninth: float
    holder: Holder | str = ""
    share: float | None = None


class View(msgspec.Struct, frozen=True):
    """Everything drawn of a study.

    Attributes:
      stages: The whole time, then each stage.
      holders: Who was waited for, with the share of the time.
      groups: Bars by lane, office, direction and agency.
      within: Hours, how many, and which share were released within them.
    """

    stages: list[Bar]
    holders: list[tuple[Holder, Text, float]]
    groups: list[tuple[str, list[Bar]]]
    within: list[tuple[timedelta, int, float]]


def view(made: ReleaseStudy, law: Profile) -> View:
    """Return what a page draws of a study; nothing of one without releases."""
    if made.whole is None:
        return View([], [], [], [])
    every = [made.whole, *made.stages.values()]
    top = max(max((one.ninth for one in every), default=timedelta(0)), timedelta(seconds=1))
    stages = [_bar(WORDS["release.whole"], made.whole, top)]
    stages += [_bar(STAGES[stage][1], one, top, STAGES[stage][0], made.shares[stage]) for stage, one in made.stages.items()]
    groups = [(name, _group(name, spreads, law)) for name, spreads in made.groups.items()]
    count = made.whole.count
    return View(
        stages,
        [(holder, HOLDERS[holder], share) for holder, share in made.holders.items()],
        groups,
        [(timedelta(hours=hours), number, number / count) for hours, number in made.within],
    )


def _group(name: str, spreads: dict[str, Spread], law: Profile) -> list[Bar]:
    top = max(max((one.ninth for one in spreads.values()), default=timedelta(0)), timedelta(seconds=1))
    return [_bar(_called(name, group, law), one, top) for group, one in spreads.items()]


def _called(name: str, group: str, law: Profile) -> Text:
    if not group:
        return WORDS["release.customs-alone" if name == "agency" else "release.unknown"]
    if name == "lane":
        return next((words for lane, words in law.lanes.names.items() if lane == group), Text(en=group, vi=group))
    if name == "direction":
        return WORDS.get(f"release.direction.{group}", Text(en=group, vi=group))
    if name == "agency":
        return next((one.agency for one in law.permits if one.agency.en == group), Text(en=group, vi=group))
    return office_named(law, group)


def _bar(name: Text, one: Spread, top: timedelta, holder: Holder | str = "", share: float | None = None) -> Bar:
    return Bar(name, one, min(100 * (one.median / top), 100), min(100 * (one.ninth / top), 100), holder, share)
