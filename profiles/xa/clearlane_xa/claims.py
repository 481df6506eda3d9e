"""What may be claimed in Arcadia for the rate of duty, and who is relieved of taxes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clearlane.model.measure import Series
from clearlane.model.tax import Claim, Relief
from clearlane.model.text import Text
from clearlane_xa.tables import codes

_PREFERENCES = codes("preferences", Text(en="preferences", vi="mã biểu thuế ưu đãi"))


def _claim(code: str, series: Series, *areas: str, reference: str) -> Claim:
    return Claim(code, _PREFERENCES.codes[code][-1].text, (series,), areas, reference=reference)


CLAIMS = {
    claim.code: claim
    for claim in (
        _claim("100", "third-country", reference="Customs Tariff Act 2020, section 3"),
        _claim("110", "suspension", reference="Customs Tariff Act 2020, section 8"),
        _claim("119", "suspension", reference="Aircraft Parts Order 2022, section 2"),
        _claim("120", "quota", "1011", reference="Customs Tariff Act 2020, section 9"),
        _claim("140", "suspension", reference="End Use Order 2020, section 4"),
        _claim("200", "preference", "2005", "2006", reference="Generalised Preferences Order 2020, section 2"),
        _claim("300", "preference", "2100", "2200", reference="Customs Tariff Act 2020, section 6"),
        _claim("320", "quota", "2100", "2200", reference="Customs Tariff Act 2020, section 7"),
        _claim("400", "preference", "2300", reference="Customs Union Treaty with Dormere 2023, art. 4"),
    )
}
"""By the code declared. Which documents prove origin stands with each area of the tariff."""

_DUTIES = ("A00", "A30", "A40", "A45")
_EXCISES = ("110", "120", "130", "140")
_REFORM = date(2026, 7, 1)
_PARCEL = Text(en="Parcel of low value", vi="Bưu gửi trị giá thấp")
_CODE = "Customs Code 2020, "

RELIEFS = (
    Relief("C07", ("A00", "B00"), _PARCEL, Decimal(1200), date(2020, 1, 1), date(2026, 6, 30), f"{_CODE}art. 104"),
    Relief("C07", ("A00",), _PARCEL, Decimal(1200), _REFORM, reference="Customs Tariff Reform Act 2026, section 11"),
    Relief("F01", (*_DUTIES, *_EXCISES), Text(en="Returned goods", vi="Hàng nhập lại"), reference=f"{_CODE}art. 106"),
    Relief(
        "C60",
        (*_DUTIES, *_EXCISES, "E10", "B00", "S10"),
        Text(en="Goods of embassies and their staff", vi="Hàng của cơ quan đại diện ngoại giao và nhân viên"),
        reference=f"{_CODE}art. 110",
    ),
    Relief(
        "C01",
        (*_DUTIES, *_EXCISES, "B00"),
        Text(en="Household goods of a person moving home", vi="Tài sản di chuyển"),
        reference=f"{_CODE}art. 101",
    ),
    Relief("C26", (*_DUTIES, "B00"), Text(en="Samples of no value", vi="Hàng mẫu không có giá trị"), reference=f"{_CODE}art. 108"),
)
"""By additional procedure."""
