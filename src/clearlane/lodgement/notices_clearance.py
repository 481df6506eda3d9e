"""From the facts of clearance to what the trader may be told. Who signs, who looks and what he thinks of it is never told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from clearlane.lodgement import notice_words_clearance as words
from clearlane.lodgement.notice_desk import NoticeDesk
from clearlane.lodgement.notice_parts import REMARK, moment, plain
from clearlane.model.clearance_facts import (
    Bound,
    Cleared,
    Disposed,
    Disputed,
    DisputeDecided,
    GatePassed,
    Paid,
    RequestDecided,
    RequestMade,
    Secured,
    Stored,
)
from clearlane.model.control_facts import Answered, DocumentSupplied, ExtensionAsked, ExtensionDecided, Queried, QuerySettled
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.payment import from_minor
from clearlane.model.payment_facts import RefundOrdered
from clearlane.model.response import ResponseAdditionalInformation, Status
from clearlane.model.text import Text

ASKED = "ACA"
"""Kind of statement: something asked for."""


def _said(desk: NoticeDesk, code: str, text: Text, until: datetime | None = None, kind: str = REMARK) -> ResponseAdditionalInformation:
    return ResponseAdditionalInformation(
        statement_code=code,
        statement_description=plain(text.said(desk.language)),
        limit_date_time=moment(until) if until else None,
        statement_type_code=kind,
    )


def _queried(fact: Queried, desk: NoticeDesk) -> None:
    asked = tuple(_said(desk, ask.subject[:17] or ASKED, ask.words, fact.until, ASKED) for ask in fact.asks)
    said = words.queried(desk.declaration, fact.query, [ask.words for ask in fact.asks], fact.until)
    desk.tell("51", said, additional_information=asked)


def _answered(fact: Answered, desk: NoticeDesk) -> None:
    desk.tell("02", words.answered(desk.declaration, fact.query), name=words.RECEIVED)


def _more_asked(fact: ExtensionAsked, desk: NoticeDesk) -> None:
    desk.tell("02", words.more_asked(desk.declaration, fact.query), name=words.RECEIVED)


def _more_decided(fact: ExtensionDecided, desk: NoticeDesk) -> None:
    desk.tell("11", words.more_decided(desk.declaration, fact.query, fact.until), name=words.MORE_TIME)


def _settled(fact: QuerySettled, desk: NoticeDesk) -> None:
    desk.tell("11", words.settled(desk.declaration, fact.query), name=words.QUERY_CLOSED)


def _supplied(fact: DocumentSupplied, desk: NoticeDesk) -> None:
    if not fact.by:
        desk.tell("02", words.supplied(desk.declaration, plain(fact.subject, 35)), name=words.RECEIVED)


def _bound(fact: Bound, desk: NoticeDesk) -> None:
    desk.tell("02", words.bound(desk.declaration), name=words.RECEIVED)


def _paid(fact: Paid, desk: NoticeDesk) -> None:
    desk.paid += fact.amount
    desk.tell("02", words.money(desk.declaration, fact.amount, fact.currency, paid=True), name=words.RECEIVED)


def _secured(fact: Secured, desk: NoticeDesk) -> None:
    """Tell of security; where it is not enough to release, how much is missing."""
    desk.secured[fact.reference] = fact.amount
    missing = (desk.owed or Decimal(0)) - desk.paid - sum(desk.secured.values(), Decimal(0))
    if fact.amount and missing > 0 and desk.profile.clearance.release_on == "payment" and not desk.closed:
        desk.tell("14", words.insufficient(desk.declaration, missing, fact.currency))
        return
    desk.tell("02", words.money(desk.declaration, fact.amount, fact.currency, paid=False), name=words.RECEIVED)


def _refunded(fact: RefundOrdered, desk: NoticeDesk) -> None:
    amount = from_minor(fact.minor, fact.currency)
    desk.tell("02", words.refunded(desk.declaration, amount, fact.currency), name=words.REFUND)


def _stored(fact: Stored, desk: NoticeDesk) -> None:
    said = words.stored(desk.declaration, fact.place)
    desk.tell("05", said, name=words.STORAGE, additional_information=(_said(desk, "stored", said),))


def _cleared(fact: Cleared, desk: NoticeDesk) -> None:
    """Tell that the debt is final; where goods were released for good at that very moment, the release told it."""
    if desk.released_at != desk.at:
        status = (Status(effective_date_time=moment(desk.at)),)
        desk.tell("09", words.cleared(desk.declaration, fact.total, fact.currency), name=words.CLEARED, status=status)


def _passed(fact: GatePassed, desk: NoticeDesk) -> None:
    desk.tell("16", words.left(desk.declaration, fact.place), status=(Status(effective_date_time=moment(desk.at)),))


def _disposed(fact: Disposed, desk: NoticeDesk) -> None:
    said = words.disposed(desk.declaration, fact.how, fact.ground)
    desk.tell("05", said, name=words.ON_GOODS, additional_information=(_said(desk, fact.how, fact.ground),))


def _disputed(fact: Disputed, desk: NoticeDesk) -> None:
    desk.tell("02", words.disputed(desk.declaration, fact.dispute, fact.until), name=words.RECEIVED)


def _dispute_decided(fact: DisputeDecided, desk: NoticeDesk) -> None:
    said = words.dispute_decided(desk.declaration, fact.dispute, fact.verdict)
    desk.tell("11", said, name=words.DISPUTE, additional_information=(_said(desk, fact.verdict, said),))


def _reduced(fact: DutyReduced, desk: NoticeDesk) -> None:
    """Tell what was owed, what is owed now, and that what was paid too much is paid back."""
    before = desk.owed or Decimal(0)
    desk.owed = before - fact.amount
    said = words.reduced(desk.declaration, before, desk.owed, fact.currency, too_much=max(desk.paid - desk.owed, Decimal(0)))
    desk.tell("13", said, name=words.REDUCED)


def _requested(fact: RequestMade, desk: NoticeDesk) -> None:
    desk.tell("02", words.requested(desk.declaration, fact.asked), name=words.RECEIVED)


def _decided(fact: RequestDecided, desk: NoticeDesk) -> None:
    said = words.decided(desk.declaration, fact.why, granted=fact.granted)
    code = "granted" if fact.granted else "refused"
    desk.tell("11", said, name=words.ANSWER, additional_information=(_said(desk, code, fact.why),))


TELLERS: dict[type, Callable[[Any, NoticeDesk], None]] = {
    Queried: _queried,
    ExtensionAsked: _more_asked,
    ExtensionDecided: _more_decided,
    Answered: _answered,
    QuerySettled: _settled,
    DocumentSupplied: _supplied,
    Bound: _bound,
    Paid: _paid,
    Secured: _secured,
    RefundOrdered: _refunded,
    Stored: _stored,
    Cleared: _cleared,
    GatePassed: _passed,
    Disposed: _disposed,
    Disputed: _disputed,
    DisputeDecided: _dispute_decided,
    DutyReduced: _reduced,
    RequestMade: _requested,
    RequestDecided: _decided,
}
"""What tells each fact of clearance that is told."""
