"""One act of clearance as one transaction: read, look whether it is possible and who was first, sign once or twice, write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from clearlane.clearance.acts import Act, demand
from clearlane.clearance.intent import Intent
from clearlane.clearance.review import reviews
from clearlane.clearance.situation import after, situation
from clearlane.clearance.two_officers import leaves_out, takes_two
from clearlane.model.case import Case
from clearlane.model.clearance_facts import Disposed
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import Check, CheckEnded, CountersignatureAsked, Countersigned
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.facts import Amended, Cancelled, Fact, Record
from clearlane.model.profile import Profile
from clearlane.model.refusals import Refusal
from clearlane.office.clearing_record import bounded, kept, known, written
from clearlane.office.clearing_refusals import UNSIGNED, gone, overtaken, refuse_stale
from clearlane.office.payment_ledger import charged_again
from clearlane.office.permit_drawing import redrawn
from clearlane.office.ports import Reading, Store, Work
from clearlane.office.risk_results import remembered
from clearlane.office.tariff_refusals import identified

LawAt = Callable[[Work, datetime], Profile]
"""From a work and a moment to the law that holds."""


class Waiting(msgspec.Struct, frozen=True, omit_defaults=True):
    """An act that waits for a second officer, as it is kept beside the log.

    Attributes:
      act: Which act.
      facts: What it will be.
      generation: The generation of the declaration it was decided upon.
      number: The request it is about.
      check: The check it is about.
      satisfied: Of a check, whether nothing stands against release.
    """

    act: Act
    facts: tuple[Fact, ...]
    generation: int
    number: int = 0
    check: Check = "documents"
    satisfied: bool = True


_encoder = msgspec.json.Encoder()
_waiting = msgspec.json.Decoder(Waiting)


class Being(msgspec.Struct, frozen=True):
    """An act while it is being done.

    Attributes:
      work: The transaction.
      case: The case.
      records: Its facts.
      intent: What is about to be done.
      profile: The law that holds.
    """

    work: Work
    case: Case
    records: list[Record]
    intent: Intent
    profile: Profile


Made = Callable[[Being], list[Fact]]


class Acting:
    """Does acts. Every desk of clearance is one.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
      law: The law with the tariff that holds.
      lot: What gives the secret of the lot by which checks are reviewed.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime], law: LawAt, lot: Callable[[], bytes] = bytes) -> None:
        self._profile, self._store, self._clock, self._law_at, self._lot = profile, store, clock, law, lot

    @property
    def law(self) -> ClearanceLaw:
        """The law of clearance."""
        return self._profile.clearance

    def _by_officer(
        self, number: str, act: Act, made: Made | Sequence[Fact], by: str, expect: int | None, why: str = "", /, **about: Any
    ) -> list[Record]:
        """Do an officer's act; where it takes two, put it to the second. ``about`` are particulars of the ``Intent``."""
        officer = identified(by, UNSIGNED)
        return self._done(number, act, made, officer, expect, why, about)

    def _by_trader(self, number: str, act: Act, made: Made | Sequence[Fact], expect: int | None, /, **about: Any) -> list[Record]:
        return self._done(number, act, made, "", expect, "", about)

    def _done(
        self, number: str, act: Act, made: Made | Sequence[Fact], by: str, expect: int | None, why: str, about: dict[str, Any]
    ) -> list[Record]:
        at = self._clock()
        with self._store.work() as work:
            case, records = known(work, number)
            refuse_stale(records, expect, officer=bool(by))
            intent = Intent(situation(records), self.law, at, by, **about)
            self._demand(act, intent, case)
            facts = list(made(Being(work, case, records, intent, self._law_at(work, at)))) if callable(made) else list(made)
            if by and act != "countersign" and self._by_two(work, records, intent, facts):
                facts = [_put_to_another(work, act, facts, intent, kept(work, why))]
            if self.law.review_share and any(isinstance(fact, CheckEnded) for fact in facts):
                facts += reviews(intent.now, facts, case.number, self.law.review_share, self._lot())
            done = written(work, at, case, records, facts, self.law)
            remembered(work, case.number, done, self._profile)
            if any(isinstance(fact, Amended | Cancelled | Disposed | DutyReduced) for fact in facts):
                redrawn(work, self._profile, work.case(case.number) or case, at)
                charged_again(work, self._profile, case.number, at)
            if by:
                bounded(work, at, self.law, self._profile.currency)
        return done

    def _by_two(self, work: Work, records: Sequence[Record], intent: Intent, facts: Sequence[Fact]) -> bool:
        earlier = [record.fact for record in records]
        if takes_two(intent.now, facts, self.law, earlier):
            return True
        chosen = work.chosen(records[0].subject) if intent.now.hit else None
        return chosen is not None and leaves_out(chosen.hits, facts)

    def _demand(self, act: Act, intent: Intent, case: Case) -> None:
        try:
            demand(act, intent)
        except Refusal as refusal:
            refusal.fields.update(number=case.number, state=case.state)
            raise

    def countersign(self, number: str, asked: int, *, granted: bool, by: str, expect: int | None = None) -> list[Record]:
        """Give or refuse the second signature; what is granted is done in the same transaction.

        Args:
          number: The declaration.
          asked: The place in the log where it was asked.
          granted: Whether the act is done.
          by: The second officer, who is not the first.
          expect: The last place in the log that he saw.

        Raises:
          NotAllowed: The second officer is the first, or gave no identification.
          Closed: No such act waits.
          Conflict: The act is not possible any more, or somebody changed something since ``expect``.
        """
        return self._by_officer(number, "countersign", lambda being: self._countersigned(being, granted), by, expect, number=asked)

    def _countersigned(self, being: Being, granted: bool) -> list[Fact]:
        intent = being.intent
        signed = Countersigned(intent.number, granted, intent.by)
        if not granted:
            return [signed]
        first = next(record.fact for record in being.records if record.seq == intent.number)
        waiting = waiting_of(being.work, first) if isinstance(first, CountersignatureAsked) else None
        if waiting is None:
            raise gone(being.case.number)
        if waiting.generation != intent.now.generation:
            raise overtaken(being.case.number)
        later = after(intent.now, signed, intent.now.last, intent.at)
        by = intent.by if waiting.act == "decide-dispute" else ""
        again = Intent(later, intent.law, intent.at, by, number=waiting.number, check=waiting.check, satisfied=waiting.satisfied)
        self._demand(waiting.act, again, being.case)
        return [signed, *waiting.facts]


def waiting_of(reading: Reading, asked: CountersignatureAsked) -> Waiting | None:
    """Return the act that waits for a second officer; None where it was erased."""
    body = reading.document(asked.act)
    return _waiting.decode(body) if body is not None else None


def _put_to_another(work: Work, act: Act, facts: Sequence[Fact], intent: Intent, why: str) -> CountersignatureAsked:
    """Keep an act beside the log, and return that it waits for a second officer."""
    waiting = Waiting(act, tuple(facts), intent.now.generation, intent.number, intent.check, intent.satisfied)
    body = _encoder.encode(waiting)
    digest = sha256(body).hexdigest()
    work.keep([(digest, body)])
    return CountersignatureAsked(digest, str(facts[-1].__struct_config__.tag), intent.by, why)
