"""Profiles tried on trade that is over: while they are written, before they are approved, and when they have had their time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from clearlane.model.profile import Profile
from clearlane.model.refusals import Refusal
from clearlane.model.risk_profile import RiskProfile
from clearlane.model.text import Text
from clearlane.office.ports import Store
from clearlane.office.risk_backtest import BackTest, held, opened, report_of, written
from clearlane.office.risk_files import read_goods
from clearlane.office.risk_goods import Goods
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_outcomes import ItemOutcomes, outcomes, selections
from clearlane.office.risk_preview import Fault, Preview, last_days, previewed
from clearlane.office.risk_profiles import ProfileDesk
from clearlane.office.risk_recorded import Recorded, Report
from clearlane.office.tariff_refusals import identified
from clearlane.risk.backtest import BacktestReport, Record, to_retire
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.columns import EPOCH, Columns
from clearlane.risk.language.parser import faults, read_profile

FRESH = timedelta(minutes=1)
"""For so long what was read for a preview is shown again: trade goes on while a profile is typed."""


class TrialDesk:
    """Trials, at ``office.risk.trials``.

    Args:
      law: The law.
      store: The store.
      keeping: What is kept of risk work.
      profiles: The analyst's desk.
      recorded: Recorded goods items.
      clock: What tells the time.
    """

    def __init__(
        self,
        law: Profile,
        store: Store,
        keeping: RiskKeeping,
        profiles: ProfileDesk,
        recorded: Recorded,
        clock: Callable[[], datetime],
    ) -> None:
        self._law, self._store, self._keeping, self._profiles = law, store, keeping, profiles
        self._recorded, self._clock = recorded, clock
        self._read: tuple[datetime, int, Goods, Columns] | None = None
        self._reading = threading.Lock()

    def columns(self, since: datetime, until: datetime | None = None, report: Report = lambda done: None) -> Columns:
        """Return recorded goods items as columns, to hold profiles against."""
        return self._recorded.period(since, until, report).columns()

    def goods(self, since: datetime, until: datetime | None = None, report: Report = lambda done: None) -> tuple[Goods, ItemOutcomes]:
        """Return recorded goods items with what became of each."""
        goods = self._recorded.period(since, until, report)
        return goods, outcomes(goods, selections(self._store, since, until))

    def preview(self, text: str, days: int = 30) -> Preview:
        """Return what a profile would stop of the last days' trade, or what is wrong with its text.

        Args:
          text: The profile as far as it is written.
          days: Over how many days, today among them.
        """
        now = self._clock()
        today = self._law.day(now)
        lists = self._keeping.lists(today)
        if wrong := faults(text, catalogue(), lists):
            return Preview(tuple(Fault.of(one) for one in wrong))
        profile = read_profile(text, catalogue(), lists)
        goods, columns = self._lately(now, days)
        shown = previewed(profile, goods, ColumnarRun(columns, catalogue(), lists), lists, last_days(today, days))
        try:
            self._profiles.read(text)
        except Refusal as refusal:
            return msgspec.structs.replace(shown, faults=(Fault(0, 0, 0, refusal.words),))
        return shown

    def _lately(self, now: datetime, days: int) -> tuple[Goods, Columns]:
        with self._reading:
            known = self._read
            if known is None or known[1] != days or not timedelta() <= now - known[0] < FRESH:
                first = last_days(self._law.day(now), days)[0]
                goods = self._recorded.period(datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=1))
                goods = goods.chosen(goods.days >= (first - EPOCH).days)
                known = self._read = now, days, goods, goods.columns()
            return known[2], known[3]

    def backtest(
        self, code: str, version: int, since: datetime, until: datetime, *, by: str, report: Report = lambda done: None
    ) -> tuple[str, BackTest]:
        """Try a version on the trade of a period among all profiles in force, keep the report, and return its digest and itself.

        Args:
          code: The profile.
          version: The version; 0 for the latest.
          since: The first moment.
          until: The last.
          by: Who asks.
          report: Is told how many goods items were read.

        Raises:
          NotFound: There is no such version.
          NotAllowed: Whoever asks gave no identification.
        """
        who, stands, mine = identified(by), self._profiles.version(code, version), self._profiles.tree(code, version)
        day = self._law.day(until)
        others = [one for one in self._live(day) if one.code != code]
        made = self._held([mine, *others], since, until, report)
        found = report_of(stands, made, (since, until), who, self._clock())
        digest, body = written(found)
        with self._store.work() as work:
            work.keep([(digest, body)])
        return digest, found

    def report(self, digest: str) -> BackTest:
        """Return a report that was kept.

        Raises:
          Unavailable: None is kept under that digest.
        """
        return opened(self._keeping.document(digest, "back-test"))

    def backtest_all(self, since: datetime, until: datetime, report: Report = lambda done: None) -> BacktestReport:
        """Return what every profile in force would have done in a period; nothing is kept."""
        return self._held(self._live(self._law.day(until)), since, until, report)

    def forget(self) -> None:
        """Forget what was read; to be called where goods were erased from the store, as the law may demand."""
        with self._reading:
            self._recorded.forget()
            self._read = None

    def file(self, path: Path) -> tuple[Goods, ItemOutcomes]:
        """Return the goods items of a CSV or Parquet file with what became of each; see ``risk_files``."""
        return read_goods(path)

    def backtest_on(self, goods: Goods, became: ItemOutcomes, texts: Sequence[str] = ()) -> BacktestReport:
        """Return what profiles would have done with the goods of a file; nothing is kept.

        Args:
          goods: The goods items.
          became: What became of each.
          texts: The profiles' texts; every profile in force where none is given.

        Raises:
          ProfileFault: A text cannot be read.
        """
        day = self._law.day(self._clock())
        lists = self._keeping.lists(day)
        profiles = [read_profile(text, catalogue(), lists) for text in texts] or self._live(day)
        return held(profiles, goods, became, lists)

    def _live(self, day: date) -> list[RiskProfile]:
        return [entry.profile for entry in self._keeping.book(day).entries if not entry.shadow]

    def _held(self, profiles: Sequence[RiskProfile], since: datetime, until: datetime, report: Report) -> BacktestReport:
        goods, became = self.goods(since, until, report)
        return held(profiles, goods, became, self._keeping.lists(self._law.day(until)), self._capacities())

    def _capacities(self) -> dict[str, int]:
        """Return what each office can do in a day, as last said: the sum over the shifts of its latest day."""
        said = self._keeping.timeline().capacities
        latest = {office: max(shift.partition(" ")[0] for one, shift in said if one == office) for office, _ in said}
        found = dict.fromkeys(latest, 0)
        for (office, shift), history in said.items():
            if shift.partition(" ")[0] == latest[office]:
                found[office] += history[-1][0].inspections
        return found

    def retirement(self, days: int = 90) -> list[tuple[str, Text]]:
        """Return the profiles in force that are proposed for retirement, each with the reason; a person decides.

        Args:
          days: After how many days without a hit; also over how many days findings are counted.
        """
        now = self._clock()
        records = {code: [live, None, 0, 0] for code, live in self._live_days(now)}
        drawn = found = 0
        for one in selections(self._store, now - timedelta(days=days)):
            if one.drawn and one.intensity is not None:
                drawn, found = drawn + 1, found + bool(one.found)
            for code in {hit.profile for hit in one.hits} & set(records):
                line = records[code]
                line[1] = (now - one.at).days
                if one.intensity is not None:
                    line[2], line[3] = (line[2] or 0) + 1, (line[3] or 0) + bool(one.found)
        told = (Record(code, live or 0, quiet, looked or 0, wrong or 0) for code, (live, quiet, looked, wrong) in records.items())
        return list(to_retire(told, found / drawn if drawn else None, days).items())

    def _live_days(self, now: datetime) -> Iterator[tuple[str, int]]:
        """Yield the profiles in force with the days since they were put in force; those the law ships since the log begins."""
        begun = next((record.at for record in self._store.facts_after(0, 1)), now)
        for history in self._keeping.timeline().standing_in(("live",), self._law.day(now)):
            yield history.written.code, (now - max(history.standings[-1][1], begun)).days
