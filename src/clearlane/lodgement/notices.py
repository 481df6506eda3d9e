"""From the facts of a declaration to what its trader may be told.

A fact is told only if a teller for it stands below; all others, scores among them, never reach the
trader, nor do the reasons of a lane or the ground of a release. Nothing is told of control before the
declaration is accepted, and a lane given earlier is void then: the office gives it anew. A fact more
never changes what was told before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from clearlane.lodgement import notice_words as words
from clearlane.lodgement.notice_desk import NoticeDesk
from clearlane.lodgement.notice_parts import REMARK, changes, error, moment, plain, remark, tax_remarks, taxed_goods, total_due
from clearlane.lodgement.notices_clearance import TELLERS
from clearlane.model.facts import (
    LAPSED,
    Accepted,
    Amended,
    AmendmentRejected,
    Assessed,
    Cancelled,
    DocumentsDemanded,
    Lodged,
    Presented,
    Record,
    Registered,
    Rejected,
    Released,
    Routed,
)
from clearlane.model.notice import Notice
from clearlane.model.profile import Profile
from clearlane.model.response import ResponseAdditionalInformation, Status

DOCUMENT = "ACA"
"""Kind of statement: a document asked for, as in the notifications published."""


def notices(records: Sequence[Record], profile: Profile) -> tuple[Notice, ...]:
    """Return everything the trader may be told, in the order it happened.

    Args:
      records: The facts of one declaration, in order.
      profile: The law; its first language is the one spoken in WCO messages.
    """
    desk = NoticeDesk(profile)
    for record in records:
        desk.record = record
        _tell(record.fact, desk)
    return tuple(desk.told)


@singledispatch
def _tell(fact: object, desk: NoticeDesk) -> None:
    """Tell what is told of clearance; of all else nothing."""
    teller = TELLERS.get(type(fact))
    if teller is not None:
        teller(fact, desk)


@_tell.register
def _(fact: Lodged, desk: NoticeDesk) -> None:
    desk.reference, desk.generation, desk.closed = fact.reference, fact.generation, False


@_tell.register
def _(fact: Rejected, desk: NoticeDesk) -> None:
    desk.closed = True
    about = desk.about(rejection_date_time=moment(desk.at))
    desk.tell("03", words.rejected(desk.declaration, fact.findings), about, error=tuple(error(f, desk.language) for f in fact.findings))


@_tell.register
def _(fact: Registered, desk: NoticeDesk) -> None:
    remarks = tuple(remark(f, desk.language) for f in fact.findings)
    said = words.computed(desk.declaration) if fact.unbound else words.registered(desk.declaration)
    desk.tell("02", said, additional_information=remarks)


@_tell.register
def _(fact: Presented, desk: NoticeDesk) -> None:
    desk.tell("02", words.presented(desk.declaration))


@_tell.register
def _(fact: Accepted, desk: NoticeDesk) -> None:
    desk.accepted, desk.lane = True, None
    remarks = tuple(remark(f, desk.language) for f in fact.findings)
    about = desk.about(acceptance_date_time=moment(desk.at))
    desk.tell("01", words.accepted(desk.declaration, desk.at), about, additional_information=remarks)
    held, desk.held = desk.held, []
    for demand in held:
        _tell(demand, desk)


@_tell.register
def _(fact: Assessed, desk: NoticeDesk) -> None:
    desk.unpriced, desk.owed = fact.total is None, fact.total
    said = words.taxed(desk.declaration, fact, desk.profile, provisional=not desk.accepted, number=desk.record.subject)
    about = desk.about(duty_tax_fee=total_due(fact), goods_shipment=taxed_goods(fact))
    desk.tell("13", said, about, additional_information=tax_remarks(fact, desk.language))


@_tell.register
def _(fact: Routed, desk: NoticeDesk) -> None:
    """Tell the kind of control, once; never why. Green is told by the release."""
    if not desk.accepted or desk.closed or fact.lane == desk.lane:
        return
    desk.lane = fact.lane
    if fact.lane == "green":
        return
    notice = desk.profile.lanes.control_notice[fact.lane]
    statement = ResponseAdditionalInformation(
        statement_code=fact.lane, statement_description=plain(notice.said(desk.language)), statement_type_code=REMARK
    )
    desk.tell("05", words.control(desk.declaration, notice), additional_information=(statement,))


@_tell.register
def _(fact: DocumentsDemanded, desk: NoticeDesk) -> None:
    """Tell what is asked and by when; a demand made before acceptance would tell of the control, and waits for it."""
    if not desk.accepted:
        desk.held.append(fact)
        return
    asked = tuple(
        ResponseAdditionalInformation(
            statement_code=DOCUMENT,
            statement_description=plain(document.said(desk.language)),
            limit_date_time=moment(fact.until),
            statement_type_code=DOCUMENT,
        )
        for document in fact.documents
    )
    desk.tell("06", words.documents(desk.declaration, fact.documents, fact.until), additional_information=asked)


@_tell.register
def _(fact: Released, desk: NoticeDesk) -> None:
    final = not (desk.unpriced or fact.provisional)
    desk.closed, desk.released_at = True, desk.at if final else None
    status = (Status(release_date_time=moment(desk.at)),)
    desk.tell("09" if final else "08", words.released(desk.declaration, final=final), status=status)


@_tell.register
def _(fact: Amended, desk: NoticeDesk) -> None:
    desk.generation = fact.generation
    desk.tell("07", words.amended(desk.declaration, fact.generation), amendment=changes(fact.differences))


@_tell.register
def _(fact: AmendmentRejected, desk: NoticeDesk) -> None:
    errors = tuple(error(f, desk.language) for f in fact.findings)
    desk.tell("11", words.request_rejected(desk.declaration, fact.findings), error=errors)


@_tell.register
def _(fact: Cancelled, desk: NoticeDesk) -> None:
    desk.closed = True
    code = plain(fact.reason_code, 17)
    given = (ResponseAdditionalInformation(statement_code=code, statement_type_code=REMARK),) if code else ()
    about = desk.about(cancellation_date_time=moment(desk.at))
    said = words.lapsed if fact.reason_code == LAPSED and not fact.message else words.cancelled
    desk.tell("10", said(desk.declaration, desk.at), about, additional_information=given)
