"""What the worklist shows: tabs with counts, cases with what they wait for, and how much of each clock is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import get_args

import msgspec
from starlette.requests import Request

from clearlane.model.case import BY_CUSTOMS, Case, Load, Query, Waits
from clearlane.model.skill import SkillAsked, skills_for
from clearlane.office.office import Office
from clearlane.office.working import duties
from clearlane.web.border import Goods
from clearlane.web.viewer import Viewer

TABS = ("mine", "section", "office")
WORDS: tuple[Waits, ...] = tuple(word for word in get_args(Waits) if word)
USUAL: tuple[Waits, ...] = (*BY_CUSTOMS, "answer")
PAGE, LOOKED_AT = 50, 500
"""How many cases a page shows, and how many are looked through for those that ask for a skill."""


class Row(msgspec.Struct, frozen=True):
    """A case in the list.

    Attributes:
      case: The case.
      goods: What it is about.
      left: How long its clock runs on; None where none runs. Below nothing where it has run out.
      gone: How much of the time is gone, 0 to 100, for the drawing.
    """

    case: Case
    goods: Goods
    left: timedelta | None
    gone: float


class Tab(msgspec.Struct, frozen=True):
    """A tab: its name, how many cases it holds, of how many a clock has run out."""

    name: str
    count: int
    late: int


class Worklist(msgspec.Struct, frozen=True):
    """Everything the page shows."""

    tab: str
    tabs: list[Tab]
    word: str
    words: list[tuple[Waits, int]]
    rows: list[Row]
    older: Case | None
    section: str
    places: tuple[str, ...]
    on_duty: bool
    follows: bool
    skill: str = ""
    skills: tuple[SkillAsked, ...] = ()


class Asked(msgspec.Struct, frozen=True):
    """What the address asks for: the tab, what is waited for, and behind which case the list goes on."""

    tab: str
    word: str
    due: datetime | None
    number: str
    skill: str = ""


def staff(viewer: Viewer) -> str:
    """Return the staff number of whoever looks; empty where he shows none."""
    return viewer.person or viewer.party


def asked_of(request: Request, viewer: Viewer) -> Asked:
    """Return what the address asks for; what means nothing is left aside."""
    given = request.query_params
    usual = "mine" if staff(viewer) and viewer.controls() else "office"
    try:
        due = datetime.fromisoformat(given.get("due", ""))
    except ValueError:
        due = None
    tab, word = given.get("tab", usual), given.get("waits", "")
    known = due if due is not None and due.tzinfo else None
    return Asked(
        tab if tab in TABS else usual, word if word in WORDS else "", known, given.get("after", "")[:70], given.get("skill", "")[:40]
    )


def worklist(office: Office, viewer: Viewer, asked: Asked, goods: Callable[[Case], Goods]) -> Worklist:
    """Return the worklist of an officer.

    Args:
      office: The office.
      viewer: Who looks: his own cases are those his staff number was drawn for.
      asked: Which part of it.
      goods: What a case is about.
    """
    now, places, me = office.clock(), tuple(sorted(viewer.offices)), staff(viewer)
    duty = duties(office, me) if me else []
    section = duty[0][1].section if duty else ("quay" if viewer.holds("inspector") else "documents")
    lying = office.store.workload(now, places)
    in_tab: dict[str, Callable[[Load], bool]] = {
        "mine": lambda one: bool(me) and one.officer == me,
        "section": lambda one: one.section == section,
        "office": lambda one: True,
    }
    inside = [one for one in lying if in_tab[asked.tab](one)]
    words = Counter[Waits]()
    for one in inside:
        words[one.waits] += one.cases
    waits: tuple[Waits, ...] = tuple(one for one in WORDS if one == asked.word) or USUAL
    wanted = Query(
        by_due=True, waits=waits, offices=places, limit=PAGE + 1, after_due=asked.due, after_number=asked.number,
        officer=me if asked.tab == "mine" else "", section=section if asked.tab == "section" else "",
    )  # fmt: skip
    law = office.profile.clearance.skills
    skill = next((one.skill for one in law if one.skill == asked.skill), "")
    cases = _with_skill(office, wanted, skill, goods) if asked.tab != "mine" or me else []
    tabs = [_tab(name, filter(in_tab[name], lying)) for name in TABS]
    told = [(one, words[one]) for one in WORDS if words[one]]
    rows, older = [_row(case, goods, now) for case in cases[:PAGE]], cases[PAGE - 1] if len(cases) > PAGE else None
    return Worklist(asked.tab, tabs, asked.word, told, rows, older, section, places, bool(duty), bool(asked.number), skill, law)


def _with_skill(office: Office, wanted: Query, skill: str, goods: Callable[[Case], Goods]) -> list[Case]:
    """Return the cases of a page; where a skill is named, those that ask for it among the next ones looked through."""
    if not skill:
        return office.cases(wanted)
    many = office.cases(msgspec.structs.replace(wanted, limit=LOOKED_AT))
    law = office.profile.clearance.skills
    return [case for case in many if skill in skills_for(law, goods(case).codes, case.lane)][: PAGE + 1]


def _tab(name: str, lying: Iterable[Load]) -> Tab:
    usual = [one for one in lying if one.waits in USUAL]
    return Tab(name, sum(one.cases for one in usual), sum(one.late for one in usual))


def _row(case: Case, goods: Callable[[Case], Goods], now: datetime) -> Row:
    if case.due_at is None:
        return Row(case, goods(case), None, 0.0)
    whole = case.due_at - case.changed_at
    gone = (now - case.changed_at) / whole if whole > timedelta() else 1.0
    return Row(case, goods(case), case.due_at - now, 100 * min(1.0, max(0.0, gone)))


def late(lying: Sequence[Load]) -> list[tuple[Waits, int, int]]:
    """Return what cases wait for, with how many do and of how many a clock has run out, the most overdue first."""
    cases, over = Counter[Waits](), Counter[Waits]()
    for one in lying:
        cases[one.waits] += one.cases
        over[one.waits] += one.late
    return sorted(((word, cases[word], over[word]) for word in cases), key=lambda one: (-one[2], -one[1], one[0]))
