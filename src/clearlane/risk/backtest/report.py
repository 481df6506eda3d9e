"""The report of a back-test, one line for each profile and a few for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from clearlane.model.text import Text
from clearlane.risk.backtest.columns import Costs, Hits, Outcomes
from clearlane.risk.backtest.daily import Daily, daily, weekly
from clearlane.risk.backtest.load import OfficeLoad, loads
from clearlane.risk.backtest.overlap import Overlap, overlap
from clearlane.risk.estimate import Estimate, by_propensity, wilson

FEW = 30
"""With fewer inspected hits than this, a hit rate says little, and the report says so."""


class ProfileReport(msgspec.Struct, frozen=True):
    """What one profile would have done.

    Attributes:
      code: Its code.
      hits: Rows it hits.
      unique: Rows only it hits.
      inspected: Of its hits, how many were inspected, on whatever ground.
      findings: Of those, in how many something was found.
      rate: Findings by inspected hits; None where none was inspected, which is not the same as 0.
      low: Lower end of Wilson's interval of the rate.
      high: Upper end.
      revenue: Revenue found missing among its inspected hits, in the profile's currency.
      expected: The share of all its hits that is wrong, by inverse propensity.
      unseen: Among its hits that nobody inspected, how many are expected to be wrong; None where that cannot be said.
      daily: Hits a day.
      inspections: Inspections a day it would ask for.
      delay: What waiting for them would cost a day, in the profile's currency.
      overlaps: The profiles that hit most of the same rows, at most five, with how many rows.
      warnings: What a reader must know before believing the line.
      weekly: Hits week after week from the first day, the last week as long as it is.
    """

    code: str
    hits: int
    unique: int
    inspected: int
    findings: int
    rate: float | None
    low: float
    high: float
    revenue: float
    expected: Estimate
    unseen: float | None
    daily: Daily
    inspections: float
    delay: float
    overlaps: tuple[tuple[str, int], ...]
    warnings: tuple[Text, ...]
    weekly: tuple[int, ...] = ()


class BacktestReport(msgspec.Struct, frozen=True):
    """What the profiles would have done together.

    Attributes:
      rows: How many rows were looked at.
      days: Over how many days.
      profiles: A line for each profile, in their order.
      hit: Rows at least one profile hits.
      outside: The share of the rows that no profile hits which is wrong, by inverse propensity.
      missed: How many rows that no profile hits are expected to be wrong; None where that cannot be said.
      overall: The share of all rows that is wrong, by inverse propensity.
      loads: Inspections a day at each office, beside what officers can do.
    """

    rows: int
    days: int
    profiles: tuple[ProfileReport, ...]
    hit: int
    outside: Estimate
    missed: float | None
    overall: Estimate
    loads: tuple[OfficeLoad, ...]


def report(
    hits: Sequence[Hits], outcomes: Outcomes, capacities: Mapping[str, int] | None = None, costs: Costs | None = None
) -> BacktestReport:
    """Return what profiles would have done.

    Args:
      hits: Whom each profile hits.
      outcomes: What became of the rows.
      capacities: Inspections a day each office can do, by name, where it is said.
      costs: What waiting costs; nothing by default.
    """
    met = overlap(hits, len(outcomes))
    lines = tuple(_line(place, hits, outcomes, met, costs or Costs()) for place in range(len(hits)))
    touched = np.zeros(len(outcomes), dtype=bool)
    for one in hits:
        touched[one.rows] = True
    outside = by_propensity(outcomes.sample.where(~touched))
    missed = None if outside.value is None else outside.value * outside.population
    overall = by_propensity(outcomes.sample)
    return BacktestReport(
        len(outcomes), outcomes.days, lines, int(touched.sum()), outside, missed, overall, loads(hits, outcomes, capacities or {})
    )


def _line(place: int, hits: Sequence[Hits], outcomes: Outcomes, met: Overlap, costs: Costs) -> ProfileReport:
    one = hits[place]
    sample = outcomes.sample.at(one.rows)
    inspected, findings = int(sample.inspected.sum()), int(sample.found.sum())
    low, high = wilson(findings, inspected)
    expected, spread = by_propensity(sample), daily(one.rows, outcomes)
    inspections = spread.mean * one.share if one.inspects else 0.0
    return ProfileReport(
        code=one.code,
        hits=len(one.rows),
        unique=int(met.unique[place]),
        inspected=inspected,
        findings=findings,
        rate=findings / inspected if inspected else None,
        low=low,
        high=high,
        revenue=float(sample.revenue[sample.found].sum()),
        expected=expected,
        unseen=None if expected.value is None else max(0.0, expected.value * len(one.rows) - findings),
        daily=spread,
        inspections=inspections,
        delay=inspections * costs.hours * costs.hourly,
        overlaps=tuple((hits[other].code, both) for other, both in met.of(place, 5)),
        warnings=_warnings(len(one.rows), inspected),
        weekly=weekly(one.rows, outcomes),
    )


def _warnings(hits: int, inspected: int) -> tuple[Text, ...]:
    if not hits:
        return (Text(en="The profile hit nothing in this time.", vi="Hồ sơ rủi ro không bắt trúng tờ khai nào trong thời gian này."),)
    if not inspected:
        return (
            Text(
                en="Nobody inspected any of these hits, so nothing is known of how often they are right.",
                vi="Chưa có tờ khai nào trong số này được kiểm tra nên chưa biết tỷ lệ phát hiện.",
            ),
        )
    if inspected < FEW:
        return (
            Text(
                en=f"Only {inspected} of these hits were inspected; with fewer than {FEW} the rate says little.",
                vi=f"Chỉ có {inspected} tờ khai trong số này được kiểm tra; dưới {FEW} thì tỷ lệ phát hiện chưa đủ tin cậy.",
            ),
        )
    return ()
