"""Options of the commands on risk work, and figures as an officer reads them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from clearlane.cli.speech import helped, language, one_of
from clearlane.model.profile import Profile as Law
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.risk_nouns import Estimate

By = Annotated[
    str,
    typer.Option(
        "--by",
        envvar="CLEARLANE_BY",
        metavar="STAFF-NUMBER",
        help=helped("Who you are: your staff number.", "Số hiệu công chức của bạn."),
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help=helped("The ground.", "Lý do."), show_default=False)]
Code = Annotated[
    str,
    typer.Argument(
        metavar="CODE", help=helped("A risk profile, such as UV-8517-03.", "Hồ sơ rủi ro, ví dụ UV-8517-03."), show_default=False
    ),
]
Number = Annotated[str, typer.Argument(metavar="NUMBER", help=helped("A declaration's number.", "Số tờ khai."), show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", help=helped("Do not ask again.", "Không hỏi lại."))]
LONG_AGO = 365


def period(law: Law, since: datetime | None, until: datetime | None, now: datetime, days: int = LONG_AGO) -> tuple[datetime, datetime]:
    """Return the first and last moment of a period of days, in the time zone of the law.

    Args:
      law: The law.
      since: The first day; so many days ago where none is said.
      until: The last day, that day included; now where none is said.
      now: The present moment.
      days: How many days ago.

    Raises:
      Unreadable: The first day is after the last.
    """
    zone = ZoneInfo(law.time_zone)
    last = now
    if until is not None:
        last = datetime.combine(until.date() + timedelta(days=1), time(), zone) - timedelta(microseconds=1)
    first = datetime.combine(since.date(), time(), zone) if since is not None else last - timedelta(days=days)
    if first > last:
        raise Unreadable(Text(en="The first day is after the last.", vi="Ngày đầu tiên sau ngày cuối cùng."))
    return first, last


def percent(share: float, places: int = 1) -> str:
    """Return a share as an officer writes it."""
    return _local(f"{100 * share:.{places}f}") + " %"


def figure(value: float, places: int = 0) -> str:
    """Return a number with its thousands apart."""
    return _local(f"{value:,.{places}f}")


def rate(found: Estimate, places: int = 1) -> str:
    """Return an estimated share with its interval; in words where nobody looked, which is not the same as 0."""
    if found.value is None or not found.inspected:
        return one_of("not known", "chưa rõ")
    low, high = (_local(f"{100 * end:.{places}f}") for end in (found.low, found.high))
    return f"{percent(found.value, places)} ({low} – {high})"


def _local(written: str) -> str:
    return written.translate(str.maketrans(",.", ".,")) if language() == "vi" else written
