"""The sign that gives something wrong away, in words: what was declared, and what papers and goods show."""

from __future__ import annotations

from decimal import Decimal

from clearlane.model.text import Text
from clearlane.simulator import Irregularity, Kind

_WORDS: dict[Kind, tuple[str, str]] = {
    Kind.UNDERVALUATION: (
        "{item}: the declared price is {said}; the invoice shows {so}. It is {share} % of what was paid.",
        "{item}: trị giá khai là {said}; hóa đơn ghi {so}. Giá khai bằng {share} % số tiền đã trả.",
    ),
    Kind.MISCLASSIFICATION: (
        "{item}: the code declared is {said}; what the goods really are belongs under {so}.",
        "{item}: mã số khai là {said}; hàng thực tế thuộc mã {so}.",
    ),
    Kind.FALSE_ORIGIN: (
        "{item}: the origin declared is {said}; papers and goods show {so}.",
        "{item}: xuất xứ khai là {said}; chứng từ và hàng hóa cho thấy {so}.",
    ),
    Kind.SHORT_QUANTITY: (
        "{item}: {said} units are declared; the packing list and the count show {so}.",
        "{item}: khai {said} đơn vị; phiếu đóng gói và kết quả kiểm đếm là {so}.",
    ),
    Kind.SMUGGLING: (
        "Behind the declared goods lie others that nobody declared: {so}. The gross mass gives them away.",
        "Phía sau hàng khai báo có hàng không khai: {so}. Trọng lượng cả bì cho thấy điều đó.",
    ),
}
_AS: dict[Kind, Kind] = {
    Kind.SHELL_IMPORTER: Kind.UNDERVALUATION,
    Kind.MISREAD_TARIFF: Kind.MISCLASSIFICATION,
    Kind.MISTAKEN_ORIGIN: Kind.FALSE_ORIGIN,
    Kind.WRONG_UNIT: Kind.SHORT_QUANTITY,
}
_OTHER = "{item}: {said} is declared; {so} is right.", "{item}: khai {said}; đúng là {so}."


def sign(one: Irregularity) -> Text:
    """Return what gives something wrong away."""
    en, vi = _WORDS.get(_AS.get(one.kind, one.kind), _OTHER)
    said, so = _grouped(one.said), _grouped(one.so)
    share = _share(one)
    return Text(
        en=en.format(item=f"Item {one.item}" if one.item else "The whole", said=said, so=so, share=share),
        vi=vi.format(item=f"Dòng hàng {one.item}" if one.item else "Cả tờ khai", said=said, so=so, share=share),
    )


def _share(one: Irregularity) -> str:
    if one.kind not in (Kind.UNDERVALUATION, Kind.SHELL_IMPORTER) or not Decimal(one.so):
        return ""
    return str(round(100 * Decimal(one.said) / Decimal(one.so)))


def _grouped(said: str) -> str:
    """Return what is said; an empty text would read as a slip of ours."""
    return said or "–"
