"""Canonical JSON: numbers as ECMAScript writes them, names in the order of their UTF-16 units, nothing that JSON cannot say."""

from __future__ import annotations

import json
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane_verify.jcs import canonical, number, read
from clearlane_verify.refusal import Malformed

# Bits of IEEE 754 and what ECMAScript writes for them, as RFC 8785 (appendix B) has them.
NUMBERS = [
    ("0000000000000000", "0"), ("8000000000000000", "0"), ("0000000000000001", "5e-324"), ("8000000000000001", "-5e-324"),
    ("7fefffffffffffff", "1.7976931348623157e+308"), ("4340000000000000", "9007199254740992"),
    ("4430000000000000", "295147905179352830000"),
    ("44b52d02c7e14af5", "9.999999999999997e+22"), ("44b52d02c7e14af6", "1e+23"), ("44b52d02c7e14af7", "1.0000000000000001e+23"),
    ("444b1ae4d6e2ef4e", "999999999999999700000"), ("444b1ae4d6e2ef50", "1e+21"), ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
    ("3eb0c6f7a0b5ed8d", "0.000001"), ("41b3de4355555553", "333333333.3333332"), ("41b3de4355555557", "333333333.33333343"),
    ("becbf647612f3696", "-0.0000033333333333333333"), ("43143ff3c1cb0959", "1424953923781206.2"),
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(("bits", "written"), NUMBERS)
def test_numbers_are_written_as_ecmascript_does(bits: str, written: str) -> None:
    assert number(struct.unpack(">d", bytes.fromhex(bits))[0]) == written


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_written_is_read_as_the_same(value: float) -> None:
    assert float(number(value)) == value


@given(JSON)
def test_what_is_written_says_the_same_and_is_written_the_same_again(value: Any) -> None:
    written = canonical(value)
    assert json.loads(written, parse_int=float) == value
    assert canonical(read(written)) == written


def test_names_stand_in_the_order_of_their_utf_16_units() -> None:
    names = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "\u00f6": 7}
    assert list(json.loads(canonical(names)).values()) == [2, 4, 6, 7, 1, 5, 3]


@pytest.mark.parametrize(
    "text", ['{"a":1,"a":2}', "NaN", "[Infinity]", '"\\ud800"', "9007199254740993", "1e999", b"\xff", "[" * 70 + "]" * 70, "", "{a:1}"]
)
def test_what_cannot_be_signed_is_refused(text: str | bytes) -> None:
    with pytest.raises(Malformed):
        read(text)


@pytest.mark.parametrize("value", [{1: 2}, b"x", {"a": {1, 2}}, "\ud800", float("nan")])
def test_what_json_cannot_say_is_not_written(value: Any) -> None:
    with pytest.raises(Malformed):
        canonical(value)
