"""What may be claimed for the rate of import duty in Việt Nam: the schedules of VNACCS (mã biểu thuế nhập khẩu)."""

from __future__ import annotations

from decimal import Decimal

from clearlane.model.measure import Series
from clearlane.model.tax import Claim
from clearlane.model.text import Text
from clearlane_vn.acts import IMPORT_DUTY, ORDINARY_LIST, cited

_LAW = cited(IMPORT_DUTY, "Điều 5")
_ORDINARY = f"{cited(IMPORT_DUTY, 'điểm c khoản 3 Điều 5')}; {cited(ORDINARY_LIST)}"
PROOFS = ("N861", "N865", "N954")
"""A certificate of origin in one of its forms, by document code: with it goods enjoy the rate of an agreement."""

_ASEAN = ("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH")
"""The other members of ASEAN."""
AGREEMENTS = {
    "B05": ("ACFTA", "ASEAN-China", "ASEAN-Trung Quốc", (*_ASEAN, "CN")),
    "B06": ("AKFTA", "ASEAN-Korea", "ASEAN-Hàn Quốc", (*_ASEAN, "KR")),
    "B07": ("AANZFTA", "ASEAN-Australia-New Zealand", "ASEAN-Úc-Niu Di-lân", (*_ASEAN, "AU", "NZ")),
    "B08": ("AIFTA", "ASEAN-India", "ASEAN-Ấn Độ", (*_ASEAN, "IN")),
    "B09": ("AJCEP", "ASEAN-Japan", "ASEAN-Nhật Bản", (*_ASEAN, "JP")),
    "B10": ("VJEPA", "Viet Nam-Japan", "Việt Nam-Nhật Bản", ("JP",)),
    "B11": ("VN-LA", "Viet Nam-Laos", "Việt Nam-Lào", ("LA",)),
    "B12": ("VN-KH", "origin Cambodia", "xuất xứ Cam-pu-chia", ("KH",)),
    "B13": ("VCFTA", "Viet Nam-Chile", "Việt Nam-Chi Lê", ("CL",)),
    "B18": ("VKFTA", "Viet Nam-Korea", "Việt Nam-Hàn Quốc", ("KR",)),
}
"""The agreement behind each schedule: its short name, its parties in words and as countries. Either name may be the area of its rates in a
tariff loaded; a rate for one partner alone stands under the schedule and the country, such as ``B05-CN``."""


def _schedule(code: str, en: str, vi: str, *series: Series) -> Claim:
    return Claim(code, Text(en=en, vi=vi), series, reference=_LAW)


def _special(code: str) -> Claim:
    short, en, vi, members = AGREEMENTS[code]
    text = Text(en=f"Special preferential rate, {short} ({en})", vi=f"Thuế suất ưu đãi đặc biệt {short} ({vi})")
    return Claim(code, text, ("preference",), (short, code, *(f"{code}-{one}" for one in members)), PROOFS, reference=_LAW)


_CHAPTER_98 = ("Chapter 98 of the preferential schedule", "Chương 98 của Biểu thuế nhập khẩu ưu đãi")
CLAIMS = {
    claim.code: claim
    for claim in (
        _schedule("B01", "Preferential rate (MFN)", "Thuế suất ưu đãi (MFN)", "third-country"),
        _schedule("B02", f"{_CHAPTER_98[0]} (1)", f"{_CHAPTER_98[1]} (1)", "suspension"),
        Claim(
            "B03",
            Text(en="Ordinary rate, 150 % of the preferential one", vi="Thuế suất thông thường, bằng 150 % thuế suất ưu đãi"),
            ("ordinary",),
            of_percent=Decimal(150),
            reference=_ORDINARY,
        ),
        *map(_special, AGREEMENTS),
        _schedule("B14", "Rate outside the quota", "Thuế suất ngoài hạn ngạch"),
        _schedule("B15", "Absolute duty", "Thuế tuyệt đối", "third-country"),
        _schedule("B16", "Mixed duty", "Thuế hỗn hợp", "third-country"),
        _schedule("B17", f"{_CHAPTER_98[0]} (2)", f"{_CHAPTER_98[1]} (2)", "suspension"),
        _schedule("B30", "Not subject to import duty", "Không thuộc đối tượng chịu thuế nhập khẩu"),
    )
}
"""By code. For ``B14`` and ``B30`` no rate can be looked up: what is claimed so stays conditional until an officer decides."""
DEFAULT_CLAIM = "B01"
