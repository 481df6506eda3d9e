"""Tariffs as an office keeps them: written beside the log under their digest, and remembered once read.

Which tariff holds is asked of the log, by one small question; the timeline and the tariffs themselves are read again only where that
answer has changed, so that several processes over one store are always of one mind.
"""

from __future__ import annotations

import dataclasses
import threading
from collections import OrderedDict
from datetime import datetime
from hashlib import sha256

from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff, TariffContent
from clearlane.office.ports import Reading, Store
from clearlane.office.tariff_refusals import content_missing, no_such_version
from clearlane.office.tariff_timeline import SUBJECT, Timeline
from clearlane.tariff.serial import deserialise, serialise

REMEMBERED = 3
"""How many tariffs are held in memory."""


def written(content: TariffContent) -> tuple[str, bytes]:
    """Return a tariff as it is kept, under its digest: equal content gives equal bytes."""
    body = serialise(content)
    return sha256(body).hexdigest(), body


class Keeping:
    """The tariffs of an office.

    Args:
      profile: The law, with the tariff it ships.
      store: Where tariffs are kept.
    """

    def __init__(self, profile: Profile, store: Store) -> None:
        self._profile, self._store = profile, store
        self._timeline: Timeline | None = None
        self._laws: OrderedDict[str, Profile] = OrderedDict()
        self._reading = threading.RLock()

    def timeline(self, reading: Reading | None = None) -> Timeline:
        """Return the timeline as a store or a work has it."""
        asked = reading or self._store
        known = self._timeline
        if known is None or asked.last_of(SUBJECT) != known.last:
            known = self._timeline = Timeline(asked.facts_of(SUBJECT))
        return known

    def remembered(self) -> Timeline:
        """Return the timeline as it was last seen, without asking; whoever relies on it asks before he commits."""
        return self._timeline or self.timeline()

    def law(self, version: str) -> Profile:
        """Return the profile with a version's tariff in place of its own; the profile itself for the empty name.

        Raises:
          NotFound: No such tariff was loaded.
          Unavailable: Its content is missing.
        """
        if not version:
            return self._profile
        found = self._laws.get(version)
        if found is None:
            with self._reading:
                found = self._laws.get(version) or self._read(version)
        return found

    def _read(self, version: str) -> Profile:
        kept = self.remembered().loaded.get(version) or self.timeline().loaded.get(version)
        if kept is None:
            raise no_such_version(version)
        body = self._store.document(kept[0].digest)
        if body is None or sha256(body).hexdigest() != kept[0].digest:
            raise content_missing(version)
        law = self._laws[version] = dataclasses.replace(self._profile, tariff=Tariff(deserialise(body), version))
        while len(self._laws) > REMEMBERED:
            self._laws.popitem(last=False)
        return law

    def expected(self, at: datetime) -> str:
        """Return the version that should hold for what is lodged now, as far as remembered."""
        return self.remembered().for_lodging(at)

    def holding(self, reading: Reading, at: datetime) -> str:
        """Return the version that holds for what is lodged now, as a work has it."""
        return self.timeline(reading).for_lodging(at)
