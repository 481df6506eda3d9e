"""What a trader is told, in plain words: what happened, what is asked, by when, how to answer or contest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

from clearlane.model.facts import Assessed
from clearlane.model.findings import Finding
from clearlane.model.profile import Profile
from clearlane.model.text import Text

_SWAP = str.maketrans(",.", ".,")

NAMES = {
    "01": Text(en="Declaration accepted", vi="Chấp nhận tờ khai"),
    "02": Text(en="Message registered", vi="Đăng ký thông điệp"),
    "03": Text(en="Declaration rejected", vi="Từ chối tờ khai"),
    "05": Text(en="Control intended", vi="Thông báo kiểm tra hải quan"),
    "06": Text(en="Documents asked for", vi="Yêu cầu nộp chứng từ"),
    "07": Text(en="Amendment applied", vi="Chấp nhận sửa đổi, bổ sung tờ khai"),
    "08": Text(en="Goods released, duty not final", vi="Giải phóng hàng, chưa xác định số thuế chính thức"),
    "09": Text(en="Goods released", vi="Thông quan hàng hóa"),
    "10": Text(en="Declaration cancelled", vi="Hủy tờ khai"),
    "11": Text(en="Request not accepted", vi="Không chấp nhận đề nghị của người khai"),
    "13": Text(en="Statement of duty and tax", vi="Thông báo tiền thuế"),
}
"""What each kind of notice is called, by function code."""


def registered(declaration: str) -> Text:
    """Say that a pre-lodged declaration is registered."""
    return Text(
        en=f"Declaration {declaration} is in order and registered. When the goods arrive, send the message that presents them.",
        vi=f"Tờ khai {declaration} hợp lệ và đã được đăng ký. Khi hàng đến, người khai gửi thông điệp xuất trình hàng hóa.",
    )


def presented(declaration: str) -> Text:
    """Say that goods were presented."""
    return Text(
        en=f"The presentation of the goods of declaration {declaration} was received. Nothing is asked of you now.",
        vi=f"Đã nhận thông điệp xuất trình hàng hóa của tờ khai {declaration}. Hiện không có yêu cầu nào đối với người khai.",
    )


def accepted(declaration: str, at: datetime) -> Text:
    """Say that a declaration was legally accepted."""
    return Text(
        en=f"Declaration {declaration} was accepted at {_en(at)}. Rates of duty are those of that moment. "
        "Nothing is asked of you by this notice.",
        vi=f"Tờ khai {declaration} được chấp nhận lúc {_vi(at)}. Áp dụng mức thuế tại thời điểm đó. "
        "Thông báo này không yêu cầu người khai làm gì thêm.",
    )


def rejected(declaration: str, findings: Sequence[Finding]) -> Text:
    """Say that a declaration was rejected."""
    count = sum(finding.severity == "blocking" for finding in findings)
    return Text(
        en=f"Declaration {declaration} was rejected; points to put right: {count}. Each is given with its place and a remedy. "
        f"Correct them and lodge the declaration again. {_contest(declaration).en}",
        vi=f"Tờ khai {declaration} bị từ chối; số điểm cần sửa: {count}. Mỗi điểm có kèm vị trí và cách khắc phục. "
        f"Đề nghị sửa và khai lại. {_contest(declaration).vi}",
    )


def taxed(declaration: str, assessed: Assessed, profile: Profile, *, provisional: bool) -> Text:
    """Say what duty and tax come to, or why that is not known. A provisional statement precedes acceptance."""
    parts = [_total(declaration, assessed), *_by_tax(assessed, profile)]
    if provisional:
        parts.append(
            Text(
                en="Rates are fixed when the declaration is accepted.",
                vi="Mức thuế chính thức được xác định khi tờ khai được chấp nhận.",
            )
        )
    return _joined(*parts, _contest(declaration))


def _by_tax(assessed: Assessed, profile: Profile) -> tuple[Text, ...]:
    """Sum up what is priced, by tax; nothing where nothing is."""
    named = {tax.code: tax.name for tax in profile.taxes}
    sums: dict[str, Decimal] = {}
    for line in assessed.lines:
        if line.outcome == "priced" and line.amount is not None:
            sums[line.tax] = sums.get(line.tax, Decimal(0)) + line.amount
    if not sums:
        return ()
    en = "; ".join(f"{named[code].en if code in named else code} {sum_:f} {assessed.currency}" for code, sum_ in sums.items())
    vi = "; ".join(f"{named[code].vi if code in named else code} {_figure_vi(sum_)} {assessed.currency}" for code, sum_ in sums.items())
    if assessed.total is None:
        return (Text(en=f"Computed so far: {en}.", vi=f"Phần đã tính được: {vi}."),)
    return (Text(en=f"By tax: {en}.", vi=f"Theo sắc thuế: {vi}."),)


def _total(declaration: str, assessed: Assessed) -> Text:
    if assessed.total is not None:
        return Text(
            en=f"Duty and tax on declaration {declaration} come to {assessed.total:f} {assessed.currency} "
            f"at the rates of {assessed.on:%Y-%m-%d}.",
            vi=f"Tổng tiền thuế của tờ khai {declaration} là {_figure_vi(assessed.total)} {assessed.currency}, "
            f"theo mức thuế ngày {assessed.on:%d/%m/%Y}.",
        )
    begin = Text(
        en=f"The total of duty and tax on declaration {declaration} is not known yet.",
        vi=f"Chưa xác định được tổng tiền thuế của tờ khai {declaration}.",
    )
    end = Text(en="You will be told when it is.", vi="Sẽ thông báo khi xác định được.")
    return _joined(begin, *assessed.unpriced, end)


def control(declaration: str, notice: Text) -> Text:
    """Say which control is intended, in the profile's words."""
    begin = Text(en=f"Declaration {declaration}:", vi=f"Tờ khai {declaration}:")
    return _joined(begin, notice, _contest(declaration))


def documents(declaration: str, asked: Sequence[Text], until: datetime) -> Text:
    """Say which documents are asked for, and by when."""
    return Text(
        en=f"For declaration {declaration} please supply by {_en(until)}: {'; '.join(text.en for text in asked)}. "
        f"Send them to the customs office, quoting the number. {_contest(declaration).en}",
        vi=f"Đối với tờ khai {declaration}, đề nghị nộp trước {_vi(until)}: {'; '.join(text.vi for text in asked)}. "
        f"Gửi đến cơ quan hải quan và ghi rõ số tờ khai. {_contest(declaration).vi}",
    )


def released(declaration: str, *, final: bool) -> Text:
    """Say that goods were released, and whether the duty is final."""
    if final:
        return Text(
            en=f"The goods of declaration {declaration} are released. Keep the declaration and its documents.",
            vi=f"Hàng hóa của tờ khai {declaration} đã được thông quan. Đề nghị lưu giữ tờ khai và chứng từ.",
        )
    return Text(
        en=f"The goods of declaration {declaration} are released. The duty is not final; a statement will follow.",
        vi=f"Hàng hóa của tờ khai {declaration} đã được giải phóng. Số thuế chưa phải là chính thức; sẽ có thông báo sau.",
    )


def amended(declaration: str, generation: int) -> Text:
    """Say that an amendment was applied."""
    return Text(
        en=f"Your amendment of declaration {declaration} was applied; it now stands in version {generation}.",
        vi=f"Đã chấp nhận sửa đổi, bổ sung tờ khai {declaration}; tờ khai hiện ở phiên bản {generation}.",
    )


def request_rejected(declaration: str, findings: Sequence[Finding]) -> Text:
    """Say that a request to amend or cancel a declaration, or to present its goods, was not in order."""
    count = sum(finding.severity == "blocking" for finding in findings)
    return Text(
        en=f"Your request on declaration {declaration} was not accepted; points to put right: {count}. "
        f"The declaration stands as it was. Correct the points and send the request again. {_contest(declaration).en}",
        vi=f"Không chấp nhận đề nghị của người khai đối với tờ khai {declaration}; số điểm cần sửa: {count}. "
        f"Tờ khai giữ nguyên như trước. Đề nghị sửa và gửi lại. {_contest(declaration).vi}",
    )


def cancelled(declaration: str, at: datetime) -> Text:
    """Say that a declaration was cancelled."""
    return Text(
        en=f"Declaration {declaration} was cancelled at {_en(at)} at your request. It can no longer be used for the goods.",
        vi=f"Tờ khai {declaration} đã được hủy lúc {_vi(at)} theo đề nghị của người khai. Tờ khai không còn giá trị sử dụng.",
    )


def _contest(declaration: str) -> Text:
    return Text(
        en=f"If you disagree, ask the customs office for a review, quoting {declaration}.",
        vi=f"Nếu không đồng ý, người khai có quyền khiếu nại với cơ quan hải quan, ghi rõ {declaration}.",
    )


def _joined(*parts: Text) -> Text:
    return Text(en=" ".join(part.en for part in parts), vi=" ".join(part.vi for part in parts))


def _figure_vi(figure: Decimal) -> str:
    return f"{figure:,f}".translate(_SWAP)


def _en(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _vi(at: datetime) -> str:
    return f"{at.astimezone(UTC):%H:%M} ngày {at.astimezone(UTC):%d/%m/%Y} (UTC)"
