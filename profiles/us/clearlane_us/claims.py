"""Special tariff programmes of the United States, by the symbol declared before the number of the tariff (general note 3(c))."""

from __future__ import annotations

from clearlane.model.tax import Claim
from clearlane.model.text import Text

_LAW = "Harmonized Tariff Schedule, general note "


def _claim(symbol: str, en: str, vi: str, note: str) -> Claim:
    return Claim(symbol, Text(en=en, vi=vi), ("preference",), (symbol,), reference=f"{_LAW}{note}")


def _agreement(symbol: str, en: str, vi: str, note: str) -> Claim:
    return _claim(symbol, f"Free trade agreement with {en}", f"Hiệp định thương mại tự do với {vi}", note)


DEFAULT_CLAIM = "NTR"
CLAIMS = {
    claim.code: claim
    for claim in (
        Claim(
            DEFAULT_CLAIM,
            Text(en="Column 1 general; column 2 for its countries", vi="Cột 1 phổ thông; cột 2 với các nước thuộc cột này"),
            ("ordinary", "third-country"),
            reference=f"{_LAW}3(a) and 3(b)",
        ),
        _claim("A", "Generalized System of Preferences", "Hệ thống ưu đãi phổ cập (GSP)", "4"),
        _claim("A+", "Generalized System of Preferences, least developed", "Hệ thống ưu đãi phổ cập, nước kém phát triển nhất", "4"),
        _claim("A*", "Generalized System of Preferences, with exclusions", "Hệ thống ưu đãi phổ cập, có loại trừ", "4"),
        _claim("B", "Automotive Products Trade Act", "Luật thương mại sản phẩm ô tô", "5"),
        _claim("C", "Agreement on Trade in Civil Aircraft", "Hiệp định thương mại máy bay dân dụng", "6"),
        _claim("D", "African Growth and Opportunity Act", "Luật tăng trưởng và cơ hội châu Phi (AGOA)", "16"),
        _claim("E", "Caribbean Basin Economic Recovery Act", "Luật phục hồi kinh tế vùng Ca-ri-bê", "7"),
        _claim("E*", "Caribbean Basin Economic Recovery Act, with exclusions", "Luật phục hồi kinh tế vùng Ca-ri-bê, có loại trừ", "7"),
        _claim("K", "Agreement on Trade in Pharmaceutical Products", "Hiệp định thương mại dược phẩm", "13"),
        _claim("L", "Intermediate chemicals for dyes", "Hóa chất trung gian cho thuốc nhuộm", "14"),
        _claim("R", "Caribbean Basin Trade Partnership Act", "Luật đối tác thương mại vùng Ca-ri-bê", "17"),
        _agreement("AU", "Australia", "Úc", "28"),
        _agreement("BH", "Bahrain", "Bahrain", "30"),
        _agreement("CL", "Chile", "Chi-lê", "26"),
        _agreement("CO", "Colombia", "Colombia", "34"),
        _agreement("IL", "Israel", "Israel", "8"),
        _agreement("JO", "Jordan", "Jordan", "18"),
        _agreement("JP", "Japan", "Nhật Bản", "36"),
        _agreement("KR", "Korea", "Hàn Quốc", "33"),
        _agreement("MA", "Morocco", "Ma-rốc", "27"),
        _claim("NP", "Nepal Preference Program", "Chương trình ưu đãi Nepal", "3"),
        _agreement("OM", "Oman", "Oman", "31"),
        _agreement("P", "Central America and the Dominican Republic", "Trung Mỹ và Cộng hòa Dominica", "29"),
        _agreement("P+", "Central America and the Dominican Republic, certain goods", "Trung Mỹ và Cộng hòa Dominica, một số hàng", "29"),
        _agreement("PA", "Panama", "Panama", "35"),
        _agreement("PE", "Peru", "Peru", "32"),
        _agreement("S", "Mexico and Canada (USMCA)", "Mexico và Canada (USMCA)", "11"),
        _agreement("S+", "Mexico and Canada (USMCA), certain goods", "Mexico và Canada (USMCA), một số hàng", "11"),
        _agreement("SG", "Singapore", "Singapore", "25"),
    )
}
"""By symbol. Which countries a programme covers stands with the tariff loaded; where it does not, the claim waits for it."""
