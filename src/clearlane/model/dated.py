"""Law with dates: codes, code lists and rates, each in force from a day to a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import msgspec

from clearlane.model.text import Text

ALWAYS = date(1900, 1, 1)


class DatedCode(msgspec.Struct, frozen=True):
    """A code in force from ``since`` to ``until``, both days included; None is open-ended."""

    code: str
    text: Text
    since: date = ALWAYS
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Say whether the code is in force on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class CodeList:
    """A list of dated codes under one name.

    Attributes:
      name: What the codes are, such as "customs offices".
      codes: Every version of every code.
    """

    name: Text
    codes: Mapping[str, tuple[DatedCode, ...]]

    @classmethod
    def of(cls, name: Text, codes: Iterable[DatedCode]) -> CodeList:
        """Gather codes into a list."""
        gathered: dict[str, tuple[DatedCode, ...]] = {}
        for code in codes:
            gathered[code.code] = (*gathered.get(code.code, ()), code)
        return cls(name, gathered)

    def holds(self, code: str, on: date) -> bool:
        """Say whether a code is in force on a day."""
        return any(version.holds(on) for version in self.codes.get(code, ()))

    def text(self, code: str) -> Text | None:
        """Return what a code means, by its latest version; None if it never existed."""
        versions = self.codes.get(code)
        return versions[-1].text if versions else None

    def example(self, on: date) -> str:
        """Return the first code in force on a day, for remedies; empty if there is none."""
        return next((code for code in self.codes if self.holds(code, on)), "")


class DatedRate(msgspec.Struct, frozen=True):
    """A rate in per cent, in force from ``since`` to ``until``, both days included, with its law."""

    percent: Decimal
    reference: str
    since: date = ALWAYS
    until: date | None = None


@dataclass(frozen=True)
class RateTable:
    """Rates by the beginning of the commodity code: the longest beginning decides.

    Attributes:
      rates: Every version of the rate of every prefix, in order of date. The empty prefix is for all goods.
    """

    rates: Mapping[str, tuple[DatedRate, ...]]
    _longest: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_longest", max(map(len, self.rates), default=0))

    def find(self, code: str, on: date) -> DatedRate | None:
        """Return the rate in force for a commodity code on a day; None where the table is silent."""
        for length in range(min(len(code), self._longest), -1, -1):
            for rate in self.rates.get(code[:length], ()):
                if rate.since <= on and (rate.until is None or on <= rate.until):
                    return rate
        return None


@dataclass(frozen=True)
class ExchangeRates:
    """Weekly rates of exchange into the profile's currency.

    Attributes:
      rates: For each currency the days from which a rate holds and the rates, in order of date.
      reference: The law or bulletin.
    """

    rates: Mapping[str, tuple[tuple[date, Decimal], ...]]
    reference: str

    def find(self, currency: str, on: date) -> tuple[date, Decimal] | None:
        """Return the day a rate holds from and the rate; None if there is none for that currency and day."""
        known = self.rates.get(currency, ())
        place = bisect_right(known, on, key=lambda pair: pair[0])
        return known[place - 1] if place else None
