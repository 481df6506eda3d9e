"""Taxes of the United Kingdom as data: what each is charged on, which measures of the tariff fix it, and VAT's own rates.

Goods at risk of moving on into the European Union from Northern Ireland bear ``A50`` and the other duties of the Union instead of
``A00``. Those duties are not in the tariff of the United Kingdom: their measures have types of their own here, which begin with
``XI``, and where none are loaded the duty is unpriced.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clearlane.model.duty import AdValorem, DutyExpression, Nil, Term, Unpriceable, percentage
from clearlane.model.measure import Measure, Series
from clearlane.model.money import Rounding
from clearlane.model.tax import Circumstance, Tax
from clearlane.model.text import Text

PENNY = Rounding("down", 2)
"""Each line down to the penny, as every tax statement of the Customs Declaration Service does that can be told apart."""

CUSTOMS_LAW = "Taxation (Cross-border Trade) Act 2018"
VAT_LAW = "Value Added Tax Act 1994"
EXCISE_LAW = "Customs and Excise Management Act 1979"
NORTHERN_IRELAND = "Windsor Framework, Art. 5"
AT_RISK = Circumstance(("NIDOM", "NIIMP"), ("NIREM",))
"""Goods moving to Northern Ireland, from Great Britain or the rest of the world, that are not declared to stay there."""

FREE_CIRCULATION = frozenset({"01", "07", "40", "42", "44", "46", "48", "61"})
VAT_DUE = FREE_CIRCULATION - {"07", "42"}
_EXCISE_DUE = FREE_CIRCULATION - {"07"}
_STANDARD_SINCE = date(2011, 1, 4)
_OF_UNION_TARIFF = ("XI103", "XI105", "XI112", "XI115", "XI122", "XI123", "XI141", "XI142", "XI143", "XI145", "XI146")

_EXCISE_GOODS = {
    **dict.fromkeys(("2203", "2204", "2205", "2206", "2207", "2208"), Text(en="alcohol", vi="đồ uống có cồn")),
    **dict.fromkeys(("2402", "2403", "2404"), Text(en="tobacco products", vi="sản phẩm thuốc lá")),
    **dict.fromkeys(("2710", "2711"), Text(en="hydrocarbon oils", vi="dầu mỏ và khí")),
}
"""Headings whose goods may bear excise, so that without its rates the amount is open and not nothing."""


def _excise() -> tuple[Measure, ...]:
    return tuple(
        Measure(f"GB-EXCISE-{heading}", heading, "excise", _open_excise(goods), reference=EXCISE_LAW)
        for heading, goods in _EXCISE_GOODS.items()
    )


def _open_excise(goods: Text) -> DutyExpression:
    reason = Text(
        en=f"Excise on {goods.en} is not in the tariff loaded. Load it, or a nil rate where the goods bear none.",
        vi=f"Biểu thuế đã nạp không có thuế tiêu thụ đặc biệt đối với {goods.vi}. Hãy nạp, hoặc nạp mức không thu nếu không chịu thuế.",
    )
    return DutyExpression(goods.en, (Term(Unpriceable(reason)),))


def _value_added(tax: str) -> tuple[Measure, ...]:
    zero = DutyExpression("0 %", (Term(AdValorem(Decimal(0))),))
    exempt = DutyExpression("exempt", (Term(Nil()),))
    return (
        Measure(f"{tax}-STANDARD", "", "305", percentage(Decimal(20)), since=_STANDARD_SINCE, reference=f"{VAT_LAW}, s. 2"),
        Measure(f"{tax}-REDUCED", "", "305", percentage(Decimal(5)), additional_code="VATR", reference=f"{VAT_LAW}, s. 29A, sch. 7A"),
        Measure(f"{tax}-ZERO", "", "305", zero, additional_code="VATZ", reference=f"{VAT_LAW}, s. 30, sch. 8"),
        Measure(f"{tax}-EXEMPT", "", "305", exempt, additional_code="VATE", reference=f"{VAT_LAW}, s. 31, sch. 9"),
    )


def _duty(code: str, en: str, vi: str, *series: Series, types: tuple[str, ...] = (), optional: bool = True) -> Tax:
    """Return a duty of the United Kingdom's own tariff, which goods at risk in Northern Ireland do not bear."""
    return Tax(
        code,
        Text(en=en, vi=vi),
        ("value",),
        None,
        PENNY,
        FREE_CIRCULATION,
        CUSTOMS_LAW,
        optional,
        series,
        types=types,
        not_if=AT_RISK,
    )


def _union(code: str, en: str, vi: str, *series: Series, types: tuple[str, ...], optional: bool = True) -> Tax:
    """Return a duty of the Union's tariff, which goods at risk in Northern Ireland bear."""
    name = Text(en=f"{en}, Northern Ireland", vi=f"{vi}, Bắc Ireland")
    reference = NORTHERN_IRELAND
    return Tax(code, name, ("value",), None, PENNY, FREE_CIRCULATION, reference, optional, series, types=types, only_if=AT_RISK)


OWN = (
    _duty("A00", "Customs duty", "Thuế nhập khẩu", "third-country", optional=False),
    _duty("A20", "Additional duty", "Thuế nhập khẩu bổ sung", "additional", "safeguard"),
    _duty("A30", "Definitive anti-dumping duty", "Thuế chống bán phá giá chính thức", "anti-dumping"),
    _duty("A35", "Provisional anti-dumping duty", "Thuế chống bán phá giá tạm thời", "anti-dumping", types=("551",)),
    _duty("A40", "Definitive countervailing duty", "Thuế chống trợ cấp chính thức", "countervailing"),
    _duty("A45", "Provisional countervailing duty", "Thuế chống trợ cấp tạm thời", "countervailing", types=("553",)),
)
UNION = (
    _union("A50", "Customs duty", "Thuế nhập khẩu", "third-country", types=_OF_UNION_TARIFF, optional=False),
    _union("A70", "Additional duty", "Thuế nhập khẩu bổ sung", "additional", "safeguard", types=("XI695", "XI696")),
    _union("A80", "Definitive anti-dumping duty", "Thuế chống bán phá giá chính thức", "anti-dumping", types=("XI552",)),
    _union("A85", "Provisional anti-dumping duty", "Thuế chống bán phá giá tạm thời", "anti-dumping", types=("XI551",)),
    _union("A90", "Definitive countervailing duty", "Thuế chống trợ cấp chính thức", "countervailing", types=("XI554",)),
    _union("A95", "Provisional countervailing duty", "Thuế chống trợ cấp tạm thời", "countervailing", types=("XI553",)),
)
_OWN_CODES, _UNION_CODES = tuple(tax.code for tax in OWN), tuple(tax.code for tax in UNION)
_EXCISE_NAME = Text(en="Excise", vi="Thuế tiêu thụ đặc biệt")
_VAT_NAME = Text(en="Value added tax", vi="Thuế giá trị gia tăng")
_VAT_NI_NAME = Text(en="Value added tax, Northern Ireland", vi="Thuế giá trị gia tăng, Bắc Ireland")

TAXES = (
    *OWN,
    *UNION,
    Tax("EXC", _EXCISE_NAME, ("value", *_OWN_CODES), None, PENNY, _EXCISE_DUE, EXCISE_LAW, True, ("excise",), _excise()),
    Tax("B00", _VAT_NAME, ("value", *_OWN_CODES, "EXC"), None, PENNY, VAT_DUE, VAT_LAW, False, ("vat",), _value_added("B00")),
    Tax(
        "B05",
        _VAT_NI_NAME,
        _UNION_CODES,
        None,
        PENNY,
        VAT_DUE,
        NORTHERN_IRELAND,
        False,
        ("vat",),
        _value_added("B05"),
        only_if=AT_RISK,
    ),
)
"""In the order of a tax statement: duties, excise on them, VAT on all. VAT on the Union's duties is a line of its own, ``B05``."""
