"""A cashier's day at the command line."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from clearlane.model.payment_reference import creditor_reference
from tests.cli.conftest import Clearlane
from tests.cli.messages import file, message
from tests.payment.bank import Paying, camt


def owing(clearlane: Clearlane) -> tuple[str, str]:
    """Lodge the example import; return its number and what it owes."""
    (answer,) = clearlane("lodge", file("a.json", message("A-1")), "--json").answers
    return answer["number"], answer["duty"]["amount"]


def test_a_notification_pays_and_a_statement_says_so_again(clearlane: Clearlane) -> None:
    number, duty = owing(clearlane)
    paying = [Paying(duty, creditor_reference(number), "B1")]
    taken = clearlane("payment", "take", file("c54.xml", camt(paying)), "--json").answers[0]
    again = clearlane("payment", "take", "-", "--json", given=camt(paying, "053", opening="0.00", closing=duty)).answers[0]
    assert [one["new"] for message in (taken, again) for one in message["reports"][0]["credits"]] == [True, False]
    (statement,) = clearlane("payment", "show", number, "--json").answers
    assert (statement["open"], statement["paid"]) == ("0.00", duty)
    closed = clearlane("payment", "close-day", "--by", "C-1", "--json").answers[0]
    assert [control["booked"] == control["stated"] for control in closed["controls"]] == [True]


def test_what_came_without_a_reference_is_listed_and_assigned(clearlane: Clearlane) -> None:
    number, _ = owing(clearlane)
    clearlane("payment", "take", file("c54.xml", camt([Paying("5.00", servicer="B1", words="for mother")])))
    items: Any = clearlane("payment", "suspense", "--json").answers[0]
    assert "Nguyễn" not in clearlane("payment", "suspense").out
    assert "for mother" in clearlane("payment", "suspense", "--payers").out
    done = clearlane("payment", "assign", items[0]["item"], number, "--why", "a", "--by", "C-1", "--amount", "2.00")
    assert (done.code, "2.00 ARD" in done.out) == (0, True)
    assert "3.00" in clearlane("payment", "suspense").out


def test_duty_is_charged_to_a_deferment_account_and_stands_in_its_month(clearlane: Clearlane) -> None:
    number, duty = owing(clearlane)
    holder = msgspec.json.decode(message())["Declaration"]["Declarant"]["ID"]
    opened = clearlane("payment", "deferment", "open", "77", "--holder", holder, "--limit", "100000", "--by", "C-1", "--json").answers[0]
    assert clearlane("payment", "deferment", "charge", number, "77", "--by", "C-1").code == 0
    (month,) = clearlane("payment", "deferment", "statement", "77", "--json").answers
    assert (month["carried"], opened["reference"]) == (duty, creditor_reference("77"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("take", "none.xml"), "cannot be read"),
        (("show", "26XA00000000000099"), "No declaration"),
        (("assign", "E1", "26XA00000000000015", "--by", "C-1", "--why", "a"), "Nothing lies in suspense"),
        (("assign", "E1", "26XA00000000000015", "--why", "a"), "who you are"),
        (("refund", "26XA00000000000015", "--by", "C-1"), "Nothing of 26XA00000000000015 is to be paid back"),
        (("sign", "26XA00000000000015", "--by", "C-1"), "second signature"),
        (("deferment", "statement", "9"), "No deferment account"),
        (("close-day", "--day", "2999-01-01", "--by", "C-1"), "cannot be closed"),
    ],
)
def test_a_refusal_says_why_in_both_languages(clearlane: Clearlane, words: tuple[str, ...], told: str) -> None:
    number, _ = owing(clearlane)
    words = tuple(number if word == "26XA00000000000015" else word for word in words)
    said = clearlane("payment", *words)
    assert (said.code, told.replace("26XA00000000000015", number) in said.err) == (2, True)
    vietnamese = clearlane("payment", *words, "--language", "vi")
    assert (vietnamese.code, vietnamese.err != said.err) == (2, True)


def test_a_message_at_fault_books_nothing_and_tells_the_line(clearlane: Clearlane) -> None:
    said = clearlane("payment", "take", file("bad.xml", camt([Paying("1.005")])))
    assert (said.code, "Line 7" in said.err) == (2, True)
    assert clearlane("payment", "accounts", "--json").answers[0]["books"]["entries"] == 0
