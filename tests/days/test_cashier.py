"""A cashier's day: a bank's file, money without a reference that another signs for, money paid back, the day closed; by keyboard."""

from __future__ import annotations

import pytest

from clearlane.model.case import RELEASED
from clearlane.model.payment_reference import creditor_reference
from tests.days.conftest import Days
from tests.days.keys import enter, to
from tests.payment.bank import Paying, camt
from tests.web.declarations import example

pytestmark = pytest.mark.browser
DAYS = {"en": "2026-02-17", "vi": "2026-02-18"}


def test_a_cashier_takes_a_bank_file_assigns_pays_back_and_closes_by_keyboard(day: Days) -> None:
    till = day("cashier")
    office, page, word = till.place.office, till.page, till.language
    number = office.lodge(example(f"CASH-{word}")).case.number
    office.bind(number)
    duty = office.case(number).duty
    assert duty is not None
    till.comes("cashier-1", "/desk/payments")
    till.looks("books")
    data = camt([Paying(f"{duty + 50}", creditor_reference(number), f"C-{word}"), Paying("75.00", "", f"S-{word}", words="Thuế tháng 2")])
    page.set_input_files("input[type=file]", {"name": "bank.xml", "mimeType": "text/xml", "buffer": data})
    to(page, "form[action$=take] button")
    enter(page)
    till.looks("taken")
    assert office.case(number).state in RELEASED
    till.goes("/desk/payments/suspense")
    till.looks("suspense")
    to(page, "form[action$=assign] [name=number]")
    page.keyboard.type(number)
    to(page, "form[action$=assign] [name=why]")
    page.keyboard.type("Người nộp báo qua điện thoại")
    enter(page)
    till.goes(f"/desk/payments/of?number={number}")
    till.looks("account")
    to(page, "form[action$=refund] button")
    enter(page)
    assert office.payments.statement(number).ordered > 0
    till.goes("/desk/payments")
    page.fill("form[action$=close] [name=day]", DAYS[word])
    to(page, "form[action$=close] [name=why]")
    page.keyboard.type("Sao kê đến ngày mai")
    enter(page)
    till.looks("closed")
