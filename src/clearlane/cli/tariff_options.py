"""Options of the commands on tariffs, and their answers as columns and as JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from unicodedata import combining, east_asian_width
from zoneinfo import ZoneInfo

import msgspec
import typer

from clearlane.cli.speech import helped, out, plain
from clearlane.model.profile import Profile as Law
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text

By = Annotated[
    str,
    typer.Option(
        "--by",
        envvar="CLEARLANE_BY",
        metavar="STAFF-NUMBER",
        help=helped("Who you are; going live takes two.", "Số hiệu của bạn; cần hai người để đưa vào áp dụng."),
        show_default=False,
    ),
]
Version = Annotated[
    str,
    typer.Argument(metavar="VERSION", help=helped("A tariff, such as XA-2026-1.", "Biểu thuế, ví dụ XA-2026-1."), show_default=False),
]
Which = Annotated[
    str,
    typer.Option(
        "--version",
        metavar="VERSION",
        help=helped("The tariff; the one in force unless said.", "Biểu thuế; mặc định là biểu đang áp dụng."),
        show_default=False,
    ),
]
On = Annotated[
    datetime | None,
    typer.Option(
        "--on", formats=["%Y-%m-%d"], metavar="DAY", help=helped("As of a day; today.", "Theo ngày; mặc định hôm nay."), show_default=False
    ),
]
Since = Annotated[
    datetime | None,
    typer.Option("--since", formats=["%Y-%m-%d"], metavar="DAY", help=helped("The first day.", "Ngày đầu tiên."), show_default=False),
]
Until = Annotated[
    datetime | None,
    typer.Option(
        "--until",
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help=helped("The last day; today unless said.", "Ngày cuối cùng; mặc định hôm nay."),
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help=helped("Answer in JSON.", "Trả lời bằng JSON."))]

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class NobodySaid(Refusal):
    """An act on a tariff was asked for without saying by whom."""

    kind = "not-allowed"


def out_json(noun: Any) -> None:
    """Write a noun as one line of JSON, safe to show on a terminal."""
    written = msgspec.json.encode(noun).decode()
    typer.echo(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def out_columns(rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), indent: str = "") -> None:
    """Write rows in columns that line up; the last is never filled.

    Args:
      rows: The rows, the heading among them.
      right: Columns, from 0, whose words stand at the right.
      indent: What stands before each row.
    """
    shown = [[plain(cell).replace("\n", " ") for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        cells = [
            " " * (width - _width(cell)) + cell if place in right else cell + " " * (width - _width(cell))
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        out((indent + "  ".join(cells)).rstrip())


def moment(at: datetime, law: Law) -> str:
    """Return a moment in the time zone of the law, with the zone."""
    return f"{at.astimezone(ZoneInfo(law.time_zone)):%Y-%m-%d %H:%M %Z}"


def _width(words: str) -> int:
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in words)


def said_by(by: str) -> str:
    """Return who acts.

    Raises:
      NobodySaid: Nobody said.
    """
    if not by.strip():
        raise NobodySaid(
            Text(
                en="Say who you are: --by STAFF-NUMBER, or set CLEARLANE_BY.",
                vi="Hãy cho biết bạn là ai: --by SỐ-HIỆU, hoặc đặt biến CLEARLANE_BY.",
            )
        )
    return by
