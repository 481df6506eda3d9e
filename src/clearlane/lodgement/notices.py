"""From the facts of a declaration to what its trader may be told.

A fact is told only if a teller for it stands below; all others, scores among them, never reach the
trader, nor do the reasons of a lane or the ground of a release. Nothing is told of control before the
declaration is accepted, and a lane given earlier is void then: the office gives it anew. A fact more
never changes what was told before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import singledispatch
from typing import Any

from clearlane.lodgement import notice_words as words
from clearlane.lodgement.notice_parts import REMARK, changes, error, moment, plain, remark, tax_remarks, taxed_goods, total_due
from clearlane.model.facts import (
    Accepted,
    Amended,
    AmendmentRejected,
    Assessed,
    Cancelled,
    DocumentsDemanded,
    Lane,
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
from clearlane.model.response import Response, ResponseAdditionalInformation, ResponseDeclaration, Status
from clearlane.model.text import Text

DOCUMENT = "ACA"
"""Kind of statement: a document asked for, as in the notifications published."""


def notices(records: Sequence[Record], profile: Profile) -> tuple[Notice, ...]:
    """Return everything the trader may be told, in the order it happened.

    Args:
      records: The facts of one declaration, in order.
      profile: The law; its first language is the one spoken in WCO messages.
    """
    desk = _Desk(profile)
    for record in records:
        desk.record = record
        _tell(record.fact, desk)
    return tuple(desk.told)


class _Desk:
    """What was told so far, and what must be known to tell more."""

    record: Record

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.language = profile.languages[0]
        self.told: list[Notice] = []
        self.reference = ""
        self.generation = 1
        self.accepted = False
        self.closed = False
        self.unpriced = False
        self.lane: Lane | None = None
        self.held: list[DocumentsDemanded] = []

    @property
    def at(self) -> datetime:
        return self.record.at

    @property
    def declaration(self) -> str:
        """The declaration as it is named to the trader: by its number, and his own reference."""
        return f"{self.record.subject} ({self.reference})" if self.reference else self.record.subject

    def tell(self, code: str, said: Text, about: ResponseDeclaration | None = None, **more: Any) -> None:
        """Add a notice. Its reference counts the notices of the declaration: places in the log would tell that others exist."""
        number = self.record.subject
        response = Response(
            function_code=code,
            functional_reference_id=f"{number}-{len(self.told) + 1}"[-35:],
            issue_date_time=moment(self.at),
            declaration=about or self.about(),
            **more,
        )
        self.told.append(Notice(code, words.NAMES[code], self.at, self.record.seq, response, said))

    def about(self, **course: Any) -> ResponseDeclaration:
        """The declaration's numbers, with moments of its course."""
        reference = plain(self.reference, 35) or None
        return ResponseDeclaration(functional_reference_id=reference, id=self.record.subject, version_id=str(self.generation), **course)


@singledispatch
def _tell(fact: object, desk: _Desk) -> None:
    """Tell nothing."""


@_tell.register
def _(fact: Lodged, desk: _Desk) -> None:
    desk.reference, desk.generation, desk.closed = fact.reference, fact.generation, False


@_tell.register
def _(fact: Rejected, desk: _Desk) -> None:
    desk.closed = True
    about = desk.about(rejection_date_time=moment(desk.at))
    desk.tell("03", words.rejected(desk.declaration, fact.findings), about, error=tuple(error(f, desk.language) for f in fact.findings))


@_tell.register
def _(fact: Registered, desk: _Desk) -> None:
    remarks = tuple(remark(f, desk.language) for f in fact.findings)
    desk.tell("02", words.registered(desk.declaration), additional_information=remarks)


@_tell.register
def _(fact: Presented, desk: _Desk) -> None:
    desk.tell("02", words.presented(desk.declaration))


@_tell.register
def _(fact: Accepted, desk: _Desk) -> None:
    desk.accepted, desk.lane = True, None
    remarks = tuple(remark(f, desk.language) for f in fact.findings)
    about = desk.about(acceptance_date_time=moment(desk.at))
    desk.tell("01", words.accepted(desk.declaration, desk.at), about, additional_information=remarks)
    held, desk.held = desk.held, []
    for demand in held:
        _tell(demand, desk)


@_tell.register
def _(fact: Assessed, desk: _Desk) -> None:
    desk.unpriced = fact.total is None
    said = words.taxed(desk.declaration, fact, desk.profile, provisional=not desk.accepted)
    about = desk.about(duty_tax_fee=total_due(fact), goods_shipment=taxed_goods(fact))
    desk.tell("13", said, about, additional_information=tax_remarks(fact, desk.language))


@_tell.register
def _(fact: Routed, desk: _Desk) -> None:
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
def _(fact: DocumentsDemanded, desk: _Desk) -> None:
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
def _(fact: Released, desk: _Desk) -> None:
    desk.closed = True
    status = (Status(release_date_time=moment(desk.at)),)
    desk.tell("08" if desk.unpriced else "09", words.released(desk.declaration, final=not desk.unpriced), status=status)


@_tell.register
def _(fact: Amended, desk: _Desk) -> None:
    desk.generation = fact.generation
    desk.tell("07", words.amended(desk.declaration, fact.generation), amendment=changes(fact.differences))


@_tell.register
def _(fact: AmendmentRejected, desk: _Desk) -> None:
    errors = tuple(error(f, desk.language) for f in fact.findings)
    desk.tell("11", words.request_rejected(desk.declaration, fact.findings), error=errors)


@_tell.register
def _(fact: Cancelled, desk: _Desk) -> None:
    desk.closed = True
    code = plain(fact.reason_code, 17)
    given = (ResponseAdditionalInformation(statement_code=code, statement_type_code=REMARK),) if code else ()
    about = desk.about(cancellation_date_time=moment(desk.at))
    desk.tell("10", words.cancelled(desk.declaration, desk.at), about, additional_information=given)
