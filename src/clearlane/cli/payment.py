"""``clearlane payment``: take what banks report, show what is owed, assign what nobody understood, close the day."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.payment_options import Amount, By, Item, Number, Why, amount_of, money, waits
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.cli.tariff_options import Json, out_columns, out_json, said_by
from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane.office.payment_nouns import AccountStatement, Asking, Books, TakenMessage
from clearlane.office.payment_words import GROUNDS, KINDS, account_words


class Over(StrEnum):
    """What becomes of what is paid beyond."""

    refund = "refund"
    suspense = "suspense"


Chosen = Annotated[
    Over, typer.Argument(help=helped("Paid back, or kept in suspense.", "Hoàn trả, hoặc giữ lại chờ xử lý."), show_default=False)
]
Message = Annotated[
    str, typer.Argument(metavar="FILE|-", help=helped("A message of a bank.", "Thông điệp của ngân hàng."), show_default=False)
]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--day", formats=["%Y-%m-%d"], metavar="DAY", help=helped("The day; today.", "Ngày; mặc định hôm nay."), show_default=False
    ),
]
Payers = Annotated[
    bool, typer.Option("--payers", help=helped("Show payers' names and words too.", "Hiển thị cả tên và nội dung của người nộp."))
]


def take(file: Message, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Take a message of a bank: camt.054, camt.053 or CSV."""
    found = settled(profile=profile, store=store, language=language)
    data = sys.stdin.buffer.read() if file == "-" else _bytes(Path(file))
    with office_of(found) as office:
        taken = office.payments.take(data)
    if json:
        out_json(taken)
        return
    for line in _taken(taken):
        out(line)


def _taken(taken: TakenMessage) -> Iterator[str]:
    if not taken.new:
        yield one_of("This message came before; nothing was booked.", "Thông điệp đã nhận trước đây; không ghi thêm.")
        return
    for report in taken.reports:
        kind = one_of("statement", "sao kê") if report.kind == "statement" else one_of("notification", "thông báo")
        yield f"{kind}, {report.account}, {report.day}:"
        for one in report.credits:
            where = said(account_words(one.account)) if one.account else ""
            why = f", {said(GROUNDS[one.ground])}" if one.ground else ""
            known = "" if one.new else one_of("booked before", "đã ghi trước đây")
            yield f"  {one.entry}  {money(one.amount, one.currency)}  {where}{why}{known}"
        if report.waiting:
            left = one_of("not booked by the bank yet, left for later", "ngân hàng chưa ghi sổ, để lại sau")
            yield f"  {report.waiting} {left}"


def show(number: Number, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Show what a declaration owes and what was paid on it."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        made = office.payments.statement(office.case(number).number)
    if json:
        out_json(made)
    else:
        _show(made)


def _show(made: AccountStatement) -> None:
    out(one_of(f"{made.number}, to be paid under {made.reference}", f"{made.number}, nộp với số tham chiếu {made.reference}"))
    owed = made.charged
    rows = [(f"  {tax}", money(amount), made.currency) for tax, amount in (owed or {}).items()]
    if owed is None:
        rows.append((one_of("charged", "số thuế"), one_of("not known yet", "chưa xác định"), ""))
    rows.append((one_of("paid", "đã nộp"), money(made.paid), made.currency))
    rows += [
        (one_of(f"deferred {account}", f"nộp chậm {account}"), money(amount), made.currency) for account, amount in made.deferred.items()
    ]
    rows.append((one_of("open", "còn phải nộp"), money(made.open), made.currency))
    if made.to_pay_back:
        rows.append((one_of("to be paid back", "phải hoàn"), money(made.to_pay_back), made.currency))
    if made.ordered:
        rows.append((one_of("ordered to be paid back", "đã có lệnh hoàn"), money(made.ordered), made.currency))
    out_columns(rows, right=(1,))
    if made.lines:
        lines = [
            (
                f"{line.on}",
                line.entry,
                said(KINDS[line.kind]),
                ", ".join(said(account_words(one)) for one in line.accounts),
                money(line.amount),
            )
            for line in made.lines
        ]
        out_columns(lines, right=(4,))


def suspense(payers: Payers = False, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List what came without saying what for, oldest first."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        items = office.payments.suspense.items()
        told = {one.item: office.payments.suspense.told(one.item) for one in items} if payers else {}
    if json:
        out_json([{"item": one, "told": told.get(one.item)} for one in items] if payers else items)
        return
    if not items:
        out(one_of("Nothing lies in suspense.", "Không có khoản nào chờ xử lý."))
        return
    rows = []
    for one in items:
        asked = one_of(f"asked for {one.asked} by {one.asked_by}", f"{one.asked_by} đề nghị chuyển cho {one.asked}") if one.asked else ""
        row = (one.item, f"{one.since}", money(one.amount), one.currency, said(GROUNDS[one.ground]), asked)
        words = told.get(one.item)
        rows.append((*row, *((words.payer, " ".join((*words.references, words.words)).strip()) if words else ("", ""))))
    out_columns(rows, right=(2,))


def assign(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    item: Item,
    number: Number,
    why: Why = "",
    amount: Amount = "",
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Assign money from suspense to what a declaration owes."""
    found = settled(profile=profile, store=store, language=language)
    officer, part = said_by(by), amount_of(amount) if amount else None
    with office_of(found) as office:
        name = office.case(number).number
        done = office.payments.suspense.assign(item, name, by=officer, why=why, amount=part)
    _tell(done, one_of("Assigned to", "Đã chuyển cho"), json=json)


def sign(what: Item, by: By = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Sign, as a second officer, an assignment by its item or a refund by its declaration."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        of_item = any(one.item == what for one in office.payments.suspense.items())
        desk = office.payments.suspense if of_item else office.payments.refunds
        done = desk.countersign(what, by=officer)
    _tell(done, one_of("Signed for", "Đã ký cho"), json=json)


def refund(
    number: Number, by: By = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Order to pay back what was paid on a declaration beyond what it owes."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        done = office.payments.refunds.order(office.case(number).number, by=officer)
    _tell(done, one_of("Ordered to be paid back on", "Đã lập lệnh hoàn cho"), json=json)


def excess(number: Number, choice: Chosen, by: By = "", profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Record what becomes of what is paid on a declaration beyond what it owes."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        name = office.case(number).number
        office.payments.refunds.choose(name, choice.value, by=by)
    kept = choice is Over.suspense
    words = one_of("kept in suspense", "được giữ lại chờ xử lý") if kept else one_of("paid back", "được hoàn trả")
    out(one_of(f"What is paid beyond on {name} is {words}.", f"Khoản nộp thừa của {name} {words}."))


def _tell(done: Asking, words: str, *, json: bool) -> None:
    if json:
        out_json(done)
    elif done.done:
        out(f"{words} {done.number}: {money(done.amount, done.currency)}, {done.entry}.")
    else:
        out(f"{done.number}: {money(done.amount, done.currency)}. {waits()}")


def accounts(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Show what all accounts come to, and how they stand against the banks."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        books, missing = office.payments.days.books(), office.payments.days.missing()
    if json:
        out_json(
            {"books": books, "missing": [{"after": before.day, "before": after.day, "account": after.account} for before, after in missing]}
        )
        return
    _accounts(books)
    for before, after in missing:
        out(
            one_of(
                f"A statement of {after.account} is missing between {before.day} and {after.day}.",
                f"Thiếu sao kê của {after.account} giữa {before.day:%d/%m/%Y} và {after.day:%d/%m/%Y}.",
            )
        )


def _accounts(books: Books) -> None:
    rows = [(said(account_words(one.account)), money(one.amount), one.currency) for one in books.accounts]
    rows += [(one_of("sum of all", "tổng cộng"), money(total), currency) for currency, total in books.totals.items()]
    if rows:
        out_columns(rows, right=(1,))
    closed = f"{books.closed}" if books.closed else one_of("none", "chưa có")
    out(one_of(f"{books.entries} entries; last day closed: {closed}", f"{books.entries} bút toán; ngày khóa sổ gần nhất: {closed}"))
    for one in books.controls:
        agrees = one_of("agrees with its statements", "khớp sao kê") if not one.difference else one_of("differs", "lệch sao kê")
        waiting = one_of("some of it on no statement yet", "có khoản chưa lên sao kê") if one.unstated else ""
        out(", ".join(part for part in (f"{one.account} {agrees}", waiting) if part))


def close_day(
    day: Day = None, why: Why = "", by: By = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:  # fmt: skip
    """Close a day of the books with a control total of zero."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        when = day.date() if day else office.profile.day(office.clock())
        closed = office.payments.days.close(when, by=officer, why=why)
    if json:
        out_json(closed)
        return
    out(
        one_of(
            f"{closed.day} is closed: {closed.entries} entries that come to zero, {closed.suspense} in suspense.",
            f"Đã khóa sổ ngày {closed.day:%d/%m/%Y}: {closed.entries} bút toán, tổng bằng không, {closed.suspense} khoản chờ xử lý.",
        )
    )


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise Unavailable(Text(en=f"The file {file} cannot be read.", vi=f"Không đọc được tệp {file}.")) from None
