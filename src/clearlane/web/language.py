"""Which language a page speaks, and how figures, moments and whiles are written in it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from starlette.requests import Request

from clearlane.model.text import LANGUAGES, Text
from clearlane.model.values import Amount, Quantity
from clearlane.web.words import WORDS

COOKIE = "lang"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SWAP = str.maketrans(",.", ".,")
_PLAIN = re.compile(r"(0|[1-9]\d*)(\.\d+)?", re.ASCII)
_PARTS = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)|\((?P<manner>[a-z-]+):(?P<places>\d+)\)|(?P<figure>\d+(\.\d+)?)"
    r"|(?P<times> x )|(?P<whole>GoodsShipment)",
    re.ASCII,
)
_UNITS = ((86_400, "d", "ngày"), (3_600, "h", "giờ"), (60, "min", "phút"))


def language_of(request: Request) -> str:
    """Return the language asked for: in the address, else remembered, else the browser's, else English."""
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in LANGUAGES:
            return asked
    return preferred(request.headers.get("accept-language", ""))


def preferred(header: str) -> str:
    """Return the language a browser likes best of those spoken here.

    >>> preferred("fr, vi;q=0.8, en;q=0.5"), preferred("vi;q=0"), preferred("")
    ('vi', 'en', 'en')
    """
    wishes = []
    for place, part in enumerate(header.split(",")):
        name, _, parameter = part.strip().partition(";")
        weight = _weight(parameter)
        if weight > 0 and name[:2].lower() in LANGUAGES:
            wishes.append((-weight, place, name[:2].lower()))
    return min(wishes)[2] if wishes else "en"


def _weight(parameter: str) -> float:
    try:
        return float(parameter.strip().removeprefix("q=") or 1)
    except ValueError:
        return 0.0


class Speech:
    """One language, spoken: words of the catalogue, figures and moments.

    Args:
      language: ``en`` or ``vi``.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **fields: object) -> str:
        """Return a phrase of the catalogue, with its fields filled in."""
        said = WORDS[key].said(self.language)
        return said.format(**fields) if fields else said

    def text(self, text: Text | None) -> str:
        """Return the wording of a text; nothing for none."""
        return text.said(self.language) if text else ""

    def figure(self, value: Decimal | int | str) -> str:
        """Return a number with its thousands set apart.

        >>> Speech("en").figure(Decimal("1234.50")), Speech("vi").figure(Decimal("1234.50"))
        ('1,234.50', '1.234,50')
        """
        said = f"{Decimal(value):,f}"
        return said.translate(_SWAP) if self.language == "vi" else said

    def measured(self, value: float) -> str:
        """Return a measured figure: whole from a thousand up, else with four digits that count.

        >>> Speech("en").measured(12345.678), Speech("vi").measured(0.012346), Speech("en").measured(20.0)
        ('12,346', '0,01235', '20')
        """
        return self.figure(f"{value:.0f}" if abs(value) >= 1000 else f"{Decimal(f'{value:.4g}'):f}")

    def written(self, value: str | Amount | Quantity | None) -> str:
        """Return a value declared, no digit of it changed; what is no plain number stays as it is.

        >>> Speech("vi").written(Quantity("3204.000", "KGM")), Speech("en").written(Quantity("one pallet"))
        ('3.204,000 KGM', 'one pallet')
        """
        if value is None or isinstance(value, str):
            return value or ""
        figure = self.figure(value.value) if _PLAIN.fullmatch(value.value) else value.value
        unit = value.currency_id if isinstance(value, Amount) else value.unit_code
        return f"{figure} {unit}" if unit else figure

    def formula(self, formula: str) -> str:
        """Return a computation with its figures and days as this language writes them, and its rounding in words.

        >>> Speech("en").formula("1000.50 x 12.5 % = 125.06 (half-up:2)")
        '1,000.50 × 12.5 % = 125.06 (rounded half up; decimals: 2)'
        """
        return _PARTS.sub(self._part, formula)

    def _part(self, found: re.Match[str]) -> str:
        if found["day"]:
            return self.day(date.fromisoformat(found["day"]))
        if found["manner"]:
            return f"({self('rounding.' + found['manner'], n=found['places'])})"
        if found["whole"]:
            return self("formula.whole")
        return " × " if found["times"] else self.figure(found["figure"])

    def when(self, at: datetime) -> str:
        """Return a moment, UTC, to the second."""
        at = at.astimezone(UTC)
        return f"{self.day(at)} {at:%H:%M:%S}"

    def day(self, at: date) -> str:
        """Return a day."""
        return f"{at:%d/%m/%Y}" if self.language == "vi" else f"{at.day} {_MONTHS[at.month - 1]} {at.year}"

    def clock(self, at: datetime, now: datetime) -> str:
        """Return the time of day, with the day where it was not today."""
        at, now = at.astimezone(UTC), now.astimezone(UTC)
        return f"{at:%H:%M:%S}" if at.date() == now.date() else f"{at:%d/%m %H:%M}"

    def span(self, span: timedelta) -> str:
        """Return how long something lasted, to two units.

        >>> Speech("en").span(timedelta(hours=26, minutes=5)), Speech("vi").span(timedelta(seconds=20))
        ('1 d 2 h', 'dưới 1 phút')
        """
        left = max(0, int(span.total_seconds()))
        parts: list[str] = []
        for size, en, vi in _UNITS:
            count, left = divmod(left, size)
            if count or parts:
                parts.append(f"{count} {vi if self.language == 'vi' else en}" if count else "")
        return " ".join(filter(None, parts[:2])) or self("under-a-minute")
