"""Tax statements that HM Revenue & Customs published with its test messages, and the declarations they answer."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec

from clearlane.lodgement.read import read
from clearlane.model.declaration import Declaration
from clearlane.model.duty import AdValorem, DutyExpression, Specific, Term
from clearlane.model.measure import ALL_ORIGINS, Measure, MeasureType, Series
from clearlane.model.nomenclature import TariffLine
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.model.text import Text
from clearlane.office.wiring import profile_named

AT = datetime(2023, 6, 1, 12, tzinfo=UTC)
GB = profile_named("gb")
TAXES = {tax.code: tax for tax in GB.taxes}
TYPES: dict[str, tuple[str, Series]] = {
    "A20": ("695", "additional"),
    "A30": ("552", "anti-dumping"),
    "A35": ("551", "anti-dumping"),
    "A40": ("554", "countervailing"),
    "A45": ("553", "countervailing"),
    "A70": ("XI695", "additional"),
    "A80": ("XI552", "anti-dumping"),
    "A90": ("XI554", "countervailing"),
    "B00": ("305", "vat"),
    "B05": ("XI305", "vat"),
}
_VAT_NI = "XI305"
_SECOND = {"695": "696", "XI695": "XI696"}
"""The type and series of the measure behind each tax; import duty's series follows from what is claimed."""


class Line(msgspec.Struct, frozen=True):
    """One line of a tax statement."""

    item: int
    tax: str
    base: Decimal | None
    rate: Decimal | None
    regime: str
    assessed: Decimal

    @property
    def explained(self) -> bool:
        """Whether base times rate, rounded down to the penny, is what was assessed."""
        return self.base is not None and self.rate is not None and GB.value_rounding.of(self.base * self.rate / 100) == self.assessed


class Statement(msgspec.Struct, frozen=True):
    """A tax statement and the file of the declaration it answers; None where that is not among those published."""

    file: Path
    lines: tuple[Line, ...]
    declaration: Path | None


def statements(folder: Path) -> list[Statement]:
    """Every statement with lines, each with its declaration: the one of the same reference, else the only one of its example."""
    rows = list(csv.DictReader((folder / "index.csv").open(encoding="utf-8", newline="")))
    by_reference, by_example = defaultdict(list), defaultdict(list)
    for row in rows:
        if row["cls"] == "DEC":
            by_reference[row["lrn"]].append(row)
            by_example[_example(row["path"])].append(row)
    found = []
    for row in rows:
        if row["cls"] == "RES" and row["function"].strip() == "13" and row["duty_lines"] not in ("", "0"):
            own = by_example[_example(row["path"])]
            named = [one for one in own if one["lrn"] == row["lrn"]] or by_reference[row["lrn"]]
            declared = named or (own if len(own) == 1 else [])
            answered = folder / "DEC" / declared[0]["file"] if declared else None
            file = folder / "RES" / row["file"]
            found.append(Statement(file, tuple(_lines(file)), answered))
    return found


def _example(path: str) -> str:
    above, _, last = path.rpartition("/")[0].rpartition("/")
    return above if "otification" in last else f"{above}/{last}"


def _lines(file: Path) -> Iterator[Line]:
    root = ET.parse(file).getroot()
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    for item in root.iter("GovernmentAgencyGoodsItem"):
        for tax in item.iter("DutyTaxFee"):
            base, rate = _figure(tax, "AdValoremTaxBaseAmount"), _figure(tax, "TaxRateNumeric")
            assessed = _figure(tax, "Payment/TaxAssessedAmount") or Decimal(0)
            yield Line(int(_text(item, "SequenceNumeric")), _text(tax, "TypeCode"), base, rate, _text(tax, "DutyRegimeCode"), assessed)


def _text(element: ET.Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _figure(element: ET.Element, path: str) -> Decimal | None:
    return Decimal(text) if (text := _text(element, path)) else None


def item_of(statement: Statement, number: int) -> Declaration | None:
    """The declaration with one of its items alone, so that items of one code may bear different rates; None where there is none."""
    if statement.declaration is None:
        return None
    declaration = read(statement.declaration.read_bytes()).declaration
    shipment = declaration.goods_shipment
    if shipment is None or number > len(declaration.item):
        return None
    alone = msgspec.structs.replace(shipment, government_agency_goods_item=(declaration.item[number - 1],))
    return msgspec.structs.replace(declaration, goods_shipment=alone)


def law_of(code: str, lines: Sequence[Line]) -> Profile:
    """The profile with a tariff that holds nothing but the rates of a statement, standing on the code of the goods.

    VAT on the Union's duties takes a type of its own here, since a statement may give it another rate than VAT on the rest.
    """
    measures: list[Measure] = []
    types: dict[str, MeasureType] = {}
    for tax, own in _by_measure(lines):
        kind, series = _type(tax, own[0].regime)
        if kind in types:
            kind = _SECOND[kind]
        types[kind] = MeasureType(kind, series, Text(en=kind, vi=kind))
        measures.append(Measure(f"{tax}-{len(measures)}", code, kind, _duty(own), ALL_ORIGINS))
    header = TariffHeader("GB", "statement", "Rates of a tax statement", currency="GBP")
    content = TariffContent(header, (TariffLine(1, code, 1),), tuple(measures), tuple(types.values()))
    taxes = tuple(msgspec.structs.replace(tax, types=(_VAT_NI,)) if tax.code == "B05" else tax for tax in GB.taxes)
    return replace(GB, taxes=taxes, tariff=Tariff(content))


def _by_measure(lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    """The lines behind each measure: those of import duty together, since parts of one rate may be stated apart."""
    stated = [line for line in lines if line.tax in TAXES or line.tax.isdigit()]
    for tax in ("A00", "A50"):
        if own := [line for line in stated if line.tax == tax]:
            yield tax, own
    yield from ((line.tax, [line]) for line in stated if line.tax not in ("A00", "A50"))


def _type(tax: str, regime: str) -> tuple[str, Series]:
    if tax in ("A00", "A50"):
        claim = GB.claims.get(regime)
        return ("103" if tax == "A00" else "XI103"), claim.series[0] if claim else "third-country"
    return TYPES.get(tax, (f"306-{tax}", "excise"))


def _duty(lines: Sequence[Line]) -> DutyExpression:
    """The rate stated. Where base and rate do not explain a line its amount stands in, so that what is charged on it can be compared."""
    terms = tuple(
        Term(AdValorem(line.rate) if line.explained and line.rate is not None else Specific(line.assessed, "GBP")) for line in lines
    )
    return DutyExpression(" + ".join(str(line.rate or line.assessed) for line in lines), terms)
