"""The United States: value on an FOB basis, fees between their bounds, duty by the Harmonized Tariff Schedule that the user loads.

Declarations are those of the WCO Data Model; nothing here claims to speak with the administration's own systems.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from importlib.resources import files

from clearlane.model.money import Rounding
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane_us.acts import ACTS
from clearlane_us.checks import check_further
from clearlane_us.claims import CLAIMS, DEFAULT_CLAIM
from clearlane_us.clearance import CLEARANCE
from clearlane_us.codes import CODE_RULES, code_lists
from clearlane_us.further import FURTHER_RULES
from clearlane_us.kinds import KINDS
from clearlane_us.lanes import LANES
from clearlane_us.obligations import OBLIGATIONS
from clearlane_us.risk import RISK_PROFILES
from clearlane_us.taxes import CAVEATS, TAXES
from clearlane_us.valuation import VALUATION


@cache
def profile() -> Profile:
    """Return the law of the United States as far as it is known here."""
    here = files("clearlane_us")
    return Profile(
        code="us",
        name=Text(en="United States", vi="Hoa Kỳ"),
        country="US",
        agency="CBP",
        currency="USD",
        kinds=KINDS,
        code_lists=code_lists(),
        code_rules=CODE_RULES,
        obligations=OBLIGATIONS,
        taxes=TAXES,
        exchange=None,
        value_rounding=Rounding("half-up", 2),
        lanes=LANES,
        clearance=CLEARANCE,
        risk_profiles=RISK_PROFILES,
        check_further=check_further,
        further_rules=FURTHER_RULES,
        reference_window=timedelta(days=365),
        number_letters="HT",
        examples={direction: (here / "examples" / f"{direction}.json").read_bytes() for direction in ("import", "export")},
        origin_notes="Value, fees and order of duties from the United States Code and the Code of Federal Regulations; the bounds of the "
        "merchandise processing fee for the fiscal years 2026 and 2027 from secondary sources. The tariff is loaded by the user.",
        time_zone="America/New_York",
        valuation=VALUATION,
        claims=CLAIMS,
        default_claim=DEFAULT_CLAIM,
        acts=ACTS,
        caveats=CAVEATS,
        journeys={name: (here / "journeys" / f"{name}.toml").read_bytes() for name in ("entry-summary", "value", "fees")},
    )
