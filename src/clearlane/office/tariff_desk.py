"""The tariff officer's desk: load a tariff, look at it, try it, put it in force, take it back.

law = office.tariff.law()                                   # what holds now
report = office.tariff.load("tariff/", by="T-17")           # kept, not in force
office.tariff.activate(report.version.version, by="T-18")   # another officer
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from clearlane.assessment.estimate import estimate
from clearlane.model.edition import LoadReport, Reassessment, Simulation, TariffChange, TariffVersion
from clearlane.model.estimate import Enquiry, Estimate
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff
from clearlane.office import tariff_acts
from clearlane.office.bulk_assessment import BulkDesk
from clearlane.office.ports import Reading, Store
from clearlane.office.selection import Select
from clearlane.office.tariff_keeping import Keeping
from clearlane.office.tariff_refusals import folder_taken, identified, no_such_version, no_tariff, of_another_country
from clearlane.office.tariff_rollback import Withdrawal, reassessments, roll_back
from clearlane.office.tariff_simulation import simulate
from clearlane.tariff.compare import differences
from clearlane.tariff.search import Hit, Words

Source = Mapping[str, bytes] | bytes | str | Path
Report = Callable[[int], None]


def _silent(done: int) -> None:
    """Tell nobody."""


class TariffDesk:
    """The tariffs of an office.

    Args:
      profile: The law, with the tariff it ships.
      store: Where facts and tariffs are kept.
      clock: What tells the time.
      select: What gives the lane of a declaration under another assessment.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime], select: Select) -> None:
        self._profile, self._store, self._clock, self._select = profile, store, clock, select
        self._keeping = Keeping(profile, store)
        self._words: tuple[Tariff, Words] | None = None

    def check(
        self,
        source: Source,
        form: str = "own",
        *,
        report: Report | None = None,
        edition: str = "",
        column: str = "",
        since: date | None = None,
    ) -> LoadReport:
        """Read a tariff and say what stands against it, without keeping it.

        Args:
          source: A path to a folder, zip or file; the bytes of one; or several files by name.
          form: ``own``, ``us-hts`` …
          report: Told now and then how many rows are done.
          edition: Its name among the country's editions, instead of the one in the files.
          column: Which of several columns of rates to take, for forms that have them.
          since: The first day on which its lines and measures hold, for forms that tell none.
        """
        from clearlane.tariff.load import read_tariff  # noqa: PLC0415 - readers of files are needed by those who load alone

        return read_tariff(source, form, edition=edition, column=column, since=since, progress=report)[1]

    def load(
        self,
        source: Source,
        form: str = "own",
        *,
        by: str,
        report: Report | None = None,
        edition: str = "",
        column: str = "",
        since: date | None = None,
    ) -> LoadReport:
        """Read a tariff and keep it, whole or not at all. It is not in force yet. Arguments as in ``check``, and the officer.

        Raises:
          NotAllowed: The officer gave no identification.
          Conflict: It is another country's tariff.
        """
        from clearlane.tariff.load import read_tariff  # noqa: PLC0415 - as above

        officer = identified(by)
        content, found = read_tariff(source, form, edition=edition, column=column, since=since, progress=report)
        if content is None or found.faults:
            return found
        if content.header.country != self._profile.country:
            raise of_another_country(content.header.country, self._profile.country)
        return tariff_acts.load(content, found, officer, self._store, self._keeping, self._clock())

    def versions(self) -> list[TariffVersion]:
        """Return every tariff loaded, the latest first."""
        return self._keeping.timeline().versions(self._clock())

    def version(self, name: str) -> TariffVersion:
        """Return a tariff that was loaded.

        Raises:
          NotFound: There is none of that name.
        """
        found = self._keeping.timeline().named(name, self._clock())
        if found is None:
            raise no_such_version(name)
        return found

    def in_force(self, at: datetime | None = None) -> TariffVersion | None:
        """Return the tariff that holds, now or at another moment as things stand; None where it is the one the profile ships."""
        timeline, moment = self._keeping.timeline(), at or self._clock()
        return timeline.named(timeline.in_force(moment), moment)

    def tariff(self, version: str = "") -> Tariff | None:
        """Return a tariff to ask; the one in force by default, which may be the profile's own, or none at all.

        Raises:
          NotFound: No tariff of that name was loaded.
        """
        return (self._keeping.law(version) if version else self.law()).tariff

    def law(self, at: datetime | None = None) -> Profile:
        """Return the profile with the tariff that holds, now or at another moment."""
        return self._keeping.law(self._keeping.timeline().in_force(at or self._clock()))

    def expected_law(self, at: datetime) -> tuple[str, Profile]:
        """Return the law for what is lodged now as far as remembered, and its tariff's name. Ask ``holding_law`` before the commit."""
        version = self._keeping.expected(at)
        return version, self._keeping.law(version)

    def holding_law(self, reading: Reading, at: datetime) -> tuple[str, Profile]:
        """Return the law for what is lodged now, as a work has it."""
        version = self._keeping.holding(reading, at)
        return version, self._keeping.law(version)

    def differences(self, old: str, new: str) -> Iterator[TariffChange]:
        """Yield what differs between two tariffs; the empty name stands for the one the profile ships.

        Raises:
          NotFound: No such tariff was loaded, or the profile ships none.
        """
        return differences(self._asked(old).content, self._asked(new).content)

    def write(self, folder: Path, version: str = "", *, as_parquet: bool = False) -> tuple[Path, ...]:
        """Write a tariff as tables in our own form, to begin a changed one with; return the files.

        Args:
          folder: A new folder, or an empty one.
          version: The tariff; the one in force by default, which may be the profile's own.
          as_parquet: Whether to write Parquet instead of CSV.

        Raises:
          NotFound: No such tariff was loaded, or there is none at all.
          Conflict: Something stands in the folder already.
        """
        from clearlane.tariff.own_write import write_tariff  # noqa: PLC0415 - needed by those who write alone

        found = self.tariff(version)
        if found is None:
            raise no_tariff()
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise folder_taken(folder)
        return write_tariff(found.content, folder, as_parquet=as_parquet)

    def search(self, words: str, on: date | None = None, version: str = "", limit: int = 20) -> list[Hit]:
        """Return the lines that words or the beginning of a code find, best first; none where no tariff is loaded.

        Args:
          words: Words in any language of the tariff, or digits.
          on: The day; today by default.
          version: The tariff; the one in force by default.
          limit: At most so many.
        """
        tariff = self.tariff(version)
        if tariff is None:
            return []
        known = self._words
        if known is None or known[0] is not tariff:
            known = self._words = tariff, Words(tariff)
        return known[1].search(words, on or self._profile.day(self._clock()), limit)

    def estimate(self, enquiry: Enquiry) -> Estimate:
        """Return what goods would cost at the border under the tariff in force: an estimate, not a ruling."""
        return estimate(enquiry, self.law())

    def bulk(self, version: str = "", on: date | None = None, language: str = "en") -> BulkDesk:
        """Return what assesses files of lines, under the tariff in force or another that was loaded.

        Args:
          version: The tariff; the one in force by default, which may be the profile's own.
          on: The day of lines that tell none; today by default.
          language: The language of reasons in the files written.

        Raises:
          NotFound: No tariff of that name was loaded.
        """
        law = self._keeping.law(version) if version else self.law()
        return BulkDesk(law, on or self._profile.day(self._clock()), language)

    def _asked(self, version: str) -> Tariff:
        found = self._keeping.law(version).tariff
        if found is None:
            raise no_such_version(version)
        return found

    def simulate(self, version: str, since: date | None = None, until: date | None = None, report: Report | None = None) -> Simulation:
        """Return what a tariff would do to the declarations lodged on some days. Nothing is recorded.

        Args:
          version: The tariff.
          since: The first day; all there are by default.
          until: The last day, today by default.
          report: Told now and then how many declarations are done.

        Raises:
          NotFound: No such tariff was loaded.
        """
        last = until or self._profile.day(self._clock())
        return simulate(self._keeping.law(version), self._store, since, last, select=self._select, report=report or _silent)

    def activate(self, version: str, *, by: str, since: datetime | date | None = None) -> TariffVersion:
        """Put a loaded tariff in force, now or from a later moment on; a day stands for its beginning, a moment without zone is the law's.

        Raises:
          NotFound: No such tariff was loaded.
          NotAllowed: The officer is the one who loaded it, or gave no identification.
          Conflict: It is in force or scheduled already, or the moment has passed.
        """
        return tariff_acts.activate(version, identified(by), self._moment(since), self._store, self._keeping, self._clock())

    def _moment(self, since: datetime | date | None) -> datetime | None:
        if since is None:
            return None
        zone = ZoneInfo(self._profile.time_zone)
        if not isinstance(since, datetime):
            return datetime(since.year, since.month, since.day, tzinfo=zone)
        return since if since.tzinfo else since.replace(tzinfo=zone)

    def roll_back(
        self, *, by: str, why: str = "", report: Report | None = None, version: str = ""
    ) -> tuple[TariffVersion, list[Reassessment]]:
        """Withdraw the tariff in force, or another that is scheduled or was in force, and restore what held before, from now on.

        Args:
          by: The officer.
          why: The ground.
          report: Told now and then how many declarations were computed anew.
          version: Which tariff; the one in force by default.

        Returns:
          The tariff withdrawn, and every declaration assessed under it with its difference in duty.

        Raises:
          Closed: No loaded tariff is in force, or the one named was not, or was taken back already.
          NotAllowed: The officer gave no identification.
          Conflict: Somebody changed the tariff meanwhile.
        """
        wanted = Withdrawal(version, identified(by), why)
        withdrawn, due = roll_back(wanted, self._store, self._keeping, self._clock, report or _silent)
        return self.version(withdrawn), due

    def reassessments(self, limit: int = 1000) -> list[Reassessment]:
        """Return the declarations whose duty must be looked at again, latest first."""
        return reassessments(self._store.reassessments(limit))
