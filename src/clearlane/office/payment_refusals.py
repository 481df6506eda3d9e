"""Why an act on money is refused, in words."""

from __future__ import annotations

from datetime import date

from clearlane.model.payment import from_minor
from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound
from clearlane.model.text import Text

NOBODY = Text(
    en="Say who you are, by your staff number: an act on money is one person's.",
    vi="Hãy cho biết số hiệu công chức của bạn: mỗi thao tác về tiền gắn với một người cụ thể.",
)
NO_REASON = Text(en="Give a reason.", vi="Hãy nêu lý do.")


def no_declaration(number: str) -> NotFound:
    """Return that no such declaration is recorded."""
    return NotFound(Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống."), number=number)


def no_item(item: str) -> NotFound:
    """Return that nothing of that name lies in suspense."""
    return NotFound(
        Text(en=f"Nothing lies in suspense under {item}.", vi=f"Không có khoản chờ xử lý nào mang số {item}."),
        number=item,
    )


def no_account(account: str) -> NotFound:
    """Return that there is no such deferment account, or that it was closed."""
    return NotFound(
        Text(
            en=f"No deferment account {account} is open here.",
            vi=f"Không có tài khoản nộp chậm {account} đang hoạt động.",
        ),
        number=account,
    )


def no_security(reference: str) -> NotFound:
    """Return that nothing is held as a deposit under a number."""
    return NotFound(
        Text(en=f"No deposit is held under {reference}.", vi=f"Không có khoản đặt cọc nào mang số {reference}."),
        number=reference,
    )


def no_order(number: str) -> NotFound:
    """Return that nothing waits for a second signature."""
    return NotFound(
        Text(en=f"Nothing of {number} waits for a second signature.", vi=f"Không có việc gì của {number} chờ người thứ hai ký."),
        number=number,
    )


def too_much(minor: int, most: int, currency: str) -> Conflict:
    """Return that more is asked for than there is."""
    asked, held = from_minor(minor, currency), from_minor(most, currency)
    return Conflict(
        Text(
            en=f"{asked} {currency} is not possible: there is {held} {currency}.",
            vi=f"Không thể dùng {asked} {currency}: chỉ có {held} {currency}.",
        )
    )


def nothing_to_pay_back(number: str) -> Conflict:
    """Return that nothing is to be paid back."""
    return Conflict(
        Text(en=f"Nothing of {number} is to be paid back.", vi=f"Tờ khai {number} không có khoản nào phải hoàn."), number=number
    )


def nothing_owed(number: str) -> Conflict:
    """Return that a declaration owes nothing that could be deferred."""
    return Conflict(
        Text(en=f"Nothing is owed on {number} for now.", vi=f"Tờ khai {number} hiện không có khoản nào phải nộp."), number=number
    )


def over_limit(account: str, free: int, currency: str) -> Conflict:
    """Return that a deferment account cannot take so much."""
    left = from_minor(free, currency)
    return Conflict(
        Text(
            en=f"The deferment account {account} has {left} {currency} left this month, which is too little.",
            vi=f"Tài khoản nộp chậm {account} chỉ còn hạn mức {left} {currency}, không đủ.",
        ),
        number=account,
    )


def not_his_account(account: str) -> NotAllowed:
    """Return that the declarant may not use a deferment account."""
    return NotAllowed(
        Text(
            en=f"The declarant does not hold the deferment account {account} and may not use it.",
            vi=f"Người khai không phải chủ tài khoản nộp chậm {account} và không được sử dụng.",
        )
    )


def same_officer() -> NotAllowed:
    """Return that the second signature is another officer's."""
    return NotAllowed(Text(en="The second signature is another officer's.", vi="Chữ ký thứ hai phải của công chức khác."))


def wrong_currency(currency: str, wanted: str) -> Conflict:
    """Return that money of one currency cannot pay what is owed in another."""
    return Conflict(
        Text(
            en=f"The money is in {currency}, and what is owed in {wanted}. Pay it back, or exchange it first.",
            vi=f"Khoản tiền bằng {currency}, còn khoản phải nộp bằng {wanted}. Hãy hoàn trả hoặc quy đổi trước.",
        )
    )


def day_closed(day: date, last: date) -> Closed:
    """Return that a day cannot be closed: it is over and closed, or not here yet."""
    return Closed(
        Text(
            en=f"{day} cannot be closed: the books are closed up to {last}, and no day is closed before it came.",
            vi=f"Không thể khóa sổ ngày {day:%d/%m/%Y}: sổ đã khóa đến ngày {last:%d/%m/%Y}, và không khóa ngày chưa đến.",
        )
    )


def unexplained(account: str, minor: int, currency: str) -> Conflict:
    """Return that an account at a bank does not agree with its statements."""
    amount = from_minor(minor, currency)
    return Conflict(
        Text(
            en=f"The account {account} differs from its statements by {amount} {currency}. Find out why, or close the day with the reason.",
            vi=f"Tài khoản {account} lệch {amount} {currency} so với sao kê. Hãy tìm nguyên nhân, hoặc khóa sổ kèm lý do.",
        ),
        account=account,
    )
