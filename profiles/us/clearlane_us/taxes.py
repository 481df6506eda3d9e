"""Duties and fees of the United States as data, each charged on the customs value and rounded to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from clearlane.model.duty import AdValorem, DutyExpression, Specific, Term, Unpriceable, percentage
from clearlane.model.measure import Measure, Series
from clearlane.model.money import Rounding
from clearlane.model.tax import Caveat, Circumstance, DeclaredLines, Tax
from clearlane.model.text import Text

CENT = Rounding("half-up", 2)
TARIFF_LAW = "19 U.S.C. 1202"
FEE_LAW = "19 U.S.C. 58c(a)(9); 19 CFR 24.23"
HARBOR_LAW = "26 U.S.C. 4461; 19 CFR 24.24"
REVENUE_LAW = "26 U.S.C. 5001, 5041, 5051 and 5701"
_CONSUMPTION = frozenset({"40"})
_FEE_EXEMPT = Circumstance(("MPFEX",))

_BOUNDS = (
    (date(2024, 10, 1), date(2025, 9, 30), "32.71", "634.62", "fiscal year 2025"),
    (date(2025, 10, 1), date(2026, 9, 30), "33.58", "651.50", "fiscal year 2026, CBP Dec. 25-10"),
    (date(2026, 10, 1), date(2027, 9, 30), "34.58", "670.86", "fiscal year 2027"),
)
"""Least and most of the merchandise processing fee on a formal entry. They change each October; a later day stays unpriced."""

_REVENUE_GOODS = {
    **dict.fromkeys(("2203", "2204", "2205", "2206", "2208"), Text(en="drinks with alcohol", vi="đồ uống có cồn")),
    **dict.fromkeys(("2402", "2403"), Text(en="tobacco products", vi="sản phẩm thuốc lá")),
}


def _processing_fee() -> tuple[Measure, ...]:
    return tuple(
        Measure(f"MPF-{until.year}", "", "MPF", _between(least, most), since=since, until=until, reference=f"{FEE_LAW}, {year}")
        for since, until, least, most, year in _BOUNDS
    )


def _between(least: str, most: str) -> DutyExpression:
    rate, low, high = AdValorem(Decimal("0.3464")), Specific(Decimal(least), "USD"), Specific(Decimal(most), "USD")
    return DutyExpression(f"0.3464 % MIN {least} USD MAX {most} USD", (Term(rate), Term(low, "min"), Term(high, "max")))


def _revenue(heading: str, goods: Text) -> Measure:
    reason = Text(
        en=f"The federal excise tax on {goods.en} is not in the tariff; it is computed by the Internal Revenue Code.",
        vi=f"Thuế tiêu thụ đặc biệt liên bang đối với {goods.vi} không có trong biểu thuế; tính theo Bộ luật thu nội địa.",
    )
    return Measure(f"IRT-{heading}", heading, "IRT", DutyExpression(goods.en, (Term(Unpriceable(reason)),)), reference=REVENUE_LAW)


def _duty(code: str, en: str, vi: str, *series: Series, law: str = TARIFF_LAW, optional: bool = True) -> Tax:
    return Tax(code, Text(en=en, vi=vi), ("value",), None, CENT, _CONSUMPTION, law, optional, series)


CAVEATS = (
    Caveat(
        Text(
            en="The fees are those of a formal entry. Most goods worth up to 2,500 USD may be entered informally, with a smaller "
            "processing fee (19 CFR 143.21 and 24.23).",
            vi="Các khoản phí được tính theo tờ khai chính thức. Phần lớn hàng trị giá đến 2.500 USD có thể khai theo thủ tục đơn giản "
            "với phí xử lý thấp hơn (19 CFR 143.21 và 24.23).",
        ),
        Decimal(2500),
    ),
)
"""The limit of informal entries; only formal entries are priced."""


TAXES = (
    _duty("DTY", "Duty", "Thuế nhập khẩu", "third-country", optional=False),
    msgspec.structs.replace(
        _duty(
            "CH99",
            "Additional duty of chapter 99",
            "Thuế bổ sung theo chương 99",
            "additional",
            "safeguard",
            law="Harmonized Tariff Schedule, chapter 99",
        ),
        declared_lines=DeclaredLines("99", ("the duty provided in the applicable subheading", "no change")),
    ),
    _duty("012", "Anti-dumping duty", "Thuế chống bán phá giá", "anti-dumping", law="19 U.S.C. 1673"),
    _duty("013", "Countervailing duty", "Thuế chống trợ cấp", "countervailing", law="19 U.S.C. 1671"),
    Tax(
        "IRT",
        Text(en="Federal excise tax", vi="Thuế tiêu thụ đặc biệt liên bang"),
        ("value",),
        None,
        CENT,
        _CONSUMPTION,
        REVENUE_LAW,
        optional=True,
        series=("excise",),
        standing=tuple(_revenue(heading, goods) for heading, goods in _REVENUE_GOODS.items()),
    ),
    Tax(
        "499",
        Text(en="Merchandise processing fee", vi="Phí xử lý hàng hóa"),
        ("value",),
        None,
        CENT,
        _CONSUMPTION,
        FEE_LAW,
        series=("fee",),
        standing=_processing_fee(),
        scope="declaration",
        not_if=_FEE_EXEMPT,
    ),
    Tax(
        "501",
        Text(en="Harbor maintenance fee", vi="Phí duy tu bến cảng"),
        ("value",),
        None,
        CENT,
        _CONSUMPTION,
        HARBOR_LAW,
        standing=(Measure("HMF", "", "HMF", percentage(Decimal("0.125")), since=date(1991, 1, 1), reference=HARBOR_LAW),),
        modes=("1",),
    ),
)
"""Fees bear the administration's accounting class codes. A fee on goods that an agreement exempts is left out where it is so stated."""
