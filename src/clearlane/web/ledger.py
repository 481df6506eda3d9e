"""The ledger: how far it is signed for, its files for whoever checks it, and proofs for those who may see an act."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import NotFound, Refusal
from clearlane.model.text import Text
from clearlane.office.ledger_files import file_of
from clearlane.office.ledger_showing import acts, evidence, proof, standing
from clearlane.office.office import Office
from clearlane.web.doors import Door, status_of
from clearlane.web.live import live
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way
from clearlane.web.viewer import Viewer

HERE = "/ledger"
_DIGITS = 19
_PLAIN = "text/plain; charset=utf-8"


class LedgerPages:
    """The page of the ledger, and its files.

    Args:
      office: The office.
      door: Who may come in.
      count: Counts a stranger's request, and refuses what is too much.
    """

    def __init__(self, office: Office, door: Door, count: Callable[[Request], None]) -> None:
        self._office, self._door, self._count = office, door, count

    def ways(self) -> list[Way]:
        """Return the addresses of the ledger; those of its files are C2SP's."""
        return [
            ("GET", HERE, self.show),
            ("GET", f"{HERE}/proofs/{{seq}}.tlog-proof", self._door.opened(self.proof)),
            ("GET", f"{HERE}/evidence/{{place}}/{{part}}", self.evidence),
            ("GET", f"{HERE}/checkpoint", self.file),
            ("GET", f"{HERE}/tile/{{path:path}}", self.file),
        ]

    def show(self, request: Request) -> Response:
        """Show how far the ledger is, and the acts of a declaration to those who may see them; with ``part=live`` what changes."""
        viewer = self._door.viewer(request)
        number = request.query_params.get("number", "").strip()[:70]
        try:
            if viewer is None:
                self._count(request)
            if request.query_params.get("part") == "live":
                return self._live(request, viewer)
            found = acts(self._office, viewer, number) if viewer is not None and number else []
        except NotFound as refusal:
            return self._page(request, viewer, number, trouble=refusal)
        except Refusal as refusal:
            return self._door.refused(request, viewer, refusal)
        return self._page(request, viewer, number, acts=found)

    def _live(self, request: Request, viewer: Viewer | None) -> Response:
        now = standing(self._office)
        return live(self._office, request, viewer, lambda: self._door.page(request, "ledger_live.html", viewer, ledger=now), now)

    def _page(self, request: Request, viewer: Viewer | None, number: str, trouble: Refusal | None = None, **shown: object) -> Response:
        words = trouble.words if trouble else None
        status = 404 if trouble else 200
        return self._door.page(
            request, "ledger.html", viewer, status=status, ledger=standing(self._office), number=number, trouble=words, **shown
        )

    def evidence(self, request: Request) -> Response:
        """Return a signed checkpoint that is evidence against a partner: it proves by itself, to everyone."""
        try:
            if self._door.viewer(request) is None:
                self._count(request)
            place, part = request.path_params["place"], request.path_params["part"]
            body = evidence(self._office, int(place) if place.isdecimal() and len(place) < _DIGITS else 0, part)
        except Refusal as refusal:
            return Response(refusal.words.en, status_of(refusal), headers=HEADERS, media_type=_PLAIN)
        headers = {**HEADERS, "Content-Disposition": f'attachment; filename="evidence-{place}-{part}"'}
        return Response(body, headers=headers, media_type=_PLAIN)

    def proof(self, request: Request, viewer: Viewer) -> Response:
        """Return the file that proves an act."""
        named = request.path_params["seq"]
        seq = int(named) if named.isdecimal() and len(named) < _DIGITS else 0
        made = proof(self._office, viewer, seq)
        self._office.people.reads.note(viewer, "proof", str(seq), request.query_params.get("why", ""))
        headers = {**HEADERS, "Content-Disposition": f'attachment; filename="record-{seq}.tlog-proof"'}
        return Response(made, media_type=_PLAIN, headers=headers)

    def file(self, request: Request) -> Response:
        """Return the checkpoint, or a tile, as any program that reads such logs asks for it."""
        try:
            if self._door.viewer(request) is None:
                self._count(request)
            body = file_of(self._office.ledger.proofs, request.url.path.removeprefix(f"{HERE}/"))
        except Refusal as refusal:
            words: Text = refusal.words
            return Response(words.en, status_of(refusal), headers=HEADERS, media_type=_PLAIN)
        plain = request.url.path.endswith("/checkpoint")
        return Response(body, headers=HEADERS, media_type=_PLAIN if plain else "application/octet-stream")
