"""A tariff loaded, kept, and asked as of a day; beside the same file merely read, and a dictionary merely asked.

The published schedule of the United States is taken where it lies beside the checkout, else a tariff of its size is made up.
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from bench.figure import Figure
from clearlane.model.tariff import Tariff, TariffContent
from clearlane.tariff.load import read_tariff
from clearlane.tariff.search import Words
from clearlane.tariff.serial import deserialise, serialise

PUBLISHED = Path(__file__).resolve().parents[2] / "shared/data/tariff/schedules/us_hts_2025-04.csv"
HEADINGS, BELOW, LEAVES = 1_200, 6, 4
T = TypeVar("T")
DAY = date(2025, 5, 1)
_SPECIAL = "Free (A+,AU,BH,CL,CO,D,E,IL,JO,KR,MA,OM,P,PA,PE,S,SG)"
_RATES = ("Free", "6.8%", "4.4¢/kg + 6%", "1.5¢/kg", "63¢/pr. + 10%")
_COLUMNS = (
    "HTS Number", "Indent", "Description", "Unit of Quantity", "General Rate of Duty", "Special Rate of Duty",
    "Column 2 Rate of Duty", "Quota Quantity", "Additional Duties",
)  # fmt: skip


def figures() -> Iterator[Figure]:
    """Yield how long a tariff takes to load and to read back, and a question as of a day."""
    whose, body = ("US tariff", PUBLISHED.read_bytes()) if PUBLISHED.exists() else ("made-up tariff", _made_up())
    content, loading = _timed(lambda: _loaded(body))
    _, reading = _timed(lambda: list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""))))
    many = f"{len(content.lines):,} lines, {len(content.measures):,} measures"
    yield Figure(f"{whose} loaded: {many}", loading, "s", "its rows merely read", reading, "10 s at most")
    kept = serialise(content)
    _, back = _timed(lambda: deserialise(kept))
    yield Figure(f"{whose} read back as kept, {len(kept) / 1e6:.1f} MB", back, "s", "loading it", loading, "1.5 s at most")
    yield _look_up(content)
    yield _search(content)


def _look_up(content: TariffContent) -> Figure:
    tariff = Tariff(content)
    codes = [line.code for line in content.lines if len(line.code) == 10]
    days = [DAY + timedelta(days=count % 28) for count in range(len(codes))]
    tariff.borne(codes[0], DAY)
    _, spent = _timed(lambda: [tariff.borne(code, day) for code, day in zip(codes, days, strict=True)])
    plain = dict.fromkeys(zip(codes, days, strict=True), ())
    _, bare = _timed(lambda: [plain[code, day] for code, day in zip(codes, days, strict=True)])
    each = 1e6 / len(codes)
    return Figure("every measure of a code as of a day", spent * each, "µs", "a dictionary by code and day", bare * each, "50 µs at most")


def _search(content: TariffContent) -> Figure:
    words = Words(Tariff(content))
    asked = [line.text("en")[:30] for line in content.lines[:: max(len(content.lines) // 200, 1)] if line.text("en")]
    words.search(asked[0], DAY)
    _, spent = _timed(lambda: [words.search(one, DAY) for one in asked])
    _, bare = _timed(lambda: [[line for line in content.lines if one in line.text("en")] for one in asked[:20]])
    each, slow = 1e3 / len(asked), 1e3 / min(len(asked), 20)
    return Figure("words searched in the tariff", spent * each, "ms", "every line looked through", bare * slow, "20 ms at most")


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    found = work()
    return found, time.perf_counter() - start


def _loaded(body: bytes) -> TariffContent:
    content, report = read_tariff({"hts_2025-04.csv": body}, "us-hts")
    if content is None:
        raise AssertionError(report.faults[:5])
    return content


def _made_up() -> bytes:
    """Return a schedule of about the published one's size: headings, rates on eight digits, goods on ten."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for number in range(HEADINGS):
        heading = f"{1 + number // 13:02}{1 + number % 13:02}"
        writer.writerow((heading, "0", f"Goods of heading {number}", "", "", "", "", "", ""))
        for below in range(BELOW):
            rate = _RATES[(number + below) % len(_RATES)]
            writer.writerow((f"{heading}.{below + 10}.00", "1", f"Kind {below}", "", rate, _SPECIAL, "20%", "", ""))
            for leaf in range(LEAVES):
                row = (f"{heading}.{below + 10}.00.{leaf + 10}", "2", f"Sort {leaf} of kind {below}", '["kg"]', "", "", "", "", "")
                writer.writerow(row)
    return written.getvalue().encode()
