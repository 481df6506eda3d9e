"""How much is not in order, and how sure that is: by lane, office, chapter and kind, from the draw and from every inspection."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import get_args

import msgspec
import numpy as np

from clearlane.model.chosen import Chosen
from clearlane.model.inspection import CATEGORIES, Category, Intensity
from clearlane.office.ports_risk import RiskReading
from clearlane.risk.estimate.detected import Detected, detected
from clearlane.risk.estimate.figures import Estimate, Flags, Sample
from clearlane.risk.estimate.groups import by_group, of_category
from clearlane.risk.estimate.misses import Misses, MissRate, seen_rates, sensitivity
from clearlane.risk.estimate.rates import SURE, by_propensity, from_draw, mean_revenue

UNSAID: Misses = {
    (None, "documents"): MissRate(0.5, 0.3, 0.7),
    (None, "scan"): MissRate(0.4, 0.2, 0.6),
    (None, "physical"): MissRate(0.25, 0.1, 0.4),
    (None, "post-clearance"): MissRate(0.3, 0.15, 0.5),
}
"""What inspections miss where nobody has measured it: wide bounds, by judgement, shown as such."""
_LEAST = 1e-6
NOBODY_LOOKED = Estimate(None, 0.0, 1.0, 0, 0, 0)
STEPS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
"""Shares missed at which the whole is estimated again."""


class AtMisses(msgspec.Struct, frozen=True):
    """The rates if every kind of inspection missed one share of what is wrong.

    Attributes:
      share: The share missed.
      from_draw: The rate from the random draw alone.
      by_propensity: The rate from every inspection.
      in_green: The rate in green.
    """

    share: float
    from_draw: Estimate
    by_propensity: Estimate
    in_green: Estimate


class NonCompliance(msgspec.Struct, frozen=True):
    """What is estimated of a period.

    Attributes:
      since: Its first moment.
      until: Its last.
      declarations: How many declarations were selected about; those that await a result are among them.
      detected: What inspections found, counted.
      from_draw: The rate from the random draw alone.
      by_propensity: The rate from every inspection, each by the inverse of its chance.
      corrected: The latter put right for what inspectors miss, its interval from the least to the most misses.
      in_green: The rate among those no profile, rank or share took: what goes by.
      revenue: Revenue lost per declaration.
      lanes: The rate by lane.
      offices: The rate by customs office.
      chapters: The rate by chapter of the first item.
      categories: The rate by kind.
      awaiting: How many were taken for inspection and have no result yet. They count neither as found nor as in order.
      steps: The same at several shares missed.
      green_kinds: The rate by kind among what goes by.
      green_revenue: Revenue lost per declaration among what goes by.
      drawn: The rate from the random draw alone by ``lanes``, ``offices`` and ``chapters``, beside the same by propensity above.
    """

    since: datetime
    until: datetime
    declarations: int
    detected: Detected
    from_draw: Estimate
    by_propensity: Estimate
    corrected: Estimate
    in_green: Estimate
    revenue: Estimate
    lanes: Mapping[str, Estimate]
    offices: Mapping[str, Estimate]
    chapters: Mapping[str, Estimate]
    categories: Mapping[Category, Estimate]
    awaiting: int = 0
    steps: tuple[AtMisses, ...] = ()
    green_kinds: Mapping[Category, Estimate] = {}
    green_revenue: Estimate = NOBODY_LOOKED
    drawn: Mapping[str, Mapping[str, Estimate]] = {}


class EstimateDesk:
    """Estimates, at ``office.risk.estimates``.

    Args:
      reading: The store.
      clock: What tells the time.
    """

    def __init__(self, reading: RiskReading, clock: Callable[[], datetime]) -> None:
        self._reading, self._clock = reading, clock

    def non_compliance(self, since: datetime, until: datetime | None = None, misses: Misses = UNSAID) -> NonCompliance:
        """Return what is estimated of the declarations selected in a period.

        Args:
          since: Its first moment.
          until: Its last; now by default.
          misses: What inspectors miss, by kind and intensity.
        """
        last = until or self._clock()
        whole = [one for one in self._chosen(since) if one.at <= last]
        every = [one for one in whole if not _left_out(one)]
        sample, found, how = _sample(every), [_found(one) for one in every], [one.intensity for one in every]
        seen = sample.seeing(seen_rates(misses, found, how))
        untargeted = np.array([one.arm in ("none", "random") or one.fallen for one in every], dtype=bool)
        groups = {"lanes": _lane_without_draw, "offices": lambda one: one.office, "chapters": lambda one: one.chapter}
        return NonCompliance(
            since=since,
            until=last,
            declarations=len(whole),
            detected=detected([one.results for one in every if one.intensity is not None]),
            from_draw=from_draw(seen),
            by_propensity=by_propensity(sample),
            corrected=sensitivity(sample, misses, found, how)[1],
            in_green=from_draw(seen.where(untargeted)),
            revenue=mean_revenue(seen),
            categories={name: by_propensity(of_category(seen, found, name)) for name in CATEGORIES},
            awaiting=sum(awaits(one) for one in whole),
            green_kinds={name: from_draw(of_category(seen, found, name).where(untargeted)) for name in CATEGORIES},
            green_revenue=mean_revenue(seen.where(untargeted).by_draw()),
            steps=tuple(_at(share, sample, found, how, untargeted) for share in STEPS),
            drawn={name: _by_group(seen, every, whole, of, from_draw) for name, of in groups.items()},
            **{name: _by_group(seen, every, whole, of, by_propensity) for name, of in groups.items()},
        )

    def _chosen(self, since: datetime) -> Iterator[Chosen]:
        at, after = since, ""
        while page := self._reading.chosen_from(at, after):
            yield from page
            at, after = page[-1].at, page[-1].number


def awaits(one: Chosen) -> bool:
    """Say whether a declaration was taken for inspection and has no result yet: nobody knows of it, so it speaks neither way."""
    return one.intensity is None and not one.fallen and one.lane != "green" and (one.drawn or one.arm != "none")


def _left_out(one: Chosen) -> bool:
    """Say whether a declaration speaks for nobody and nobody for it: it was to be inspected for sure, and has no result yet."""
    return awaits(one) and _propensity(one) >= SURE


def _sample(every: Sequence[Chosen]) -> Sample:
    """Return declarations to estimate from. Of those taken by chance only a part has a result by now: that part was as much less likely
    to have one, and speaks for the others.
    """
    inspected = np.array([one.intensity is not None for one in every], dtype=bool)
    propensity = np.array([_propensity(one) for one in every], dtype=np.float64)
    sure = propensity >= SURE
    waiting = sum(awaits(one) for one in every)
    with_result = int((inspected & ~sure).sum())
    if with_result:
        propensity[inspected & ~sure] *= with_result / (with_result + waiting)
    drawn = np.array([one.drawn for one in every], dtype=bool)
    found = np.array([bool(one.found) for one in every], dtype=bool)
    revenue = np.array([float(sum(result.revenue for result in one.results if not result.conform)) for one in every], dtype=np.float64)
    return Sample.of(propensity, inspected, drawn, found, revenue)


def _propensity(one: Chosen) -> float:
    return min(1.0, max(one.propensity, _LEAST if one.intensity is None else 1e-3))


def _at(share: float, sample: Sample, found: Sequence[Sequence[Category]], how: Sequence[Intensity | None], untargeted: Flags) -> AtMisses:
    missed: Misses = {(None, one): MissRate(share, share, share) for one in get_args(Intensity)}
    seen = sample.seeing(seen_rates(missed, found, how))
    return AtMisses(share, from_draw(seen), by_propensity(seen), from_draw(seen.where(untargeted)))


def _by_group(
    seen: Sample, every: Sequence[Chosen], whole: Sequence[Chosen], of: Callable[[Chosen], str], how: Callable[[Sample], Estimate]
) -> dict[str, Estimate]:
    """Return an estimate for each group; one all of which awaits results has none."""
    known = by_group(seen, [of(one) for one in every], how)
    return {name: known.get(name, NOBODY_LOOKED) for name in sorted({of(one) for one in whole})}


def _found(one: Chosen) -> list[Category]:
    return [result.category for result in one.results if result.category is not None and not result.conform]


def _lane_without_draw(one: Chosen) -> str:
    """Return the lane a declaration has apart from the draw: those drawn speak for the green ones they stand among."""
    return "green" if one.arm == "random" else one.lane
