"""What is done with a version of a profile: it is tried on what is over, approved from the report, counted only, rested, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import NotFound, Refusal, Unreadable
from clearlane.office.risk_profiles import SHIPPED
from clearlane.office.risk_saying import title_of
from clearlane.office.tariff_refusals import same_person
from clearlane.web.long_work import Report
from clearlane.web.risk_shell import HERE, Again, Form, RiskShell, Way, demand, led, who, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

NEVER = 10**9
"""A version that there never is: what is no number names none."""
_YEAR = 365
_SNOOZE = 180


class ActPages:
    """Acts on profiles, and the report of a back-test.

    Args:
      shell: What the pages of risk work have in common.
      version: Shows the page of a version with the reason of a refusal.
    """

    def __init__(self, shell: RiskShell, version: Again) -> None:
        self._shell, self._office, self._risk, self._version = shell, shell.office, shell.office.risk, version

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        return [
            ("GET", f"{HERE}/reports/{{digest}}", self._shell.opened(self.report)),
            ("POST", f"{HERE}/act/{{act}}", self._shell.posted(self.act, self.again)),
        ]

    def report(self, request: Request, viewer: Viewer) -> Response:
        """Show the report of a back-test, from which a second person approves."""
        demand(viewer.sees_risk)
        return self._report(request, viewer, request.path_params["digest"], {})

    def act(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Try, approve, put in shadow, let rest or retire a version."""
        demand(viewer.may_analyse)
        code, version = form.get("code", ""), exact(form.get("version", ""))
        acts: dict[str, Callable[[Viewer, str, int, Form], Response]] = {
            "backtest": self._backtest,
            "approve": self._approve,
            "shadow": self._shadow,
            "snooze": self._snooze,
            "retire": self._retire,
        }
        wanted = acts.get(request.path_params["act"])
        if wanted is None:
            raise NotFound(WORDS["problem.404.words"])
        return wanted(viewer, code, version, form)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say why an act was refused, on the page it came from, with what was typed there."""
        demand(viewer.sees_risk)
        if form.get("report"):
            return self._report(request, viewer, form["report"], form, refusal)
        return self._version(request, viewer, form, refusal)

    def _approve(self, viewer: Viewer, code: str, version: int, form: Form) -> Response:
        self._risk.profiles.approve(code, version, by=who(viewer), backtest=form.get("report", ""), why=_why(form))
        return _on(code, version)

    def _shadow(self, viewer: Viewer, code: str, version: int, form: Form) -> Response:
        self._risk.profiles.shadow(code, version, by=who(viewer), why=_why(form))
        return _on(code, version)

    def _snooze(self, viewer: Viewer, code: str, version: int, form: Form) -> Response:
        until, why = self._until(form.get("until", "")), _ground(form)
        self._risk.profiles.snooze(code, version, until, by=who(viewer), why=why)
        return _on(code, version)

    def _retire(self, viewer: Viewer, code: str, version: int, form: Form) -> Response:
        self._risk.profiles.retire(code, version, by=who(viewer), why=_ground(form))
        return _on(code, version)

    def _backtest(self, viewer: Viewer, code: str, version: int, form: Form) -> Response:
        self._risk.profiles.version(code, version)
        days = whole(form.get("days", ""))
        if not 1 <= days <= 5 * _YEAR:
            raise Unreadable(WORDS["risk.backtest.bound"])
        until, by = self._office.clock(), who(viewer)

        def tried(report: Report) -> str:
            since = until - timedelta(days=days)
            return f"/reports/{self._risk.trials.backtest(code, version, since, until, by=by, report=report)[0]}"

        return self._shell.begin(viewer, "backtest", tried)

    def _until(self, written: str) -> date:
        today = self._office.profile.day(self._office.clock())
        try:
            until = date.fromisoformat(written.strip())
        except ValueError:
            raise Unreadable(WORDS["tariff.fault.day"]) from None
        if not today < until <= today + timedelta(days=_SNOOZE):
            raise Unreadable(WORDS["risk.snooze.bound"])
        return until

    def _report(self, request: Request, viewer: Viewer, digest: str, typed: Form, trouble: Refusal | None = None) -> Response:
        found, desk = self._risk.trials.report(digest), self._risk.profiles
        stands = desk.version(found.code, exact(found.version))
        known = {one.code: one.version for one in desk.versions() if one.state == "live"}
        return self._shell.page(
            request, "risk_report.html", viewer, trouble=trouble, r=found, digest=digest, v=stands, typed=typed, live=known,
            own=same_person(stands.written_by, who(viewer)), title_said=title_of(desk.tree(found.code, exact(found.version))),
        )  # fmt: skip


def exact(version: str | int) -> int:
    """Return a version as it is named in an address or a report, to ask the desk for just that one: 0 is what the law ships.

    >>> exact("2"), exact("0"), exact(0), exact("new") == NEVER
    (2, -1, -1, True)
    """
    return (version if isinstance(version, int) else whole(version, NEVER)) or SHIPPED


def _on(code: str, version: int) -> Response:
    return led(f"/profiles/{quote(code, safe='')}/{max(version, 0)}")


def _why(form: Form) -> str:
    return form.get("why", "").strip()[:200]


def _ground(form: Form) -> str:
    """Return the ground of an act that needs one."""
    if why := _why(form):
        return why
    raise Unreadable(WORDS["risk.why.missing"])
