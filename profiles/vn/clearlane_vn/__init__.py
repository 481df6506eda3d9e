"""Việt Nam, thin: the passage of a declaration in Vietnamese terms, without a tariff and without a claim to VNACCS's wire format."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from importlib.resources import files

from clearlane.model.money import Rounding
from clearlane.model.profile import Profile
from clearlane.model.tax import Tax
from clearlane.model.text import Text
from clearlane_vn.checks import check_further
from clearlane_vn.codes import CODE_RULES, code_lists, kinds
from clearlane_vn.fields import FIELD_NAMES
from clearlane_vn.further import FURTHER_RULES
from clearlane_vn.lanes import LANES, RISK_RULES
from clearlane_vn.obligations import OBLIGATIONS

_DONG = Rounding("half-up", 0)
_DUE = frozenset({"", "40"})
"""Home use. The kind code says more than the WCO procedure, which a declaration from VNACCS does not hold."""

TAXES = (
    Tax("NK", Text(en="Import duty", vi="Thuế nhập khẩu"), ("value",), None, _DONG, _DUE, "Luật 107/2016/QH13"),
    Tax("BS", Text(en="Additional import duty", vi="Thuế nhập khẩu bổ sung"), ("value",), None, _DONG, _DUE, "Luật 107/2016/QH13"),
    Tax("TTDB", Text(en="Excise", vi="Thuế tiêu thụ đặc biệt"), ("value", "NK", "BS"), None, _DONG, _DUE, "Luật Thuế tiêu thụ đặc biệt"),
    Tax("BVMT", Text(en="Environment tax", vi="Thuế bảo vệ môi trường"), ("value",), None, _DONG, _DUE, "Luật Thuế bảo vệ môi trường"),
    Tax(
        "GTGT",
        Text(en="Value added tax", vi="Thuế giá trị gia tăng"),
        ("value", "NK", "BS", "TTDB", "BVMT"),
        None,
        _DONG,
        _DUE,
        "Luật 48/2024/QH15",
    ),
)


@cache
def profile() -> Profile:
    """Return the law and practice of Việt Nam known here."""
    return Profile(
        code="vn",
        name=Text(en="Việt Nam", vi="Việt Nam"),
        country="VN",
        agency="Cục Hải quan",
        currency="VND",
        kinds=kinds(),
        code_lists=code_lists(),
        code_rules=CODE_RULES,
        obligations=OBLIGATIONS,
        taxes=TAXES,
        exchange=None,
        value_rounding=_DONG,
        lanes=LANES,
        risk_rules=RISK_RULES,
        check_further=check_further,
        further_rules=FURTHER_RULES,
        reference_window=timedelta(days=3650),
        field_names=FIELD_NAMES,
        examples={way: (files("clearlane_vn") / "examples" / f"{way}.json").read_bytes() for way in ("import", "export")},
        time_zone="Asia/Ho_Chi_Minh",
        origin_notes="Kind codes as in the VNACCS terminal and Decision 1357/QĐ-TCHQ; names in our own words. Customs units and their "
        "codes illustrate dated data and must be replaced by the official list. No tariff and no rates of exchange are loaded.",
    )
