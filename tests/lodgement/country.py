"""A country with no law of its own, to see the common rules by themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from clearlane.model.money import Rounding
from clearlane.model.profile import DeclarationKind, LanePolicy, Profile
from clearlane.model.text import Text

DAY = date(2026, 5, 4)


def country(kinds: frozenset[str] = frozenset({"IMA", "IMD"}), **more: Any) -> Profile:
    """A profile without obligations, lists or taxes; whatever is given stands in it."""
    name = Text(en="Import", vi="Nhập khẩu")
    law: dict[str, Any] = {
        "code": "zz",
        "name": Text(en="Nowhere", vi="Không đâu"),
        "country": "ZZ",
        "agency": "Nowhere Customs",
        "currency": "USD",
        "kinds": {kind: DeclarationKind("import", "presented", name) for kind in sorted(kinds)},
        "code_lists": {},
        "code_rules": (),
        "obligations": (),
        "taxes": (),
        "exchange": None,
        "value_rounding": Rounding(),
        "lanes": LanePolicy(0.5, 0.8, {}, {}),
        "field_names": {"FunctionalReferenceID": Text(en="Box 7", vi="Ô số 7")},
    }
    return Profile(**(law | more))
