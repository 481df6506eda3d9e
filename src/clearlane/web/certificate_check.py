"""The page that checks a certificate for anyone: on his own device, without a network once it was opened; and what it is checked by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from clearlane.model.refusals import NotAllowed, NotFound, Refusal, Unreadable
from clearlane.office.certificate_checks import Seen
from clearlane.office.certificate_snapshot import MEANING, look, snapshot
from clearlane.office.office import Office
from clearlane.web.certificate_rows import ORDER, named, rows
from clearlane.web.doors import Door, status_of
from clearlane.web.forms import TooLarge, genuine, read_form
from clearlane.web.language import Speech, language_of
from clearlane.web.rendering import HEADERS, static_file
from clearlane.web.risk_shell import Way, whole
from clearlane.web.words import WORDS

HERE = "/certificates/check"
_MOST = 1_000_000
_TOLD = (
    "certificate.field.",
    "certificate.word.",
    "certificate.why.",
    "certificate.by",
    "certificate.left",
    "certificate.check.",
    "certificate.known.",
)


class CertificateCheckPages:
    """The page that checks a certificate, and the keys and lists it needs.

    Args:
      office: The office.
      door: How a page is made for whoever comes.
      count: Counts a stranger's request, and refuses what is too much.
    """

    def __init__(self, office: Office, door: Door, count: Callable[[Request], None]) -> None:
        self._office, self._door, self._count = office, door, count

    def ways(self) -> list[Way]:
        """Return the addresses of these pages; they are open to everyone."""
        return [
            ("GET", HERE, self.show),
            ("POST", HERE, self.check),
            ("GET", f"{HERE}/worker.js", self.worker),
            ("GET", "/certificates/snapshot.json", self._open(lambda: snapshot(self._office))),
            ("GET", "/certificates/status", self._open(lambda: self._office.certificates.status_now()[1])),
            ("GET", "/certificates/status/{which}", self.list),
            ("GET", "/certificates/words/v1", self._open(lambda: MEANING)),
            ("GET", "/.well-known/did.json", self._open(lambda: self._office.certificates.did(self._office.certificates.keys()))),
        ]

    def show(self, request: Request) -> Response:
        """Show the page."""
        viewer = self._door.viewer(request)
        try:
            if viewer is None:
                self._count(request)
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)
        return self._page(request, None)

    async def check(self, request: Request) -> Response:
        """Check for someone whose browser does not."""
        try:
            given = await read_form(request, _MOST)
        except TooLarge:
            given = {}
        return await run_in_threadpool(self._checked, request, given)

    def _checked(self, request: Request, given: dict[str, bytes]) -> Response:
        viewer = self._door.viewer(request)
        try:
            if viewer is None:
                self._count(request)
            if not genuine(request, given):
                raise NotAllowed(WORDS["form.stale"])
            shown = given.get("file", b"").strip() or given.get("text", b"")
            return self._page(request, look(self._office, shown))
        except Unreadable as refusal:
            return self._page(request, Seen(False, refusal.words, "refused"), 400)
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)

    def _page(self, request: Request, found: Seen | None, status: int = 200) -> Response:
        say, known = Speech(language_of(request)), snapshot(self._office)
        told = {key: say(key) for key in WORDS if key.startswith(_TOLD)}
        said = rows(found.document, say) if found else []
        viewer = self._door.viewer(request)
        return self._door.page(
            request,
            "certificate_check.html",
            viewer,
            status=status,
            found=found,
            without=named(found.without if found else (), say),
            said=said,
            told=told,
            known=known,
            order=tuple(ORDER),
        )

    def worker(self, request: Request) -> Response:
        """Return the program that keeps this page on a device: it is no one's secret, and works for this page only."""
        found = static_file("certificate-worker.js")
        headers = {"Service-Worker-Allowed": HERE, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
        return Response(found.body if found else b"", media_type="text/javascript; charset=utf-8", headers=headers)

    def list(self, request: Request) -> Response:
        """Return one of the office's lists of status: the first is the one without a number."""
        which = whole(request.path_params["which"], 0)
        return self._open(lambda: self._found(which))(request)

    def _found(self, which: int) -> dict[str, Any]:
        try:
            return self._office.certificates.status_now()[which]
        except KeyError:
            raise NotFound(WORDS["problem.404.words"]) from None

    def _open(self, made: Callable[[], dict[str, Any]]) -> Callable[[Request], Response]:
        """Return what answers anyone with a document."""

        def answered(request: Request) -> Response:
            try:
                if self._door.viewer(request) is None:
                    self._count(request)
                return JSONResponse(made(), headers={**HEADERS, "Access-Control-Allow-Origin": "*"})
            except Refusal as refusal:
                return JSONResponse({"words": refusal.words.en}, status_of(refusal), headers=HEADERS)

        return answered
