"""The report of a back-test, as it is kept beside the log: what its approval rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec
import numpy as np

from clearlane.model.refusals import Unreadable
from clearlane.model.risk_profile import ProfileVersion, RiskProfile
from clearlane.model.text import Text
from clearlane.office.risk_goods import Goods
from clearlane.office.risk_keeping import digest_of
from clearlane.office.risk_outcomes import ItemOutcomes
from clearlane.risk.backtest import BacktestReport, Hits, OfficeLoad, Outcomes, ProfileReport, forecast, report
from clearlane.risk.catalogue import catalogue
from clearlane.risk.estimate.figures import Estimate
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.columns import TextColumn

LOOKED_AT = ("red", "yellow")
"""Lanes in which officers look before release."""
NOWHERE = "-"
"""Stands for the customs office where none is declared."""


class BackTest(msgspec.Struct, frozen=True):
    """A report.

    Attributes:
      code: The profile.
      version: Its version.
      text: SHA-256 of its text: no other text can be approved by this report.
      since: The first moment of the trade it was tried on.
      until: The last.
      by: Who tried it.
      at: When.
      line: What it would have done among all profiles in force.
      forecast: Hits a day to expect.
      rows: How many goods items were looked at.
      days: Over how many days.
      hit: Goods items that at least one profile hits.
      outside: The share of what no profile hits that is wrong.
      missed: How many goods items that no profile hits are expected to be wrong.
      overall: The share of all that is wrong.
      loads: Inspections a day at each office, beside what officers can do.
    """

    code: str
    version: int
    text: str
    since: datetime
    until: datetime
    by: str
    at: datetime
    line: ProfileReport
    forecast: float
    rows: int
    days: int
    hit: int
    outside: Estimate
    missed: float | None
    overall: Estimate
    loads: tuple[OfficeLoad, ...]


def report_of(stands: ProfileVersion, made: BacktestReport, period: tuple[datetime, datetime], by: str, at: datetime) -> BackTest:
    """Return the report of the profile that stands first in what was made."""
    line = made.profiles[0]
    return BackTest(
        code=stands.code,
        version=stands.version,
        text=stands.digest,
        since=period[0],
        until=period[1],
        by=by,
        at=at,
        line=line,
        forecast=forecast(line.daily),
        rows=made.rows,
        days=made.days,
        hit=made.hit,
        outside=made.outside,
        missed=made.missed,
        overall=made.overall,
        loads=made.loads,
    )


def written(found: BackTest) -> tuple[str, bytes]:
    """Return a report's digest and bytes."""
    body = msgspec.json.encode(found)
    return digest_of(body), body


def opened(body: bytes) -> BackTest:
    """Return the report that was written.

    Raises:
      Unreadable: The bytes are no report.
    """
    try:
        return msgspec.json.decode(body, type=BackTest)
    except msgspec.DecodeError as error:
        raise Unreadable(Text(en="This is not the report of a back-test.", vi="Đây không phải báo cáo thử hồ sơ rủi ro.")) from error


def held(
    profiles: Sequence[RiskProfile],
    goods: Goods,
    became: ItemOutcomes,
    lists: Mapping[str, frozenset[str]],
    capacities: Mapping[str, int] | None = None,
) -> BacktestReport:
    """Return what profiles would have done with goods."""
    run = ColumnarRun(goods.columns(), catalogue(), lists)
    found = run.hits_of_all(profiles)
    rows = [goods.firsts(of) if one.level == "declaration" else of for one, of in zip(profiles, found, strict=True)]
    hits = [Hits(one.code, of, one.action.share, one.action.lane in LOOKED_AT) for one, of in zip(profiles, rows, strict=True)]
    return report(hits, _outcomes(goods, became), capacities)


def _outcomes(goods: Goods, became: ItemOutcomes) -> Outcomes:
    offices = goods.fields.get("office")
    if not isinstance(offices, TextColumn):
        return Outcomes(goods.days.astype(np.int32), np.zeros(len(goods), np.int32), (NOWHERE,), became.sample)
    return Outcomes(goods.days.astype(np.int32), offices.codes, (NOWHERE, *offices.uniques), became.sample)
