"""Rates of exchange that whoever runs an office loads from a table, for countries whose profile ships none."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from msgspec import structs

from clearlane.model.dated import ExchangeRates
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.office.settings import Misconfigured, Settings
from clearlane.office.wiring import profile_named

COLUMNS = ("currency", "since", "rate")
"""The columns of the table: ISO 4217, the first day the rate holds, and what one unit is worth in the profile's currency."""
OF_PROFILE = "profile"
"""The setting that leaves what the profile has."""


def law_of(settings: Settings) -> Profile:
    """Return the profile an office is set up with: with the rates of its own table, and faceless or not, where that is set.

    Raises:
      NotFound: No such profile is installed.
      Misconfigured: The table cannot be read, or a row of it cannot be used; the words say which.
    """
    profile = profile_named(settings.profile)
    if settings.faceless != OF_PROFILE:
        profile = replace(profile, clearance=structs.replace(profile.clearance, faceless=settings.faceless == "on"))
    return replace(profile, exchange=read_rates(Path(settings.exchange))) if settings.exchange != OF_PROFILE else profile


def read_rates(file: Path) -> ExchangeRates:
    """Return the rates of a table, CSV in UTF-8 with the columns ``currency``, ``since`` and ``rate``.

    Raises:
      Misconfigured: The table cannot be read, or a row of it cannot be used; rows are counted as a spreadsheet shows them.
    """
    try:
        table = csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline=""))
    except (OSError, UnicodeDecodeError) as fault:
        why = (fault.strerror or type(fault).__name__) if isinstance(fault, OSError) else "it is not UTF-8"
        raise _wrong(file, Text(en=f"it cannot be read ({why})", vi=f"không đọc được ({why})")) from None
    found: dict[str, dict[date, Decimal]] = defaultdict(dict)
    for number, row in enumerate(table, 2):
        try:
            currency, since, rate = (row[name].strip() for name in COLUMNS)
            day, figure = date.fromisoformat(since), Decimal(rate)
        except (KeyError, AttributeError, ValueError, InvalidOperation):
            raise _wrong(file, _row(number)) from None
        if len(currency) != 3 or not figure.is_finite() or figure <= 0 or day in found[currency]:
            raise _wrong(file, _row(number))
        found[currency][day] = figure
    return ExchangeRates({currency: tuple(sorted(rates.items())) for currency, rates in found.items()}, file.name)


def _row(number: int) -> Text:
    return Text(
        en=f"row {number} needs a currency, a day of its own and a rate above 0, such as USD,2026-11-23,25450",
        vi=f"dòng {number} phải có mã tiền tệ, ngày hiệu lực không trùng và tỷ giá lớn hơn 0, ví dụ USD,2026-11-23,25450",
    )


def _wrong(file: Path, what: Text) -> Misconfigured:
    words = Text(en=f"Rates of exchange in {file.name}: {what.en}.", vi=f"Tỷ giá trong tệp {file.name}: {what.vi}.")
    return Misconfigured(words, setting="exchange")
