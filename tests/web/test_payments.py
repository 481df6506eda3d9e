"""The cashier's desk: a bank's file taken, what it did, suspense assigned by two, money paid back, the day closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.model.case import RELEASED
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.payment_reference import creditor_reference
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.payment.bank import Paying, camt
from tests.web.declarations import XA, Clock, example

if TYPE_CHECKING:
    from pathlib import Path


FORM, AT = "f" * 43, "/desk/payments"
LAW = replace(XA, clearance=ClearanceLaw(release_on="payment", money_two_from=Decimal(1000)))


class Till:
    """An office where payment releases, and the browsers of its cashiers."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.app = create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)
        self.case = office.lodge(example("PAY-1")).case

    def as_(self, who: str = "cashier-1") -> TestClient:
        client = TestClient(self.app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), follow_redirects=False)
        client.cookies.update({"as": who, "form": FORM})
        return client

    def page(self, path: str = AT, who: str = "cashier-1") -> str:
        return self.as_(who).get(f"{path}{'&' if '?' in path else '?'}lang=en").text

    def takes(self, data: bytes, who: str = "cashier-1") -> Any:
        return self.as_(who).post(f"{AT}/take?lang=en", data={"form": FORM}, files={"file": ("day.xml", data)})

    def does(self, act: str, who: str = "cashier-1", **form: str) -> tuple[int, str]:
        answer = self.as_(who).post(f"{AT}/{act}?lang=en", data={"form": FORM} | form)
        return answer.status_code, answer.text

    def bank(self, amount: object, reference: str = "", servicer: str = "B1") -> bytes:
        return camt([Paying(f"{amount}", reference, servicer)])


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with Office.open(profile=LAW, store="sqlite:///:memory:", clock=Clock()) as office:
        made = Till(office, tmp_path)
        yield made
        made.app.state.desk.close()


def test_a_banks_notification_releases_the_goods_and_is_booked_once(till: Till) -> None:
    data = till.bank(till.case.duty, creditor_reference(till.case.number))
    assert "Notification" in till.takes(data).text
    assert till.office.case(till.case.number).state in RELEASED
    assert "nothing was booked" in till.takes(data).text
    assert "every entry balances" in till.page()


@pytest.mark.parametrize("data", [b"", b"<Document/>", b"not a message"])
def test_a_file_that_is_none_is_refused_in_words_and_books_nothing(till: Till, data: bytes) -> None:
    answer = till.takes(data)
    assert answer.status_code == 400
    assert "Nothing was booked" in answer.text
    assert till.office.payments.days.books().entries == 0


def test_money_without_a_reference_is_assigned_by_two_and_its_reading_is_noted(till: Till) -> None:
    till.takes(till.bank(till.case.duty))
    (item,) = till.office.payments.suspense.items()
    assert item.item in till.page(f"{AT}/suspense")
    assert [one.what for _, one in till.office.people.reads.list(limit=1)] == ["suspense"]
    assert till.does("suspense/assign", item=item.item, number=till.case.number, why="He called.")[0] == 303
    assert till.office.case(till.case.number).state not in RELEASED
    assert till.does("suspense/sign", item=item.item)[0] in (400, 403)
    till.office.payments.suspense.countersign(item.item, by="CASHIER-2")
    assert till.office.case(till.case.number).state in RELEASED


def test_what_was_paid_beyond_is_paid_back_by_order(till: Till) -> None:
    assert till.case.duty is not None
    till.takes(till.bank(till.case.duty + 50, creditor_reference(till.case.number)))
    assert till.office.payments.statement(till.case.number).to_pay_back == 50
    page = till.page(f"{AT}/of?number={till.case.number}")
    assert "50.00" in page
    assert till.does("of/refund", number=till.case.number)[0] == 303
    assert till.office.payments.statement(till.case.number).ordered == 50


def test_a_day_that_does_not_agree_with_the_bank_needs_a_reason(till: Till) -> None:
    till.takes(till.bank(till.case.duty, creditor_reference(till.case.number)))
    status, page = till.does("close", day="not a day")
    assert (status, "Give the day to close" in page) == (400, True)
    assert till.does("close", day="2026-11-20", why="The statement comes tomorrow.")[0] == 303
    assert till.office.payments.days.books().closed is not None


@pytest.mark.parametrize("who", ["trader", "officer-1", "analyst-1"])
def test_nobody_else_sees_the_money(till: Till, who: str) -> None:
    assert till.as_(who).get(AT).status_code == 403
    assert till.takes(till.bank(1), who).status_code == 403
    assert till.does("close", who, day="2026-11-20")[0] == 403


def test_an_auditor_looks_and_does_nothing(till: Till) -> None:
    assert "Control total" in till.page(who="auditor-1")
    assert till.as_("auditor-1").get(f"{AT}/suspense").status_code == 403
    assert till.does("close", "auditor-1", day="2026-11-20")[0] == 403
