"""What is traded, and with whom: the products and the imaginary partner countries."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

import msgspec

from clearlane.simulator.chance import Choice

PREFERENCE = frozenset({"XB", "XD", "QN"})
"""Partners with a trade agreement: their goods may come in at the preferential rate."""
RATE = {"ARD": 1000, "USD": 8000, "EUR": 8400, "GBP": 10200, "SGD": 6000}
"""What one unit of a currency costs, in thousandths of the Arcadian denar: only to turn our list prices into invoice prices."""
MODE_CODE = {"sea": "1", "rail": "2", "road": "3", "air": "4"}
"""Modes of transport at the border (UNECE Recommendation 19)."""


class Product(msgspec.Struct, frozen=True):
    """Something traded.

    Attributes:
      code: Its tariff code: six digits of the Harmonized System and two of ours.
      unit: The unit it is counted in (UNECE Recommendation 20).
      price: Median price per unit, in hundredths of the Arcadian denar.
      spread: How far prices scatter, in thousandths of an octave.
      grams: Net mass of one unit, in grams.
      lot: Median units in one line.
      per_package: Units in a package; 0 where it comes in bulk.
      package: Kind of package (UNECE Recommendation 21).
      season: When it moves: a name in ``seasons.MONTHS``.
      origins: Where it is made.
      lookalike: Code of another product it could be passed off as, at a lower duty; empty if none.
      documents: Certificates and licences it needs.
      description: The goods in words.
    """

    code: str
    unit: str
    price: int
    spread: int
    grams: int
    lot: int
    per_package: int
    package: str
    season: str
    origins: tuple[str, ...]
    lookalike: str
    documents: tuple[str, ...]
    description: str


class Partner(msgspec.Struct, frozen=True):
    """An imaginary country that trades with Arcadia.

    Attributes:
      code: A code that ISO 3166 leaves to its users.
      name: The name.
      currency: The currency its sellers ask.
      share: Its weight in the trade.
      price: Its price level, in thousandths.
      modes: How goods come from there.
      towns: Where its firms sit.
    """

    code: str
    name: str
    currency: str
    share: int
    price: int
    modes: Choice[str]
    towns: tuple[str, ...]


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("clearlane.simulator").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def products() -> dict[str, Product]:
    """Return every product by its code, in the order of the table."""
    return {row["code"]: _product(row) for row in _rows("products.csv")}


def _product(row: dict[str, str]) -> Product:
    whole, _, part = row["price"].partition(".")
    return Product(
        code=row["code"],
        unit=row["unit"],
        price=int(whole) * 100 + int(part),
        spread=int(row["spread"]),
        grams=int(row["grams"]),
        lot=int(row["lot"]),
        per_package=int(row["per_package"]),
        package=row["package"],
        season=row["season"],
        origins=tuple(row["origins"].split()),
        lookalike=row["lookalike"],
        documents=tuple(row["documents"].split()),
        description=row["description"],
    )


@cache
def partners() -> dict[str, Partner]:
    """Return every partner country by its code, in the order of the table."""
    return {row["code"]: _partner(row) for row in _rows("partners.csv")}


def _partner(row: dict[str, str]) -> Partner:
    routes = [route.split(":") for route in row["routes"].split()]
    return Partner(
        code=row["code"],
        name=row["name"],
        currency=row["currency"],
        share=int(row["share"]),
        price=int(row["price"]),
        modes=Choice([mode for mode, _ in routes], [int(weight) for _, weight in routes]),
        towns=tuple(row["towns"].split("|")),
    )
