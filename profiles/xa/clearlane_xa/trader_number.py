"""Arcadian trader numbers.

Every firm and person who deals with Arcadian customs has a trader number: the letters ``XA``,
nine digits that run upwards, and a check digit by ISO 7064, MOD 11,10. One wrong digit, or two
neighbours swapped, is noticed.

>>> validate("XA 123 456 789 7")
'XA1234567897'
>>> is_valid("XA1234567891")
False
>>> calc_check_digit("123456789")
'7'
>>> format("XA1234567897")
'XA 123 456 789 7'
"""

from __future__ import annotations

from clearlane.model.text import Text

_LETTERS = "XA"
_LENGTH = 12


def compact(number: str) -> str:
    """Return the number without spaces and hyphens, in capitals."""
    return number.replace(" ", "").replace("-", "").strip().upper()


def calc_check_digit(digits: str) -> str:
    """Return the check digit that belongs to nine digits (ISO 7064, MOD 11,10)."""
    check = 5
    for digit in digits:
        check = (((check or 10) * 2) % 11 + int(digit)) % 10
    return str((1 - ((check or 10) * 2) % 11) % 10)


def fault(number: str) -> Text | None:
    """Say what is wrong with a number as written, None if nothing is."""
    number = compact(number)
    if not number.startswith(_LETTERS):
        return Text(en="it does not begin with XA", vi="không bắt đầu bằng XA")
    if len(number) != _LENGTH or not (number[2:].isascii() and number[2:].isdigit()):
        return Text(en="it is not XA and ten digits", vi="không gồm XA và mười chữ số")
    if calc_check_digit(number[2:-1]) != number[-1]:
        return Text(en="its last digit does not agree with the others", vi="chữ số cuối không khớp với các chữ số khác")
    return None


def validate(number: str) -> str:
    """Return the number compacted.

    Raises:
      ValueError: It is no trader number; the message says why.
    """
    if wrong := fault(number):
        raise ValueError(f"This is no Arcadian trader number: {wrong.en}.")
    return compact(number)


def is_valid(number: str) -> bool:
    """Say whether this is a trader number."""
    return fault(number) is None


def format(number: str) -> str:  # noqa: A001 - the name every number module of this kind has
    """Return the number as it is printed on letters, in groups."""
    number = compact(number)
    return f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:11]} {number[11:]}"
