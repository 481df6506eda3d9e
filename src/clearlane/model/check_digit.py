"""The check digit of ISO 6346, which containers carry, and declaration numbers given here too.

Letters count 10 to 38 without multiples of 11, each sign is weighed with a power of two, and the sum is taken modulo 11, then 10.
"""

from __future__ import annotations

_VALUES = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", [n for n in range(10, 39) if n % 11], strict=True)) | {str(n): n for n in range(10)}


def check_digit(body: str) -> str:
    """Return the check digit of a number.

    Args:
      body: The number without it: capital letters and digits.

    >>> check_digit("CSQU305438")  # the example in ISO 6346
    '3'
    """
    return str(sum(_VALUES[sign] << place for place, sign in enumerate(body)) % 11 % 10)
