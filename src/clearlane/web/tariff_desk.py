"""The tariff officer's pages: load, difference, trial over recorded declarations, putting in force, taking back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Literal

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.edition import TariffChange, TariffVersion
from clearlane.model.refusals import NotAllowed, NotFound, Refusal, Unreadable
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.tariff_refusals import same_person
from clearlane.web.doors import Door
from clearlane.web.forms import TooLarge, genuine, read_form
from clearlane.web.long_work import Bench, LongWork
from clearlane.web.rendering import HEADERS
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

HERE = "/desk/tariff"
FORMS = ("own", "us-hts", "uk-gt", "vn")
MOST_MB = 64
SHOWN = 500
"""How many differences, faults or declarations a page shows at most."""
_MONTH = timedelta(days=30)
Act = Literal["load", "activate", "roll-back", "simulate"]


class Compared(msgspec.Struct, frozen=True):
    """The difference between two tariffs: how many by chapter, and the first of them."""

    old: str
    new: str
    count: int
    chapters: list[tuple[str, int]]
    changes: list[TariffChange]
    shown_of: int


class TariffDeskPages:
    """The pages of those who keep the tariff.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door, self._bench = office, door, Bench()

    def overview(self, request: Request, viewer: Viewer) -> Response:
        """Show every version kept, the form to load another, and what is to be assessed again."""
        _allowed(viewer)
        return self._overview(request, viewer)

    def version(self, request: Request, viewer: Viewer) -> Response:
        """Show one version and what can be done with it."""
        _allowed(viewer)
        return self._version(request, viewer, request.path_params["version"])

    def difference(self, request: Request, viewer: Viewer) -> Response:
        """Show what differs between two versions, by chapter or of one chapter."""
        _allowed(viewer)
        asked = request.query_params
        compared = self._compared(asked.get("with", "")[:70], request.path_params["version"], asked.get("chapter", "")[:2])
        return self._door.page(request, "tariff_desk_difference.html", viewer, c=compared, chapter=asked.get("chapter", "")[:2], most=SHOWN)

    def work(self, request: Request, viewer: Viewer) -> Response:
        """Show how far a piece of work is, or what came of it."""
        _allowed(viewer)
        one = self._bench.find(request.path_params["name"], _who(viewer))
        if one is None:
            raise NotFound(WORDS["desk.work.gone"])
        if not one.over:
            return self._door.page(request, "tariff_desk_work.html", viewer, work=one)
        return self._result(request, viewer, one)

    def _result(self, request: Request, viewer: Viewer, one: LongWork) -> Response:
        if one.refusal is not None:
            return self._overview(request, viewer, trouble=one.refusal, status=400)
        if one.kind == "load":
            return self._door.page(request, "tariff_desk_loaded.html", viewer, r=one.result, most=SHOWN)
        if one.kind == "simulate":
            return self._door.page(request, "tariff_desk_simulation.html", viewer, s=one.result, most=SHOWN)
        withdrawn, tasks = one.result
        return self._overview(request, viewer, rolled_back=(withdrawn, self._in_force(), len(tasks)))

    async def act(self, request: Request) -> Response:
        """Take a form of the desk: every act comes in here, and needs the role."""
        viewer = await run_in_threadpool(self._door.viewer, request)
        if viewer is None:
            return RedirectResponse("/sign-in", 303, headers=HEADERS)
        try:
            _allowed(viewer)
            form = await read_form(request, MOST_MB * 1_048_576)
        except NotAllowed as refusal:
            return await run_in_threadpool(self._door.refused, request, viewer, refusal)
        except TooLarge:
            words = WORDS["desk.load.too-large"]
            trouble = Text(en=words.en.format(size=MOST_MB), vi=words.vi.format(size=MOST_MB))
            return await run_in_threadpool(self._overview, request, viewer, trouble=trouble, status=413)
        return await run_in_threadpool(self._act, request, viewer, form)

    def _act(self, request: Request, viewer: Viewer, form: dict[str, bytes]) -> Response:
        acts: dict[str, Callable[[Request, Viewer, dict[str, bytes]], Response]] = {
            "load": self._load, "activate": self._activate, "roll-back": self._roll_back, "simulate": self._simulate
        }  # fmt: skip
        try:
            if not genuine(request, form):
                raise NotAllowed(WORDS["desk.load.stale"])
            act = acts.get(request.path_params["act"])
            if act is None:
                raise NotFound(WORDS["problem.404.words"])
            return act(request, viewer, form)
        except Refusal as refusal:
            return self._refused(request, viewer, form, refusal)

    def _refused(self, request: Request, viewer: Viewer, form: dict[str, bytes], refusal: Refusal) -> Response:
        """Say why an act was refused, on the page from which it came, with what was typed there."""
        status = 403 if isinstance(refusal, NotAllowed) else 400
        typed = {name: _field(form, name) for name in ("kind", "edition", "since", "until", "why")}
        version = _field(form, "version")
        if version in {one.version for one in self._office.tariff.versions()}:
            return self._version(request, viewer, version, trouble=refusal.words, status=status, typed=typed)
        return self._overview(request, viewer, trouble=refusal.words, status=status, typed=typed)

    def _load(self, request: Request, viewer: Viewer, form: dict[str, bytes]) -> Response:
        data = form.get("file", b"")
        if not data:
            raise NotFound(WORDS["desk.load.nothing"])
        kind, edition = _field(form, "kind"), _field(form, "edition")
        kind = kind if kind in FORMS else FORMS[0]
        desk, who, since = self._office.tariff, _who(viewer), _day(_field(form, "since"))
        return self._begun(viewer, "load", lambda report: desk.load(data, kind, by=who, report=report, edition=edition, since=since))

    def _simulate(self, request: Request, viewer: Viewer, form: dict[str, bytes]) -> Response:
        version, desk = _field(form, "version"), self._office.tariff
        since, until = _day(_field(form, "since")), _day(_field(form, "until"))
        desk.version(version)
        return self._begun(viewer, "simulate", lambda report: desk.simulate(version, since, until, report=report))

    def _roll_back(self, request: Request, viewer: Viewer, form: dict[str, bytes]) -> Response:
        desk, who, version, why = self._office.tariff, _who(viewer), _field(form, "version"), _field(form, "why")
        return self._begun(viewer, "roll-back", lambda report: desk.roll_back(by=who, why=why, report=report, version=version))

    def _activate(self, request: Request, viewer: Viewer, form: dict[str, bytes]) -> Response:
        version, written = _field(form, "version"), _field(form, "since")
        try:
            since = datetime.fromisoformat(written) if written else None
        except ValueError:
            return self._version(request, viewer, version, trouble=WORDS["desk.activate.moment"], status=400)
        self._office.tariff.activate(version, by=_who(viewer), since=since)
        return RedirectResponse(HERE, 303, headers=HEADERS)

    def _begun(self, viewer: Viewer, kind: Act, work: Callable[[Callable[[int], None]], Any]) -> Response:
        return RedirectResponse(f"{HERE}/work/{self._bench.begin(_who(viewer), kind, work)}", 303, headers=HEADERS)

    def _overview(self, request: Request, viewer: Viewer, *, status: int = 200, **more: Any) -> Response:
        desk = self._office.tariff
        shown = {"trouble": None, "rolled_back": None, "typed": {}, **more}
        return self._door.page(
            request, "tariff_desk.html", viewer, status=status, versions=desk.versions(), in_force=self._in_force(),
            tasks=desk.reassessments(limit=SHOWN), forms=FORMS, most=SHOWN, most_mb=MOST_MB, **shown,
        )  # fmt: skip

    def _version(self, request: Request, viewer: Viewer, name: str, *, status: int = 200, **more: Any) -> Response:
        desk, shown = self._office.tariff, {"trouble": None, "typed": {}, **more}
        one = desk.version(name)
        today = self._office.profile.day(self._office.clock())
        return self._door.page(
            request, "tariff_desk_version.html", viewer, status=status, v=one, others=[v for v in desk.versions() if v.version != name],
            own=same_person(one.loaded_by, _who(viewer)), since=today - _MONTH, until=today,
            shipped=self._office.profile.tariff is not None, **shown,
        )  # fmt: skip

    def _in_force(self) -> TariffVersion | None:
        return self._office.tariff.in_force()

    def _compared(self, old: str, new: str, chapter: str) -> Compared:
        chapters: Counter[str] = Counter()
        changes: list[TariffChange] = []
        for change in self._office.tariff.differences(old, new):
            chapters[change.code[:2]] += 1
            if len(changes) < SHOWN and (not chapter or change.code.startswith(chapter)):
                changes.append(change)
        whole = sum(chapters.values())
        return Compared(old, new, whole, sorted(chapters.items()), changes, chapters[chapter] if chapter else whole)


def _allowed(viewer: Viewer) -> None:
    if not viewer.may_change_tariff:
        raise NotAllowed(WORDS["desk.not-yours"])


def _who(viewer: Viewer) -> str:
    return viewer.party or viewer.name


def _field(form: dict[str, bytes], name: str) -> str:
    return form.get(name, b"").decode("utf-8", "replace").strip()[:200]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Unreadable(WORDS["tariff.fault.day"]) from None
