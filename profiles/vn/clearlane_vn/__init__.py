"""Việt Nam: value, duties and taxes in the order of the law, in Vietnamese terms. The tariff and its rates are loaded by the user."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from importlib.resources import files

from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane_vn.acts import ACTS
from clearlane_vn.checks import check_further
from clearlane_vn.claims import CLAIMS, DEFAULT_CLAIM
from clearlane_vn.clearance import CLEARANCE
from clearlane_vn.codes import CODE_RULES, code_lists, kinds
from clearlane_vn.fields import FIELD_NAMES
from clearlane_vn.further import FURTHER_RULES
from clearlane_vn.lanes import LANES
from clearlane_vn.obligations import OBLIGATIONS
from clearlane_vn.risk import RISK_PROFILES
from clearlane_vn.taxes import DONG, TAXES
from clearlane_vn.valuation import VALUATION

JOURNEYS = (
    "oto",
    "thep-chong-ban-pha-gia",
    "may-cnc-vjepa",
    "may-cnc-mfn",
    "thue-suat-thong-thuong",
    "danh-muc-chua-nap",
    "thieu-c-o",
)
"""Worked journeys (tình huống tính thuế mẫu), each a file that a lawyer can read and the conformance suite executes."""


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
        value_rounding=DONG,
        lanes=LANES,
        clearance=CLEARANCE,
        risk_profiles=RISK_PROFILES,
        check_further=check_further,
        further_rules=FURTHER_RULES,
        reference_window=timedelta(days=3650),
        field_names=FIELD_NAMES,
        examples={way: (files("clearlane_vn") / "examples" / f"{way}.json").read_bytes() for way in ("import", "export")},
        time_zone="Asia/Ho_Chi_Minh",
        valuation=VALUATION,
        claims=CLAIMS,
        default_claim=DEFAULT_CLAIM,
        acts=ACTS,
        journeys={name: (files("clearlane_vn") / "journeys" / f"{name}.toml").read_bytes() for name in JOURNEYS},
        origin_notes="Kind codes as in the VNACCS terminal and Decision 1357/QĐ-TCHQ; names in our own words. Customs units and their "
        "codes illustrate dated data and must be replaced by the official list. Tariff and rates of exchange are loaded by the user.",
    )
