"""The analyst's pages of risk profiles: all of them, one version of one, and those that have had their time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from clearlane.model.refusals import Refusal
from clearlane.model.risk_profile import ProfileVersion, RiskProfile
from clearlane.model.text import Text
from clearlane.office.risk_forms import Lately, lately
from clearlane.office.risk_saying import title_of
from clearlane.office.risk_words import told
from clearlane.web.risk_profile_acts import ActPages, exact
from clearlane.web.risk_shell import HERE, Form, RiskShell, Way, demand
from clearlane.web.risk_writing import WritingPages
from clearlane.web.viewer import Viewer

MOST_SNOOZED = 180
"""So many days a profile may rest at most."""
_FRESH = timedelta(minutes=1)
_STANDINGS = ("live", "shadow", "draft", "stopped", "snoozed", "retired")


class Listed(msgspec.Struct, frozen=True):
    """A profile as the list of all shows it: where it stands, its title, what it says, and how it did of late."""

    v: ProfileVersion
    title: Text
    says: RiskProfile
    lately: Lately | None

    @property
    def until(self) -> date | None:
        """Until when it rests; None where it does not."""
        return date.fromisoformat(self.v.until) if self.v.until else None


def ways(shell: RiskShell) -> list[Way]:
    """Return the addresses of these pages.

    Args:
      shell: What the pages of risk work have in common.
    """
    every = ProfilePages(shell)
    writing, acts = WritingPages(shell), ActPages(shell, every.again)
    return [
        ("GET", HERE, shell.opened(every.every)),
        ("GET", f"{HERE}/retirement", shell.opened(every.retirement)),
        ("GET", f"{HERE}/profiles/{{code}}/{{version}}", shell.opened(every.version)),
        *writing.ways(),
        *acts.ways(),
    ]


class ProfilePages:
    """Pages on which profiles are read.

    Args:
      shell: What the pages of risk work have in common.
    """

    def __init__(self, shell: RiskShell) -> None:
        self._shell, self._office, self._risk = shell, shell.office, shell.office.risk
        self._counted: tuple[datetime, dict[str, Lately]] | None = None

    def every(self, request: Request, viewer: Viewer) -> Response:
        """Show the latest version of every profile and the one in force, with how it did in the last 30 days; most urgent state first."""
        demand(viewer.sees_risk)
        versions = self._risk.profiles.versions()
        shown = [one for place, one in enumerate(versions) if one.state == "live" or not place or versions[place - 1].code != one.code]
        shown.sort(key=lambda one: _STANDINGS.index(one.state))
        listed = [self._listed(one) for one in shown]
        counts = {state: sum(one.state == state for one in shown) for state in _STANDINGS}
        top = max((one.lately.high for one in listed if one.lately and one.lately.inspected), default=1.0)
        return self._shell.page(request, "risk_profiles.html", viewer, listed=listed, counts=counts, top=top)

    def retirement(self, request: Request, viewer: Viewer) -> Response:
        """Show the profiles proposed for retirement, each with the reason."""
        demand(viewer.sees_risk)
        desk = self._risk.profiles
        live = {one.code: one for one in desk.versions() if one.state == "live"}
        proposed = [(live[code], title_of(desk.tree(code, exact(live[code].version))), why) for code, why in self._risk.trials.retirement()]
        return self._shell.page(request, "risk_retirement.html", viewer, proposed=proposed)

    def version(self, request: Request, viewer: Viewer) -> Response:
        """Show one version of a profile, and what can be done with it."""
        demand(viewer.sees_risk)
        asked = request.path_params
        return self._version(request, viewer, asked["code"], exact(asked["version"]), {})

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say why an act was refused, on the page of the version, with what was typed there."""
        demand(viewer.sees_risk)
        return self._version(request, viewer, form.get("code", ""), exact(form.get("version", "")), form, refusal)

    def _version(
        self, request: Request, viewer: Viewer, code: str, version: int, typed: Form, trouble: Refusal | None = None
    ) -> Response:  # fmt: skip
        desk, today = self._risk.profiles, self._office.profile.day(self._office.clock())
        stands = desk.version(code, version)
        number = exact(stands.version)
        says = desk.tree(code, number)
        others = [one for one in desk.versions() if one.code == code]
        before = max((one.version for one in others if one.version < stands.version), default=None)
        return self._shell.page(
            request, "risk_profile.html", viewer, trouble=trouble, v=stands, text=desk.text(code, number), says=says,
            others=others,
            told=told(says), title_said=title_of(says), before=before, typed=typed, today=today, lately=self._lately().get(code),
            differences=() if before is None else desk.differences(code, exact(before), number),
            most=today + timedelta(days=MOST_SNOOZED),
            until=date.fromisoformat(stands.until) if stands.until else None,
            since=datetime.fromisoformat(stands.since) if stands.since else None,
        )  # fmt: skip

    def _listed(self, one: ProfileVersion) -> Listed:
        says = self._risk.profiles.tree(one.code, exact(one.version))
        return Listed(one, title_of(says), says, self._lately().get(one.code))

    def _lately(self) -> dict[str, Lately]:
        """Return how each profile did in the last 30 days, counted anew after a minute."""
        now, known = self._office.clock(), self._counted
        if known is None or not timedelta() <= now - known[0] < _FRESH:
            known = self._counted = now, lately(self._office)
        return known[1]
