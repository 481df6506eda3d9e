"""Special tariff programmes of the United States as areas, by the symbol that stands in the column of special rates."""

from __future__ import annotations

from clearlane.model.measure import Area
from clearlane.model.text import Text

COLUMN_2 = "COL2"
"""The area of the countries whose goods bear the rates of column 2."""

_CENTRAL_AMERICA = ("CR", "DO", "GT", "HN", "NI", "SV")
_MEMBERS = {
    **{code: (code,) for code in ("AU", "BH", "CL", "CO", "IL", "JO", "JP", "KR", "MA", "OM", "PA", "PE", "SG", "CA", "MX")},
    "NP": ("NP",),
    "P": _CENTRAL_AMERICA,
    "P+": _CENTRAL_AMERICA,
    "S": ("CA", "MX"),
    "S+": ("CA", "MX"),
    COLUMN_2: ("BY", "CU", "KP", "RU"),
}
"""Members, where a programme is an agreement with countries known by its symbol. Of the others membership changes by proclamation."""


def area_of(symbol: str) -> Area:
    """Return a programme as an area; without members where whom it benefits is not known here."""
    if symbol == COLUMN_2:
        text = Text(en="Countries of column 2", vi="Các nước thuộc cột 2")
        return Area(symbol, text, _MEMBERS[symbol], reference="Harmonized Tariff Schedule, general note 3(b)")
    text = Text(en=f"Special programme {symbol}", vi=f"Chương trình ưu đãi {symbol}")
    return Area(symbol, text, _MEMBERS.get(symbol, ()), agreement=symbol, reference="Harmonized Tariff Schedule, general note 3(c)")
