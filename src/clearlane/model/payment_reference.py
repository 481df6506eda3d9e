"""The reference a payer gives so that his money finds its declaration: RF, two check digits, and our number (ISO 11649).

The check digits are those of ISO 7064 MOD 97-10: with the letters written as numbers, A as 10 to Z as 35, and ``RF`` and the digits
moved behind, the whole leaves 1 when divided by 97. A digit mistyped, or two that changed places, is always noticed.
"""

from __future__ import annotations

import re

_FORM = re.compile(r"RF\d\d[0-9A-Z]{1,21}")
_PLAIN = re.compile(r"[0-9A-Z]{1,21}")


class NoReference(ValueError):
    """A text cannot stand in a creditor reference, or its check digits do not hold."""


def compact(reference: str) -> str:
    """Return a reference without the spaces and small letters people write.

    >>> compact("rf18 5390 0754 7034")
    'RF18539007547034'
    """
    return "".join(reference.split()).upper()


def creditor_reference(number: str) -> str:
    """Return the reference under which a declaration, or a deferment account, is paid.

    Raises:
      NoReference: The number has more than 21 characters, or others than digits and the letters A to Z.

    >>> creditor_reference("539007547034")
    'RF18539007547034'
    """
    body = compact(number)
    if not _PLAIN.fullmatch(body):
        raise NoReference(f"{number} cannot stand in a creditor reference.")
    return f"RF{98 - _remainder(body + 'RF00'):02d}{body}"


def looks_like_one(reference: str) -> bool:
    """Say whether a reference has the form of a creditor reference, whatever its check digits."""
    return _FORM.fullmatch(compact(reference)) is not None


def number_in(reference: str) -> str:
    """Return the number that a creditor reference carries.

    Raises:
      NoReference: It has another form, or its check digits do not hold.

    >>> number_in("RF18 5390 0754 7034")
    '539007547034'
    """
    body = compact(reference)
    if not _FORM.fullmatch(body) or _remainder(body[4:] + body[:4]) != 1:
        raise NoReference("The check digits of the reference do not hold.")
    return body[4:]


def grouped(reference: str) -> str:
    """Return a reference in groups of four, as it is printed.

    >>> grouped("RF18539007547034")
    'RF18 5390 0754 7034'
    """
    return " ".join(reference[place : place + 4] for place in range(0, len(reference), 4))


def _remainder(text: str) -> int:
    return int("".join(str(int(sign, 36)) for sign in text)) % 97
