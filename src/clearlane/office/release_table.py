"""The times of each declaration as a table, to be worked on elsewhere."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO

from clearlane.model.release_time import STAGES, Journey

COLUMNS = ("number", "lane", "office", "direction", "lodged", "arrived", "released", "left", "seconds", *STAGES, "agencies")
"""What the table has of each declaration: moments in UTC, then seconds, as a whole and by stage, then other agencies that had a say."""


def table(journeys: Iterable[Journey]) -> Iterator[str]:
    """Yield a table as CSV, line by line, with its heading.

    >>> next(table([])).startswith("number,lane,office")
    True
    """
    yield _line(COLUMNS)
    for one in journeys:
        moments = (_moment(at) for at in (one.lodged, one.arrived, one.released, one.left))
        spent = (int(span.total_seconds()) for span in (one.whole, *(one.spans.get(stage, timedelta(0)) for stage in STAGES)))
        yield _line([one.number, one.lane or "", one.office, one.direction, *moments, *spent, "; ".join(one.agencies)])


def _line(values: Iterable[object]) -> str:
    into = StringIO()
    csv.writer(into).writerow(values)
    return into.getvalue()


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if at else ""
