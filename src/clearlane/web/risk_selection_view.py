"""What the page of selection shows: a queue in its order, what each office's lanes came to beside the policy, what was signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from clearlane.model.facts import SEVERITY, Lane
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.web.risk_selection_nouns import Achieved, Falling, LaneShare, Place, Proposal, SelectionView, ShiftNamed, Signed

SHOWN = 200
"""How many declarations of a queue a page shows."""
_CUTS = 50
_WEEK = timedelta(days=7)
_LANES: tuple[Lane, ...] = tuple(reversed(SEVERITY))
_SHIFTS = {"day": Text(en="day", vi="ca ngày"), "night": Text(en="night", vi="ca đêm"), "morning": Text(en="morning", vi="ca sáng")}


def selection_view(office: Office, place: str, shift: str, *, week: bool = False) -> SelectionView:
    """Return what the page shows; where office or shift are unknown, the ones most likely meant.

    Args:
      office: The office.
      place: The customs office asked for.
      shift: The shift asked for.
      week: Whether lanes are of the latest seven days, not of the shift.
    """
    desk, known = office.risk.capacities, office.risk.capacities.offices()
    places, shifts = places_of(office.profile, office.profile.day(office.clock()), known), _shifts(desk.coming(), known)
    here = place if place in places else _likeliest(known, desk.shift(), places)
    now = shift if shift in shifts else desk.shift()
    said = office.risk.keeping.timeline().capacities.get((here, now))
    return SelectionView(
        place=places.get(here, Place(here, None)),
        shift=shifts[now],
        places=list(places.values()),
        shifts=list(shifts.values()),
        capacity=said[-1][0] if said else None,
        capacity_at=said[-1][1] if said else None,
        queue=desk.queue(here, now) if here else [],
        earlier=_earlier(office, known, shifts, here, now),
        arms=_arms(office, here, now),
        achieved=_achieved(office, known, places, now, week=week),
        random_share=_random_share(office),
        cuts=[Signed(at, places.get(cut.office, Place(cut.office, None)), _named(cut.shift), cut) for cut, at in desk.cuts(_CUTS)],
    )


def proposal(office: Office, place: str, shift: str, inspections: int, checks: int | None) -> Proposal:
    """Return what a capacity would mean for a queue. Nothing is recorded."""
    queue = {one.chosen.number: one.chosen for one in office.risk.capacities.queue(place, shift)}
    made = office.risk.capacities.proposed(place, shift, inspections)
    kept = sum(one.arm in ("mandatory", "random") or one.drawn or one.notified for one in queue.values())
    falling = [Falling(queue[number]) for number in made.fallen if number in queue]
    waiting = [Falling(queue[number], shifts) for number, shifts in made.waiting if number in queue]
    return Proposal(inspections, checks, made, falling, waiting, kept)


def places_of(law: Profile, today: date, known: Iterable[tuple[str, str]]) -> dict[str, Place]:
    """Return the customs offices: those in force by the law, and those that ever selected, by code."""
    rule = next((rule for rule in law.code_rules if rule.path == "DeclarationOfficeID"), None)
    codes = law.code_lists.get(rule.codes) if rule else None
    every = {place for place, _ in known if place} | ({code for code in codes.codes if codes.holds(code, today)} if codes else set())
    return {code: Place(code, codes.text(code) if codes else None) for code in sorted(every)}


def _shifts(coming: list[str], known: Iterable[tuple[str, str]]) -> dict[str, ShiftNamed]:
    earlier = sorted({shift for _, shift in known} - set(coming), reverse=True)
    return {name: _named(name) for name in (*coming, *earlier)}


def _named(name: str) -> ShiftNamed:
    day, _, called = name.partition(" ")
    return ShiftNamed(name, date.fromisoformat(day), _SHIFTS.get(called, Text(en=called, vi=called)))


def _likeliest(known: list[tuple[str, str]], now: str, places: dict[str, Place]) -> str:
    """Return the office with declarations in the shift that is now, else the latest with any, else the first."""
    return (
        next((place for place, shift in known if shift == now and place), "")
        or next((place for place, _ in known if place), "")
        or (next(iter(places), ""))
    )


def _earlier(
    office: Office, known: list[tuple[str, str]], shifts: dict[str, ShiftNamed], here: str, now: str
) -> list[tuple[ShiftNamed, int]]:
    """Return the latest earlier shifts of an office in which something still waits."""
    of_office = [shift for place, shift in known if place == here and shift != now and shift in shifts][:14]
    waiting = [(shifts[shift], len(office.risk.capacities.queue(here, shift))) for shift in of_office]
    return [(shift, count) for shift, count in waiting if count]


def _arms(office: Office, place: str, shift: str) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for (arm, _), count in office.store.chosen_counts(place, shift).items():
        counted[arm] += count
    return dict(counted)


def _achieved(office: Office, known: list[tuple[str, str]], places: dict[str, Place], now: str, *, week: bool) -> list[Achieved]:
    since = (_named(now).day - _WEEK).isoformat()
    counted: dict[str, Counter[Lane]] = {}
    for place, shift in known:
        if (since < shift[:10] <= now[:10]) if week else shift == now:
            counted.setdefault(place, Counter()).update(office.risk.capacities.arrived(place, shift))
    expected = office.profile.selection.expected
    found = []
    for place, lanes in sorted(counted.items()):
        whole = sum(lanes.values())
        shares = [LaneShare(lane, lanes[lane], lanes[lane] / whole if whole else 0.0, expected.get(lane)) for lane in _LANES]
        found.append(
            Achieved(places.get(place, Place(place, None)), whole, [one for one in shares if one.lane in office.profile.lanes.names])
        )
    return found


def _random_share(office: Office) -> float:
    committed = office.risk.keeping.timeline().draw_at(office.clock())
    return committed.share if committed else office.profile.selection.random_share
