"""What a profile would have done in a year that is over: whom it hits, what was found there, what it costs, what it adds to others.

``report`` takes the rows each profile hits, as positions, and the columns of what became of the rows. What nobody inspected has no result
and counts neither as hit nor as miss: where inspections are few, the report says so. ``forecast`` gives the hits a day to expect,
``stopped`` the circuit breaker that rests on it, ``to_retire`` the profiles that have had their time.
"""

from __future__ import annotations

from clearlane.risk.backtest.columns import Costs, Hits, Outcomes
from clearlane.risk.backtest.daily import Daily, daily, forecast, stopped, weekly
from clearlane.risk.backtest.load import OfficeLoad, loads
from clearlane.risk.backtest.overlap import Overlap, overlap
from clearlane.risk.backtest.report import FEW, BacktestReport, ProfileReport, report
from clearlane.risk.backtest.retirement import Record, to_retire

__all__ = [
    "FEW",
    "BacktestReport",
    "Costs",
    "Daily",
    "Hits",
    "OfficeLoad",
    "Outcomes",
    "Overlap",
    "ProfileReport",
    "Record",
    "daily",
    "forecast",
    "loads",
    "overlap",
    "report",
    "stopped",
    "to_retire",
    "weekly",
]
