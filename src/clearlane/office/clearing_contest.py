"""What a trader asks for and contests, and what officers decide on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from clearlane.clearance.acts import Act
from clearlane.clearance.situation import situation
from clearlane.model.clearance_facts import Disputed, DisputeDecided, RequestDecided, RequestMade, Verdict
from clearlane.model.duty_facts import DutyReduced, ReductionGround
from clearlane.model.facts import Fact, Record
from clearlane.model.payment import from_minor
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane.office.clearing_act import Acting, Being
from clearlane.office.clearing_duty import NOT_WON, NOTHING_LESS, Less, demand_within, reductions
from clearlane.office.clearing_record import kept, known
from clearlane.office.requests import carried_out
from clearlane.payment.charging import left

DECIDED_WITHIN = timedelta(days=30)
"""Within what a dispute is decided where the law names no clock."""


class Contesting(Acting):
    """Requests and disputes."""

    def dispute(self, number: str, ground: str, amounts: Mapping[str, Decimal], *, expect: int | None = None) -> list[Record]:
        """Contest the latest decision, in time. The trader's act; the amounts are not collected until it is decided.

        Args:
          number: The declaration.
          ground: His ground, in his words.
          amounts: What he contests, by tax.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: Nothing was decided, its time is over, or more is contested than is owed.
        """

        def made(being: Being) -> list[Fact]:
            count = 1 + sum(isinstance(record.fact, Disputed) for record in being.records)
            clock = self.law.clocks.get("decision")
            until = being.intent.at + (clock.within if clock else DECIDED_WITHIN)
            return [Disputed(count, kept(being.work, ground), dict(amounts), until)]

        return self._by_trader(number, "dispute", made, expect, amount=sum(amounts.values(), Decimal(0)))

    def withdraw(self, number: str, dispute: int, *, expect: int | None = None) -> list[Record]:
        """Withdraw a dispute before it is decided: the decision stands, and what was contested is due again. The trader's act.

        Args:
          number: The declaration.
          dispute: The dispute.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: No such dispute of his is open.
        """
        return self._by_trader(number, "withdraw", [DisputeDecided(dispute, "withdrawn", "")], expect, number=dispute)

    def decide_dispute(
        self, number: str, dispute: int, verdict: Verdict, *, by: str, why: str = "", less: Less | None = None, expect: int | None = None
    ) -> list[Record]:
        """Decide a dispute, by another officer than the one whose decision is contested; the books follow at once.

        Args:
          number: The declaration.
          dispute: Its number.
          verdict: What was decided.
          by: The officer.
          why: His reason.
          less: What is no longer owed, by goods item and tax; only where the decision is changed or set aside.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: No such dispute is open, the decision was his own, more falls than stands, or somebody changed something since.
        """
        falls = reductions(less or {}, self._profile.currency)
        if falls and verdict not in ("varied", "annulled"):
            raise Conflict(NOT_WON)

        def made(being: Being) -> list[Fact]:
            officer, reason = being.intent.by, kept(being.work, why)
            decided = DisputeDecided(dispute, verdict, officer, reason)
            return [decided, *_falling(being, DutyReduced(falls, self._profile.currency, "dispute", officer, reason, dispute))]

        return self._by_officer(number, "decide-dispute", made, by, expect, number=dispute)

    def stands(self, number: str) -> dict[tuple[int, str], Decimal]:
        """Return what stands of each tax on each goods item, of which something can be taken off.

        Args:
          number: The declaration.
        """
        facts = (record.fact for record in self._store.facts_of(number))
        return {place: from_minor(minor, self._profile.currency) for place, minor in left(facts).items()}

    def reduce(
        self, number: str, less: Less, ground: ReductionGround, *, by: str, why: str = "", expect: int | None = None
    ) -> list[Record]:
        """Take off what was charged in error; the books follow at once, and what was paid of it is to be paid back.

        Args:
          number: The declaration.
          less: What is no longer owed, by goods item and tax.
          ground: The ground in law.
          by: The officer.
          why: His reason.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: Nothing falls, more falls than stands, a dispute is open, or somebody changed something since.
        """
        falls = reductions(less, self._profile.currency)
        if not falls:
            raise Conflict(NOTHING_LESS)

        def made(being: Being) -> list[Fact]:
            return _falling(being, DutyReduced(falls, self._profile.currency, ground, being.intent.by, kept(being.work, why)))

        return self._by_officer(number, "reduce", made, by, expect, why)

    def decide_request(self, number: str, request: int, *, granted: bool, why: Text, by: str, expect: int | None = None) -> list[Record]:
        """Decide a request for an amendment or a cancellation, and carry it out where it is granted.

        A granted amendment makes a new generation and assesses it at the rates of the act that fixed them; the control stays as it is,
        and what was found before is judged by the version it was found in.

        Args:
          number: The declaration.
          request: The place in the log where it was made.
          granted: Whether it is carried out.
          why: The ground, as the trader reads it.
          by: The officer.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: No such request waits, it does not fit the declaration any more, or somebody changed something since.
        """
        _, records = known(self._store, number)
        waiting = next((one for one in situation(records).requests if one.request == request), None)
        asked = waiting.asked if waiting else "amendment"
        act: Act = "refuse-request"
        if granted:
            act = "grant-amendment" if asked == "amendment" else "grant-cancellation"

        def made(being: Being) -> list[Fact]:
            decided = RequestDecided(request, granted, being.intent.by, why)
            fact = next(record.fact for record in being.records if record.seq == request)
            if not granted or not isinstance(fact, RequestMade):
                return [decided]
            return [decided, *carried_out(fact, being.case, being.work, being.profile, being.intent.at)]

        return self._by_officer(number, act, made, by, expect, why.en, number=request, asked=asked)


def _falling(being: Being, fact: DutyReduced) -> list[Fact]:
    """Return a reduction that stands within what was computed; nothing where nothing falls."""
    if not fact.reductions:
        return []
    demand_within(being.records, [fact])
    return [fact]
