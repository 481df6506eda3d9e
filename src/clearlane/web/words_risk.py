"""Phrases that every page of risk work uses, in English and Vietnamese."""

from __future__ import annotations

from clearlane.web.words_risk_models import MODELS
from clearlane.web.words_risk_profiles import PROFILES
from clearlane.web.words_risk_selection import SELECTION

RISK: dict[str, tuple[str, str]] = {
    "nav.draws": ("Check a random draw", "Kiểm tra kết quả bốc thăm"),
    "nav.risk": ("Risk", "Quản lý rủi ro"),
    "risk.ways": ("Pages of risk work", "Các trang quản lý rủi ro"),
    "risk.way.profiles": ("Profiles", "Hồ sơ rủi ro"),
    "risk.way.retirement": ("To retire", "Đề xuất ngừng"),
    "risk.way.lists": ("Lists", "Danh sách"),
    "risk.way.models": ("Models", "Mô hình"),
    "risk.way.selection": ("Selection", "Lựa chọn kiểm tra"),
    "risk.way.draws": ("Draws", "Bốc thăm"),
    "risk.way.estimates": ("Estimates", "Ước lượng"),
    "risk.not-yours": (
        "This page is for risk analysts, managers and auditors, each for their own acts.",
        "Trang này dành cho chuyên viên rủi ro, lãnh đạo và kiểm toán viên, theo thẩm quyền của từng vai trò.",
    ),
    "risk.too-large": ("The form is too large. Nothing was kept.", "Biểu mẫu quá lớn. Chưa có gì được lưu."),
    "risk.nothing-known": ("not known: nobody looked", "chưa biết: chưa có kiểm tra"),
    "role.analyst": ("Risk analyst {declarant}", "Chuyên viên rủi ro {declarant}"),
    "role.manager": ("Manager {declarant}", "Lãnh đạo {declarant}"),
    "role.auditor": ("Auditor {declarant}", "Kiểm toán viên {declarant}"),
    "role.see-as": ("See as …", "Xem với vai …"),
    "role.see-as-officer-1": ("Customs officer", "Công chức hải quan"),
    "role.see-as-tariff-1": ("Tariff officer", "Công chức biểu thuế"),
    "role.see-as-tariff-2": ("Second tariff officer", "Công chức biểu thuế thứ hai"),
    "role.see-as-analyst-1": ("Risk analyst", "Chuyên viên rủi ro"),
    "role.see-as-analyst-2": ("Second risk analyst", "Chuyên viên rủi ro thứ hai"),
    "role.see-as-manager-1": ("Manager", "Lãnh đạo"),
    "role.see-as-auditor-1": ("Auditor", "Kiểm toán viên"),
}
RISK |= PROFILES | MODELS | SELECTION
