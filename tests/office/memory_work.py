"""What the store in memory answers about work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from clearlane.model.case import NOBODY, Case, Load, Query, Waits
from clearlane.model.facts import Record

NEVER = datetime(9999, 1, 1, tzinfo=UTC)


def due(case: Case) -> tuple[datetime, str]:
    return case.due_at or NEVER, case.number


def waiting(case: Case, query: Query) -> bool:
    return (
        (not query.offices or case.office in query.offices)
        and query.officer in ("", case.officer or NOBODY)
        and query.section in ("", case.section)
        and (not query.waits or case.waits in query.waits)
        and (query.due_before is None or due(case)[0] < query.due_before)
        and (not query.by_due or bool(case.waits))
        and (not query.after_number or due(case) > (query.after_due or NEVER, query.after_number))
    )


class MemoryWork:
    """Questions of officers and supervisors."""

    _cases: dict[str, Case]
    _log: list[Record]

    def workload(self, at: datetime, offices: Sequence[str] = ()) -> list[Load]:
        all_: Counter[tuple[str, str, str, Waits]] = Counter()
        late: Counter[tuple[str, str, str, Waits]] = Counter()
        for one in self._cases.values():
            if one.waits and (not offices or one.office in offices):
                all_[one.office, one.section, one.officer, one.waits] += 1
                late[one.office, one.section, one.officer, one.waits] += one.late(at)
        return [Load(*place, count, late[place]) for place, count in sorted(all_.items())]

    def acts(self, kinds: Sequence[str], since: datetime, until: datetime, before: int = 0, limit: int = 100) -> list[Record]:
        found = (one for one in self._log if one.fact.__struct_config__.tag in kinds and getattr(one.fact, "by", None))
        return [one for one in reversed(list(found)) if since <= one.at < until and (not before or one.seq < before)][:limit]
