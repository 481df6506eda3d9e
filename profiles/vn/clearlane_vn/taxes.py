"""Taxes of Việt Nam as data, in the order VNACCS asks for them: import duty, additional duties, excise, environment tax, VAT.

No rate is shipped. Import duty comes from the tariff the user loads by the schedule claimed; excise, environment tax and VAT stand in
it beside. Goods of a kind that may bear excise or environment tax have an open amount until that is loaded, not nothing.
"""

from __future__ import annotations

from clearlane.model.duty import DutyExpression, Term, Unpriceable
from clearlane.model.measure import Measure, Series
from clearlane.model.money import Rounding
from clearlane.model.tax import Tax
from clearlane.model.text import Text
from clearlane_vn.acts import CUSTOMS_CIRCULAR, ENVIRONMENT, EXCISE, IMPORT_DUTY, VALUE_ADDED_TAX, cited

DONG = Rounding("half-up", 0)
"""Dong have no decimals. That a half is rounded up is seen in a worked example; no text read says so."""

DUE_UNDER = frozenset({"", "40"})
"""Home use. The kind code says more than the WCO procedure, which a declaration from VNACCS does not hold."""

_EXCISE_GOODS = {
    ("2203", "2204", "2205", "2206", "2207", "2208"): Text(en="alcohol and beer", vi="rượu, bia"),
    ("2402", "2403", "2404"): Text(en="tobacco", vi="thuốc lá"),
    ("2710",): Text(en="petrol", vi="xăng"),
    ("8415",): Text(en="air conditioners", vi="điều hòa nhiệt độ"),
    ("8702", "8703", "8704"): Text(en="motor vehicles", vi="ô tô"),
    ("8711",): Text(en="motorcycles", vi="xe mô tô"),
    ("8802", "8903"): Text(en="aircraft and yachts", vi="tàu bay, du thuyền"),
    ("950440",): Text(en="playing cards", vi="bài lá"),
}
_ENVIRONMENT_GOODS = {
    ("2701", "2702", "2703", "2704"): Text(en="coal", vi="than"),
    ("2710",): Text(en="petroleum products", vi="xăng, dầu, mỡ nhờn"),
    ("290371", "290372", "290373", "290374", "290375", "290376", "290377"): Text(en="HCFC", vi="dung dịch HCFC"),
    ("392321",): Text(en="plastic bags", vi="túi ni lông"),
}
_VAT_OPEN = Text(
    en="Load the VAT rate of the goods: whether they bear 10 %, 5 % or nothing, or 8 % for a time, stands in lists not kept here.",
    vi="Hãy nạp thuế suất thuế giá trị gia tăng: mức 10 %, 5 %, không chịu thuế hay tạm giảm còn 8 % phụ thuộc danh mục chưa có ở đây.",
)


def _standing(tax: str, series: Series, goods: dict[tuple[str, ...], Text], reference: str) -> tuple[Measure, ...]:
    return tuple(
        Measure(f"VN-{tax}-{heading}", heading, series, _open(words), reference=reference)
        for headings, words in goods.items()
        for heading in headings
    )


def _open(goods: Text) -> DutyExpression:
    reason = Text(
        en=f"The tariff loaded does not say what {goods.en} bear here. Load the rate, or nil where they bear none.",
        vi=f"Biểu thuế đã nạp chưa có mức thuế đối với {goods.vi}. Hãy nạp mức thuế, hoặc mức không thu nếu hàng không chịu thuế.",
    )
    return DutyExpression(goods.vi, (Term(Unpriceable(reason)),))


_EXCISE_LAW = cited(EXCISE)
_ENVIRONMENT_LAW = cited(ENVIRONMENT)
_VAT_LAW = f"{cited(VALUE_ADDED_TAX, 'khoản 2 Điều 7')}; {cited(CUSTOMS_CIRCULAR, 'khoản 4 Điều 39')}"

TAXES = (
    Tax(
        "NK",
        Text(en="Import duty", vi="Thuế nhập khẩu"),
        ("value",),
        None,
        DONG,
        DUE_UNDER,
        f"{cited(IMPORT_DUTY, 'Điều 5')}; {cited(CUSTOMS_CIRCULAR, 'Điều 37')}",
        series=("third-country",),
    ),
    Tax(
        "BS",
        Text(en="Additional import duty", vi="Thuế nhập khẩu bổ sung"),
        ("value",),
        None,
        DONG,
        DUE_UNDER,
        f"{cited(IMPORT_DUTY, 'Điều 12 đến 15')}; {cited(CUSTOMS_CIRCULAR, 'Điều 39')}",
        optional=True,
        series=("anti-dumping", "countervailing", "safeguard", "additional"),
    ),
    Tax(
        "TTDB",
        Text(en="Excise", vi="Thuế tiêu thụ đặc biệt"),
        ("value", "NK", "BS"),
        None,
        DONG,
        DUE_UNDER,
        f"{_EXCISE_LAW}; {cited(CUSTOMS_CIRCULAR, 'khoản 4 Điều 39')}",
        optional=True,
        series=("excise",),
        standing=_standing("TTDB", "excise", _EXCISE_GOODS, _EXCISE_LAW),
    ),
    Tax(
        "BVMT",
        Text(en="Environment tax", vi="Thuế bảo vệ môi trường"),
        ("value",),
        None,
        DONG,
        DUE_UNDER,
        _ENVIRONMENT_LAW,
        optional=True,
        series=("environment",),
        standing=_standing("BVMT", "environment", _ENVIRONMENT_GOODS, _ENVIRONMENT_LAW),
    ),
    Tax(
        "GTGT",
        Text(en="Value added tax", vi="Thuế giá trị gia tăng"),
        ("value", "NK", "BS", "TTDB", "BVMT"),
        None,
        DONG,
        DUE_UNDER,
        _VAT_LAW,
        series=("vat",),
        standing=(Measure("VN-GTGT", "", "vat", DutyExpression("GTGT", (Term(Unpriceable(_VAT_OPEN)),)), reference=_VAT_LAW),),
    ),
)
"""In the order of the law: the environment tax is no part of excise's base, and VAT is charged on all of them."""
