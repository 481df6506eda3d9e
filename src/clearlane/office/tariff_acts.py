"""Acts on the tariff: load one, put one in force. Each is one transaction, and a fact of the log."""

from __future__ import annotations

from datetime import datetime

import msgspec

from clearlane.model.edition import LoadReport, TariffVersion
from clearlane.model.tariff import TariffContent
from clearlane.model.tariff_facts import TariffActivated, TariffLoaded
from clearlane.office.ports import Store
from clearlane.office.tariff_keeping import Keeping, written
from clearlane.office.tariff_refusals import in_the_past, live_already, loaded_by_the_same, no_such_version, same_person
from clearlane.office.tariff_timeline import SUBJECT


def load(content: TariffContent, report: LoadReport, by: str, store: Store, keeping: Keeping, at: datetime) -> LoadReport:
    """Keep a tariff that was found in order, and return the report with its version; the same content is kept once.

    Args:
      content: The tariff.
      report: What was found on reading it.
      by: The officer.
      store: Where it is kept.
      keeping: The tariffs kept before.
      at: Now.
    """
    digest, body = written(content)
    with store.work() as work:
        timeline = keeping.timeline(work)
        if same := timeline.with_digest(digest):
            return msgspec.structs.replace(report, version=timeline.named(same, at), new=False)
        header = content.header
        name = timeline.next_name(header.country, header.edition)
        loaded = TariffLoaded(name, digest, header.country, header.edition, len(content.lines), len(content.measures), by, header)
        work.keep([(digest, body)])
        work.append(at, [(SUBJECT, loaded)])
    return msgspec.structs.replace(report, version=keeping.timeline().named(name, at), new=True)


def activate(version: str, by: str, since: datetime | None, store: Store, keeping: Keeping, at: datetime) -> TariffVersion:
    """Put a loaded tariff in force, from now or a later moment on.

    Raises:
      NotFound: No such tariff was loaded.
      NotAllowed: The officer is the one who loaded it.
      Conflict: It is in force or scheduled already, or the moment has passed.
    """
    with store.work() as work:
        timeline = keeping.timeline(work)
        now = max(at, timeline.latest)
        found = timeline.named(version, now)
        if found is None:
            raise no_such_version(version)
        if same_person(found.loaded_by, by):
            raise loaded_by_the_same(version)
        if found.state in ("in-force", "scheduled"):
            raise live_already(version, found.state)
        if since is not None and since < at:
            raise in_the_past(since)
        work.append(now, [(SUBJECT, TariffActivated(version, max(since or now, now), by))])
    made = keeping.timeline().named(version, now)
    if made is None:
        raise no_such_version(version)
    return made
