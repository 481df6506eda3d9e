"""The tables of our own form and their columns, as documented in the reference."""

from __future__ import annotations

from collections.abc import Mapping

_CODES = ("code", "text.en", "text.vi")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "tariff": ("country", "edition", "title", "hs", "currency", "dialect", "source", "since", "languages"),
    "caveats": ("text.en", "text.vi"),
    "lines": ("code", "indent", "text.en", "text.vi", "suffix", "units", "since", "until", "footnotes", "place"),
    "measures": (
        "id", "code", "type", "duty", "dialect", "duty_terms", "area", "since", "until", "season", "excluded", "additional_code",
        "order_number", "footnotes", "reference",
    ),
    "conditions": (
        "measure", "group", "certificates", "threshold", "per", "currency", "at_least", "applies", "duty", "dialect", "duty_terms",
    ),
    "types": ("code", "series", "text.en", "text.vi"),
    "areas": ("code", "text.en", "text.vi", "members", "agreement", "proofs", "reference"),
    "certificates": _CODES,
    "footnotes": _CODES,
    "additional_codes": _CODES,
}  # fmt: skip
"""The columns of each table, in the order in which they are written."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "tariff": ("country", "edition", "title"),
    "lines": ("code", "indent"),
    "measures": ("id", "code", "type"),
    "conditions": ("measure", "group"),
    "types": ("code", "series"),
    "areas": ("code",),
    "certificates": ("code",),
    "footnotes": ("code",),
    "additional_codes": ("code",),
}
"""The columns a table must have."""

NEEDED = ("tariff", "lines", "measures", "types")
"""The tables a tariff must have."""
