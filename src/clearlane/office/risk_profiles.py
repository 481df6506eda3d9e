"""The analyst's desk: write a risk profile, have a second person approve it, let it rest, withdraw it. Each act is a fact of the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Literal

from clearlane.model.profile import Profile
from clearlane.model.refusals import Unreadable
from clearlane.model.risk_facts import ProfileStanding, ProfileWritten
from clearlane.model.risk_profile import ProfileState, ProfileVersion, RiskProfile
from clearlane.model.text import Text
from clearlane.office.ports import Store
from clearlane.office.risk_backtest import BackTest, opened
from clearlane.office.risk_keeping import RiskKeeping, digest_of
from clearlane.office.risk_refusals import (
    examples_fail,
    no_such_lane,
    no_such_profile,
    not_changed,
    not_so_long,
    not_tried,
    written_by_the_same,
)
from clearlane.office.risk_timeline import SUBJECT, ProfileHistory
from clearlane.office.tariff_refusals import identified, same_person
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.change import differences
from clearlane.risk.language.examples import failures
from clearlane.risk.language.parser import read_profile

MOST_SNOOZED = 180
"""So many days a version may rest at most."""
SHIPPED = -1
"""Asks for the version that the law ships, kept as version 0; 0 asks for the latest."""
Standing = Literal["shadow", "live", "snoozed", "stopped", "retired"]


class ProfileDesk:
    """Risk profiles, at ``office.risk.profiles``.

    Args:
      profile: The law.
      store: The store.
      keeping: What is kept of risk work.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, keeping: RiskKeeping, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._keeping, self._clock = profile, store, keeping, clock

    def read(self, text: str) -> RiskProfile:
        """Return what a text says, if it can hold here.

        Raises:
          ProfileFault: It cannot be read; every fault is told.
          Conflict: It gives a lane this territory has not.
          Unreadable: Its own examples do not come out as written.
        """
        day = self._profile.day(self._clock())
        lists = self._keeping.lists(day)
        found = read_profile(text, catalogue(), lists)
        if found.action.lane not in self._profile.lanes.names:
            raise no_such_lane(found.action.lane)
        if wrong := failures(found, catalogue(), lists):
            raise examples_fail(found.code, [one.words.en for one in wrong])
        return found

    def write(self, text: str, *, by: str) -> ProfileVersion:
        """Keep a new version of a profile. It is not in force yet.

        Args:
          text: The profile as written.
          by: The analyst.

        Raises:
          Refusal: As ``read``; ``NotAllowed`` where the analyst gave no identification; ``Conflict`` where nothing changed.
        """
        author, found, body = identified(by), self.read(text), text.encode()
        with self._store.work() as work:
            timeline = self._keeping.timeline(work)
            version = timeline.next_version(found.code)
            before = timeline.profiles.get((found.code, version - 1))
            if before is not None and before.written.digest == digest_of(body):
                raise not_changed(found.code, version - 1)
            work.keep([(digest_of(body), body)])
            work.append(self._clock(), [(SUBJECT, ProfileWritten(found.code, version, digest_of(body), author))])
        return self.version(found.code, version)

    def versions(self) -> list[ProfileVersion]:
        """Return every version of every profile, the latest version of each first."""
        day = self._profile.day(self._clock())
        ordered = sorted(self._keeping.timeline().profiles.values(), key=lambda one: (one.written.code, -one.written.version))
        return [_standing(history, day) for history in ordered]

    def version(self, code: str, version: int = 0) -> ProfileVersion:
        """Return where a version of a profile stands; the latest by default.

        Raises:
          NotFound: There is none.
        """
        return _standing(self._history(code, version), self._profile.day(self._clock()))

    def text(self, code: str, version: int = 0) -> str:
        """Return the text of a version; the latest by default."""
        return self._keeping.text(self._history(code, version).written)

    def tree(self, code: str, version: int = 0) -> RiskProfile:
        """Return what a version says; the latest by default."""
        return self._keeping.read(self._history(code, version).written)

    def differences(self, code: str, old: int, new: int) -> tuple[Text, ...]:
        """Return what changed between two versions, in plain words."""
        return tuple(differences(self.tree(code, old), self.tree(code, new), catalogue()))

    def approve(self, code: str, version: int, *, by: str, backtest: str, forecast: float | None = None, why: str = "") -> ProfileVersion:
        """Put a version in force; the version in force before gives way.

        Args:
          code: The profile.
          version: The version.
          by: The second person.
          backtest: Digest of the back-test report on which the approval rests.
          forecast: Hits a day to expect, from which the circuit breaker is set; the report's by default, where it looked at any goods.
          why: The ground.

        Raises:
          NotFound: There is no such version.
          NotAllowed: It is the author who asks.
          Closed: It was not back-tested, or another text was.
        """
        approver, history = self._second(code, version, by)
        tried = self._tried(history.written, backtest)
        expected = tried.forecast if forecast is None and tried.rows else forecast
        return self._stand(ProfileStanding(code, history.written.version, "live", approver, None, why, backtest, expected))

    def approver(self, code: str, version: int, *, by: str) -> str:
        """Return who would approve a version, before it is tried for that.

        Raises:
          NotFound: There is no such version.
          NotAllowed: It is the author who asks, or whoever asks gave no identification.
        """
        return self._second(code, version, by)[0]

    def _second(self, code: str, version: int, by: str) -> tuple[str, ProfileHistory]:
        approver, history = identified(by), self._history(code, version)
        if same_person(history.written.by, approver):
            raise written_by_the_same(code)
        return approver, history

    def _tried(self, written: ProfileWritten, backtest: str) -> BackTest:
        """Return the report on which an approval rests; a report of another text is none."""
        body = self._store.document(backtest) if backtest else None
        try:
            found = None if body is None else opened(body)
        except Unreadable:
            found = None
        if found is None or (found.code, found.version, found.text) != (written.code, written.version, written.digest):
            raise not_tried(written.code)
        return found

    def shadow(self, code: str, version: int, *, by: str, why: str = "") -> ProfileVersion:
        """Count what a version would hit, without taking anything."""
        return self._stand(ProfileStanding(code, self._history(code, version).written.version, "shadow", identified(by), None, why))

    def snooze(self, code: str, version: int, until: date, *, by: str, why: str) -> ProfileVersion:
        """Let a version rest until a day, that day included; at most 180 days.

        Raises:
          Conflict: The day is not after today, or too far ahead.
        """
        today = self._profile.day(self._clock())
        if not today < until <= today + timedelta(days=MOST_SNOOZED):
            raise not_so_long(MOST_SNOOZED)
        return self._stand(ProfileStanding(code, self._history(code, version).written.version, "snoozed", identified(by), until, why))

    def retire(self, code: str, version: int, *, by: str, why: str) -> ProfileVersion:
        """Withdraw a version."""
        return self._stand(ProfileStanding(code, self._history(code, version).written.version, "retired", identified(by), None, why))

    def _stand(self, fact: ProfileStanding) -> ProfileVersion:
        with self._store.work() as work:
            work.append(self._clock(), [(SUBJECT, fact)])
        return self.version(fact.code, fact.version)

    def _history(self, code: str, version: int) -> ProfileHistory:
        known = self._keeping.timeline().profiles
        wanted = 0 if version == SHIPPED else version or max((one for name, one in known if name == code), default=0)
        found = known.get((code, wanted))
        if found is None:
            raise no_such_profile(code, version)
        return found


def _standing(history: ProfileHistory, day: date) -> ProfileVersion:
    written, state = history.written, history.state(day)
    last = history.standings[-1] if history.standings else None
    approved = history.approved()
    return ProfileVersion(
        code=written.code,
        version=written.version,
        digest=written.digest,
        written_by=written.by,
        state=state,
        approved_by=approved.by if approved else "",
        since=(last[1] if last else history.written_at).isoformat(),
        until=last[0].until.isoformat() if last and last[0].until and state == "snoozed" else "",
        why=last[0].why if last else "",
    )


def resting(state: ProfileState) -> bool:
    """Say whether a profile in that state takes nothing."""
    return state not in ("live",)
