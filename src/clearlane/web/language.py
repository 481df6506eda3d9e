"""Which language a page speaks, and how figures, moments and whiles are written in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from starlette.requests import Request

from clearlane.model.text import LANGUAGES, Text
from clearlane.web.words import WORDS

COOKIE = "lang"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SWAP = str.maketrans(",.", ".,")
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

    def when(self, at: datetime) -> str:
        """Return a moment, UTC, to the second."""
        at = at.astimezone(UTC)
        return f"{self.day(at)} {at:%H:%M:%S}"

    def day(self, at: datetime) -> str:
        """Return the day of a moment."""
        at = at.astimezone(UTC)
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
