"""The United Kingdom, as far as messages of its Customs Declaration Service need it. No tariff is loaded."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from importlib.resources import files

from clearlane.model.money import Rounding
from clearlane.model.profile import Profile
from clearlane.model.tax import Tax
from clearlane.model.text import Text
from clearlane_gb.codes import CODE_RULES, code_lists
from clearlane_gb.elements import FIELD_NAMES
from clearlane_gb.further import FURTHER_RULES
from clearlane_gb.kinds import KINDS
from clearlane_gb.lanes import LANES, RISK_RULES
from clearlane_gb.obligations import OBLIGATIONS
from clearlane_gb.shapes import check_further

_PENNY = Rounding("down", 2)
_LAW = "Taxation (Cross-border Trade) Act 2018"
_VAT_LAW = "Value Added Tax Act 1994"
_FREE_CIRCULATION = frozenset({"01", "07", "40", "42", "44", "46", "48", "61"})
_VAT_DUE = _FREE_CIRCULATION - {"07", "42"}

TAXES = (
    Tax("A00", Text(en="Customs duty", vi="Thuế nhập khẩu"), ("value",), None, _PENNY, _FREE_CIRCULATION, _LAW),
    Tax("B00", Text(en="Value added tax", vi="Thuế giá trị gia tăng"), ("value", "A00"), None, _PENNY, _VAT_DUE, _VAT_LAW),
)


@cache
def profile() -> Profile:
    """Return the law and practice of the United Kingdom known here."""
    return Profile(
        code="gb",
        name=Text(en="United Kingdom", vi="Vương quốc Anh"),
        country="GB",
        agency="HMRC",
        currency="GBP",
        kinds=KINDS,
        code_lists=code_lists(),
        code_rules=CODE_RULES,
        obligations=OBLIGATIONS,
        taxes=TAXES,
        exchange=None,
        value_rounding=_PENNY,
        lanes=LANES,
        risk_rules=RISK_RULES,
        check_further=check_further,
        further_rules=FURTHER_RULES,
        reference_window=timedelta(days=2),
        field_names=FIELD_NAMES,
        number_letters="CL",
        examples={direction: (files("clearlane_gb") / "examples" / f"{direction}.json").read_bytes() for direction in ("import", "export")},
        time_zone="Europe/London",
        origin_notes="Codes and shapes from published messages and front-end limits of HM Revenue & Customs (Apache-2.0). "
        "No tariff and no rates of exchange are loaded, so duty, excise and VAT are unpriced.",
    )
