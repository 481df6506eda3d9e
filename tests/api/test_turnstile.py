"""Callers counted: so many a minute, then told how long to wait; bounded in memory."""

from __future__ import annotations

import pytest
from fastapi import Request

from clearlane.api.turnstile import Turnstile, caller_of


class Seconds:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_who_comes_too_often_is_told_how_long_to_wait_and_let_through_then() -> None:
    clock = Seconds()
    gate = Turnstile(3, clock)
    assert [gate.wait("a") for _ in range(5)] == [0, 0, 0, 20, 20]
    assert gate.wait("b") == 0
    clock.now = 19
    assert gate.wait("a") == 1
    clock.now = 20
    assert [gate.wait("a"), gate.wait("a")] == [0, 20]


def test_without_a_limit_everyone_is_let_through() -> None:
    gate = Turnstile(0)
    assert [gate.wait("a") for _ in range(9)] == [0] * 9


def test_of_callers_without_end_the_last_are_remembered() -> None:
    gate = Turnstile(1, Seconds(), callers=100)
    assert {gate.wait(caller) for caller in range(10_000)} == {0}
    assert (len(gate), gate.wait(9_999), gate.wait(0)) == (100, 60, 0)


@pytest.mark.parametrize(
    ("address", "caller"), [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::7", "2001:db8:1:2::/64"), ("testclient", "testclient")]
)
def test_a_caller_is_an_address_or_the_network_of_a_newer_one(address: str, caller: str) -> None:
    assert caller_of(Request({"type": "http", "client": (address, 5)})) == caller
