"""The catalogue of fields a risk profile and a learned model may look at: declared, assessed, remembered, and compared with like goods."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import cast

from clearlane.model.risk_field import Catalogue, FieldKind, FieldLevel, FieldSource, RiskField
from clearlane.model.text import Text
from clearlane.risk.history.definitions import HISTORIES, field


def declared_fields() -> tuple[RiskField, ...]:
    """Return the fields read from a declaration and its assessment, in their order."""
    return _table("fields.csv")


def known_fields() -> tuple[RiskField, ...]:
    """Return the fields known at the time: histories, then references of like goods, in their order."""
    return (*map(field, HISTORIES), *_table("references.csv"))


def _table(name: str) -> tuple[RiskField, ...]:
    table = (resources.files("clearlane.risk") / "data" / name).read_text("utf-8")
    return tuple(_field(line) for line in csv.DictReader(table.splitlines()))


def _field(line: dict[str, str]) -> RiskField:
    return RiskField(
        name=line["name"],
        kind=cast("FieldKind", line["kind"]),
        level=cast("FieldLevel", line["level"]),
        source=cast("FieldSource", line["source"]),
        words=Text(en=line["en"], vi=line["vi"]),
        unit=line["unit"],
        path=line["path"],
        absent=Text(en=line["absent_en"], vi=line["absent_vi"]) if line["absent_en"] else None,
    )


@cache
def catalogue() -> Catalogue:
    """Return the catalogue: what is declared and assessed, then histories, then references of like goods."""
    return Catalogue((*declared_fields(), *known_fields()))
