"""What has waited too long for its papers goes on, and its papers are looked at after release: from yellow to blue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from clearlane.clearance.standing import standing
from clearlane.model.case import Case, Query
from clearlane.model.facts import Fact, Released, Routed
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.office.passage import BLUE_LANE
from clearlane.office.ports import Reading, Store
from clearlane.office.risk_chosen import About, folded
from clearlane.risk.selection.ageing import Waiting, aged

_PAGE = 500
_WAITED = Text(
    en="Waited for its papers to be checked for as long as the policy allows; they are checked after release.",
    vi="Đã chờ kiểm tra hồ sơ hết thời hạn theo chính sách; hồ sơ được kiểm tra sau thông quan.",
)


def age(profile: Profile, store: Store, clock: Callable[[], datetime]) -> list[str]:
    """Send on what has waited in yellow for the policy's days, and return the numbers; nothing where the policy names none.

    What a mandatory profile or the draw took stays, and so does what an officer has begun.
    """
    if profile.selection.yellow_days is None or "blue" not in profile.lanes.names:
        return []
    with store.work() as work:
        now = clock()
        numbers = aged(_waiting(work), now, profile.selection.yellow_days)
        for number in numbers:
            case, chosen = work.case(number), work.chosen(number)
            if case is None or chosen is None:
                continue
            facts: list[Fact] = [Routed("blue", (_WAITED,)), *([Released(BLUE_LANE)] if case.duty is not None else [])]
            records = work.append(now, [(number, fact) for fact in facts])
            work.put_cases([standing(records, case, profile.clearance)])
            about = About(chosen.importer, chosen.chapter, chosen.consignment, chosen.direction)
            made = folded(chosen, records, about, profile)
            work.put_chosen([made] if made else [])
    return list(numbers)


def _waiting(reading: Reading) -> Iterator[Waiting]:
    for case in _in_yellow(reading):
        chosen = reading.chosen(case.number)
        if chosen is not None:
            begun = chosen.intensity is not None
            yield Waiting(case.number, "yellow", chosen.at, chosen.arm, chosen.drawn, begun)


def _in_yellow(reading: Reading) -> Iterator[Case]:
    query = Query(lane="yellow", state="under-control", limit=_PAGE)
    while page := reading.cases(query):
        yield from page
        query = Query(lane="yellow", state="under-control", limit=_PAGE, before=page[-1].changed_at, before_number=page[-1].number)
