"""Checks of the shape of numbers in the United States."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.text import Text
from clearlane_us import further

_FILER = re.compile(r"\d{2}-\d{7}([A-Z0-9]{2})?|\d{3}-\d{2}-\d{4}|\d{6}-\d{5}", re.ASCII)
"""Employer identification (with suffix), social security, or number assigned by customs (19 CFR 24.5)."""
_TARIFF = re.compile(r"\d{8}(\d{2})?", re.ASCII)


def check_further(declaration: Declaration, on: date) -> tuple[Finding, ...]:
    """Return what is to be said of numbers whose shape the law lays down."""
    return (*_declarant(declaration), *_commodities(declaration))


def _declarant(declaration: Declaration) -> Iterator[Finding]:
    number = declaration.declarant_id
    if number and not _FILER.fullmatch(number):
        yield further.DECLARANT.at(
            "Declarant/ID",
            Text(en="This does not look like a filer's number.", vi="Không đúng dạng mã số của người khai hải quan."),
            Text(en="Give a number such as 12-3456789.", vi="Khai mã số, ví dụ 12-3456789."),
        )


def _commodities(declaration: Declaration) -> Iterator[Finding]:
    for place, item in enumerate(declaration.item, 1):
        for count, code in enumerate(item.commodity.classification if item.commodity else (), 1):
            if code.identification_type_code == "TSP" and code.id and not _TARIFF.fullmatch(code.id):
                yield further.COMMODITY.at(
                    f"GoodsShipment/GovernmentAgencyGoodsItem[{place}]/Commodity/Classification[{count}]/ID",
                    Text(en=f"{code.id!r} is no tariff number.", vi=f"{code.id!r} không phải mã số hàng hóa."),
                    Text(en="Give eight or ten digits, such as 7326908688.", vi="Khai tám hoặc mười chữ số, ví dụ 7326908688."),
                )
