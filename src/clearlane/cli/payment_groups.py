"""The commands below ``clearlane payment``, and those below ``clearlane payment deferment``."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.cli import payment, payment_deferment
from clearlane.model.text import Text

Command = tuple[str, Callable[..., None], Text]
WORDS = Text(
    en="Money: banks, what is owed, suspense, refunds, the day.", vi="Tiền thuế: ngân hàng, số phải nộp, chờ xử lý, hoàn, khóa sổ."
)
COMMANDS: tuple[Command, ...] = (
    (
        "take",
        payment.take,
        Text(en="Take a message of a bank: camt.054, camt.053, CSV.", vi="Nhận thông điệp ngân hàng: camt.054, camt.053, CSV."),
    ),
    ("show", payment.show, Text(en="Show what a declaration owes and paid.", vi="Xem số phải nộp và đã nộp của tờ khai.")),
    ("suspense", payment.suspense, Text(en="List what nobody knows the purpose of.", vi="Liệt kê các khoản chờ xử lý.")),
    ("assign", payment.assign, Text(en="Assign money from suspense.", vi="Chuyển khoản chờ xử lý cho tờ khai.")),
    ("sign", payment.sign, Text(en="Sign as the second officer.", vi="Ký với tư cách công chức thứ hai.")),
    ("refund", payment.refund, Text(en="Order to pay back what is over.", vi="Lập lệnh hoàn khoản nộp thừa.")),
    ("excess", payment.excess, Text(en="Choose what becomes of what is paid beyond.", vi="Chọn cách xử lý khoản nộp thừa.")),
    ("accounts", payment.accounts, Text(en="Show all accounts, and whether banks agree.", vi="Xem các tài khoản và đối chiếu ngân hàng.")),
    ("close-day", payment.close_day, Text(en="Close a day of the books.", vi="Khóa sổ một ngày.")),
)
DEFERMENT = Text(en="Deferment accounts, paid with the month.", vi="Tài khoản nộp chậm, nộp theo tháng.")
DEFERMENTS: tuple[Command, ...] = (
    ("open", payment_deferment.opening, Text(en="Open an account, or set its terms anew.", vi="Mở tài khoản hoặc thay đổi điều kiện.")),
    (
        "charge",
        payment_deferment.charge,
        Text(en="Put what a declaration owes on an account.", vi="Ghi số phải nộp của tờ khai vào tài khoản."),
    ),
    ("statement", payment_deferment.statement, Text(en="Show a month of an account.", vi="Xem một tháng của tài khoản.")),
)
