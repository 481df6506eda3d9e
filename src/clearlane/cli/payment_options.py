"""Options of the commands on payments, and amounts as a cashier reads them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from clearlane.cli.speech import helped, language, one_of
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

Number = Annotated[str, typer.Argument(metavar="NUMBER", help=helped("A declaration's number.", "Số tờ khai."), show_default=False)]
Item = Annotated[
    str,
    typer.Argument(
        metavar="ITEM",
        help=helped("An item in suspense, such as E202600000003.", "Khoản chờ xử lý, ví dụ E202600000003."),
        show_default=False,
    ),
]
Account = Annotated[str, typer.Argument(metavar="ACCOUNT", help=helped("A deferment account.", "Tài khoản nộp chậm."), show_default=False)]
By = Annotated[
    str,
    typer.Option(
        "--by",
        envvar="CLEARLANE_BY",
        metavar="STAFF-NUMBER",
        help=helped("Who you are: your staff number.", "Số hiệu công chức của bạn."),
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help=helped("The reason.", "Lý do."), show_default=False)]
Amount = Annotated[
    str,
    typer.Option("--amount", metavar="AMOUNT", help=helped("How much; all unless said.", "Số tiền; mặc định toàn bộ."), show_default=False),
]


def amount_of(written: str) -> Decimal:
    """Return an amount as written.

    Raises:
      Unreadable: It is none.
    """
    try:
        amount = Decimal(written)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite():
        raise Unreadable(Text(en="The amount is a number, such as 120.50.", vi="Số tiền là một số, ví dụ 120.50."))
    return amount


def money(amount: Decimal, currency: str = "") -> str:
    """Return an amount with its thousands apart, and its currency.

    >>> money(Decimal("47063.17"), "ARD")
    '47,063.17 ARD'
    """
    written = format(amount, ",f")
    if language() == "vi":
        written = written.translate(str.maketrans(",.", ".,"))
    return f"{written} {currency}".strip()


def waits() -> str:
    """Return that an act waits for a second officer."""
    return one_of("It waits for a second officer: payment sign.", "Đang chờ công chức thứ hai: payment sign.")
