"""Documents on the page of a declaration: put there, saved, and looked at two beside each other."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.refusals import NotAllowed, NotFound, Refusal, Unreadable
from clearlane.model.text import Text
from clearlane.office.documents import LARGEST, Supplied
from clearlane.office.masking import demand_open
from clearlane.office.office import Office
from clearlane.web.document_rows import IMAGES, signer
from clearlane.web.documents_beside import leaves
from clearlane.web.doors import Door, status_of
from clearlane.web.dossier import dossier
from clearlane.web.forms import TooLarge, genuine, read_form
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_reasons import wanted
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

AT = "/declarations/{number}/documents"
_AROUND = 65_536
"""What a form may have around the document in it."""
_SHUT = {**HEADERS, "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'"}


class DocumentPages:
    """Documents.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        opened = self._door.opened
        return [
            ("POST", AT, self.take),
            ("GET", AT, opened(self.beside)),
            ("GET", f"{AT}/{{digest}}", opened(self.save)),
            ("GET", f"{AT}/{{digest}}/preview", opened(self.preview)),
        ]

    async def take(self, request: Request) -> Response:
        """Take a document from the form; the same one for the same thing is taken once."""
        viewer = await run_in_threadpool(self._door.viewer, request)
        if viewer is None:
            return self._door.asked_in(request)
        try:
            form = await read_form(request, LARGEST + _AROUND // 2)
        except (TooLarge, Refusal):
            return await run_in_threadpool(self._again, request, viewer, _too_large(), 413)
        return await run_in_threadpool(self._put, request, viewer, form)

    def _put(self, request: Request, viewer: Viewer, form: dict[str, bytes]) -> Response:
        try:
            case = self._case(request, viewer)
            by = signer(viewer)
            if by and not self._office.people.may_control(viewer, case.number):
                raise NotAllowed(WORDS["documents.not-yours"])
            if not genuine(request, form):
                raise NotAllowed(WORDS["form.stale"])
            if not form.get("file"):
                raise Unreadable(WORDS["documents.nothing"])
            subject, item = (form.get(name, b"").decode("utf-8", "replace") for name in ("for", "item"))
            self._office.documents.supply(case.number, form["file"], subject, whole(item), by=by)
        except Refusal as refusal:
            return self._again(request, viewer, refusal, status_of(refusal))
        return RedirectResponse(f"/declarations/{case.number}#documents", 303, headers=HEADERS)

    def _again(self, request: Request, viewer: Viewer, refusal: Refusal, status: int) -> Response:
        """Say beside the form why a document was not taken."""
        try:
            case = self._case(request, viewer)
        except Refusal as unseen:
            return self._door.refused(request, viewer, unseen)
        shown = dossier(self._office, viewer, case, wanted(request))
        more = {"d": shown, "case": viewer.sees(case), "wco": False, "document_trouble": refusal.words}
        return self._door.page(request, "declaration.html", viewer, status=status, **more)

    def save(self, request: Request, viewer: Viewer) -> Response:
        """Return a document to be saved: nothing of it runs or is shown here."""
        case = self._case(request, viewer)
        found, data = self._read(request, viewer, case)
        named = f'attachment; filename="{case.number}-{found.document.digest[:12]}.{found.name.rpartition(".")[2]}"'
        return Response(data, media_type=found.document.media_type, headers={**_SHUT, "Content-Disposition": named})

    def preview(self, request: Request, viewer: Viewer) -> Response:
        """Return a picture to be shown on a page, to officers."""
        _demand_officer(viewer)
        found, data = self._read(request, viewer, self._case(request, viewer))
        if found.document.media_type not in IMAGES:
            raise NotFound(WORDS["problem.404.words"])
        return Response(data, media_type=found.document.media_type, headers={**_SHUT, "Content-Disposition": "inline"})

    def beside(self, request: Request, viewer: Viewer) -> Response:
        """Show one document, or two beside each other, to officers."""
        _demand_officer(viewer)
        case = self._case(request, viewer)
        every = self._office.documents.of(case.number)
        asked = [request.query_params.get(name, "") for name in ("one", "beside")]
        found = leaves(self._office, viewer, case, every, asked)
        return self._door.page(request, "documents.html", viewer, case=case, rows=every, asked=asked, leaves=found)

    def _read(self, request: Request, viewer: Viewer, case: Case) -> tuple[Supplied, bytes]:
        demand_open(self._office, viewer, case.number, request.path_params["digest"])
        found, data = self._office.documents.read(case.number, request.path_params["digest"])
        self._office.people.reads.note(viewer, "document", case.number, found.document.subject)
        return found, data

    def _case(self, request: Request, viewer: Viewer) -> Case:
        number = request.path_params["number"]
        case = self._office.store.case(number)
        if case is None or not self._office.may_see(viewer, case):
            raise NotFound(Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống."))
        return case


def _demand_officer(viewer: Viewer) -> None:
    if not viewer.officer:
        raise NotFound(WORDS["problem.404.words"])


def _too_large() -> Refusal:
    return Unreadable(WORDS["documents.too-large"])
