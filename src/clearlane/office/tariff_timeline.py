"""The timeline of tariffs: which were loaded, which holds at a moment, folded from the facts of the tariff alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from clearlane.model.edition import EditionState, TariffVersion
from clearlane.model.facts import Record
from clearlane.model.tariff import TariffHeader
from clearlane.model.tariff_facts import TariffActivated, TariffLoaded, TariffRolledBack

SUBJECT = "tariff"
"""The subject of every fact of the tariff."""

_BEFORE_ALL = datetime(1900, 1, 1, tzinfo=UTC)


class Period(msgspec.Struct, frozen=True):
    """A time from which a tariff was to hold.

    Attributes:
      version: The tariff.
      since: From when.
      by: Who put it in force.
      place: The place of that in the log.
      withdrawn_by: Who took it back; empty while nobody did.
      withdrawn_at: When.
      why: On which ground.
    """

    version: str
    since: datetime
    by: str
    place: int
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    why: str = ""

    def stands(self, at: datetime) -> bool:
        """Say whether it has begun and is not yet taken back."""
        return self.since <= at and (self.withdrawn_at is None or at < self.withdrawn_at)


class Timeline:
    """What is known of the tariffs of an office.

    Args:
      records: The facts of the tariff, in order.
    """

    def __init__(self, records: Sequence[Record] = ()) -> None:
        self.last = records[-1].seq if records else 0
        self.latest = max((record.at for record in records), default=_BEFORE_ALL)
        self.loaded: dict[str, tuple[TariffLoaded, datetime]] = {}
        self._periods: list[Period] = []
        for record in records:
            match record.fact:
                case TariffLoaded() as loaded:
                    self.loaded.setdefault(loaded.version, (loaded, record.at))
                case TariffActivated(version, since, by):
                    self._periods.append(Period(version, since, by, record.seq))
                case TariffRolledBack() as back:
                    self._withdraw(back, record.at)

    def _withdraw(self, back: TariffRolledBack, at: datetime) -> None:
        self._periods = [
            msgspec.structs.replace(period, withdrawn_by=back.by, withdrawn_at=at, why=back.why)
            if period.version == back.withdrawn and period.withdrawn_at is None
            else period
            for period in self._periods
        ]

    def in_force(self, at: datetime) -> str:
        """Return the version that holds at a moment: the one that began last and was not taken back by then; empty for none."""
        standing = [period for period in self._periods if period.stands(at)]
        return max(standing, key=lambda period: (period.since, period.place)).version if standing else ""

    def for_lodging(self, at: datetime) -> str:
        """Return the version for what is lodged. What is known to be taken back holds for nobody, however clocks differ."""
        return self.in_force(max(at, self.latest))

    def without(self, version: str, at: datetime) -> str:
        """Return the version that would hold if one were taken back."""
        standing = [period for period in self._periods if period.version != version and period.stands(at)]
        return max(standing, key=lambda period: (period.since, period.place)).version if standing else ""

    def first_place(self, version: str) -> int:
        """Return the place in the log after which declarations may have been assessed under a version."""
        return min((period.place for period in self._periods if period.version == version), default=self.last)

    def named(self, version: str, at: datetime) -> TariffVersion | None:
        """Return a version as it stands at a moment; None if it was never loaded."""
        if version not in self.loaded:
            return None
        loaded, loaded_at = self.loaded[version]
        own = [period for period in self._periods if period.version == version]
        last = own[-1] if own else Period(version, _BEFORE_ALL, "", 0)
        return TariffVersion(
            version,
            loaded.digest,
            loaded.header or TariffHeader(loaded.country, loaded.edition, loaded.version),
            loaded.lines,
            loaded.measures,
            loaded.by,
            loaded_at,
            activated_by=last.by,
            since=last.since if own else None,
            withdrawn_by=last.withdrawn_by,
            withdrawn_at=last.withdrawn_at,
            state=self._state(last, at) if own else "loaded",
            why=last.why,
        )

    def _state(self, period: Period, at: datetime) -> EditionState:
        if period.withdrawn_at is not None and period.withdrawn_at <= at:
            return "withdrawn"
        if period.since > at:
            return "scheduled"
        return "in-force" if self.in_force(at) == period.version else "superseded"

    def versions(self, at: datetime) -> list[TariffVersion]:
        """Return every version loaded, the latest first."""
        return [found for version in reversed(self.loaded) if (found := self.named(version, at)) is not None]

    def with_digest(self, digest: str) -> str:
        """Return the version of a content; empty if it was never loaded."""
        return next((version for version, (loaded, _) in self.loaded.items() if loaded.digest == digest), "")

    def next_name(self, country: str, edition: str) -> str:
        """Return the name of the next load of an edition: country, edition, and its number among loads of that edition."""
        before = sum((loaded.country, loaded.edition) == (country, edition) for loaded, _ in self.loaded.values())
        return f"{country}-{edition}-{before + 1}"
