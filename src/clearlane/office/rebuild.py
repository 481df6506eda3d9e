"""Make the read models anew from the fact log, which alone is the authority."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from clearlane.clearance.standing import standing
from clearlane.model.case import Attempt, Case
from clearlane.model.certificate_facts import CertificateFact
from clearlane.model.clearance_facts import Bound, ClearanceFact, Cleared, RequestDecided, RequestMade, TwoOfficersFrom
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import Countersigned
from clearlane.model.facts import Amended, AmendmentRejected, Cancelled, Lodged, Presented, Record, Rejected
from clearlane.model.lottery import LotteryFact
from clearlane.model.payment_facts import PaymentFact
from clearlane.model.people_facts import PeopleFact
from clearlane.model.permit_facts import PermitFact
from clearlane.model.profile import Profile
from clearlane.model.risk_facts import QueueCut
from clearlane.model.tariff_facts import ReassessmentDue, TariffActivated, TariffLoaded, TariffRolledBack
from clearlane.office.numbering import series
from clearlane.office.payment_rebuild import PaymentRebuild
from clearlane.office.ports import Store, Work
from clearlane.office.risk_rebuild import RiskRebuild
from clearlane.office.risk_timeline import SUBJECT

_PAGE, _CHUNK = 2000, 500
_Aside = (
    TariffLoaded
    | TariffActivated
    | TariffRolledBack
    | ReassessmentDue
    | LotteryFact
    | PeopleFact
    | PaymentFact
    | PermitFact
    | CertificateFact
    | TwoOfficersFrom
)
_Beginning = Lodged | Presented | Amended | AmendmentRejected | Cancelled | RequestMade
_ByItself = Cleared | Bound
"""Facts of clearance that a message may make; every other is an act of its own."""


def rebuild(
    store: Store, law: Profile, report: Callable[[int], None] = lambda done: None, erased: Callable[[str], None] = lambda number: None
) -> int:
    """Drop everything derived from the log, and derive it again, in one transaction; return how many facts were read.

    Args:
      store: The store.
      law: The law.
      report: Called now and then with the number of facts read so far.
      erased: Called with the number of each declaration that was selected but whose content was erased: risk work knows it no more.
    """
    with store.work() as work:
        work.forget_read_models()
        numbers: Counter[int] = Counter()
        risk = RiskRebuild(work, law, erased)
        money = PaymentRebuild(work)
        messages = _messages(_stream(work, money))
        while chunk := list(islice(messages, _CHUNK)):
            _derive(work, chunk, risk, law.clearance)
            numbers.update(message[0].at.year for message in chunk if isinstance(message[0].fact, Lodged))
            report(chunk[-1][-1].seq)
        for year, count in numbers.items():
            work.set_ordinal(series(year), count)
        money.finish()
        return work.last_seq()


def _stream(work: Work, money: PaymentRebuild) -> Iterator[Record]:
    """Yield what happened to declarations; of the tariff, of tasks and of risk work the log itself is asked. Money is taken apart."""
    seq = 0
    while records := work.facts_after(seq, _PAGE):
        for record in records:
            money.take(record)
        yield from (record for record in records if not _aside(record))
        seq = records[-1].seq


def _aside(record: Record) -> bool:
    return isinstance(record.fact, _Aside) or (record.subject == SUBJECT and not isinstance(record.fact, QueueCut))


def _messages(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Gather records into what each message or act made: one run of facts of one declaration."""
    message: list[Record] = []
    for record in records:
        if message and _anew(record, message[0]):
            yield message
            message = []
        message.append(record)
    if message:
        yield message


def _anew(record: Record, first: Record) -> bool:
    """Say whether a fact begins another message or act than the first; what a granted request changes is part of the decision."""
    if record.subject != first.subject or record.at != first.at:
        return True
    if isinstance(first.fact, RequestDecided | Countersigned):
        return isinstance(record.fact, RequestMade | Lodged)
    return isinstance(record.fact, _Beginning) or (isinstance(record.fact, ClearanceFact) and not isinstance(record.fact, _ByItself))


def _derive(work: Work, chunk: list[list[Record]], risk: RiskRebuild, law: ClearanceLaw) -> None:
    cases: dict[str, Case] = {}
    attempts: list[Attempt] = []
    for message in chunk:
        subject, fact = message[0].subject, message[0].fact
        if isinstance(fact, QueueCut):
            risk.restate(fact)
            continue
        before = None if isinstance(fact, Lodged) else cases.get(subject) or work.case(subject)
        case = cases[subject] = standing(message, before, law)
        risk.message(message, case)
        if isinstance(fact, _Beginning) and fact.content:
            attempts.append(attempt_of(case, fact.content, message))
    work.put_cases(cases.values())
    work.put_attempts(attempts)
    risk.write()


def attempt_of(case: Case, content: str, message: list[Record]) -> Attempt:
    """Return what is remembered of a message, from the facts it made."""
    first, last = message[0], message[-1]
    rejected = any(isinstance(record.fact, Rejected | AmendmentRejected) for record in message)
    return Attempt(
        case.declarant, case.reference, content, case.number, isinstance(first.fact, Lodged), rejected, first.at, first.seq, last.seq
    )
