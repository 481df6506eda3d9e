"""``clearlane payment deferment``: accounts that are charged now and paid with the month."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.payment_options import Account, By, Number, amount_of, money
from clearlane.cli.speech import helped, one_of, out
from clearlane.cli.tariff_options import Json, out_columns, out_json, said_by

Holder = Annotated[
    str,
    typer.Option("--holder", metavar="ID", help=helped("The holder's identification number.", "Mã số chủ tài khoản."), show_default=False),
]
Limit = Annotated[
    str,
    typer.Option(
        "--limit", metavar="AMOUNT", help=helped("The most that may be open; 0 closes it.", "Hạn mức; 0 là đóng."), show_default=False
    ),
]
User = Annotated[
    list[str] | None,
    typer.Option("--user", metavar="ID", help=helped("Another who may charge to it.", "Người khác được sử dụng."), show_default=False),
]
DueDay = Annotated[
    int, typer.Option("--due-day", min=1, max=28, help=helped("The day the month is paid by.", "Ngày phải nộp của tháng sau."))
]
Month = Annotated[
    datetime | None,
    typer.Option(
        "--month", formats=["%Y-%m"], metavar="MONTH", help=helped("The month; this one.", "Tháng; mặc định tháng này."), show_default=False
    ),
]


def opening(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    account: Account,
    holder: Holder,
    limit: Limit,
    user: User = None,
    due_day: DueDay = 15,
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Open a deferment account, or set its terms anew."""
    found = settled(profile=profile, store=store, language=language)
    officer, most = said_by(by), amount_of(limit)
    with office_of(found) as office:
        terms = office.payments.deferment.open(account, holder, most, by=officer, users=user or (), due_day=due_day)
    if json:
        out_json(terms)
        return
    bound = money(terms.limit, terms.currency)
    out(one_of(f"{terms.account} is open up to {bound}; it is paid under {terms.reference}.",
               f"Tài khoản {terms.account} có hạn mức {bound}; nộp với số tham chiếu {terms.reference}."))  # fmt: skip


def charge(
    number: Number,
    account: Account,
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Put what a declaration owes on a deferment account."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        done = office.payments.deferment.charge(office.case(number).number, account, by=by)
    if json:
        out_json(done)
        return
    amount = money(done.amount, done.currency)
    out(one_of(f"{amount} of {done.number} stands on {account}.", f"Đã ghi {amount} của tờ khai {done.number} vào tài khoản {account}."))


def statement(
    account: Account, month: Month = None, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:  # fmt: skip
    """Show a month of a deferment account, and what is to be paid by when."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        day = month.date() if month else office.profile.day(office.clock())
        made = office.payments.deferment.statement(account, day)
    if json:
        out_json(made)
        return
    out(f"{made.terms.account}, {made.month:%Y-%m}, {made.terms.reference}")
    rows = [("", "", one_of("open before", "dư đầu kỳ"), money(made.brought))]
    rows += [(f"{line.on}", line.entry, line.number, money(line.amount)) for line in made.lines]
    rows.append(("", "", one_of(f"to be paid by {made.due}", f"phải nộp trước {made.due:%d/%m/%Y}"), money(made.carried)))
    out_columns(rows, right=(3,))
