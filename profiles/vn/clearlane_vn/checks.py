"""Checks of Vietnamese law that are more than a list of codes or of data demanded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text
from clearlane_vn import further, tax_number
from clearlane_vn.codes import kinds
from clearlane_vn.taxes import DUE_UNDER

_CODE_LENGTH = 8
_WITH_RELIEF = frozenset({"A44", "C11", "C21", "E11", "E13", "E15", "E21", "E23", "E31", "E33", "G11", "G12", "G13", "G14", "G51"})
"""Kinds of import under which goods may rest from tax or be relieved of it."""


def check_further(declaration: Declaration, on: date) -> tuple[Finding, ...]:
    """Return what is to be said of the kind, of tax numbers and of commodity codes, which here have eight digits."""
    found = [*_kind(declaration), *_tax_numbers(declaration)]
    for place, item in enumerate(declaration.item, 1):
        found += _commodity(f"GoodsShipment/GovernmentAgencyGoodsItem[{place}]", item)
    return tuple(found)


def _kind(declaration: Declaration) -> Iterator[Finding]:
    charged = any(item.procedure_code[:2] in DUE_UNDER for item in declaration.item)
    if declaration.type_code in _WITH_RELIEF and charged:
        message = Text(
            en=f"Kind {declaration.type_code} may free goods of tax; the amounts are computed as for home use.",
            vi=f"Hàng thuộc loại hình {declaration.type_code} có thể không phải nộp thuế; số thuế được tính như hàng tiêu dùng.",
        )
        remedy = Text(
            en="Claim the relief from customs, or give the procedure under which tax rests, such as 51.",
            vi="Hãy đề nghị hải quan xét miễn thuế, hoặc khai chế độ không phải nộp thuế, ví dụ 51.",
        )
        yield further.KIND_WITH_RELIEF.at("TypeCode", message, remedy)


def _tax_numbers(declaration: Declaration) -> Iterator[Finding]:
    kind = kinds().get(declaration.type_code or "")
    out = kind is not None and kind.direction == "export"
    for rule, path, number in (
        (further.DECLARANT_NUMBER, "Declarant/ID", declaration.declarant_id),
        (further.IMPORTER_NUMBER, "GoodsShipment/Importer/ID", "" if out else declaration.importer_id),
        (further.EXPORTER_NUMBER, "Exporter/ID", declaration.exporter.id if declaration.exporter and out else None),
        (further.AGENT_NUMBER, "Agent/ID", declaration.agent.id if declaration.agent else None),
    ):
        if number and (wrong := tax_number.fault(number)):
            message = Text(en=f"{number!r} is no tax number: {wrong.en}.", vi=f"{number!r} không phải mã số thuế: {wrong.vi}.")
            remedy = Text(
                en="Give ten digits, for a branch thirteen, such as 9912345671 or 9912345671-001.",
                vi="Khai 10 chữ số, đối với đơn vị phụ thuộc 13 chữ số, ví dụ 9912345671 hoặc 9912345671-001.",
            )
            yield rule.at(path, message, remedy)


def _commodity(path: str, item: GovernmentAgencyGoodsItem) -> Iterator[Finding]:
    for place, code in enumerate(item.commodity.classification if item.commodity else (), 1):
        eight = code.id and len(code.id) == _CODE_LENGTH and code.id.isascii() and code.id.isdigit()
        if code.identification_type_code == "TSP" and code.id and not eight:
            message = Text(en=f"The commodity code {code.id!r} has not eight digits.", vi=f"Mã số hàng hóa {code.id!r} không gồm 8 chữ số.")
            remedy = Text(
                en="Give the eight digits of the nomenclature, such as 62052010.", vi="Khai đủ 8 chữ số theo danh mục, ví dụ 62052010."
            )
            yield further.COMMODITY.at(f"{path}/Commodity/Classification[{place}]/ID", message, remedy)
