"""What risk work stands on at a moment: profiles, lists, models, draws and capacities, folded from its own facts alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

import msgspec

from clearlane.model.facts import Record
from clearlane.model.risk_facts import (
    CapacitySet,
    DrawCommitted,
    DrawOpened,
    ListKept,
    ModelKept,
    ModelRefreshed,
    ModelStanding,
    ProfileStanding,
    ProfileWritten,
    QueueCut,
    ReferencesKept,
    RiskTask,
)
from clearlane.model.risk_profile import ProfileState

SUBJECT = "risk"
"""The subject of every fact of risk work that is not about one declaration."""


class ProfileHistory(msgspec.Struct):
    """One version of a profile, with everything that was decided of it.

    Attributes:
      written: Who wrote it and under which digest its text is kept.
      written_at: When.
      standings: What was decided, in order, with the moment.
    """

    written: ProfileWritten
    written_at: datetime
    standings: list[tuple[ProfileStanding, datetime]] = []

    def state(self, day: date) -> ProfileState:
        """Return where it stands on a day: a snooze that has run out has ended."""
        if not self.standings:
            return "draft"
        last = self.standings[-1][0]
        if last.state == "snoozed" and last.until is not None and day > last.until:
            return self.before_snooze()
        return last.state

    def before_snooze(self) -> ProfileState:
        """Return where it stood before its last snooze."""
        earlier = [standing.state for standing, _ in self.standings if standing.state != "snoozed"]
        return earlier[-1] if earlier else "draft"

    def approved(self) -> ProfileStanding | None:
        """Return the last decision that put it in force; None where there was none."""
        return next((standing for standing, _ in reversed(self.standings) if standing.state == "live"), None)


class RiskTimeline:
    """What is known of the risk work of an office.

    Args:
      records: The facts about ``risk``, in order.
      shipped: Profiles that hold until the office keeps its own version of them.
    """

    def __init__(self, records: Sequence[Record] = (), shipped: Sequence[ProfileHistory] = ()) -> None:
        self.last = records[-1].seq if records else 0
        self.profiles: dict[tuple[str, int], ProfileHistory] = {(one.written.code, one.written.version): one for one in shipped}
        self.lists: dict[str, list[tuple[ListKept, datetime]]] = {}
        self.references: list[ReferencesKept] = []
        self.models: dict[str, tuple[ModelKept, datetime]] = {}
        self.refreshed: dict[str, str] = {}
        self.model_standings: list[tuple[ModelStanding, datetime]] = []
        self.draws: list[DrawCommitted] = []
        self.opened: list[tuple[DrawOpened, datetime]] = []
        self.capacities: dict[tuple[str, str], list[tuple[CapacitySet, datetime]]] = {}
        self.cuts: list[tuple[QueueCut, datetime]] = []
        self.tasks: list[tuple[RiskTask, datetime]] = []
        for record in records:
            self._add(record)

    def _add(self, record: Record) -> None:
        at = record.at
        match record.fact:
            case ProfileWritten() | ProfileStanding():
                self._profile(record.fact, at)
            case ModelKept() as kept:
                self.models.setdefault(kept.version, (kept, at))
            case ModelRefreshed(version, digest):
                self.refreshed[version] = digest
            case ModelStanding() as standing:
                self.model_standings.append((standing, at))
            case ListKept() as kept_list:
                self.lists.setdefault(kept_list.name, []).append((kept_list, at))
            case ReferencesKept() as references:
                self.references.append(references)
            case CapacitySet() as capacity:
                self.capacities.setdefault((capacity.office, capacity.shift), []).append((capacity, at))
            case _:
                self._draw_or_task(record)

    def _profile(self, fact: ProfileWritten | ProfileStanding, at: datetime) -> None:
        if isinstance(fact, ProfileWritten):
            self.profiles.setdefault((fact.code, fact.version), ProfileHistory(fact, at, []))
        elif (fact.code, fact.version) in self.profiles:
            self.profiles[fact.code, fact.version].standings.append((fact, at))
            if fact.state == "live":
                self._supersede(fact, at)

    def _supersede(self, live: ProfileStanding, at: datetime) -> None:
        """Of one profile one version is in force: the one approved last."""
        for (code, version), history in self.profiles.items():
            if (
                code == live.code
                and version != live.version
                and history.standings
                and history.standings[-1][0].state in ("live", "stopped")
            ):
                history.standings.append((ProfileStanding(code, version, "retired", live.by, why=f"version {live.version}"), at))

    def _draw_or_task(self, record: Record) -> None:
        match record.fact:
            case DrawCommitted() as draw:
                self.draws.append(draw)
            case DrawOpened() as opened:
                self.opened.append((opened, record.at))
            case QueueCut() as cut:
                self.cuts.append((cut, record.at))
            case RiskTask() as task:
                self.tasks.append((task, record.at))

    def standing_in(self, states: Sequence[ProfileState], day: date) -> Iterator[ProfileHistory]:
        """Yield the versions of profiles that stand so on a day, by code."""
        for _, history in sorted(self.profiles.items()):
            if history.state(day) in states:
                yield history

    def next_version(self, code: str) -> int:
        """Return the number of the next version of a profile."""
        return 1 + max((version for known, version in self.profiles if known == code), default=0)

    def champion(self) -> str:
        """Return the model that scores; empty for none. A champion withdrawn restores the one before."""
        reigning: list[str] = []
        for standing, _ in self.model_standings:
            if standing.state == "champion":
                reigning = [*(one for one in reigning if one != standing.version), standing.version]
            elif standing.state == "withdrawn":
                reigning = [one for one in reigning if one != standing.version]
        return reigning[-1] if reigning else ""

    def challenger(self) -> str:
        """Return the model that scores in shadow; empty for none."""
        latest: dict[str, str] = {}
        for standing, _ in self.model_standings:
            latest[standing.version] = standing.state
        return next((version for version, state in reversed(latest.items()) if state == "challenger"), "")

    def draw_at(self, at: datetime) -> DrawCommitted | None:
        """Return the draw that binds what is accepted at a moment; None where none was committed."""
        begun = [draw for draw in self.draws if draw.since <= at]
        return max(begun, key=lambda draw: draw.since) if begun else None

    def capacity(self, office: str, shift: str) -> CapacitySet | None:
        """Return what an office can do in a shift, as last set; None where nobody said."""
        said = self.capacities.get((office, shift))
        return said[-1][0] if said else None
