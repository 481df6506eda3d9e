"""Taxes on goods in Arcadia, in the order they are computed."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.model.money import Rounding
from clearlane.model.tax import Tax
from clearlane.model.text import Text
from clearlane_xa.tables import rates

_CENT = Rounding("half-up", 2)
_HOME_USE = frozenset({"40", "42", "44", "61"})
_VAT_DUE = frozenset({"40", "44", "61"})
_EXCISES = {
    "110": (("22",), Text(en="Excise on drinks", vi="Thuế tiêu thụ đặc biệt đối với đồ uống")),
    "120": (("24", "8543"), Text(en="Excise on tobacco and nicotine", vi="Thuế tiêu thụ đặc biệt đối với thuốc lá và nicotin")),
    "130": (("27",), Text(en="Excise on mineral oil", vi="Thuế tiêu thụ đặc biệt đối với xăng dầu")),
    "140": (
        ("84", "87", "89", "95"),
        Text(en="Excise on vehicles and other goods", vi="Thuế tiêu thụ đặc biệt đối với xe và hàng hóa khác"),
    ),
}


def _within(prefixes: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda prefix: prefix.startswith(prefixes)


def taxes() -> tuple[Tax, ...]:
    """Return import duty, the excises on value and duty, and value added tax on all of them."""
    duty = Tax("A00", Text(en="Import duty", vi="Thuế nhập khẩu"), ("value",), rates("duty"), _CENT, _HOME_USE, "Customs Tariff Act 2020")
    excises = tuple(
        Tax(code, name, ("value", "A00"), rates("excise", _within(prefixes)), _CENT, _HOME_USE, "Excise Act 2020", optional=True)
        for code, (prefixes, name) in _EXCISES.items()
    )
    base = ("value", "A00", *_EXCISES)
    vat = Tax(
        "B00", Text(en="Value added tax", vi="Thuế giá trị gia tăng"), base, rates("vat"), _CENT, _VAT_DUE, "Value Added Tax Act 2020"
    )
    return (duty, *excises, vat)
