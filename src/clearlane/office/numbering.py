"""Numbers of declarations, in the shape of a movement reference number (MRN).

Two digits of the year, the country, letters of the administration, an ordinal, and the check digit of
ISO 6346: 18 characters in all. The ordinal comes from the store, which counts without gaps.
"""

from __future__ import annotations

from clearlane.model.check_digit import check_digit
from clearlane.model.profile import Profile

_LENGTH = 17


def series(year: int) -> str:
    """Return the name of the series a year's declarations are counted in."""
    return f"declarations-{year}"


def number(profile: Profile, year: int, ordinal: int) -> str:
    """Return the number of the ordinal-th declaration of a year."""
    head = f"{year % 100:02d}{profile.country}{profile.number_letters}"
    body = f"{head}{ordinal:0{_LENGTH - len(head)}d}"
    return body + check_digit(body)
