"""What risk work stands on, as an office keeps it: texts and lists under their digest, read once, compiled once for a day.

Which profiles hold is asked of the log, by one small question; they are read and compiled again only where that answer or the day has
changed, so that several processes over one store are always of one mind.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256

import msgspec

from clearlane.model.profile import Profile
from clearlane.model.risk_facts import ProfileStanding, ProfileWritten
from clearlane.model.risk_profile import RiskAction, RiskList, RiskProfile
from clearlane.office.ports import Reading, Store
from clearlane.office.risk_refusals import text_missing
from clearlane.office.risk_timeline import SUBJECT, ProfileHistory, RiskTimeline
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.parser import read_profile
from clearlane.risk.language.rule_set import RuleSet

_LAW = "law"
"""Who wrote and approved the profiles that the national profile ships."""
_SHIPPED_AT = datetime(1970, 1, 1, tzinfo=UTC)
_list = msgspec.json.Decoder(RiskList)


def digest_of(body: bytes) -> str:
    """Return the digest under which something is kept beside the log."""
    return sha256(body).hexdigest()


class Entry(msgspec.Struct, frozen=True):
    """A profile of a rule book.

    Attributes:
      code: Its code.
      version: Its version; 0 for one the national profile ships.
      shadow: Whether it is only counted: in shadow, or stopped by the circuit breaker.
      profile: What it says.
    """

    code: str
    version: int
    shadow: bool
    profile: RiskProfile


class RuleBook(msgspec.Struct, frozen=True):
    """The profiles that are held against declarations on a day, compiled; a hit's position is that of its entry.

    Attributes:
      day: The day.
      entries: The profiles.
      rules: The same, compiled.
      lists: The values of each list that count on the day.
      versions: The entries by code and version.
      actions: By code what happens to what a profile hits that is in force.
    """

    day: date
    entries: tuple[Entry, ...]
    rules: RuleSet
    lists: Mapping[str, frozenset[str]]
    versions: Mapping[tuple[str, int], Entry]
    actions: Mapping[str, RiskAction]


class RiskKeeping:
    """The profiles and lists of an office.

    Args:
      profile: The law, with the profiles it ships.
      store: Where texts and lists are kept.
    """

    def __init__(self, profile: Profile, store: Store) -> None:
        self._profile, self._store = profile, store
        self._timeline: RiskTimeline | None = None
        self._parsed: dict[str, RiskProfile] = {}
        self._lists: dict[str, RiskList] = {}
        self._book: tuple[int, RuleBook] | None = None
        self._reading = threading.RLock()
        self._shipped = [self._ship(text) for text in profile.risk_profiles]

    def _ship(self, text: str) -> ProfileHistory:
        digest = digest_of(text.encode())
        read = self._parsed[digest] = read_profile(text, catalogue(), None)
        written = ProfileWritten(read.code, 0, digest, _LAW)
        return ProfileHistory(written, _SHIPPED_AT, [(ProfileStanding(read.code, 0, "live", _LAW), _SHIPPED_AT)])

    def timeline(self, reading: Reading | None = None) -> RiskTimeline:
        """Return the timeline as a store or a work has it."""
        asked = reading or self._store
        known = self._timeline
        if known is None or asked.last_of(SUBJECT) != known.last:
            shipped = [ProfileHistory(one.written, one.written_at, list(one.standings)) for one in self._shipped]
            known = self._timeline = RiskTimeline(asked.facts_of(SUBJECT), shipped)
        return known

    def text(self, written: ProfileWritten) -> str:
        """Return the text of a version of a profile.

        Raises:
          Unavailable: It is missing.
        """
        shipped = next((text for text in self._profile.risk_profiles if digest_of(text.encode()) == written.digest), None)
        return shipped if shipped is not None else self.document(written.digest, written.code).decode()

    def document(self, digest: str, name: str) -> bytes:
        """Return what is kept under a digest, as it was kept.

        Raises:
          Unavailable: It is missing, or is not what was kept.
        """
        body = self._store.document(digest)
        if body is None or digest_of(body) != digest:
            raise text_missing(name)
        return body

    def read(self, written: ProfileWritten) -> RiskProfile:
        """Return what a version of a profile says."""
        known = self._parsed.get(written.digest)
        if known is None:
            known = self._parsed[written.digest] = read_profile(self.text(written), catalogue(), None)
        return known

    def lists(self, day: date, timeline: RiskTimeline | None = None) -> Mapping[str, frozenset[str]]:
        """Return the values of each list that count on a day."""
        known = timeline or self.timeline()
        return {name: self.list_of(versions[-1][0].digest, name).on(day) for name, versions in known.lists.items()}

    def list_of(self, digest: str, name: str) -> RiskList:
        """Return a version of a list."""
        known = self._lists.get(digest)
        if known is None:
            known = self._lists[digest] = _list.decode(self.document(digest, name))
        return known

    def book(self, day: date, reading: Reading | None = None) -> RuleBook:
        """Return the profiles that are held against declarations on a day, those in shadow or stopped too."""
        timeline = self.timeline(reading)
        with self._reading:
            known = self._book
            if known is None or known[0] != timeline.last or known[1].day != day:
                known = self._book = timeline.last, self._compiled(timeline, day)
            return known[1]

    def _compiled(self, timeline: RiskTimeline, day: date) -> RuleBook:
        entries = tuple(self._entry(one, day) for one in timeline.standing_in(("live", "shadow", "stopped"), day))
        lists = self.lists(day, timeline)
        rules = RuleSet([entry.profile for entry in entries], catalogue(), lists)
        versions = {(entry.code, entry.version): entry for entry in entries}
        actions = {entry.code: entry.profile.action for entry in entries if not entry.shadow}
        return RuleBook(day, entries, rules, lists, versions, actions)

    def _entry(self, one: ProfileHistory, day: date) -> Entry:
        return Entry(one.written.code, one.written.version, one.state(day) != "live", self.read(one.written))
