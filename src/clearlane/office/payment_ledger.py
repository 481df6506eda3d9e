"""The ledger within one transaction: entries are numbered, written into the log and carried into the accounts together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from clearlane.clearance.standing import standing
from clearlane.model.clearance_facts import Paid, Secured
from clearlane.model.facts import Fact
from clearlane.model.payment import Entry, EntryKind, Ground, Posting, account_kind, from_minor
from clearlane.model.payment_facts import Booked, DayClosed, ExcessChosen
from clearlane.model.profile import Profile
from clearlane.office.payment_release import followed
from clearlane.office.ports import Reading, Work
from clearlane.payment.booking import Postings
from clearlane.payment.charging import charge, charged, owed, paid, secured
from clearlane.payment.settling import named, settling

SUBJECT, DAYS = "payments", "days"


def entry_series(year: int) -> str:
    """Return the name of the series a year's entries are counted in."""
    return f"entries-{year}"


def last_closed(reading: Reading) -> DayClosed | None:
    """Return the last day of the books that was closed."""
    seq = reading.last_of(DAYS)
    found = reading.facts_after(seq - 1, 1) if seq else []
    return next((record.fact for record in found if isinstance(record.fact, DayClosed)), None)


class Ledger:
    """The accounts, as one transaction changes them.

    Args:
      work: The transaction.
      law: The law.
      at: Now.
    """

    def __init__(self, work: Work, law: Profile, at: datetime) -> None:
        self.work, self.law, self.at = work, law, at
        closed = last_closed(work)
        self.day: date = max(law.day(at), closed.day + timedelta(days=1)) if closed else law.day(at)

    def book(
        self, kind: EntryKind, currency: str, postings: Postings, *, ground: Ground = "", credit: str = "", subject: str = ""
    ) -> Entry:
        """Write an entry; an open item ``*`` in its postings stands for its own number."""
        number = f"E{self.day.year}{self.work.next_ordinal(entry_series(self.day.year)):08d}"
        entry = Entry(number, kind, currency, self.day, named(postings, number), ground, credit)
        record = self.work.append(self.at, [(subject or subject_of(entry.postings), Booked(entry))])[0]
        self.work.put_entry_made(record.seq, entry)
        return entry

    def settle(self, number: str, entry: Entry | None = None) -> None:
        """Bring a declaration to rest: charge what is owed by now, deal with what is over, and say what is paid and secured.

        Args:
          number: The declaration.
          entry: The entry that brought this about, where there is one.
        """
        facts: list[Fact] = [record.fact for record in self.work.facts_of(number)]
        due = owed(facts, self.law.currency)
        currency, taxes = due or (self.law.currency, {})
        if due and (postings := charge(number, charged(facts), taxes)):
            entry = self.book("charge", currency, postings)
            facts.append(Booked(entry))
        choice = next((fact.choice for fact in reversed(facts) if isinstance(fact, ExcessChosen)), self.law.clearance.excess)
        while step := settling(
            number,
            self.debt(number, currency),
            self.held(number, currency),
            self.deferred(number, currency),
            known=due is not None,
            excess_to=choice,
        ):
            entry = self.book(step.kind, currency, step.postings, ground=step.ground)
        self._say(number, facts, currency, entry)

    def _say(self, number: str, facts: Sequence[Fact], currency: str, entry: Entry | None) -> None:
        """Record what is paid and secured by now, where it changed, and let clearance look."""
        deferred = self.deferred(number, currency)
        by_now = sum(charged(facts).values()) - self.debt(number, currency) - sum(deferred.values())
        said: list[Fact] = []
        if more := by_now - paid(facts, currency):
            said.append(Paid(from_minor(more, currency), currency, entry.number if entry else ""))
        before = secured(facts, currency)
        said += [
            Secured("deferment", account, from_minor(deferred.get(account, 0), currency), currency)
            for account in sorted({*before, *deferred})
            if deferred.get(account, 0) != before.get(account, 0)
        ]
        self.say(number, said)

    def say(self, number: str, said: Sequence[Fact]) -> None:
        """Record what is paid or secured on a declaration, put its case where that leaves it, and let clearance look."""
        case = self.work.case(number)
        if said and case is not None:
            records = self.work.append(self.at, [(number, fact) for fact in said])
            self.work.put_cases([standing(records, case, self.law.clearance)])
            followed(self.work, number, self.at, self.law.clearance)

    def debt(self, number: str, currency: str) -> int:
        """Return what a declaration owes; below 0 what was paid in advance."""
        return sum(one.minor for one in self.work.open_items(f"debt:{number}") if one.currency == currency)

    def held(self, number: str, currency: str) -> int:
        """Return what is to be paid back of a declaration and was not ordered yet."""
        return -sum(one.minor for one in self.work.open_items(f"refund:{number}") if one.currency == currency and not one.item)

    def deferred(self, number: str, currency: str) -> dict[str, int]:
        """Return what of a declaration stands on deferment accounts, by account."""
        found = [one for one in self.work.open_item(number) if account_kind(one.account) == "deferment" and one.currency == currency]
        return {one.account.partition(":")[2]: one.minor for one in found}


def charged_again(work: Work, law: Profile, number: str, at: datetime) -> None:
    """Bring the books to what a declaration owes by now, where money was booked on it before; within a transaction of someone else's.

    Args:
      work: The transaction, in which the declaration has just changed.
      law: The law.
      number: The declaration.
      at: Now.
    """
    if any(isinstance(record.fact, Booked) for record in work.facts_of(number)):
        Ledger(work, law, at).settle(number)


def subject_of(postings: Sequence[Posting]) -> str:
    """Return the subject under which an entry stands in the log: its declaration, else its deferment account, else ``payments``."""
    for kind in ("debt", "refund"):
        for one in postings:
            if account_kind(one.account) == kind:
                return one.account.partition(":")[2]
    return next((one.account for one in postings if account_kind(one.account) == "deferment"), SUBJECT)


def declarations_in(postings: Sequence[Posting]) -> list[str]:
    """Return the declarations that postings concern, each once."""
    found = [one.account.partition(":")[2] for one in postings if account_kind(one.account) in ("debt", "refund")]
    found += [one.item for one in postings if account_kind(one.account) == "deferment" and one.item]
    return list(dict.fromkeys(found))
