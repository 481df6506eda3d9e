"""What an analyst does with models: train, watch, refresh, set beside another; let one score in shadow, or score, or take it back."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import NotFound, Unavailable, Unreadable
from clearlane.office.risk_learned import missing
from clearlane.web.long_work import Report
from clearlane.web.risk_model_seen import Seen, in_hundredths
from clearlane.web.risk_period import Period, period_of
from clearlane.web.risk_shell import Form, RiskShell, demand, led, who, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

DAYS = 365
COMPARED_DAYS = 60


class ModelActs:
    """The acts.

    Args:
      shell: What the pages of risk work have in common.
      seen: Where what long work tells is kept.
    """

    def __init__(self, shell: RiskShell, seen: Seen) -> None:
        self._shell, self._office, self._seen = shell, shell.office, seen
        self._acts: dict[str, Callable[[Viewer, Form], Response]] = {
            "train": self._train, "watch": self._watch, "refresh": self._refresh, "compare": self._compare,
            "challenge": self._challenge, "promote": self._promote, "withdraw": self._withdraw,
        }  # fmt: skip

    def act(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take a form.

        Raises:
          NotAllowed: The role does not reach so far.
          NotFound: There is no such act.
        """
        demand(viewer.may_analyse)
        act = self._acts.get(request.path_params["act"])
        if act is None:
            raise NotFound(WORDS["problem.404.words"])
        return act(viewer, form)

    def _train(self, viewer: Viewer, form: Form) -> Response:
        _needed()
        period, seed, by = self._period(form, DAYS), max(1, whole(form.get("seed", ""), 1)), who(viewer)

        def work(report: Report) -> str:
            made = self._office.risk.training.train(period.since, period.until, by=by, seed=seed, report=in_hundredths(report))
            return f"/models/{made.kept.version}"

        return self._shell.begin(viewer, "train", work, 100)

    def _watch(self, viewer: Viewer, form: Form) -> Response:
        _needed()

        def work(report: Report) -> str:
            at = self._office.clock()
            self._seen.drifts = at, self._office.risk.watching.drift(at)
            return "/models#watch"

        return self._shell.begin(viewer, "watch", work)

    def _refresh(self, viewer: Viewer, form: Form) -> Response:
        _needed()

        def work(report: Report) -> str:
            return f"/models/{self._office.risk.training.refresh().version}"

        return self._shell.begin(viewer, "refresh", work)

    def _compare(self, viewer: Viewer, form: Form) -> Response:
        _needed()
        version, period = form.get("version", ""), self._period(form, COMPARED_DAYS)
        self._office.risk.models.version(version)

        def work(report: Report) -> str:
            self._seen.compared[version] = period, self._office.risk.training.evaluate(version, period.since, period.until)
            return f"/models/{version}#compared"

        return self._shell.begin(viewer, "compare", work)

    def _challenge(self, viewer: Viewer, form: Form) -> Response:
        made = self._office.risk.models.challenge(form.get("version", ""), by=who(viewer), why=form.get("why", "").strip())
        return led(f"/models/{made.kept.version}")

    def _promote(self, viewer: Viewer, form: Form) -> Response:
        made = self._office.risk.models.promote(form.get("version", ""), by=who(viewer), why=form.get("why", "").strip())
        return led(f"/models/{made.kept.version}")

    def _withdraw(self, viewer: Viewer, form: Form) -> Response:
        if not (why := form.get("why", "").strip()):
            raise Unreadable(WORDS["risk.model.no-why"])
        made = self._office.risk.models.withdraw(form.get("version", ""), by=who(viewer), why=why)
        return led(f"/models/{made.kept.version}")

    def _period(self, form: Form, days: int) -> Period:
        return period_of(self._office.profile, form, self._office.clock(), days)


def _needed() -> None:
    words = missing()
    if words is not None:
        raise Unavailable(words)
