"""The United Kingdom, as far as messages of its Customs Declaration Service need it. The tariff is loaded by the user."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from importlib.resources import files

from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane_gb.claims import CLAIMS, DEFAULT_CLAIM
from clearlane_gb.clearance import CLEARANCE
from clearlane_gb.codes import CODE_RULES, code_lists
from clearlane_gb.elements import FIELD_NAMES
from clearlane_gb.further import FURTHER_RULES
from clearlane_gb.kinds import KINDS
from clearlane_gb.lanes import LANES
from clearlane_gb.obligations import OBLIGATIONS
from clearlane_gb.reliefs import RELIEFS
from clearlane_gb.risk import RISK_PROFILES
from clearlane_gb.shapes import check_further
from clearlane_gb.taxes import PENNY, TAXES
from clearlane_gb.valuation import VALUATION

JOURNEYS = (
    "shaver-parts",
    "footwear-from-viet-nam",
    "alloys-with-anti-dumping",
    "northern-ireland-at-risk",
    "potatoes-at-zero-vat",
    "spirits-without-excise",
    "parcel-of-low-value",
)
"""Worked journeys, each a file that a lawyer can read and the conformance suite executes."""


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
        value_rounding=PENNY,
        lanes=LANES,
        clearance=CLEARANCE,
        risk_profiles=RISK_PROFILES,
        check_further=check_further,
        further_rules=FURTHER_RULES,
        reference_window=timedelta(days=2),
        field_names=FIELD_NAMES,
        number_letters="CL",
        examples={direction: (files("clearlane_gb") / "examples" / f"{direction}.json").read_bytes() for direction in ("import", "export")},
        time_zone="Europe/London",
        valuation=VALUATION,
        claims=CLAIMS,
        default_claim=DEFAULT_CLAIM,
        reliefs=RELIEFS,
        journeys={name: (files("clearlane_gb") / "journeys" / f"{name}.toml").read_bytes() for name in JOURNEYS},
        origin_notes="Codes and shapes from published messages and front-end limits of HM Revenue & Customs (Apache-2.0). "
        "Tariff and rates of exchange are loaded by the user; until then duty and what is charged on it are unpriced.",
    )
