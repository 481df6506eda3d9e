"""Permits of other Arcadian agencies that customs keeps as data and writes off."""

from __future__ import annotations

from clearlane.model.permit import PermitKind
from clearlane.model.text import Text

PERMITS = (
    PermitKind(
        "L001",
        Text(en="Arms import licence", vi="Giấy phép nhập khẩu vũ khí"),
        Text(en="Ministry of the Interior", vi="Bộ Nội vụ"),
        "Arms Act 2019, s. 12",
        demanded=("93",),
    ),
    PermitKind(
        "L100",
        Text(en="Import licence", vi="Giấy phép nhập khẩu"),
        Text(en="Ministry of Trade", vi="Bộ Thương mại"),
        "Trade Act 2018, s. 31",
        demanded=("3602", "3603"),
    ),
)
