"""Lodging by file: a form, and the receipt with everything the checks had to say."""

from __future__ import annotations

from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.settings import LARGEST
from clearlane.web.doors import Door, status_of
from clearlane.web.forms import TooLarge, genuine, read_form
from clearlane.web.rendering import HEADERS
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

MOST_MB = LARGEST // 1_048_576
_NO_NUMBER = Text(
    en="Your account has no declarant's number, so nothing can be lodged under it. Ask the office to add it.",
    vi="Tài khoản chưa gắn mã số người khai hải quan nên chưa thể nộp. Hãy đề nghị cơ quan hải quan bổ sung.",
)


class LodgingPage:
    """The form and its answer.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def form(self, request: Request, viewer: Viewer) -> Response:
        """Show the form."""
        return self._door.page(request, "lodge.html", viewer, trouble=None)

    async def take(self, request: Request) -> Response:
        """Take a message from the form; the same message again gives the same receipt.

        A declarant looks at what was computed before it counts, in every territory; he is led to it.
        """
        viewer = await run_in_threadpool(self._door.viewer, request)
        if viewer is None:
            return RedirectResponse("/sign-in", 303, headers=HEADERS)
        try:
            form = await read_form(request, MOST_MB * 1_048_576)
        except TooLarge:
            words = WORDS["lodge.too-large"]
            trouble = Text(en=words.en.format(size=MOST_MB), vi=words.vi.format(size=MOST_MB))
            return self._door.page(request, "lodge.html", viewer, status=413, trouble=trouble)
        if not genuine(request, form):
            return self._door.page(request, "lodge.html", viewer, status=403, trouble=WORDS["lodge.stale"])
        data = form.get("file") or form.get("text", b"").strip()
        if not data:
            return self._door.page(request, "lodge.html", viewer, status=400, trouble=WORDS["lodge.nothing"])
        return await run_in_threadpool(self._lodge, request, viewer, data)

    def _lodge(self, request: Request, viewer: Viewer, data: bytes) -> Response:
        try:
            if not viewer.officer and not viewer.party:
                raise NotAllowed(_NO_NUMBER)
            receipt = self._office.lodge(replace(viewer.lodgement(data), look_first=not viewer.officer))
        except Refusal as refusal:
            return self._door.page(request, "lodge.html", viewer, status=status_of(refusal), trouble=refusal.words)
        if not viewer.officer and any(one.act == "bind" for one in self._office.clearance.own(receipt.case.number).wanted):
            return RedirectResponse(f"/declarations/{receipt.case.number}#own", 303, headers=HEADERS)
        case = viewer.sees(receipt.case)
        return self._door.page(request, "receipt.html", viewer, receipt=receipt, case=case)
