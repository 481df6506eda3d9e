"""What a trader is told, in plain words: what happened, what is asked, by when, how to answer or contest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Self

from clearlane.model.facts import Assessed
from clearlane.model.findings import Finding
from clearlane.model.payment_reference import creditor_reference, grouped
from clearlane.model.profile import Profile
from clearlane.model.text import Text

_SWAP = str.maketrans(",.", ".,")

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
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
    "14": Text(en="Security not sufficient", vi="Bảo lãnh chưa đủ"),
    "16": Text(en="Goods left the supervised area", vi="Hàng đã qua khu vực giám sát"),
    "51": Text(en="Questions of customs", vi="Yêu cầu bổ sung, giải trình"),
}
"""What each kind of notice is called, by function code."""


class Named(str):
    """A declaration as it is named to its trader, with how decisions on it are contested.

    Args:
      name: Its number and his reference.
      contest: How, as the law has it; None where it says nothing.
    """

    contest: Text | None

    def __new__(cls, name: str, contest: Text | None = None) -> Self:
        """Return the name."""
        named = super().__new__(cls, name)
        named.contest = contest
        return named


def registered(declaration: Named) -> Text:
    """Say that a pre-lodged declaration is registered."""
    return Text(
        en=f"Declaration {declaration} is in order and registered. When the goods arrive, send the message that presents them.",
        vi=f"Tờ khai {declaration} hợp lệ và đã được đăng ký. Khi hàng đến, người khai gửi thông điệp xuất trình hàng hóa.",
    )


def computed(declaration: Named) -> Text:
    """Say that a declaration is in order and computed, and counts once its declarant binds himself."""
    return Text(
        en=f"Declaration {declaration} is in order and computed; nothing binds you yet. Look at what was computed, then declare.",
        vi=f"Tờ khai {declaration} hợp lệ và đã được tính toán; chưa ràng buộc người khai. Hãy xem kết quả rồi đăng ký chính thức.",
    )


def presented(declaration: Named) -> Text:
    """Say that goods were presented."""
    return Text(
        en=f"The presentation of the goods of declaration {declaration} was received. Nothing is asked of you now.",
        vi=f"Đã nhận thông điệp xuất trình hàng hóa của tờ khai {declaration}. Hiện không có yêu cầu nào đối với người khai.",
    )


def accepted(declaration: Named, at: datetime) -> Text:
    """Say that a declaration was legally accepted."""
    return Text(
        en=f"Declaration {declaration} was accepted at {moment_en(at)}. Rates of duty are those of that moment. "
        "Nothing is asked of you by this notice.",
        vi=f"Tờ khai {declaration} được chấp nhận lúc {moment_vi(at)}. Áp dụng mức thuế tại thời điểm đó. "
        "Thông báo này không yêu cầu người khai làm gì thêm.",
    )


def rejected(declaration: Named, findings: Sequence[Finding]) -> Text:
    """Say that a declaration was rejected."""
    count = sum(finding.severity == "blocking" for finding in findings)
    return Text(
        en=f"Declaration {declaration} was rejected; points to put right: {count}. Each is given with its place and a remedy. "
        f"Correct them and lodge the declaration again. {contest(declaration).en}",
        vi=f"Tờ khai {declaration} bị từ chối; số điểm cần sửa: {count}. Mỗi điểm có kèm vị trí và cách khắc phục. "
        f"Đề nghị sửa và khai lại. {contest(declaration).vi}",
    )


def taxed(declaration: Named, assessed: Assessed, profile: Profile, *, provisional: bool, number: str) -> Text:
    """Say what duty and tax come to and under which reference it is paid, or why that is not known; provisional before acceptance."""
    parts = [_total(declaration, assessed), *_by_tax(assessed, profile)]
    if provisional:
        parts.append(
            Text(
                en="Rates are fixed when the declaration is accepted.",
                vi="Mức thuế chính thức được xác định khi tờ khai được chấp nhận.",
            )
        )
    elif assessed.total and profile.clearance.release_on == "payment":
        parts.append(
            Text(
                en="Goods that nothing else stands against are released when it is paid or secured. "
                f"Pay under the reference {grouped(creditor_reference(number))}.",
                vi="Hàng hóa không còn vướng mắc khác được thông quan khi đã nộp hoặc bảo đảm đủ số tiền này. "
                f"Khi nộp, ghi số tham chiếu {grouped(creditor_reference(number))}.",
            )
        )
    return joined(*parts, contest(declaration))


def _by_tax(assessed: Assessed, profile: Profile) -> tuple[Text, ...]:
    """Sum up what is priced, by tax; nothing where nothing is."""
    named = {tax.code: tax.name for tax in profile.taxes}
    sums: dict[str, Decimal] = {}
    for line in assessed.lines:
        if line.outcome == "priced" and line.amount is not None:
            sums[line.tax] = sums.get(line.tax, Decimal(0)) + line.amount
    if not sums:
        return ()
    en = "; ".join(f"{named[code].en if code in named else code} {figure_en(sum_)} {assessed.currency}" for code, sum_ in sums.items())
    vi = "; ".join(f"{named[code].vi if code in named else code} {figure_vi(sum_)} {assessed.currency}" for code, sum_ in sums.items())
    if assessed.total is None:
        return (Text(en=f"Computed so far: {en}.", vi=f"Phần đã tính được: {vi}."),)
    return (Text(en=f"By tax: {en}.", vi=f"Theo sắc thuế: {vi}."),)


def _total(declaration: Named, assessed: Assessed) -> Text:
    if assessed.total is not None:
        return Text(
            en=f"Duty and tax on declaration {declaration} come to {figure_en(assessed.total)} {assessed.currency} "
            f"at the rates of {day_en(assessed.on)}.",
            vi=f"Tổng tiền thuế của tờ khai {declaration} là {figure_vi(assessed.total)} {assessed.currency}, "
            f"theo mức thuế ngày {assessed.on:%d/%m/%Y}.",
        )
    begin = Text(
        en=f"The total of duty and tax on declaration {declaration} is not known yet.",
        vi=f"Chưa xác định được tổng tiền thuế của tờ khai {declaration}.",
    )
    end = Text(en="You will be told when it is.", vi="Sẽ thông báo khi xác định được.")
    return joined(begin, *assessed.unpriced, end)


def control(declaration: Named, notice: Text) -> Text:
    """Say which control is intended, in the profile's words."""
    begin = Text(en=f"Declaration {declaration}:", vi=f"Tờ khai {declaration}:")
    return joined(begin, notice, contest(declaration))


def documents(declaration: Named, asked: Sequence[Text], until: datetime) -> Text:
    """Say which documents are asked for, and by when."""
    return Text(
        en=f"For declaration {declaration} please supply by {moment_en(until)}: {'; '.join(text.en for text in asked)}. "
        f"Send them to the customs office, quoting the number. {contest(declaration).en}",
        vi=f"Đối với tờ khai {declaration}, đề nghị nộp trước {moment_vi(until)}: {'; '.join(text.vi for text in asked)}. "
        f"Gửi đến cơ quan hải quan và ghi rõ số tờ khai. {contest(declaration).vi}",
    )


def released(declaration: Named, *, final: bool) -> Text:
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


def amended(declaration: Named, generation: int) -> Text:
    """Say that an amendment was applied."""
    return Text(
        en=f"Your amendment of declaration {declaration} was applied; it now stands in version {generation}.",
        vi=f"Đã chấp nhận sửa đổi, bổ sung tờ khai {declaration}; tờ khai hiện ở phiên bản {generation}.",
    )


def request_rejected(declaration: Named, findings: Sequence[Finding]) -> Text:
    """Say that a request to amend or cancel a declaration, or to present its goods, was not in order."""
    count = sum(finding.severity == "blocking" for finding in findings)
    return Text(
        en=f"Your request on declaration {declaration} was not accepted; points to put right: {count}. "
        f"The declaration stands as it was. Correct the points and send the request again. {contest(declaration).en}",
        vi=f"Không chấp nhận đề nghị của người khai đối với tờ khai {declaration}; số điểm cần sửa: {count}. "
        f"Tờ khai giữ nguyên như trước. Đề nghị sửa và gửi lại. {contest(declaration).vi}",
    )


def cancelled(declaration: Named, at: datetime) -> Text:
    """Say that a declaration was cancelled."""
    return Text(
        en=f"Declaration {declaration} was cancelled at {moment_en(at)} at your request. It can no longer be used for the goods.",
        vi=f"Tờ khai {declaration} đã được hủy lúc {moment_vi(at)} theo đề nghị của người khai. Tờ khai không còn giá trị sử dụng.",
    )


def lapsed(declaration: Named, at: datetime) -> Text:
    """Say that a declaration lapsed, since its declarant never bound himself to it."""
    return Text(
        en=f"Declaration {declaration} lapsed at {moment_en(at)}: you looked at what was computed and did not declare in time. "
        "Nothing is owed on it. To clear the goods, lodge a new declaration.",
        vi=f"Tờ khai {declaration} hết giá trị lúc {moment_vi(at)} vì chưa được đăng ký chính thức trong thời hạn. "
        "Không phát sinh số thuế phải nộp. Để thông quan hàng hóa, hãy khai tờ khai mới.",
    )


def contest(declaration: Named) -> Text:
    """Say how a decision is contested: as the law has it, or by asking the office."""
    return declaration.contest or Text(
        en=f"If you disagree, ask the customs office for a review, quoting {declaration}.",
        vi=f"Nếu không đồng ý, người khai có quyền khiếu nại với cơ quan hải quan, ghi rõ {declaration}.",
    )


def joined(*parts: Text) -> Text:
    """Return sentences one after the other."""
    return Text(en=" ".join(part.en for part in parts), vi=" ".join(part.vi for part in parts))


def figure_en(figure: Decimal) -> str:
    """Return a figure as it is written in English.

    >>> figure_en(Decimal("45960.30"))
    '45,960.30'
    """
    return f"{figure:,f}"


def figure_vi(figure: Decimal) -> str:
    """Return a figure as it is written in Vietnamese."""
    return f"{figure:,f}".translate(_SWAP)


def day_en(at: date) -> str:
    """Return a day in English.

    >>> day_en(datetime(2026, 2, 8))
    '8 February 2026'
    """
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def moment_en(at: datetime) -> str:
    """Return a moment in English."""
    return f"{at.astimezone(UTC):%H:%M} UTC on {day_en(at.astimezone(UTC))}"


def moment_vi(at: datetime) -> str:
    """Return a moment in Vietnamese."""
    return f"{at.astimezone(UTC):%H:%M} ngày {at.astimezone(UTC):%d/%m/%Y} (UTC)"
