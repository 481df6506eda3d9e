"""Take a batch of messages into the store, in one transaction and in their order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

import msgspec

from clearlane.clearance.standing import standing
from clearlane.model.case import Attempt, Case
from clearlane.model.clearance_facts import RequestMade
from clearlane.model.facts import Fact, Lodged, Record, Rejected
from clearlane.model.profile import Profile
from clearlane.model.receipt import Receipt
from clearlane.model.refusals import Conflict, Refusal
from clearlane.model.text import Text
from clearlane.office.findings import findings_of
from clearlane.office.intake import Prepared
from clearlane.office.numbering import number, series
from clearlane.office.passage import completed, passage
from clearlane.office.payment_ledger import charged_again
from clearlane.office.permit_drawing import against, named, redrawn
from clearlane.office.ports import Work
from clearlane.office.rebuild import attempt_of
from clearlane.office.requests import answer
from clearlane.office.selection import Selection

Outcome = Receipt | Refusal


class Taking:
    """One batch on its way into the store.

    Args:
      work: The transaction.
      profile: The law.
      at: Now.
      select: Who is looked at.
      sandbox: Whether this is a practice office.
    """

    def __init__(self, work: Work, profile: Profile, at: datetime, select: Selection, *, sandbox: bool) -> None:
        self._work, self._profile, self._at, self._select, self._sandbox = work, profile, at, select, sandbox
        self._known: dict[tuple[str, str], list[Attempt]] = {}
        self._waiting: list[tuple[int, str, Prepared, list[Fact]]] = []
        self._outcomes: dict[int, Outcome] = {}

    def take(self, batch: Sequence[Prepared | Refusal]) -> list[Outcome]:
        """Return a receipt or a refusal for each message, in order; all that is recorded is recorded together."""
        originals = [p for p in batch if isinstance(p, Prepared) and p.purpose == "declaration"]
        for attempt in self._work.attempts({_key(p) for p in originals}):
            if attempt.original:
                self._known.setdefault((attempt.declarant, attempt.reference), []).append(attempt)
        self._select.expect([p.declaration for p in originals])
        for place, prepared in enumerate(batch):
            if isinstance(prepared, Refusal):
                self._outcomes[place] = prepared
                continue
            try:
                self._one(place, prepared)
            except Refusal as refusal:
                self._outcomes[place] = refusal
        self._write()
        return [self._outcomes[place] for place in range(len(batch))]

    def _one(self, place: int, prepared: Prepared) -> None:
        if prepared.purpose != "declaration":
            self._write()
            subject, facts = answer(prepared, self._work, self._profile, self._at, self._select)
            if isinstance(facts, Attempt):
                self._outcomes[place] = self._again(facts, prepared)
            else:
                self._waiting.append((place, subject, prepared, facts))
            return
        before = self._known.setdefault(_key(prepared), [])
        if any(attempt.content == prepared.content for attempt in before):
            self._write()  # it may have come earlier in this batch
            same = next(attempt for attempt in before if attempt.content == prepared.content)
            self._outcomes[place] = self._again(same, prepared)
            return
        self._refuse_conflict(prepared, before)
        prepared = self._permitted(prepared)
        subject = number(self._profile, self._at.year, self._work.next_ordinal(series(self._at.year)))
        facts = completed(prepared.facts, subject, prepared.declaration, self._profile, self._at, self._select)
        self._waiting.append((place, subject, prepared, [self._lodged(prepared), *prepared.signed, *facts]))
        rejected = any(isinstance(fact, Rejected) for fact in prepared.facts)
        before.append(Attempt(*_key(prepared), prepared.content, subject, original=True, rejected=rejected, at=self._at))

    def _permitted(self, prepared: Prepared) -> Prepared:
        """Return a declaration with what stands against the permits it names, which is known only now."""
        if not named(prepared.declaration, self._profile):
            return prepared
        self._write()  # an earlier one of this batch may draw on the same permit
        found = against(self._work, prepared.declaration, prepared.facts, self._profile, self._at)
        if not found:
            return prepared
        findings = prepared.findings + found
        facts = tuple(passage(prepared.declaration, findings, self._profile, self._at, look_first=prepared.lodgement.look_first))
        return msgspec.structs.replace(prepared, findings=findings, facts=facts)

    def _refuse_conflict(self, prepared: Prepared, before: list[Attempt]) -> None:
        for attempt in before:
            if not attempt.rejected and self._at - attempt.at < self._profile.reference_window:
                raise Conflict(
                    Text(
                        en=f"The reference {attempt.reference} already stands for another declaration, {attempt.number}. "
                        "Lodge under a new reference, or amend that declaration.",
                        vi=f"Số tham chiếu {attempt.reference} đã dùng cho tờ khai khác, số {attempt.number}. "
                        "Hãy dùng số tham chiếu mới hoặc khai sửa đổi tờ khai đó.",
                    ),
                    reference=attempt.reference,
                    number=attempt.number,
                )

    def _lodged(self, prepared: Prepared) -> Lodged:
        declaration = prepared.declaration
        return Lodged(
            declarant=declaration.declarant_id,
            reference=declaration.reference,
            message=prepared.digest,
            content=prepared.content,
            type_code=declaration.type_code or "",
            repaired=prepared.message.repaired,
            sandbox=self._sandbox,
            outside_number=prepared.lodgement.outside_number or declaration.id or "",
        )

    def _write(self) -> None:
        """Append what waits, and bring the read models up to it."""
        if not self._waiting:
            return
        records = self._work.append(self._at, [(subject, fact) for _, subject, _, facts in self._waiting for fact in facts])
        self._select.written(records)
        attempts: list[Attempt] = []
        cases: dict[str, Case] = {}
        rest = iter(records)
        for place, subject, prepared, facts in self._waiting:
            own = list(islice(rest, len(facts)))
            before = None if prepared.purpose == "declaration" else cases.get(subject) or self._work.case(subject)
            case = cases[subject] = standing(own, before, self._profile.clearance)
            attempt = attempt_of(case, prepared.content, own)
            attempts.append(attempt)
            self._remember(attempt)
            self._outcomes[place] = _receipt(case, own, attempt, prepared, new=True)
        self._work.put_cases(cases.values())
        self._work.put_attempts(attempts)
        self._work.keep([kept for _, _, prepared, _ in self._waiting for kept in _documents(prepared)])
        for _, subject, prepared, _ in self._waiting:
            if prepared.purpose in ("amendment", "cancellation") or named(prepared.declaration, self._profile):
                redrawn(self._work, self._profile, cases[subject], self._at)
            if prepared.purpose != "declaration":
                charged_again(self._work, self._profile, subject, self._at)
        self._waiting.clear()

    def _remember(self, attempt: Attempt) -> None:
        """Know the places in the log of an attempt that was made in this batch."""
        known = self._known.get((attempt.declarant, attempt.reference), [])
        for place, other in enumerate(known):
            if other.content == attempt.content and other.number == attempt.number:
                known[place] = attempt

    def _again(self, attempt: Attempt, prepared: Prepared) -> Receipt:
        """Return the receipt first given for a message, from the facts it made then."""
        records = [record for record in self._work.facts_of(attempt.number) if record.seq <= attempt.last]
        own = [record for record in records if record.seq >= attempt.first]
        return _receipt(standing(records, None, self._profile.clearance), own, attempt, prepared, new=False)


def _receipt(case: Case, own: Sequence[Record], attempt: Attempt, prepared: Prepared, *, new: bool) -> Receipt:
    waits = any(isinstance(record.fact, RequestMade) for record in own)
    return Receipt(case, findings_of(own), new, prepared.purpose, not attempt.rejected, waits)


def _key(prepared: Prepared) -> tuple[str, str]:
    return prepared.declaration.declarant_id, prepared.declaration.reference


def _documents(prepared: Prepared) -> list[tuple[str, bytes]]:
    kept = [(prepared.digest, prepared.lodgement.data)]
    if prepared.lodgement.signature is not None:
        kept += [(signed.signature, prepared.lodgement.signature) for signed in prepared.signed]
    return kept
