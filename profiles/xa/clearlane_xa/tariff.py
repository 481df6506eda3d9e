"""The integrated tariff of Arcadia: its nomenclature, and every measure on it with its law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.measure import Area, Condition, Measure, MeasureType, Season, Series
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.model.text import Text
from clearlane_xa.duties import expression
from clearlane_xa.nomenclature import lines
from clearlane_xa.tables import Row, day, rows

_TABLES = ("duties", "preferences", "suspensions", "remedies", "levies", "controls")


def tariff() -> Tariff:
    """Return the tariff as it is written in the tables under ``data/tariff``."""
    return Tariff(
        TariffContent(
            TariffHeader(
                "XA",
                "2026-07",
                "Integrated Customs Tariff of Arcadia",
                currency="ARD",
                source="Invented for Clearlane; codes of the Harmonized System 2022, words of our own. Apache-2.0.",
                since=date(2020, 1, 1),
                languages=("en", "vi"),
            ),
            lines(),
            tuple(measures()),
            tuple(MeasureType(row["code"], msgspec.convert(row["series"], Series), _text(row)) for row in rows("tariff/types")),
            tuple(_area(row) for row in rows("tariff/areas")),
            {row["category"] + row["type"]: _text(row) for row in rows("documents")},
            {row["code"]: _text(row) for row in rows("tariff/footnotes")},
            {row["code"]: _text(row) for row in rows("tariff/additional_codes")},
        )
    )


def measures() -> Iterator[Measure]:
    """Yield every measure of the tables."""
    for table in _TABLES:
        for row in rows(f"tariff/{table}"):
            yield measure(row)


def measure(row: Row) -> Measure:
    """Return a measure as its row has it; what names it is its type, goods, area, producer and first day."""
    season = row.get("season", "")
    named = (row["type"], row["code"] or "all", row["area"], row.get("additional_code", ""), row["since"].replace("-", ""), season[:5])
    return Measure(
        id=".".join(part for part in named if part),
        code=row["code"],
        type=row["type"],
        duty=expression(row["duty"]) if row["duty"] else None,
        area=row["area"],
        since=day(row["since"]) or ALWAYS,
        until=day(row["until"]),
        season=_season(season) if season else None,
        excluded=tuple(row.get("excluded", "").split()),
        conditions=tuple(map(_condition, row.get("conditions", "").split())),
        additional_code=row.get("additional_code", ""),
        order_number=row.get("order_number", ""),
        footnotes=tuple(row.get("footnotes", "").split()),
        reference=row["reference"],
    )


def _season(text: str) -> Season:
    since, _, until = text.partition("/")
    return Season((int(since[:2]), int(since[3:])), (int(until[:2]), int(until[3:])))


def _condition(text: str) -> Condition:
    """Return a condition written as ``B+N990`` (with this document the measure applies) or ``B-`` (otherwise it does not)."""
    group, applies, certificate = text[0], text[1] == "+", text[2:]
    return Condition(group, (certificate,) if certificate else (), applies=applies)


def _area(row: Row) -> Area:
    members, proofs = tuple(row["members"].split()), tuple(row["proofs"].split())
    return Area(row["code"], _text(row), members, row["agreement"], proofs, row["reference"])


def _text(row: Row) -> Text:
    return Text(en=row["en"], vi=row["vi"])
