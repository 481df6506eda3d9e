"""Numbers of declarations, in the shape of a movement reference number (MRN).

Two digits of the year, the country, letters of the administration, an ordinal, and a check digit by
the rule of ISO 6346 (letters 10 to 38 without multiples of 11, powers of two, modulo 11, modulo 10):
18 characters in all. The ordinal comes from the store, which counts without gaps.
"""

from __future__ import annotations

from clearlane.model.profile import Profile

_LENGTH = 17
_VALUES = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", [n for n in range(10, 39) if n % 11], strict=True)) | {str(n): n for n in range(10)}


def series(year: int) -> str:
    """Return the name of the series a year's declarations are counted in."""
    return f"declarations-{year}"


def number(profile: Profile, year: int, ordinal: int) -> str:
    """Return the number of the ordinal-th declaration of a year."""
    head = f"{year % 100:02d}{profile.country}{profile.number_letters}"
    body = f"{head}{ordinal:0{_LENGTH - len(head)}d}"
    return body + check_digit(body)


def check_digit(body: str) -> str:
    """Return the check digit of a number.

    >>> check_digit("CSQU305438")  # the example in ISO 6346
    '3'
    """
    return str(sum(_VALUES[c] << place for place, c in enumerate(body)) % 11 % 10)
