"""The period that a page of risk work speaks of, and what its groups are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from clearlane.model.profile import Profile
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.web.words import WORDS


class Period(msgspec.Struct, frozen=True):
    """A period of days in the time zone of the law.

    Attributes:
      since: Its first moment.
      until: Its last.
      first: Its first day.
      last: Its last day.
    """

    since: datetime
    until: datetime
    first: date
    last: date


def period_of(law: Profile, asked: Mapping[str, str], now: datetime, days: int) -> Period:
    """Return the period of a form: its first and last day, that day included.

    Args:
      law: The law.
      asked: What was typed, under ``since`` and ``until``.
      now: The present moment: the end where no day is typed.
      days: How many days long it is where no first day is typed.

    Raises:
      Unreadable: A day is none, or the first is after the last.
    """
    zone, today = ZoneInfo(law.time_zone), law.day(now)
    last = min(_day(asked.get("until", "")) or today, today)
    first = _day(asked.get("since", "")) or max(last, date.min + timedelta(days=days)) - timedelta(days=days)
    if first > last:
        raise Unreadable(WORDS["risk.period.backwards"])
    until = now if last == today else datetime.combine(last + timedelta(days=1), time(), zone) - timedelta(microseconds=1)
    return Period(datetime.combine(first, time(), zone), until, first, last)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written.strip()[:10]) if written.strip() else None
    except ValueError:
        raise Unreadable(WORDS["tariff.fault.day"]) from None


def office_named(law: Profile, code: str) -> Text:
    """Return what a customs office is called; its code where the law has no name for it."""
    return _listed(law, "offices", code)


def country_named(law: Profile, code: str) -> Text:
    """Return what a country is called; its code where the law has no name for it."""
    return _listed(law, "countries", code)


def chapter_named(law: Profile, chapter: str, on: date) -> Text:
    """Return what a chapter of the tariff holds; nothing beyond its digits where the tariff has only what stands below it."""
    line = law.tariff.nomenclature.on(on).find(chapter) if law.tariff is not None and len(chapter) == 2 else None
    en, vi = (line.text("en"), line.text("vi")) if line is not None else ("", "")
    return Text(en=f"{chapter} {en}".strip(), vi=f"{chapter} {vi or en}".strip())


def _listed(law: Profile, which: str, code: str) -> Text:
    known = law.code_lists.get(which)
    return (known.text(code) if known else None) or Text(en=code, vi=code)
