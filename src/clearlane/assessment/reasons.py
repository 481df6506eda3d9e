"""Why a duty is open, suspended or at a preferential rate, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clearlane.model.measure import Area, Measure
from clearlane.model.tax import Claim, Relief, Tax
from clearlane.model.text import Text


def not_due(tax: Tax, procedure: str) -> Text:
    """Say that a procedure lets a tax rest."""
    return Text(
        en=f"{tax.name.en} is not charged under procedure {procedure or '(none)'}.",
        vi=f"Không thu {tax.name.vi} đối với chế độ {procedure or '(chưa khai)'}.",
    )


def relieved(tax: Tax, relief: Relief) -> Text:
    """Say that goods are relieved of a tax."""
    law = f" ({relief.reference})" if relief.reference else ""
    return Text(
        en=f"{tax.name.en}: relieved under {relief.code}, {relief.text.en}{law}.",
        vi=f"{tax.name.vi}: được miễn theo mã {relief.code}, {relief.text.vi}{law}.",
    )


def not_relieved(relief: Relief) -> Text:
    """Say that a relief was asked for and the goods are worth more than it allows."""
    return Text(
        en=f"The relief {relief.code} does not hold: the declaration is valued above {relief.most}.",
        vi=f"Không được miễn theo mã {relief.code}: trị giá tờ khai vượt {relief.most}.",
    )


def no_tariff(tax: Tax) -> Text:
    """Say that no tariff is loaded."""
    return Text(en=f"{tax.name.en}: no tariff is loaded.", vi=f"{tax.name.vi}: chưa nạp biểu thuế.")


def no_rate(tax: Tax, code: str, on: date) -> Text:
    """Say that the tariff is silent about goods."""
    return Text(
        en=f"{tax.name.en}: the tariff holds no rate for {code or 'goods without a code'} on {on:%Y-%m-%d}.",
        vi=f"{tax.name.vi}: biểu thuế không có thuế suất cho mã {code or '(trống)'} vào ngày {on:%d/%m/%Y}.",
    )


def no_base(tax: Tax) -> Text:
    """Say that a percentage has nothing to be a percentage of."""
    return Text(
        en=f"{tax.name.en}: the rate is a percentage, and the tax is charged on no amount.",
        vi=f"{tax.name.vi}: thuế suất là tỷ lệ phần trăm nhưng không có căn cứ tính.",
    )


def charged_on_open(tax: Tax, other: Tax, reason: Text | None) -> Text:
    """Say that an amount a tax is charged on is itself open, and why."""
    en, vi = (reason.en, reason.vi) if reason else ("", "")
    return Text(
        en=f"{tax.name.en} is charged on {other.name.en}, an amount that is itself not computed. {en}".strip(),
        vi=f"{tax.name.vi} tính trên {other.name.vi}, khoản này chưa tính được. {vi}".strip(),
    )


def documents_missing(measure: Measure, codes: Sequence[str]) -> Text:
    """Say which documents a rate hangs on."""
    named, rate = " / ".join(codes), measure.duty.text if measure.duty else measure.id
    return Text(
        en=f"The rate {rate} needs a document, any of {named}, and none is declared. Declare it with its number.",
        vi=f"Thuế suất {rate} cần một trong các chứng từ {named} nhưng chưa khai. Hãy khai chứng từ kèm số.",
    )


def condition_open(missing: Sequence[str]) -> Text:
    """Say what a condition of a measure hangs on."""
    if all(name.startswith("document:") for name in missing):
        named = " / ".join(name.removeprefix("document:") for name in missing)
        return Text(
            en=f"A condition of the measure asks for a document, any of {named}, and none is declared. Declare it with its number.",
            vi=f"Điều kiện của biện pháp yêu cầu một trong các chứng từ {named} nhưng chưa khai. Hãy khai chứng từ kèm số.",
        )
    named = ", ".join(missing)
    return Text(
        en=f"A condition of the measure cannot be decided without {named}. Declare it.",
        vi=f"Chưa xét được điều kiện của biện pháp vì thiếu {named}. Hãy khai bổ sung.",
    )


def quota(order: str, *, declared: bool) -> Text:
    """Say that a rate hangs on the balance of a quota."""
    if not declared:
        return Text(
            en=f"The rate holds within quota {order}, and no quota order number is declared. Declare it.",
            vi=f"Thuế suất áp dụng trong hạn ngạch {order} nhưng chưa khai số hạn ngạch. Hãy khai số hạn ngạch.",
        )
    return Text(
        en=f"The rate holds within quota {order}, and its balance is not kept here.",
        vi=f"Thuế suất áp dụng trong hạn ngạch {order}; hệ thống không theo dõi lượng còn lại.",
    )


def codes_missing(tax: Tax, codes: Sequence[str]) -> Text:
    """Say that the duty differs by additional code and none is declared."""
    named = ", ".join(codes)
    return Text(
        en=f"{tax.name.en} differs by additional code ({named}), and none of these is declared. Declare the one that applies.",
        vi=f"{tax.name.vi} khác nhau theo mã bổ sung ({named}) nhưng chưa khai mã nào. Hãy khai mã phù hợp.",
    )


def origin_missing(tax: Tax) -> Text:
    """Say that the origin decides and is not declared."""
    return Text(
        en=f"{tax.name.en} hangs on the country of origin, and none is declared. Declare it.",
        vi=f"{tax.name.vi} phụ thuộc nước xuất xứ nhưng chưa khai. Hãy khai nước xuất xứ.",
    )


def mode_missing(tax: Tax) -> Text:
    """Say that the mode of transport decides and is not declared."""
    return Text(
        en=f"{tax.name.en} hangs on the mode of transport at the border, and none is declared. Declare it.",
        vi=f"{tax.name.vi} phụ thuộc phương thức vận chuyển qua biên giới nhưng chưa khai. Hãy khai bổ sung.",
    )


def claim_unknown(code: str) -> Text:
    """Say that what is claimed is not known here."""
    return Text(
        en=f"The rate claimed, {code}, is not known here. Claim another, or ask the office.",
        vi=f"Mã biểu thuế {code} không có trong danh mục. Hãy khai mã khác hoặc hỏi cơ quan hải quan.",
    )


def no_such_rate(claim: Claim, code: str, origin: str) -> Text:
    """Say that the tariff has no rate as claimed."""
    return Text(
        en=f"{claim.code} ({claim.text.en}) is claimed, and the tariff holds no such rate for {code} from {origin or '(no origin)'}. "
        "Check code and origin, or claim another rate.",
        vi=f"Khai {claim.code} ({claim.text.vi}) nhưng biểu thuế không có thuế suất đó cho mã {code}, xuất xứ {origin or '(chưa khai)'}. "
        "Hãy kiểm tra mã hàng và xuất xứ hoặc khai biểu thuế khác.",
    )


def nothing_follows(claim: Claim) -> Text:
    """Say that no rate follows from an ordinary rate of nothing."""
    return Text(
        en=f"{claim.text.en}: {claim.of_percent} % of a rate of 0 % says nothing; the rate must be taken from a list that is not loaded.",
        vi=f"{claim.text.vi}: không tính được {claim.of_percent} % của thuế suất 0 %; phải áp dụng danh mục riêng, chưa được nạp.",
    )


def membership_open(area: Area, origin: str) -> Text:
    """Say that it is not known whether a country belongs to an area."""
    return Text(
        en=f"Whether {origin or 'the country of origin'} belongs to {area.text.en} ({area.code}) is not known here.",
        vi=f"Chưa xác định được {origin or 'nước xuất xứ'} có thuộc {area.text.vi} ({area.code}) hay không.",
    )


def preference_met(claim: Claim, area: Area | None, law: str, proof: str) -> Text:
    """Say what was claimed and by which proof it was met."""
    text = area.text if area else claim.text
    agreement = (area.agreement if area else "") or law
    under = f", {agreement}" if agreement else ""
    en, vi = (
        (f"proven by document {proof}", f"chứng minh bằng chứng từ {proof}")
        if proof
        else ("no proof is asked for", "không yêu cầu chứng từ")
    )
    return Text(
        en=f"Claimed {claim.code} ({claim.text.en}): {text.en}{under}; {en}.",
        vi=f"Khai {claim.code} ({claim.text.vi}): {text.vi}{under}; {vi}.",
    )
