"""How long goods take from arrival to release, drawn: stages, who was waited for, by lane, office and direction, on any days."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from clearlane.model.refusals import NotAllowed, NotFound, Unreadable
from clearlane.model.release_time import ReleaseStudy
from clearlane.office.office import Office
from clearlane.office.release_table import table
from clearlane.web.doors import Door
from clearlane.web.long_work import Bench
from clearlane.web.release_view import view
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_period import Period, period_of
from clearlane.web.risk_shell import Way, who
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

HERE = "/desk/release-times"
DAYS = 7
"""How many days are studied where none are asked for; more are long work."""


class ReleasePages:
    """The release time study.

    Args:
      office: The office.
      door: Who may come in.
      bench: Where long work is done.
    """

    def __init__(self, office: Office, door: Door, bench: Bench) -> None:
        self._office, self._door, self._bench = office, door, bench

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        opened = self._door.opened
        return [
            ("GET", HERE, opened(self.show)),
            ("GET", f"{HERE}.csv", opened(self.export)),
            ("GET", f"{HERE}/work/{{name}}", opened(self.work)),
        ]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show the study of a period; a long one is begun beside, and led to."""
        _demand(viewer)
        try:
            period = self._period(request)
        except Unreadable as refusal:
            period = period_of(self._office.profile, {}, self._office.clock(), DAYS)
            made = self._office.release_times.study(period.since, period.until)
            return self._page(request, viewer, made, period, refusal)
        if (period.last - period.first).days <= DAYS:
            return self._page(request, viewer, self._office.release_times.study(period.since, period.until), period)
        name = self._bench.begin(
            who(viewer), "release-times", lambda report: (self._office.release_times.study(period.since, period.until, report), period), 0
        )
        return RedirectResponse(f"{HERE}/work/{name}", 303, headers=HEADERS)

    def work(self, request: Request, viewer: Viewer) -> Response:
        """Show how far a long study is; once it is over, the study."""
        _demand(viewer)
        one = self._bench.find(request.path_params["name"], who(viewer))
        if one is None:
            raise NotFound(WORDS["desk.work.gone"])
        if one.refusal is not None:
            raise NotAllowed(one.refusal)
        if not one.over:
            return self._door.page(request, "tariff_desk_work.html", viewer, work=one)
        made, period = one.result
        return self._page(request, viewer, made, period)

    def export(self, request: Request, viewer: Viewer) -> Response:
        """Return the times of each declaration released in a period as CSV."""
        _demand(viewer)
        period = self._period(request)
        headers = {**HEADERS, "Content-Disposition": f'attachment; filename="release-times-{period.first}-{period.last}.csv"'}
        lines = table(self._office.release_times.journeys(period.since, period.until))
        return StreamingResponse(lines, media_type="text/csv", headers=headers)

    def _period(self, request: Request) -> Period:
        return period_of(self._office.profile, dict(request.query_params), self._office.clock(), DAYS)

    def _page(self, request: Request, viewer: Viewer, made: ReleaseStudy, period: Period, trouble: Unreadable | None = None) -> Response:
        shown = {"made": made, "period": period, "v": view(made, self._office.profile), "trouble": trouble.words if trouble else None}
        return self._door.page(request, "release_times.html", viewer, status=400 if trouble else 200, **shown)


def _demand(viewer: Viewer) -> None:
    if not viewer.officer:
        raise NotAllowed(WORDS["release.not-yours"])
