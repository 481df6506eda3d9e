"""A tiny tariff of model nouns, with one of each thing that a page must show, and the profile that has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from clearlane.model.duty import AdValorem, DutyExpression, Measurement, Specific, Term, percentage
from clearlane.model.measure import Area, Condition, Measure, MeasureType, Season, Series
from clearlane.model.nomenclature import TariffLine
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.model.text import Text
from tests.web.declarations import XA

MIXED = DutyExpression(
    "10 % MIN 2.00 ARD / KGM",
    (Term(AdValorem(Decimal(10))), Term(Specific(Decimal(2), "ARD", (Measurement("KGM"),)), "min")),
)
NASTY = 'Cheese <script>alert("1")</script> & curd'
CAVEAT = Text(en="Chapter 99 is not modelled.", vi="Chưa bao gồm chương 99.")


def _line(place: int, code: str, indent: int, en: str, vi: str, suffix: str = "80") -> TariffLine:
    return TariffLine(place, code, indent, {"en": en, "vi": vi}, suffix)


def _type(code: str, series: Series, en: str, vi: str) -> MeasureType:
    return MeasureType(code, series, Text(en=en, vi=vi))


LINES = (
    _line(1, "04", 0, "Milk and cheese", "Sữa và pho mát"),
    _line(2, "0401", 1, "Milk", "Sữa"),
    _line(3, "0406", 1, "Cheese", "Pho mát"),
    _line(4, "", 2, "Hard cheese:", "Pho mát cứng:", "10"),
    _line(5, "04061010", 3, "In blocks", "Dạng khối"),
    _line(6, "04061090", 3, NASTY, "Loại khác"),
)
TYPES = (
    _type("103", "third-country", "Ordinary duty", "Thuế suất thông thường"),
    _type("142", "preference", "Preferential rate", "Thuế suất ưu đãi"),
    _type("552", "anti-dumping", "Anti-dumping duty", "Thuế chống bán phá giá"),
    _type("750", "control", "Certificate", "Giấy chứng nhận"),
)
MEASURES = (
    Measure("m1", "04", "103", percentage(Decimal(30)), reference="Act on the chapter"),
    Measure("m2", "0406", "103", percentage(Decimal(8)), since=date(2020, 1, 1), until=date(2026, 6, 30), reference="Old order"),
    Measure("m3", "0406", "103", MIXED, since=date(2026, 7, 1), until=date(2027, 6, 30), reference="New order"),
    Measure("m4", "0406", "142", percentage(Decimal(0)), "2100", date(2021, 1, 1), reference="Agreement, Annex 2"),
    Measure("m5", "04061090", "552", percentage(Decimal(25)), "QO", additional_code="A101", reference="Order 3"),
    Measure("m6", "04061090", "750", conditions=(Condition("B", ("N853",)), Condition("B", applies=False)), reference="Animal Health Act"),
    Measure("m7", "04061010", "103", percentage(Decimal(5)), season=Season((6, 1), (9, 30)), footnotes=("F1",), reference="Summer order"),
)
AREA = Area("2100", Text(en="Northern Sea", vi="Biển Bắc"), ("QN",), "Agreement", ("N954", "U110"))
HEADER = TariffHeader("XA", "tiny", "A tiny tariff", currency="ARD", languages=("en", "vi"))
TINY = TariffContent(
    HEADER,
    LINES,
    MEASURES,
    TYPES,
    (AREA,),
    {"N853": Text(en="Animal health certificate", vi="Giấy kiểm dịch"), "N954": Text(en="Movement certificate", vi="Giấy chứng nhận EUR")},
    {"F1": Text(en="In summer alone.", vi="Chỉ mùa hè.")},
    {"A101": Text(en="Ostrewick Dairy", vi="Sữa Ostrewick")},
)


def with_tariff(content: TariffContent | None, law: Profile = XA) -> Profile:
    """A law with another tariff, or with none."""
    return replace(law, tariff=Tariff(content) if content else None)
