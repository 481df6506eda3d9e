"""Canonical JSON (RFC 8785): one text for one meaning, so that it can be signed and hashed. And JSON read strictly."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from clearlane_verify.refusal import Malformed

Json = Any
"""What JSON can say: objects, lists, texts, numbers, true, false and null."""
_DEEPEST = 64
_PLAIN_FROM, _PLAIN_TO = -7, 21
_EXACT = 2**53


def read(text: str | bytes) -> Json:
    """Read JSON; a name said twice, a number JSON does not have and half a character are refused.

    Raises:
      Malformed: It is no JSON, or says one of these.
    """
    try:
        plain = text.decode() if isinstance(text, bytes) else text
        plain.encode()
        found = json.loads(plain, object_pairs_hook=_object, parse_constant=_refused)
        canonical(found)
    except (UnicodeError, ValueError, RecursionError):
        raise Malformed("That is no JSON as it can be signed.", "Đây không phải JSON có thể ký.") from None
    return found


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name is said twice")
    return found


def _refused(word: str) -> NoReturn:
    raise ValueError(word)


def canonical(value: Json) -> bytes:
    """Return the canonical form of JSON, in UTF-8.

    Raises:
      Malformed: It holds what JSON cannot say, a number that is none of IEEE 754, half a character, or is nested too deep.

    >>> canonical({"b": [1.0, 1e21, 1e-7], "a": "é"}).decode()
    '{"a":"é","b":[1,1e+21,1e-7]}'
    """
    try:
        return _written(value, 0).encode()
    except UnicodeEncodeError:
        raise Malformed("A text holds half a character.", "Văn bản có ký tự không trọn vẹn.") from None


def _written(value: Json, depth: int) -> str:
    if depth > _DEEPEST:
        raise Malformed(f"It is nested more than {_DEEPEST} deep.", f"Lồng nhau quá {_DEEPEST} mức.")
    match value:
        case None | bool():
            return json.dumps(value)
        case str():
            return json.dumps(value, ensure_ascii=False)
        case int() | float():
            return number(value)
        case list() | tuple():
            return "[" + ",".join(_written(one, depth + 1) for one in value) + "]"
        case dict():
            names = sorted(value, key=_units)
            return "{" + ",".join(f"{_written(name, depth)}:{_written(value[name], depth + 1)}" for name in names) + "}"
        case _:
            raise Malformed(f"JSON cannot say a {type(value).__name__}.", f"JSON không biểu diễn được {type(value).__name__}.")


def _units(name: Json) -> bytes:
    """Return what names are sorted by: their UTF-16 units."""
    if not isinstance(name, str):
        raise Malformed("A name in JSON is a text.", "Tên trong JSON phải là văn bản.")
    return name.encode("utf-16-be", "surrogatepass")


def number(value: float) -> str:
    """Return a number as ECMAScript writes it.

    Raises:
      Malformed: It is not finite, or a whole number that a double cannot hold.

    >>> number(0.000001), number(-0.0), number(123456789012345680000.0), number(1.5e300)
    ('0.000001', '0', '123456789012345680000', '1.5e+300')
    """
    try:
        double = float(value)
    except OverflowError:
        double = math.inf
    written = _finite(double) if math.isfinite(double) else ""
    if not written or (isinstance(value, int) and abs(value) > _EXACT and written != str(value)):
        raise Malformed(f"{value} is no number that JSON can be signed with.", f"{value} không phải số có thể ký trong JSON.")
    return written


def _finite(double: float) -> str:
    if double == 0:
        return "0"
    sign, digits, point = _shortest(double)
    if len(digits) <= point <= _PLAIN_TO:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= _PLAIN_TO:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if _PLAIN_FROM < point - 1 < 0:
        return f"{sign}0.{'0' * -point}{digits}"
    rest = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{rest}e{point - 1:+d}"


def _shortest(double: float) -> tuple[str, str, int]:
    """Return sign, the fewest digits that say a double, and how many of them stand before the point."""
    written, _, exponent = repr(abs(double)).partition("e")
    whole, _, part = written.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + part) - len(digits))
    return "-" if double < 0 else "", digits.rstrip("0"), point
