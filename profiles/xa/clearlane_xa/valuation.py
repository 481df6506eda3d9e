"""How Arcadia values goods: the price to be paid, built up to the place where they enter the country (CIF)."""

from __future__ import annotations

from typing import Literal

from clearlane.model.text import Text
from clearlane.model.valuation import Charge, Segment, Valuation

_LAW = "Customs Code 2020, "


def _added(code: str, en: str, vi: str) -> Charge:
    return Charge(code, Text(en=en, vi=vi), "addition", reference=f"{_LAW}art. 71")


def _deducted(code: str, en: str, vi: str) -> Charge:
    return Charge(code, Text(en=en, vi=vi), "deduction", reference=f"{_LAW}art. 72")


def _of_the_way(code: str, en: str, vi: str, segment: Segment) -> Charge:
    return Charge(code, Text(en=en, vi=vi), "segment", segment, reference=f"{_LAW}art. 71(1)(e)")


CHARGES = (
    _added("AB", "Commission, other than for buying", "Hoa hồng, trừ hoa hồng mua hàng"),
    _added("AD", "Containers and packing", "Chi phí bao bì và đóng gói"),
    _added("AE", "Materials and parts put into the goods", "Nguyên liệu, bộ phận hợp thành hàng hóa"),
    _added("AF", "Tools, dies and moulds", "Công cụ, khuôn dập, khuôn đúc"),
    _added("AG", "Materials used up in making the goods", "Vật tư tiêu hao trong sản xuất"),
    _added("AH", "Engineering, design and plans made abroad", "Thiết kế kỹ thuật, bản vẽ làm ở nước ngoài"),
    _added("AI", "Royalties and licence fees", "Phí bản quyền, phí giấy phép"),
    _added("AJ", "Proceeds of resale that go to the seller", "Tiền thu được sau bán lại chuyển cho người bán"),
    _of_the_way("AA", "Carriage to on board at export", "Vận chuyển đến khi xếp hàng tại nước xuất khẩu", "a"),
    _of_the_way("AK", "Carriage to the place of entry", "Cước vận chuyển đến cửa khẩu nhập", "b"),
    _of_the_way("AP", "Insurance to the place of entry", "Phí bảo hiểm đến cửa khẩu nhập", "c"),
    _of_the_way("BA", "Carriage after the place of entry", "Vận chuyển sau cửa khẩu nhập", "e"),
    _of_the_way("BU", "Unloading at arrival", "Chi phí dỡ hàng tại nơi đến", "d"),
    _of_the_way("BC", "Duty and tax in Arcadia", "Thuế và phí tại Arcadia", "f"),
    _deducted("BB", "Assembly and maintenance after import", "Lắp ráp, bảo dưỡng sau khi nhập khẩu"),
    _deducted("BD", "Interest on the price", "Lãi trả chậm"),
    _deducted("BT", "Discount shown on the invoice and not in the price", "Giảm giá ghi trên hóa đơn chưa trừ vào giá"),
    Charge("BF", Text(en="Buying commission", vi="Hoa hồng mua hàng"), "neither", reference=f"{_LAW}art. 71(2)"),
)
_SHARED: dict[str, Literal["value", "gross mass", "net mass", "quantity"]] = {"AK": "value", "BU": "gross mass"}

VALUATION = Valuation(
    basis="CIF",
    charges={charge.code: charge for charge in CHARGES},
    methods={str(method): method for method in range(1, 7)},
    shared_by=_SHARED,
    act="acceptance",
    reference=f"{_LAW}art. 70",
)
"""Method codes are the Valuation Agreement's own numbers; rates are those of the day of acceptance."""
