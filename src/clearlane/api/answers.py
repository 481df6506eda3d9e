"""What is answered about a declaration: figures as texts, words in one language, nothing that the asker may not know."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

import msgspec
from pydantic import BaseModel, Field

from clearlane.api.statement import Figure, TaxAnswer, ValueAnswer, tax, value
from clearlane.model.case import Case, State
from clearlane.model.declaration import Purpose
from clearlane.model.facts import Alteration, Lane
from clearlane.model.findings import Finding, Severity
from clearlane.model.notice import Notice
from clearlane.model.receipt import Receipt
from clearlane.office.access import Asker
from clearlane.office.explanation import Explanation, told
from clearlane.office.forms import Change


class Money(BaseModel):
    """An amount in a currency."""

    amount: Figure
    currency: str = Field(pattern="^[A-Z]{3}$", examples=["ARD"])


class FindingAnswer(BaseModel):
    """A remark on a message."""

    rule: str = Field(description="The rule that speaks.", examples=["CL-101"])
    severity: Severity
    pointer: str = Field(description="The place in ids of the WCO Data Model.", examples=["42A > 67A > 68A[2] / 006"])
    path: str = Field(description="The place in plain element names.")
    message: str = Field(description="What is the matter.")
    remedy: str = Field(description="What to do, with a valid example.")


class Links(BaseModel):
    """Addresses of what belongs to a declaration."""

    declaration: str
    findings: str
    notices: str
    content: str
    explanation: str


class Standing(BaseModel):
    """Where a declaration stands."""

    number: str = Field(examples=["26XA00000000000017"])
    reference: str = Field(description="The declarant's own reference.")
    declarant: str = Field(description="The declarant's identification number.")
    type_code: str = Field(description="The kind of declaration.", examples=["IMA"])
    state: State
    lane: Lane | None = Field(description="The lane; a trader is told it once the goods are presented.")
    duty: Money | None = Field(description="The total; null where the declaration is rejected or not priced.")
    unpriced: list[str] = Field(description="Why there is no total.")
    lodged_at: datetime
    changed_at: datetime
    generation: int = Field(ge=1, description="The latest generation; amendments make new ones.")
    outside_number: str = Field(description="A number another system gave it; empty where none was recorded.")
    warnings: int = Field(ge=0, description="How many warnings the checks left.")
    sandbox: bool = Field(description="Whether it is practice.")
    links: Links


class ReceiptAnswer(Standing):
    """The answer to a message taken; the same whenever the same message comes again, `new` aside."""

    message: Purpose
    new: bool = Field(description="Whether anything was recorded; false where the message had come before.")
    taken: bool = Field(description="Whether the message had its effect; false where it was rejected.")
    waits: bool = Field(description="Whether it is a request that an officer decides on; until then it changes nothing.")
    findings: list[FindingAnswer]


class Page(BaseModel):
    """Some declarations, latest change first."""

    declarations: list[Standing]
    next: str | None = Field(description="Cursor of the next page; null on the last.")


class NoticeAnswer(BaseModel):
    """One thing told to the trader."""

    place: int = Field(ge=1, description="Its place among the declaration's notices.")
    function_code: str = Field(description="Which kind, as in the WCO response.")
    name: str
    issued_at: datetime
    words: str = Field(description="What happened, what is asked, by when, and how to answer or contest.")


class ChangeAnswer(BaseModel):
    """One place at which two generations differ."""

    path: str
    kind: Alteration
    before: str
    after: str


class ReasonAnswer(BaseModel):
    """Why risk was seen. For officers only."""

    rule: str
    words: str
    item: int = Field(ge=0, description="The item concerned; 0 for the whole declaration.")
    weight: float


class ControlAnswer(BaseModel):
    """Why a declaration took its lane. For officers only."""

    lane: Lane
    why: list[str]
    score: float | None = Field(ge=0, le=1)
    reasons: list[ReasonAnswer]


class ExplanationAnswer(BaseModel):
    """Why a declaration owes what it owes."""

    declaration: Standing
    on: datetime | None = Field(description="The moment whose rates were used; null where it was rejected.")
    tariff: str = Field(description="The version of the tariff used; empty for the one the profile ships.")
    values: list[ValueAnswer]
    taxes: list[TaxAnswer]
    control: ControlAnswer | None = Field(description="Why the lane. For officers only; null for traders.")


def links(number: str) -> Links:
    """Return the addresses of what belongs to a declaration."""
    here = f"/v1/declarations/{quote(number, safe='')}"
    return Links(
        declaration=here,
        findings=f"{here}/findings",
        notices=f"{here}/notices",
        content=f"{here}/generations/latest",
        explanation=f"{here}/explanation",
    )


def standing(case: Case, asker: Asker, language: str) -> Standing:
    """Return where a declaration stands, as far as the asker may know."""
    return Standing.model_validate(_standing(case, asker, language))


def _standing(case: Case, asker: Asker, language: str) -> dict[str, object]:
    seen = case if asker.officer else told(case)
    return {
        "number": seen.number,
        "reference": seen.reference,
        "declarant": seen.declarant,
        "type_code": seen.type_code,
        "state": seen.state,
        "lane": seen.lane,
        "duty": None if seen.duty is None else Money(amount=f"{seen.duty:f}", currency=seen.currency),
        "unpriced": [reason.said(language) for reason in seen.unpriced],
        "lodged_at": seen.lodged_at,
        "changed_at": seen.changed_at,
        "generation": seen.generation,
        "outside_number": seen.outside_number,
        "warnings": seen.warnings,
        "sandbox": seen.sandbox,
        "links": links(seen.number),
    }


def receipt(given: Receipt, asker: Asker, language: str) -> ReceiptAnswer:
    """Return a receipt, as far as the asker may know."""
    return ReceiptAnswer.model_validate(
        {
            **_standing(given.case, asker, language),
            "message": given.message,
            "new": given.new,
            "taken": given.taken,
            "waits": given.waits,
            "findings": [finding(one, language) for one in given.findings],
        }
    )


def finding(given: Finding, language: str) -> FindingAnswer:
    """Return a finding in one language."""
    return FindingAnswer(
        rule=given.rule,
        severity=given.severity,
        pointer=str(given.pointer),
        path=given.path,
        message=given.message.said(language),
        remedy=given.remedy.said(language),
    )


def notice(place: int, given: Notice, language: str) -> NoticeAnswer:
    """Return a notice. Its place in the log is not told: it would tell how many declarations others lodge."""
    return NoticeAnswer(
        place=place,
        function_code=given.function_code,
        name=given.name.said(language),
        issued_at=given.issued_at,
        words=given.words.said(language),
    )


def change(given: Change) -> ChangeAnswer:
    """Return a difference between two generations."""
    return ChangeAnswer.model_validate(msgspec.structs.asdict(given))


def explanation(given: Explanation, asker: Asker, language: str) -> ExplanationAnswer:
    """Return an explanation, as far as the asker may know."""
    assessed = given.assessed
    return ExplanationAnswer(
        declaration=standing(given.case, asker, language),
        on=assessed.on if assessed else None,
        tariff=assessed.tariff if assessed else "",
        values=[value(line, language) for line in assessed.values] if assessed else [],
        taxes=[tax(line, language) for line in assessed.lines] if assessed else [],
        control=_control(given, language) if asker.officer else None,
    )


def _control(given: Explanation, language: str) -> ControlAnswer | None:
    if given.routed is None:
        return None
    reasons = given.scored.reasons if given.scored else ()
    return ControlAnswer(
        lane=given.routed.lane,
        why=[words.said(language) for words in given.routed.why],
        score=given.scored.score if given.scored else None,
        reasons=[ReasonAnswer(rule=r.rule, words=r.words.said(language), item=r.item, weight=r.weight) for r in reasons],
    )
