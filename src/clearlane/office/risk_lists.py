"""Lists of traders, countries and codes that profiles ask of: versioned, with owner, source and expiry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from unicodedata import normalize

import msgspec

from clearlane.model.profile import Profile
from clearlane.model.refusals import Unreadable
from clearlane.model.risk_facts import ListKept
from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.model.text import Text
from clearlane.office.ports import Store
from clearlane.office.risk_keeping import RiskKeeping, digest_of
from clearlane.office.risk_refusals import no_such_list
from clearlane.office.risk_timeline import SUBJECT
from clearlane.office.tariff_refusals import identified


class ListDesk:
    """Lists, at ``office.risk.lists``.

    Args:
      profile: The law.
      store: The store.
      keeping: What is kept of risk work.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, keeping: RiskKeeping, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._keeping, self._clock = profile, store, keeping, clock

    def keep(self, made: RiskList, *, by: str) -> ListKept:
        """Keep a version of a list; it counts from now on.

        Raises:
          NotAllowed: The officer gave no identification.
          Unreadable: It has no name, owner or source, or a value stands in it twice.
        """
        officer, clean = identified(by), _clean(made)
        body = msgspec.json.encode(clean)
        with self._store.work() as work:
            before = self._keeping.timeline(work).lists.get(clean.name, [])
            kept = ListKept(clean.name, len(before) + 1, digest_of(body), len(clean.entries), officer)
            work.keep([(kept.digest, body)])
            work.append(self._clock(), [(SUBJECT, kept)])
        return kept

    def names(self) -> list[str]:
        """Return the names of the lists."""
        return sorted(self._keeping.timeline().lists)

    def versions(self, name: str) -> list[tuple[ListKept, datetime]]:
        """Return the versions of a list, the latest first.

        Raises:
          NotFound: No such list is kept.
        """
        found = self._keeping.timeline().lists.get(name)
        if not found:
            raise no_such_list(name)
        return found[::-1]

    def get(self, name: str, version: int = 0) -> RiskList:
        """Return a version of a list, the latest by default."""
        kept = next((one for one, _ in self.versions(name) if version in (0, one.version)), None)
        if kept is None:
            raise no_such_list(name)
        return self._keeping.list_of(kept.digest, name)

    def expired(self, day: date) -> list[RiskList]:
        """Return the lists that count no more on a day, though profiles may still ask them."""
        known = (self.get(name) for name in self.names())
        return [one for one in known if one.until is not None and one.until < day]


def _clean(made: RiskList) -> RiskList:
    entries = tuple(ListEntry(normalize("NFC", entry.value.strip()), entry.until, entry.note.strip()) for entry in made.entries)
    if not (made.name.isidentifier() and made.owner.strip() and made.source.strip()):
        raise Unreadable(
            Text(
                en="A list needs a name of letters, digits and _, an owner and a source.",
                vi="Danh sách cần có tên gồm chữ cái, chữ số và _, đơn vị phụ trách và nguồn.",
            )
        )
    values = [entry.value for entry in entries]
    if "" in values or len(set(values)) != len(values):
        raise Unreadable(Text(en="A value of the list is empty or stands in it twice.", vi="Danh sách có giá trị trống hoặc bị trùng."))
    return msgspec.structs.replace(made, owner=made.owner.strip(), source=made.source.strip(), entries=entries)
