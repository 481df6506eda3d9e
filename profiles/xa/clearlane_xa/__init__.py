"""Arcadia, an imaginary country: complete law to try everything with, and a pattern for the law of a real country."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from importlib.resources import files

from clearlane.model.money import Rounding
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane_xa import checks
from clearlane_xa.acts import ACTS
from clearlane_xa.claims import CLAIMS, RELIEFS
from clearlane_xa.clearance import CLEARANCE
from clearlane_xa.codes import CODE_RULES
from clearlane_xa.further import FURTHER_RULES
from clearlane_xa.kinds import KINDS
from clearlane_xa.lanes import LANES
from clearlane_xa.obligations import OBLIGATIONS
from clearlane_xa.permits import PERMITS
from clearlane_xa.risk import RISK_PROFILES
from clearlane_xa.tariff import tariff
from clearlane_xa.taxes import taxes
from clearlane_xa.valuation import VALUATION

_JOURNEYS = ("car", "spirits", "spirits-open", "preference", "preference-open", "steel", "tobacco", "embassy", "apples", "bags")


@cache
def profile() -> Profile:
    """Return the law and practice of Arcadia."""
    return Profile(
        code="xa",
        name=Text(en="Arcadia", vi="Arcadia"),
        country="XA",
        agency="Arcadian Customs",
        currency="ARD",
        kinds=KINDS,
        code_lists=checks.lists(),
        code_rules=CODE_RULES,
        obligations=OBLIGATIONS,
        taxes=taxes(),
        exchange=checks.exchange(),
        value_rounding=Rounding("half-up", 2),
        lanes=LANES,
        clearance=CLEARANCE,
        risk_profiles=RISK_PROFILES,
        check_further=checks.check_further,
        further_rules=FURTHER_RULES,
        reference_window=timedelta(days=3650),
        document_days=5,
        examples={direction: (files("clearlane_xa") / "examples" / f"{direction}.json").read_bytes() for direction in ("import", "export")},
        origin_notes="An imaginary country: every law, rate, office and partner is invented. Commodity codes are those of the HS 2022.",
        tariff=tariff(),
        valuation=VALUATION,
        claims=CLAIMS,
        default_claim="100",
        reliefs=RELIEFS,
        acts=ACTS,
        permits=PERMITS,
        journeys={name: (files("clearlane_xa") / "journeys" / f"{name}.toml").read_bytes() for name in _JOURNEYS},
    )
