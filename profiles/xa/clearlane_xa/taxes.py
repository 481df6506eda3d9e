"""Taxes on goods in Arcadia: what each is charged on, and where its rates stand."""

from __future__ import annotations

from datetime import date

from clearlane.model.measure import Measure, Series
from clearlane.model.money import Rounding
from clearlane.model.tax import Tax
from clearlane.model.text import Text
from clearlane_xa.duties import expression
from clearlane_xa.tables import day, rows

_CENT = Rounding("half-up", 2)
_HOME_USE = frozenset({"40", "42", "44", "61"})
_VAT_DUE = frozenset({"40", "44", "61"})
_REMEDIES: dict[str, tuple[Series, Text]] = {
    "A30": ("anti-dumping", Text(en="Anti-dumping duty", vi="Thuế chống bán phá giá")),
    "A40": ("countervailing", Text(en="Countervailing duty", vi="Thuế chống trợ cấp")),
    "A45": ("safeguard", Text(en="Safeguard duty", vi="Thuế tự vệ")),
}
_EXCISES = {
    "110": (("22",), Text(en="Excise on drinks", vi="Thuế tiêu thụ đặc biệt đối với đồ uống")),
    "120": (("24", "8543"), Text(en="Excise on tobacco and nicotine", vi="Thuế tiêu thụ đặc biệt đối với thuốc lá và nicotin")),
    "130": (("27",), Text(en="Excise on mineral oil", vi="Thuế tiêu thụ đặc biệt đối với xăng dầu")),
    "140": (
        ("84", "87", "89", "95"),
        Text(en="Excise on vehicles and other goods", vi="Thuế tiêu thụ đặc biệt đối với xe và hàng hóa khác"),
    ),
}
_DUTIES = ("A00", *_REMEDIES)


def taxes() -> tuple[Tax, ...]:
    """Return duties on the value, excises on value and duties, the environment levy on quantity, VAT on all of them, and the fee."""
    return (_duty(), *_remedies(), *_excises(), _levy(), _vat(), _fee())


def _duty() -> Tax:
    name = Text(en="Import duty", vi="Thuế nhập khẩu")
    return Tax("A00", name, ("value",), None, _CENT, _HOME_USE, "Customs Tariff Act 2020", series=("third-country",))


def _remedies() -> tuple[Tax, ...]:
    return tuple(
        Tax(code, name, ("value",), None, _CENT, _HOME_USE, "Trade Remedies Act 2020", optional=True, series=(series,))
        for code, (series, name) in _REMEDIES.items()
    )


def _excises() -> tuple[Tax, ...]:
    return tuple(
        Tax(
            code,
            name,
            ("value", *_DUTIES),
            None,
            _CENT,
            _HOME_USE,
            "Excise Act 2020",
            optional=True,
            standing=_standing("excise", code, prefixes),
        )
        for code, (prefixes, name) in _EXCISES.items()
    )


def _levy() -> Tax:
    name = Text(en="Environment levy", vi="Thuế bảo vệ môi trường")
    return Tax("E10", name, (), None, _CENT, _HOME_USE, "Environment Levy Act 2024", optional=True, series=("environment",))


def _vat() -> Tax:
    name, law = Text(en="Value added tax", vi="Thuế giá trị gia tăng"), "Value Added Tax Act 2020"
    return Tax("B00", name, ("value", *_DUTIES, *_EXCISES, "E10"), None, _CENT, _VAT_DUE, law, standing=_standing("vat", "B00"))


def _fee() -> Tax:
    law = "Statistics Act 2020, section 4"
    fee = Measure("S10", "", "S10", expression("0.1 % MIN 5.00 ARD MAX 60.00 ARD"), since=date(2026, 7, 1), reference=law)
    name = Text(en="Statistical fee", vi="Phí thống kê hải quan")
    return Tax(
        "S10", name, ("value",), None, _CENT, _HOME_USE, law, optional=True, standing=(fee,), scope="declaration", since=date(2026, 7, 1)
    )


def _standing(table: str, tax: str, prefixes: tuple[str, ...] = ("",)) -> tuple[Measure, ...]:
    """Return the rates of a table as measures of the law itself; the longest beginning of the goods code decides."""
    return tuple(
        Measure(
            f"{tax}.{row['prefix'] or 'all'}.{row['since'].replace('-', '')}",
            row["prefix"],
            tax,
            expression(row["duty"]),
            since=date.fromisoformat(row["since"]),
            until=day(row["until"]),
            reference=row["reference"],
        )
        for row in rows(table)
        if row["prefix"].startswith(prefixes)
    )
