"""Mã số thuế: tax numbers of Việt Nam.

A firm has ten digits: two of the province that registered it first, seven that run upwards, and a
check digit. A branch adds three digits, from 001. The check digit is ten less the remainder, by
eleven, of the nine digits weighted 31, 29, 23, 19, 17, 13, 7, 5, 3; nine digits whose remainder is
nought are not given out.

>>> validate("9912345671")
'9912345671'
>>> validate("9912345671-001")
'9912345671001'
>>> is_valid("9912345673")
False
>>> format("9912345671001")
'9912345671-001'
"""

from __future__ import annotations

from clearlane.model.text import Text

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_LENGTHS = (10, 13)


def compact(number: str) -> str:
    """Return the number without spaces, hyphens and dots."""
    return number.translate(str.maketrans("", "", " -.")).strip()


def calc_check_digit(digits: str) -> str:
    """Return the check digit that belongs to nine digits; ``10`` for those that are not given out."""
    return str(10 - sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11)


def fault(number: str) -> Text | None:
    """Say what is wrong with a number as written, None if nothing is."""
    number = compact(number)
    if len(number) not in _LENGTHS or not (number.isascii() and number.isdigit()):
        return Text(en="it has not ten or thirteen digits", vi="không gồm 10 hoặc 13 chữ số")
    if calc_check_digit(number[:9]) != number[9]:
        return Text(en="its tenth digit does not agree with those before", vi="chữ số thứ mười không khớp với các chữ số trước")
    if number[10:] == "000":
        return Text(en="the branch is numbered 000", vi="số thứ tự đơn vị phụ thuộc là 000")
    return None


def validate(number: str) -> str:
    """Return the number compacted.

    Raises:
      ValueError: It is no tax number; the message says why.
    """
    if wrong := fault(number):
        raise ValueError(f"This is no Vietnamese tax number: {wrong.en}.")
    return compact(number)


def is_valid(number: str) -> bool:
    """Say whether this is a tax number."""
    return fault(number) is None


def format(number: str) -> str:  # noqa: A001 - the name every number module of this kind has
    """Return the number as it is printed, a branch after a hyphen."""
    number = compact(number)
    return f"{number[:10]}-{number[10:]}" if number[10:] else number
