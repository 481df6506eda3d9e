"""Numbers as they are written: traders, containers and ships with their check digits, decimals."""

from __future__ import annotations

from clearlane.model.check_digit import check_digit


def trader_number(digits: str) -> str:
    """Return the Arcadian trader number of nine digits: XA, the digits, a check digit (ISO 7064, MOD 11,10).

    >>> trader_number("123456789")
    'XA1234567897'
    """
    check = 5
    for digit in digits:
        check = (((check or 10) * 2) % 11 + int(digit)) % 10
    return f"XA{digits}{(1 - ((check or 10) * 2) % 11) % 10}"


def container_number(owner: str, serial: int) -> str:
    """Return a container number with its check digit (ISO 6346).

    Args:
      owner: Three letters and the letter of the kind, such as ``CSQU``.
      serial: The serial number, of six digits at most.

    >>> container_number("CSQU", 305438)
    'CSQU3054383'
    """
    body = f"{owner}{serial:06d}"
    return body + check_digit(body)


def ship_number(serial: int) -> str:
    """Return a ship's identification number of the International Maritime Organization from six digits.

    >>> ship_number(907472)
    '9074729'
    """
    digits = f"{serial:06d}"
    return f"{digits}{sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=True)) % 10}"


def decimal(minor: int, places: int = 2) -> str:
    """Return a whole number of smallest units as a decimal text.

    >>> decimal(123456), decimal(5, 3)
    ('1234.56', '0.005')
    """
    whole, part = divmod(minor, 10**places)
    return f"{whole}.{part:0{places}d}"
