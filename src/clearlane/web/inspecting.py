"""Inspection orders, and the page an inspector has on his phone, with or without a network."""

from __future__ import annotations

from datetime import timedelta
from secrets import token_urlsafe

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.inspection import Intensity
from clearlane.model.refusals import NotAllowed, NotFound, Refusal, Unreadable
from clearlane.office.inspecting_acts import Outcome
from clearlane.office.masking import document_masked
from clearlane.office.office import Office
from clearlane.web.border import GoodsKnown
from clearlane.web.declared import declared
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.forms import FIELD, TooLarge, genuine, read_form, token_for
from clearlane.web.inspecting_form import Sent, demand_his, made_of, moment
from clearlane.web.inspecting_later import LaterPages
from clearlane.web.inspecting_papers import InspectionPaperPages
from clearlane.web.inspecting_photos import PhotoPages
from clearlane.web.language import Speech, language_of
from clearlane.web.rendering import HEADERS, static_file
from clearlane.web.results import result_form
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

AT = "/desk/inspections"
SHIFT = timedelta(hours=12)
"""How far ahead an order may lie to be kept on a phone with those of the shift."""
_MOST = 20 * 1024 * 1024
"""The largest act with its photograph, in bytes."""


class InspectingPages:
    """Inspection orders, and the page an inspector has on his phone, with or without a network.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door
        self._goods = GoodsKnown(office)

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        opened = self._door.opened
        return [
            ("GET", AT, opened(self.list)),
            ("GET", f"{AT}/worker.js", self.worker),
            ("GET", f"{AT}/ready", opened(self.ready)),
            ("GET", f"{AT}/{{number}}", opened(self.show)),
            ("POST", f"{AT}/{{number}}/order", self._door.posted(self.order, self.again)),
            ("POST", f"{AT}/{{number}}/acts", self.act),
            ("POST", f"{AT}/{{number}}/replay", self.replay),
            *PhotoPages(self._office, self._door, self._case).ways(AT),
            *LaterPages(self._office, self._door, self._case, self.again).ways(AT),
            *InspectionPaperPages(self._office, self._door, self._case).ways(AT),
        ]

    def list(self, request: Request, viewer: Viewer) -> Response:
        """List the goods that are to be inspected at the viewer's offices."""
        _demand_officer(viewer)
        cases = self._office.inspections.waiting(sorted(viewer.offices))
        rows = [(case, self._goods(case), self._office.inspections.ordered(case.number)) for case in cases]
        now = self._office.clock()
        shift = {case.number for case, _, order in rows if order is None or order.due <= now + SHIFT}
        return self._door.page(request, "inspections.html", viewer, rows=rows, now=now, shift=shift)

    def worker(self, request: Request) -> Response:
        """Return the program that keeps these pages on a phone: it is no one's secret, and works for these addresses only."""
        found = static_file("inspect-worker.js")
        body = found.body if found else b""
        headers = {"Service-Worker-Allowed": AT, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
        return Response(body, media_type="text/javascript; charset=utf-8", headers=headers)

    def ready(self, request: Request, viewer: Viewer) -> Response:
        """Tell the phone who is signed in, with the token of forms."""
        token = token_for(request)
        response = JSONResponse({"person": viewer.party, "token": token}, headers=HEADERS)
        response.set_cookie(FIELD, token, httponly=True, samesite="strict", secure=request.url.scheme == "https")
        return response

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show an inspection."""
        case = self._case(request, viewer)
        self._office.people.reads.note(viewer, "inspection", case.number)
        return self._page(request, viewer, case)

    def order(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Set place and time."""
        case = self._case(request, viewer)
        self._office.clearance.demand("begin-check", viewer, case.number)
        due = moment(form.get("due", ""))
        if due is None:
            raise Unreadable(WORDS["inspect.bad-time"])
        intensity: Intensity = "scan" if form.get("intensity") == "scan" else "physical"
        expect = whole(form.get("expect", ""), 0)
        self._office.inspections.order(case.number, form.get("place", ""), due, intensity, by=viewer.party, expect=expect)
        return RedirectResponse(f"{AT}/{case.number}", 303, headers=HEADERS)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say above the page why an act was not taken."""
        return self._page(request, viewer, self._case(request, viewer), refusal)

    async def act(self, request: Request) -> Response:
        """Take an act from a form."""
        viewer = await run_in_threadpool(self._door.viewer, request)
        if viewer is None:
            return self._door.asked_in(request)
        return await run_in_threadpool(self._form, request, viewer, await _read(request))

    async def replay(self, request: Request) -> Response:
        """Take an act that was kept on a phone: once, however often it is sent."""
        viewer = await run_in_threadpool(self._door.viewer, request)
        if viewer is None:
            return self._door.asked_in(request)
        return await run_in_threadpool(self._replayed, request, viewer, await _read(request))

    def _form(self, request: Request, viewer: Viewer, given: dict[str, bytes]) -> Response:
        try:
            outcome = self._taken(request, viewer, given)
        except NotAllowed as refusal:
            return self._door.refused(request, viewer, refusal)
        except Refusal as refusal:
            return self.again(request, viewer, {}, refusal)
        anchor = "#untaken" if outcome.refused else ""
        return RedirectResponse(f"{AT}/{request.path_params['number']}{anchor}", 303, headers=HEADERS)

    def _replayed(self, request: Request, viewer: Viewer, given: dict[str, bytes]) -> Response:
        say = Speech(language_of(request))
        try:
            outcome = self._taken(request, viewer, given)
        except Refusal as refusal:
            return JSONResponse({"outcome": "refused", "words": say.text(refusal.words)}, status_of(refusal), headers=HEADERS)
        said = {"outcome": "conflict", "words": say.text(outcome.refused)} if outcome.refused else {"outcome": "taken"}
        return JSONResponse(said, headers=HEADERS)

    def _taken(self, request: Request, viewer: Viewer, given: dict[str, bytes]) -> Outcome:
        case = self._case(request, viewer)
        photo = given.pop("file", b"")
        typed = {name: value.decode("utf-8", "replace") for name, value in given.items()}
        sent = Sent(self._office, viewer, case, typed, photo)
        demand_his(sent)
        if not genuine(request, given):
            raise NotAllowed(WORDS["form.stale"])
        return self._office.inspections.take(case.number, made_of(sent), photo)

    def _page(self, request: Request, viewer: Viewer, case: Case, trouble: Refusal | None = None) -> Response:
        office, seen = self._office, self._office.inspections.seen(case.number)
        content = declared(office.declaration(case), office.profile)
        return self._door.page(
            request, "inspection.html", viewer, status=status_of(trouble) if trouble else 200, case=case, seen=seen,
            goods=content.items, results=result_form(office, viewer, case.number, content), now=office.clock(),
            key=token_urlsafe, trouble=trouble.words if trouble else None,
            acts=office.clearance.allowed("inspect", viewer, case.number) is None,
            orders=office.clearance.allowed("begin-check", viewer, case.number) is None,
            may_later=office.clearance.allowed("judge-sample", viewer, case.number) is None, agencies=office.inspections.agencies,
            begins=office.inspections.can_begin(case.number),
            shut=[one.digest for _, one in seen.photos if document_masked(office, viewer, case.number, one.digest)],
        )  # fmt: skip

    def _case(self, request: Request, viewer: Viewer) -> Case:
        case = self._office.store.case(request.path_params["number"])
        if case is None or not self._office.may_see(viewer, case):
            raise NotFound(WORDS["problem.404.words"])
        _demand_officer(viewer)
        return case


async def _read(request: Request) -> dict[str, bytes]:
    try:
        return await read_form(request, _MOST)
    except TooLarge:
        return {}


def _demand_officer(viewer: Viewer) -> None:
    if not viewer.officer:
        raise NotAllowed(WORDS["acts.officers"])
