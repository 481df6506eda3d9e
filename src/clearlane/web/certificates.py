"""Certificates the office issued: listed and handed out to those they are about, issued and withdrawn by officers."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.certificate import KINDS, Certificate, CertificateKind
from clearlane.model.certificate_facts import SUBJECT
from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.office.certificate_doors import demand_issuer, issue, listed, may_issue, shown, withdraw
from clearlane.office.certificate_paper import paper
from clearlane.office.ledger_covering import covered
from clearlane.office.office import Office
from clearlane.web.certificate_check import CertificateCheckPages
from clearlane.web.certificate_form import FORMS, ITEM_FIELDS, subject_of
from clearlane.web.certificate_rows import rows
from clearlane.web.doors import Door, Form
from clearlane.web.language import Speech, language_of
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way, whole
from clearlane.web.tariff import Count
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

OWN, DESK = "/certificates", "/desk/certificates"
_FORM_BYTES = 200_000


class CertificatePages:
    """The pages of certificates.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        opened, posted = self._door.opened, self._door.posted
        return [
            ("GET", OWN, opened(self.list)),
            ("GET", f"{OWN}/{{number}}", opened(self.show)),
            ("GET", f"{OWN}/{{number}}/certificate.json", opened(self.file)),
            ("GET", f"{OWN}/{{number}}/paper.pdf", opened(self.paper)),
            ("GET", DESK, opened(self.form)),
            ("POST", f"{DESK}/issue", posted(self.issue, self.again, most=_FORM_BYTES)),
            ("POST", f"{DESK}/{{number}}/withdraw", posted(self.withdraw)),
        ]

    def list(self, request: Request, viewer: Viewer) -> Response:
        """List certificates: one's own, or to officials all."""
        if not (viewer.officer or viewer.trades):
            raise NotAllowed(WORDS["certificate.not-yours"])
        kind = _kind(request.query_params.get("kind", ""))
        found = [(one, about(one)) for one in listed(self._office, viewer, kind or "")]
        return self._door.page(request, "certificates.html", viewer, found=found, kind=kind, kinds=KINDS, issues=may_issue(viewer))

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show a certificate."""
        found = shown(self._office, viewer, request.path_params["number"])
        said = rows(found.document or {}, Speech(language_of(request)))
        proofs = covered(self._office, viewer, SUBJECT + found.number) if viewer.officer else {}
        issues = may_issue(viewer)
        return self._door.page(request, "certificate.html", viewer, found=found, said=said, kinds=KINDS, issues=issues, proofs=proofs)

    def file(self, request: Request, viewer: Viewer) -> Response:
        """Return a certificate as it was signed, to be saved."""
        found = shown(self._office, viewer, request.path_params["number"])
        body = json.dumps(found.document, ensure_ascii=False, indent=2).encode()
        named = f'attachment; filename="{found.number}.json"'
        return Response(body, media_type="application/json", headers={**HEADERS, "Content-Disposition": named})

    def paper(self, request: Request, viewer: Viewer) -> Response:
        """Return a certificate as PDF with its code, to be saved."""
        language = language_of(request)
        found = shown(self._office, viewer, request.path_params["number"])
        named = f'attachment; filename="{found.number}-{language}.pdf"'
        made = paper(self._office, found.number, language)
        return Response(made, media_type="application/pdf", headers={**HEADERS, "Content-Disposition": named})

    def form(self, request: Request, viewer: Viewer) -> Response:
        """Show the form to issue a certificate."""
        demand_issuer(viewer)
        return self._form(request, viewer, {}, None)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Show the form again with what was typed, and say why nothing was issued."""
        if isinstance(refusal, NotAllowed):
            return self._door.refused(request, viewer, refusal)
        return self._form(request, viewer, form, refusal)

    def _form(self, request: Request, viewer: Viewer, typed: Form, trouble: Refusal | None) -> Response:
        kind = _kind(typed.get("kind", "") or request.query_params.get("kind", "")) or "origin"
        lines = min(max(whole(typed.get("lines", "") or request.query_params.get("lines", ""), 3), 1), 100)
        return self._door.page(
            request,
            "certificate_issue.html",
            viewer,
            status=400 if trouble else 200,
            kind=kind,
            kinds=KINDS,
            fields=FORMS[kind],
            item_fields=ITEM_FIELDS,
            lines=lines,
            typed=typed,
            trouble=trouble.words if trouble else None,
        )

    def issue(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Issue a certificate, and lead to it."""
        demand_issuer(viewer)
        if form.get("more"):
            more = {"lines": str(whole(form.get("lines", ""), 3) + 5)}
            return self._form(request, viewer, form | more, None)
        kind = _kind(form.get("kind", "")) or "origin"
        made = issue(self._office, viewer, kind, subject_of(kind, form), form.get("until", "").strip())
        return RedirectResponse(f"{OWN}/{made.number}", 303, headers=HEADERS)

    def withdraw(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Withdraw a certificate."""
        found = withdraw(self._office, viewer, request.path_params["number"], form.get("why", "")[:2000])
        return RedirectResponse(f"{OWN}/{found.number}", 303, headers=HEADERS)


def certificates(office: Office, door: Door, count: Count) -> list[Way]:
    """Return the addresses of all pages of certificates; those open to everyone come first, as their names could be numbers.

    Args:
      office: The office.
      door: Who may come in.
      count: Counts a stranger's request, and refuses what is too much.
    """
    return [*CertificateCheckPages(office, door, count).ways(), *CertificatePages(office, door).ways()]


def about(certificate: Certificate) -> str:
    """Return whom or what a certificate is about, in a line; empty where that was erased."""
    subject: dict[str, Any] = (certificate.document or {}).get("credentialSubject") or {}
    names = {"origin": "exporter", "aeo": "operatorName", "release": "declaration"}
    return str(subject.get(names[certificate.kind]) or subject.get("operator") or "")


def _kind(named: str) -> CertificateKind | None:
    return next((kind for kind in KINDS if kind == named), None)
