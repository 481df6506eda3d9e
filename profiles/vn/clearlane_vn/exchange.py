"""Rates of exchange for customs value in Việt Nam: the bank's rate of one week holds for declarations registered in the next.

The rate is the transfer buying rate of the head office of Vietcombank at the end of Thursday, or of the working day before where
Thursday is a holiday. Other currencies take the State Bank's cross rates. No rate is shipped: whoever runs an office loads them,

    dataclasses.replace(profile(), exchange=weekly_rates(Path("ty-gia.csv").read_text("utf-8")))
"""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from clearlane.model.dated import ExchangeRates
from clearlane_vn.acts import CUSTOMS_CIRCULAR, cited

_WEEK = timedelta(days=7)


def monday_after(day: date) -> date:
    """Return the first day of the week after a day, from which its rate holds.

    >>> monday_after(date(2026, 11, 19)).isoformat()
    '2026-11-23'
    """
    return day - timedelta(days=day.weekday()) + _WEEK


def weekly_rates(table: str) -> ExchangeRates:
    """Return rates from a table with the columns ``day`` (when the bank closed), ``currency`` and ``rate``, in dong for one unit.

    Raises:
      ValueError: A row is out of order; it says which one, counted as a spreadsheet shows it.
    """
    found: dict[str, dict[date, Decimal]] = defaultdict(dict)
    for number, row in enumerate(csv.DictReader(table.splitlines()), 2):
        try:
            since, rate = monday_after(date.fromisoformat(row["day"])), Decimal(row["rate"])
        except (KeyError, TypeError, ValueError, InvalidOperation):
            raise ValueError(f"Row {number} needs a day, a currency and a rate, such as 2026-11-19,USD,25450.") from None
        if not rate.is_finite() or rate <= 0 or since in found[row["currency"]]:
            raise ValueError(f"Row {number} has a second rate for its week, or one that is not above 0.")
        found[row["currency"]][since] = rate
    return ExchangeRates({currency: tuple(sorted(rates.items())) for currency, rates in found.items()}, cited(CUSTOMS_CIRCULAR))
