"""An office with people in it, whose clock is set by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from pyotp import TOTP

from clearlane.model.person import Grant, Person, PersonRole
from clearlane.office.office import Office
from clearlane.office.wiring import profile_named

XA = profile_named("xa")
DAY = date(2026, 11, 20)
PASSWORD = "a long word of mine 17"


class StillClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


def granted(role: PersonRole, **more: Any) -> Grant:
    return Grant(**({"place": 0, "role": role, "since": DAY} | more))


def peopled(office: Office) -> Office:
    """Two administrators made at the machine, and T-1, an officer."""
    for number in ("A-1", "A-2"):
        office.people.make_administrator(Person(number, f"Administrator {number}"))
    add(office, "T-1", "officer", name="Trần Văn Một", offices=("XA01",))
    return office


def add(office: Office, number: str, role: PersonRole, *, name: str = "", outside: str = "", **more: Any) -> None:
    office.people.rights.register(Person(number, name, outside=outside), by="A-1")
    office.people.rights.grant(number, granted(role, **more), by="A-2")


def with_password(office: Office, number: str, password: str = PASSWORD) -> None:
    """Give someone a way in."""
    words = office.people.accounts.invite(number, by="A-1" if number != "A-1" else "A-2")
    office.people.accounts.accept(number, words, password)


def with_device(office: Office, number: str) -> TOTP:
    """Give someone a way in and a device; return what the device is."""
    with_password(office, number)
    _, secret = office.people.accounts.offer_factor(number, "Office")
    device = TOTP(secret)
    office.people.accounts.confirm_factor(number, device.at(office.clock()))
    return device
