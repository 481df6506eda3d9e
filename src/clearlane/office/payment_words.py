"""Names of what happens to money, as cashiers and traders read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clearlane.model.payment import EntryKind, Ground, account_kind
from clearlane.model.tax import Tax
from clearlane.model.text import Text

KINDS: Mapping[EntryKind, Text] = {
    "charge": Text(en="duty charged", vi="ghi nợ thuế"),
    "credit": Text(en="paid", vi="đã nộp"),
    "reversal": Text(en="taken back by the bank", vi="ngân hàng hủy giao dịch"),
    "debit": Text(en="taken from our account", vi="ngân hàng ghi nợ tài khoản"),
    "assignment": Text(en="assigned from suspense", vi="chuyển từ tài khoản chờ xử lý"),
    "excess": Text(en="paid beyond what is owed", vi="nộp thừa"),
    "deferment": Text(en="put on a deferment account", vi="ghi vào tài khoản nộp chậm"),
    "settlement": Text(en="settled between accounts", vi="bù trừ"),
    "deposit": Text(en="deposit", vi="tiền đặt cọc"),
    "refund": Text(en="paid back", vi="hoàn thuế"),
}
GROUNDS: Mapping[Ground, Text] = {
    "": Text(en="-", vi="-"),
    "no-reference": Text(en="no reference", vi="không ghi số tham chiếu"),
    "unknown-reference": Text(en="a reference of nothing here", vi="số tham chiếu không có trong hệ thống"),
    "check-digits": Text(en="a reference mistyped", vi="số tham chiếu sai số kiểm tra"),
    "several": Text(en="references of several things", vi="ghi nhiều số tham chiếu khác nhau"),
    "currency": Text(en="another currency", vi="khác đồng tiền"),
    "unmatched-debit": Text(en="taken from our account, cause unknown", vi="bị ghi nợ, chưa rõ lý do"),
    "excess": Text(en="paid beyond what is owed, kept for the trader", vi="nộp thừa, giữ lại theo yêu cầu của người nộp"),
}
_ACCOUNTS = {
    "debt": Text(en="owed", vi="phải nộp"),
    "tax": Text(en="tax", vi="thuế"),
    "bank": Text(en="bank", vi="ngân hàng"),
    "suspense": Text(en="suspense", vi="chờ xử lý"),
    "deferment": Text(en="deferment", vi="nộp chậm"),
    "security": Text(en="deposits", vi="tiền đặt cọc"),
    "refund": Text(en="to be paid back", vi="phải hoàn"),
}


def account_words(account: str, taxes: Iterable[Tax] = ()) -> Text:
    """Return what an account, or a kind of account, is called; that of a tax as the law names the tax, where the law is given.

    >>> account_words("tax:A00").en
    'tax A00'
    """
    kind, _, name = account.partition(":")
    for tax in taxes:
        if (kind, name) == ("tax", tax.code):
            return Text(en=f"{tax.name.en} ({name})", vi=f"{tax.name.vi} ({name})")
    words = _ACCOUNTS[account_kind(kind)]
    return Text(en=f"{words.en} {name}".strip(), vi=f"{words.vi} {name}".strip())
