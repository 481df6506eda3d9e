"""A small tariff in our own form, two chapters long, and an office whose import duty it fixes."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import msgspec

from clearlane.model.money import Rounding
from clearlane.model.tax import Tax
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.ports import Store
from clearlane.office.wiring import profile_named

XA = profile_named("xa")
DUTY = Tax(
    "A00", Text(en="Import duty", vi="Thuế nhập khẩu"), ("value",), None, Rounding("half-up", 2), frozenset({"40"}), "Customs Tariff Act",
    series=("third-country",),
)  # fmt: skip
LAW = dataclasses.replace(XA, taxes=(DUTY,), tariff=None, claims={}, default_claim="")
START = datetime(2026, 11, 20, 9, tzinfo=UTC)


class Clock:
    """Tells a time that a test sets; it goes on by a millisecond whenever it is asked."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


def office(store: Store, clock: Clock | None = None) -> Office:
    return Office(LAW, store, clock=clock or Clock())


def tariff(coffee: str = "10 %", shirts: str = "20 %", edition: str = "2026") -> dict[str, bytes]:
    """The tables of a tariff with a rate for coffee and one for shirts, which are what the example declares."""
    return {
        "tariff.csv": f"country,edition,title,currency,dialect\nXA,{edition},Tariff of Arcadia,ARD,taric\n".encode(),
        "types.csv": b"code,series,text.en,text.vi\n103,third-country,Import duty,Thu\xe1\xba\xbf nh\xe1\xba\xadp kh\xe1\xba\xa9u\n",
        "lines.csv": "code,indent,text.en,text.vi\n09,0,Coffee and tea,Cà phê và chè\n62,0,Garments,Quần áo\n".encode(),
        "measures.csv": f"id,code,type,duty,reference\n1,09,103,{coffee},Act 1\n2,62,103,{shirts},Act 1\n".encode(),
    }


def message(reference: str) -> bytes:
    """The example import under a reference."""
    plain = msgspec.json.decode(XA.examples["import"])
    plain["Declaration"]["FunctionalReferenceID"] = reference
    return msgspec.json.encode(plain)


def live(office: Office, coffee: str = "10 %", **parts: str) -> str:
    """Load a tariff and put it in force; return its version."""
    version = office.tariff.load(tariff(coffee, **parts), by="T-17").version
    assert version is not None
    return office.tariff.activate(version.version, by="T-18").version
