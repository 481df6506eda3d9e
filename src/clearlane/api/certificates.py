"""Certificates over HTTP: issued, withdrawn, listed, read, printed; and checked for anyone."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from clearlane.api import problems
from clearlane.api.desk import Asking, AtDesk
from clearlane.api.language import Language
from clearlane.api.tariff_answers import DAY
from clearlane.model.certificate import Certificate, CertificateKind
from clearlane.office.certificate_doors import issue, listed, shown, withdraw
from clearlane.office.certificate_paper import code, paper
from clearlane.office.certificate_snapshot import look

router = APIRouter(
    prefix="/v1/certificates",
    tags=["certificates"],
    responses=problems.described("not-signed-in", "invalid", "too-often", "unavailable", "unexpected"),
)


async def _counted(request: Request, desk: AtDesk) -> None:
    desk.count_public(request)


public = APIRouter(
    prefix="/v1/certificates", tags=["certificates"], dependencies=[Depends(_counted)],
    responses=problems.described("invalid", "too-often", "unavailable", "unexpected"),
)  # fmt: skip
Number = Annotated[str, Path(min_length=1, max_length=70, pattern=r"^[^\s\x00-\x1f/]+$", description="The certificate's number.")]
_BODY: dict[str, Any] = {
    "required": True,
    "description": "The certificate as its file has it, or what the code on its paper says.",
    "content": {"application/json": {"schema": {"type": "object"}}, "text/plain": {"schema": {"type": "string"}}},
}


class CertificateAsked(BaseModel):
    """A certificate to be issued."""

    kind: CertificateKind
    subject: dict[str, Any] = Field(description="What it says; one of release names its `declaration` alone.")
    until: Annotated[str, Field(pattern=DAY)] | None = Field(None, description="The last day it holds.")


class Withdrawal(BaseModel):
    """Why a certificate is withdrawn."""

    why: str = Field("", max_length=2000, description="The ground; kept beside the log.")


class CertificateListed(BaseModel):
    """A certificate, without what it says."""

    number: str
    kind: CertificateKind
    issued_at: datetime
    withdrawn_at: datetime | None = Field(description="When it was withdrawn; null while it stands.")


class CertificateAnswer(CertificateListed):
    """A certificate with what it says."""

    document: dict[str, Any] | None = Field(description="The signed credential; null where it was erased.")


class CheckAnswer(BaseModel):
    """What was found on a certificate."""

    holds: bool = Field(description="Whether it holds and is known not to be withdrawn.")
    status: Literal["in force", "withdrawn", "suspended", "unknown", "refused"]
    issuer: str
    as_of: datetime | None = Field(description="When the list was made that told its status.")
    not_checked: list[str] = Field(description="What the code had no room for.")
    words: str


@public.post(
    "/check", operation_id="checkCertificate", summary="Check a certificate of anyone",
    responses=problems.described("unreadable"), openapi_extra={"requestBody": _BODY},
)  # fmt: skip
async def check(request: Request, desk: AtDesk, language: Language) -> CheckAnswer:
    """Check a certificate by the keys and lists this office has at hand. Nothing of it is kept."""
    found = await run_in_threadpool(look, desk.office, await request.body())
    return CheckAnswer(
        holds=found.holds,
        status=found.word,
        issuer=found.issuer,
        as_of=found.as_of,
        not_checked=list(found.without),
        words=found.words.said(language),
    )


@router.get("", operation_id="listCertificates", summary="Certificates issued here, latest first")
def list_certificates(
    desk: AtDesk, asker: Asking, kind: CertificateKind | None = None, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> list[CertificateListed]:
    """List certificates: to officials all, to traders their own, to others none."""
    found = listed(desk.office, asker, kind or "", limit)
    return [CertificateListed(number=one.number, kind=one.kind, issued_at=one.issued_at, withdrawn_at=one.withdrawn_at) for one in found]


@router.post(
    "", operation_id="issueCertificate", summary="Issue a certificate", status_code=201,
    responses=problems.described("not-allowed", "not-found", "conflict", "closed", "unreadable"),
)  # fmt: skip
def issue_certificate(asked: CertificateAsked, desk: AtDesk, asker: Asking) -> CertificateAnswer:
    """Issue a certificate. For officers and supervisors."""
    return _answer(issue(desk.office, asker, asked.kind, asked.subject, asked.until or ""))


@router.get("/{number}", operation_id="getCertificate", summary="A certificate as it was signed", responses=problems.described("not-found"))
def get_certificate(number: Number, desk: AtDesk, asker: Asking) -> CertificateAnswer:
    """Return a certificate to officials and to whom it is about; another's is answered as if there were none."""
    return _answer(shown(desk.office, asker, number))


@router.get(
    "/{number}/code", operation_id="getCertificateCode", summary="What the code on its paper says", response_class=Response,
    responses=problems.described("not-found", "closed") | {200: {"content": {"text/plain": {}}, "description": "The text of the QR code."}},
)  # fmt: skip
def get_code(number: Number, desk: AtDesk, asker: Asking) -> Response:
    """Return the text of the QR code: what fits of the certificate, signed."""
    return Response(code(desk.office, shown(desk.office, asker, number).number), media_type="text/plain")


@router.get(
    "/{number}/paper", operation_id="getCertificatePaper", summary="A certificate on paper", response_class=Response,
    responses=problems.described("not-found", "closed")
    | {200: {"content": {"application/pdf": {}}, "description": "The PDF, in the language asked for."}},
)  # fmt: skip
def get_paper(number: Number, desk: AtDesk, asker: Asking, language: Language) -> Response:
    """Return a certificate as PDF with its code. One withdrawn is not printed."""
    made = paper(desk.office, shown(desk.office, asker, number).number, language)
    return Response(made, media_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{number}-{language}.pdf"'})


@router.post(
    "/{number}/withdrawal", operation_id="withdrawCertificate", summary="Withdraw a certificate",
    responses=problems.described("not-allowed", "not-found", "closed"),
)  # fmt: skip
def withdraw_certificate(number: Number, asked: Withdrawal, desk: AtDesk, asker: Asking) -> CertificateAnswer:
    """Withdraw a certificate; the list of status says so at once. For officers and supervisors."""
    return _answer(withdraw(desk.office, asker, number, asked.why))


def _answer(found: Certificate) -> CertificateAnswer:
    return CertificateAnswer(
        number=found.number, kind=found.kind, issued_at=found.issued_at, withdrawn_at=found.withdrawn_at, document=found.document
    )
