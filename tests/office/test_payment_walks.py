"""Whatever cashiers, banks and amendments do, in any order: the books balance, and clearance is told what they say."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from clearlane.model.duty_facts import DutyReduced
from clearlane.model.payment_reference import creditor_reference
from clearlane.model.refusals import Refusal
from clearlane.payment.charging import left
from tests.office.cashier import assessed_anew, declared, office, paid, situation, sums_to_zero
from tests.payment.bank import Paying, camt

ACTS = (
    "pay",
    "pay blindly",
    "take back",
    "assign",
    "defer",
    "pay account",
    "assess",
    "reduce",
    "dispute",
    "charge",
    "refund",
    "bank pays",
    "choose",
    "end deposit",
)
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2), st.integers(1, 9_000_000)), min_size=1, max_size=14)


class Day:
    """An office in which things happen."""

    def __init__(self) -> None:
        self.at = office(release_on="payment")
        self.numbers = [declared(self.at, f"A-{n}")[0] for n in range(3)]
        self.at.payments.deferment.open("D1", self.at.case(self.numbers[0]).declarant, Decimal(200_000), by="C-1")
        self.sent: list[Paying] = []
        self.orders: list[Any] = []

    def bank(self, amount: Decimal, reference: str = "", end: str = "") -> None:
        self.sent.append(Paying(f"{amount:.2f}", reference, f"B{len(self.sent)}", end))
        self.at.payments.take(camt([self.sent[-1]]))

    def act(self, what: str, which: int, minor: int) -> None:
        """Let one thing happen; what is refused changes nothing."""
        getattr(self, what.replace(" ", "_"))(self.numbers[which], Decimal(minor) / 100)

    def waiting(self) -> list[str]:
        return [one.item for one in self.at.payments.suspense.items()]

    def pay(self, number: str, amount: Decimal) -> None:
        self.bank(amount, creditor_reference(number))

    def pay_blindly(self, number: str, amount: Decimal) -> None:
        self.bank(amount)

    def pay_account(self, number: str, amount: Decimal) -> None:
        self.bank(amount, creditor_reference("D1"))

    def take_back(self, number: str, amount: Decimal) -> None:
        for one in self.sent[: int(amount) % 3]:
            sign = one.amount.removeprefix("-") if one.amount.startswith("-") else f"-{one.amount}"
            self.at.payments.take(camt([Paying(sign, servicer=one.servicer, reversal=True)]))

    def assign(self, number: str, amount: Decimal) -> None:
        for item in self.waiting()[:1]:
            self.at.payments.suspense.assign(item, number, by="C-1", why="a")

    def defer(self, number: str, amount: Decimal) -> None:
        self.at.payments.deferment.charge(number, "D1")

    def assess(self, number: str, amount: Decimal) -> None:
        assessed_anew(self.at, number, amount)

    def reduce(self, number: str, amount: Decimal) -> None:
        self.at.clearance.reduce(number, self.share(number, amount), "error", by="S-1", why="a")

    def dispute(self, number: str, amount: Decimal) -> None:
        contested = self.at.clearance.dispute(number, "Too high.", {"A00": min(amount, Decimal(100))})[0].fact.dispute
        self.at.clearance.decide_dispute(number, contested, "varied", by="S-2", less=self.share(number, amount))

    def share(self, number: str, amount: Decimal) -> dict[tuple[int, str], Decimal]:
        """A part of what stands, or now and then more than that, which is refused."""
        stands = left(record.fact for record in self.at.facts(number))
        place = next(iter(stands), (1, "A00"))
        return {place: Decimal(stands.get(place, 0) * int(amount) // 80_000) / 100}

    def charge(self, number: str, amount: Decimal) -> None:
        self.at.payments.charge(number)

    def refund(self, number: str, amount: Decimal) -> None:
        self.orders.append(self.at.payments.refunds.order(number, by="C-1"))

    def bank_pays(self, number: str, amount: Decimal) -> None:
        for order in self.orders[-1:]:
            self.orders.remove(order)
            self.bank(-order.amount, end=order.entry)

    def choose(self, number: str, amount: Decimal) -> None:
        self.at.payments.refunds.choose(number, "suspense" if amount > 50_000 else "refund")

    def end_deposit(self, number: str, amount: Decimal) -> None:
        for item in self.waiting()[:1]:
            self.at.payments.security.deposit(item, number, "D-7", by="C-1", why="a")
            self.at.payments.security.end(number, "D-7", by="C-1")


@given(STEPS)
@settings(max_examples=60)
def test_the_books_balance_and_facts_say_what_they_say(steps: list[tuple[str, int, int]]) -> None:
    day = Day()
    for what, which, minor in steps:
        with suppress(Refusal):
            day.act(what, which, minor)
    for number in day.numbers:
        charged = day.at.payments.charge(number)
        assert charged.paid == situation(day.at, number)[0]
        assert charged.open == sum(charged.charged.values()) - charged.paid - sum(charged.deferred.values())
        assert charged.open >= 0
    banked = sum((Decimal(one.amount) for one in day.sent), Decimal(0))
    taken_back = {
        record.fact.entry.credit for record in day.at.store.facts() if getattr(getattr(record.fact, "entry", 0), "kind", "") == "reversal"
    }
    accounts = {one.account: one.amount for one in day.at.payments.days.books().accounts}
    assert taken_back or sum(amount for name, amount in accounts.items() if name.startswith("bank:")) == banked
    assert sums_to_zero(day.at)


def test_the_walk_can_take_every_step() -> None:
    day = Day()
    paid(day.at, day.numbers[0], "90000.00", "X1")
    for what in ACTS:
        with suppress(Refusal):
            day.act(what, 0, 4_999_900)
    reduced = [record.fact.dispute for record in day.at.store.facts() if isinstance(record.fact, DutyReduced)]
    assert reduced == [0, 1]
    kinds = {getattr(getattr(record.fact, "entry", None), "kind", "") for record in day.at.store.facts()}
    assert {"charge", "credit", "reversal", "assignment", "excess", "refund"} <= kinds
