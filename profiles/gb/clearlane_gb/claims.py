"""What may be claimed for the rate of duty in the United Kingdom: preference codes, and what proves each."""

from __future__ import annotations

from clearlane.model.measure import Series
from clearlane.model.tax import Claim
from clearlane.model.text import Text

_LAW = "Taxation (Cross-border Trade) Act 2018, s. 8 to 15"
_END_USE = ("N990",)
_ORIGIN = ("U110", "U111", "U112", "U116", "U117", "U118", "U162", "U045", "U068", "U095", "U096", "U099", "N864", "N865", "N954")
"""Statements on origin, importer's knowledge and certificates of origin: any of them proves it."""
_MOVEMENT = ("N018",)

_PLAIN = Text(en="Rate for every origin", vi="Mức thuế cho mọi xuất xứ")
_SUSPENDED = Text(en="Suspension for every origin", vi="Tạm ngừng thuế cho mọi xuất xứ")
_QUOTA = Text(en="Tariff quota for every origin", vi="Hạn ngạch thuế quan cho mọi xuất xứ")
_SPECIAL = Text(en="Rate for a special end use", vi="Mức thuế theo mục đích sử dụng đặc biệt")
_SCHEME = Text(en="Rate of the scheme for developing countries", vi="Mức thuế theo chế độ ưu đãi phổ cập")
_AGREED = Text(en="Preferential rate under an agreement", vi="Mức thuế ưu đãi theo hiệp định")
_AGREED_SUSPENSION = Text(en="Suspension under an agreement", vi="Tạm ngừng thuế theo hiệp định")
_AGREED_QUOTA = Text(en="Tariff quota under an agreement", vi="Hạn ngạch thuế quan theo hiệp định")
_UNION = Text(en="Rate under a customs union", vi="Mức thuế theo liên minh hải quan")


def _claim(code: str, text: Text, *series: Series, proofs: tuple[str, ...] = ()) -> Claim:
    return Claim(code, text, series, proofs=proofs, reference=_LAW)


CLAIMS = {
    claim.code: claim
    for claim in (
        _claim("100", _PLAIN, "third-country"),
        _claim("110", _SUSPENDED, "suspension"),
        _claim("115", _SUSPENDED, "suspension", proofs=_END_USE),
        _claim("118", _SUSPENDED, "suspension"),
        _claim("119", _SUSPENDED, "suspension"),
        _claim("120", _QUOTA, "quota"),
        _claim("123", _QUOTA, "quota", proofs=_END_USE),
        _claim("125", _QUOTA, "quota"),
        _claim("128", _QUOTA, "quota"),
        _claim("140", _SPECIAL, "suspension", proofs=_END_USE),
        _claim("200", _SCHEME, "preference", proofs=_ORIGIN),
        _claim("220", _SCHEME, "quota", proofs=_ORIGIN),
        _claim("240", _SCHEME, "preference", proofs=_ORIGIN),
        _claim("300", _AGREED, "preference", proofs=_ORIGIN),
        _claim("310", _AGREED_SUSPENSION, "preference", "suspension", proofs=_ORIGIN),
        _claim("315", _AGREED_SUSPENSION, "preference", "suspension", proofs=_ORIGIN),
        _claim("318", _AGREED_SUSPENSION, "preference", "suspension", proofs=_ORIGIN),
        _claim("320", _AGREED_QUOTA, "quota", proofs=_ORIGIN),
        _claim("323", _AGREED_QUOTA, "quota", proofs=_ORIGIN),
        _claim("325", _AGREED_QUOTA, "quota", proofs=_ORIGIN),
        _claim("340", _AGREED, "preference", proofs=_ORIGIN),
        _claim("400", _UNION, "preference", proofs=_MOVEMENT),
        _claim("420", _UNION, "quota", proofs=_MOVEMENT),
    )
}
"""By the code declared. A claim for which no measure covers the origin is conditional, never the rate for every origin in silence."""
DEFAULT_CLAIM = "100"
