"""The words on the paper of a certificate, in English and Vietnamese."""

from __future__ import annotations

from clearlane.model.certificate import CertificateKind
from clearlane.model.text import Text

BOXES: dict[CertificateKind, tuple[tuple[Text, tuple[str, ...]], ...]] = {
    "origin": (
        (
            Text(en="1. Goods consigned from (exporter)", vi="1. Hàng gửi từ (người xuất khẩu)"),
            ("exporter", "exporterNumber", "exporterCountry"),
        ),
        (
            Text(en="Reference number, agreement, country of origin", vi="Số tham chiếu, hiệp định, nước xuất xứ"),
            ("number", "agreement", "originCountry"),
        ),
        (
            Text(en="2. Goods consigned to (consignee)", vi="2. Hàng gửi đến (người nhận hàng)"),
            ("consignee", "consigneeNumber", "consigneeCountry"),
        ),
        (Text(en="3. Producer", vi="3. Nhà sản xuất"), ("producer",)),
        (
            Text(en="4. Means of transport and route", vi="4. Phương tiện vận tải và tuyến đường"),
            ("transport", "departure", "vessel", "dischargePort"),
        ),
        (Text(en="5. Number and date of invoices", vi="5. Số và ngày hóa đơn"), ("invoices", "invoicedBy")),
    ),
    "aeo": (
        (Text(en="1. Operator", vi="1. Doanh nghiệp"), ("operatorName", "operator", "address")),
        (Text(en="2. Programme and status", vi="2. Chương trình và tư cách"), ("programme", "status")),
    ),
    "release": (
        (Text(en="1. Declaration", vi="1. Tờ khai"), ("declaration", "office")),
        (Text(en="2. Declarant", vi="2. Người khai"), ("declarant",)),
        (Text(en="3. Released at", vi="3. Thời điểm thông quan"), ("releasedAt",)),
    ),
}
"""The boxes of each form, and what of a certificate stands in each."""
MORE = Text(en="Further particulars", vi="Thông tin khác")
COLUMNS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (Text(en="6. Item", vi="6. Mục"), ()),
    (Text(en="7. Packages and marks", vi="7. Kiện và ký hiệu"), ("packages", "marks")),
    (Text(en="8. Description and code of goods", vi="8. Mô tả và mã số hàng hóa"), ("description", "classification")),
    (Text(en="9. Origin criterion", vi="9. Tiêu chí xuất xứ"), ("originCriterion",)),
    (Text(en="10. Quantity", vi="10. Số lượng"), ("quantity", "unit")),
    (Text(en="11. Value", vi="11. Trị giá"), ("value", "currency")),
)
"""The columns of goods, and what of an item stands in each."""
_WORDS = {
    "certified.origin": Text(
        en="12. It is certified, on the basis of the control carried out, that these goods originate in {origin} under {agreement}.",
        vi="12. Chứng nhận, trên cơ sở kiểm tra đã thực hiện, hàng hóa nêu trên có xuất xứ {origin} theo {agreement}.",
    ),
    "certified.aeo": Text(
        en="3. It is certified that this operator holds the status named above.", vi="3. Chứng nhận doanh nghiệp có tư cách nêu trên."
    ),
    "certified.release": Text(
        en="4. It is certified that the goods of this declaration were released.",
        vi="4. Chứng nhận hàng hóa của tờ khai này đã thông quan.",
    ),
    "issued": Text(en="Issued by {issuer} on {since}.", vi="Do {issuer} cấp ngày {since}."),
    "until": Text(en="Valid until {until}.", vi="Có hiệu lực đến {until}."),
    "check": Text(
        en="The code is a copy of this certificate signed by its issuer. Check it with your own administration, by clearlane-verify or a "
        "page for checking certificates; no network is needed, and the answer says as of when it was not withdrawn.",
        vi="Mã này là bản sao chứng chỉ do bên cấp ký. Hãy kiểm tra tại cơ quan hải quan của bạn, bằng clearlane-verify hoặc trang "
        "kiểm tra chứng chỉ; không cần mạng, và kết quả nêu rõ chứng chỉ chưa bị thu hồi tính đến khi nào.",
    ),
    "left": Text(
        en="The code had no room for {left}. Of that, only the certificate's file is proof.",
        vi="Mã không đủ chỗ cho {left}. Với phần đó, chỉ tệp chứng chỉ mới là bằng chứng.",
    ),
}


def says(key: str, language: str, **named: str) -> str:
    """Return a phrase."""
    return _WORDS[key].said(language).format(**named)
