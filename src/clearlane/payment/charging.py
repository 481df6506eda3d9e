"""Charging: what a declaration owes, as the facts of its assessment say, and how the books are brought to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

from clearlane.model.clearance_facts import Paid, Secured
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.facts import Accepted, Assessed, Cancelled, Fact, Rejected
from clearlane.model.payment import Posting, digits, in_minor
from clearlane.model.payment_facts import Booked
from clearlane.payment.booking import Postings


def owed(facts: Iterable[Fact], currency: str) -> tuple[str, dict[str, int]] | None:
    """Return the currency and what is owed of each tax; None where nothing was assessed in full, or the goods were not accepted yet.

    Nothing is owed on what was rejected or cancelled. Each tax is rounded to the minor unit, half up, where its law does not do so.

    Args:
      facts: The declaration's facts, in order.
      currency: The currency of account, where nothing was assessed.
    """
    stands: Assessed | None = None
    less: Counter[str] = Counter()
    accepted = over = False
    for fact in facts:
        if isinstance(fact, Assessed) and fact.total is not None:
            stands, less = fact, Counter()
        if isinstance(fact, DutyReduced):
            for one in fact.reductions:
                less[one.tax] += one.minor
        accepted = accepted or isinstance(fact, Accepted)
        over = over or isinstance(fact, Cancelled | Rejected)
    if over:
        return stands.currency if stands else currency, {}
    return (stands.currency, _less(_by_tax(stands), less)) if stands and accepted else None


def _by_tax(assessed: Assessed) -> dict[str, int]:
    sums: dict[str, Decimal] = {}
    for line in assessed.lines:
        if line.outcome == "priced" and line.amount is not None:
            sums[line.tax] = sums.get(line.tax, Decimal(0)) + line.amount
    with localcontext(prec=60):
        place = Decimal(1).scaleb(-digits(assessed.currency))
        whole = {tax: amount.quantize(place, ROUND_HALF_UP) for tax, amount in sums.items()}
    return {tax: in_minor(amount, assessed.currency) for tax, amount in whole.items() if amount}


def _less(taxes: Mapping[str, int], less: Mapping[str, int]) -> dict[str, int]:
    return {tax: left for tax, minor in taxes.items() if (left := minor - less.get(tax, 0))}


def _taken_off(facts: Iterable[DutyReduced]) -> Counter[tuple[int, str]]:
    sums: Counter[tuple[int, str]] = Counter()
    for fact in facts:
        for one in fact.reductions:
            sums[one.item, one.tax] += one.minor
    return sums


def left(facts: Iterable[Fact]) -> dict[tuple[int, str], int]:
    """Return what stands of each tax on each goods item, by (item, tax): as computed last, less what was taken off since."""
    stands: Assessed | None = None
    after: list[DutyReduced] = []
    for fact in facts:
        if isinstance(fact, Assessed):
            stands, after = fact, []
        elif isinstance(fact, DutyReduced):
            after.append(fact)
    if stands is None:
        return {}
    off = _taken_off(after)
    sums: dict[tuple[int, str], Decimal] = {}
    for line in stands.lines:
        if line.outcome == "priced" and line.amount is not None:
            sums[line.item, line.tax] = sums.get((line.item, line.tax), Decimal(0)) + line.amount
    place = Decimal(1).scaleb(-digits(stands.currency))
    whole = {at: in_minor(amount.quantize(place, ROUND_DOWN), stands.currency) for at, amount in sums.items()}
    return {at: minor - off[at] for at, minor in whole.items() if minor > off[at]}


def charged(facts: Iterable[Fact]) -> dict[str, int]:
    """Return what was charged of each tax by now."""
    sums: Counter[str] = Counter()
    for fact in facts:
        if isinstance(fact, Booked) and fact.entry.kind == "charge":
            for posting in fact.entry.postings:
                if posting.account.startswith("tax:"):
                    sums[posting.account.removeprefix("tax:")] -= posting.minor
    return {tax: minor for tax, minor in sums.items() if minor}


def charge(number: str, before: Mapping[str, int], after: Mapping[str, int]) -> Postings:
    """Return the postings that bring what was charged to what is owed; none where it is so already.

    >>> charge("N1", {"A00": 100, "B00": 7}, {"A00": 80, "B00": 7})
    (Posting(account='tax:A00', minor=20, item=''), Posting(account='debt:N1', minor=-20, item=''))
    """
    taxes = sorted({*before, *after})
    lines = [Posting(f"tax:{tax}", more) for tax in taxes if (more := before.get(tax, 0) - after.get(tax, 0))]
    if not lines:
        return ()
    total = -sum(line.minor for line in lines)
    return (*lines, Posting(f"debt:{number}", total))


def paid(facts: Iterable[Fact], currency: str) -> int:
    """Return what was paid by now, as the facts say."""
    return sum(in_minor(fact.amount, currency) for fact in facts if isinstance(fact, Paid) and fact.currency == currency)


def secured(facts: Iterable[Fact], currency: str) -> dict[str, int]:
    """Return what stands on deferment accounts, as the facts say, by account."""
    stands: dict[str, int] = {}
    for fact in facts:
        if isinstance(fact, Secured) and fact.security == "deferment" and fact.currency == currency:
            stands[fact.reference] = in_minor(fact.amount, currency)
    return {account: minor for account, minor in stands.items() if minor}
