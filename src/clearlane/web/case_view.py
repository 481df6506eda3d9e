"""What an officer has before him of a case: where it stands, what is due, what waits, and every act of his."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from clearlane.model.case import Case
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Record
from clearlane.model.refusals import NotFound
from clearlane.model.situation import Situation
from clearlane.model.text import Text
from clearlane.office.clearing import Due
from clearlane.office.clearing_matters import Matters, SignatureSeen
from clearlane.office.forms import Change
from clearlane.office.offered import Offered
from clearlane.office.office import Office
from clearlane.web.case_forms import GRAVE
from clearlane.web.case_less import Falling, falling
from clearlane.web.case_query import CORRECTIONS, ROWS, Tick, day_due, ticks
from clearlane.web.case_signature import lines
from clearlane.web.changes import asked as changed
from clearlane.web.declared import Declared
from clearlane.web.results import ResultForm, result_form
from clearlane.web.viewer import Viewer

Refused = tuple[Mapping[str, str], str, Text]
"""What was typed, in which act, and why it was refused."""
KEYS: dict[str, str] = {
    "begin-check": "c", "end-check": "e", "query": "q", "settle": "s", "countersign": "k", "review": "v", "decide-dispute": "d",
    "grant-amendment": "g", "grant-cancellation": "g", "refuse-request": "x", "release": "r", "release-provisionally": "p",
    "store": "o", "clear": "f", "pass-gate": "w", "detain": "h", "free": "u", "seize": "z", "abandon": "a", "re-export": "t",
    "destroy": "y", "refuse": "b", "decide-extension": "m", "reduce": "l",
}  # fmt: skip
"""The key of each act. It opens the act's form, or leads to its button; what is grave is confirmed in the form."""
LAST = ("detain", "free", "seize", "abandon", "re-export", "destroy", "refuse")
"""Decisions on goods that are not released: they stand apart."""
_USUAL = ("N935", "N271", "N861", "N954", "N740", "N705", "N730")


class CaseView(msgspec.Struct, frozen=True):
    """What an officer has before him.

    Attributes:
      now: The present moment.
      expect: The last place in the log that he sees: his act is decided upon it.
      situation: Where the case stands.
      due: What is due, the earliest first.
      offered: Every act of his.
      by: His staff number; empty where he cannot sign.
      matters: Everything open, with what people wrote.
      asked: What the trader asks to be changed, by the request's place in the log.
      kinds: Documents that can be asked for: code and name, those declared first.
      ticks: Documents declared, to be asked for.
      due_day: By which day an answer is due by the statutory clock.
      currency: The currency of amounts found missing.
      items: How many goods items there are.
      falling: What stands of each tax on each goods item, of which something can be taken off.
      results: The form of what a check found; None where none is going on.
      typed: What he typed, where it was refused.
      act: Which act was refused; empty for none.
      trouble: Why.
    """

    now: datetime
    expect: int
    situation: Situation
    due: tuple[Due, ...]
    offered: tuple[Offered, ...]
    by: str
    matters: Matters
    asked: dict[int, list[Change]]
    kinds: list[tuple[str, Text]]
    ticks: list[Tick]
    due_day: date
    currency: str
    items: int
    results: ResultForm | None
    falling: tuple[Falling, ...] = ()
    typed: Mapping[str, str] = {}
    act: str = ""
    trouble: Text | None = None

    @property
    def asks(self) -> range:
        """The places of the query's form."""
        return range(ROWS)

    @property
    def corrections(self) -> tuple[str, ...]:
        """What of an item can be asked to be corrected."""
        return CORRECTIONS

    @property
    def ready(self) -> list[Offered]:
        """What can be done now, decisions on goods that are not released apart."""
        return [one for one in self.offered if one.why_not is None and one.act not in LAST]

    @property
    def others(self) -> list[Offered]:
        """Decisions on goods that are not released, those possible now."""
        return [one for one in self.offered if one.why_not is None and one.act in LAST]

    @property
    def not_now(self) -> list[Offered]:
        """What cannot be done now."""
        return [one for one in self.offered if one.why_not is not None]

    def left(self, until: datetime) -> timedelta:
        """Return how long there is until a moment; below zero after it."""
        return until - self.now

    def key(self, one: Offered) -> str:
        """Return the key of an act, empty where it has none, or where an act before it has taken it."""
        key = KEYS.get(one.act, "")
        first = next((other for other in self.ready + self.others if KEYS.get(other.act) == key), None)
        return key if first is one else ""

    def grave(self, act: str) -> bool:
        """Say whether an act is said twice."""
        return act in GRAVE

    def kinds_of(self, one: SignatureSeen) -> list[str]:
        """Return what kinds of facts an act that waits for a second officer will be."""
        return [str(fact.__struct_config__.tag) for fact in one.facts]

    def lines_of(self, one: SignatureSeen) -> list[Text]:
        """Return what an act that waits for a second officer says, line by line."""
        return list(lines(one.facts, self.currency))

    def opened(self, one: Offered) -> bool:
        """Say whether an act's form was refused, so that it stands open."""
        about = (self.typed.get("number", "0") or "0", self.typed.get("check", one.check))
        return self.trouble is not None and self.act == one.act and about == (str(one.number), one.check)


def case_view(
    office: Office, viewer: Viewer, case: Case, records: Sequence[Record], content: Declared | None, refused: Refused | None = None
) -> CaseView | None:
    """Return what an officer has before him; None for whoever has no act here.

    Args:
      office: The office.
      viewer: Who looks.
      case: The declaration.
      records: Its facts.
      content: What is declared.
      refused: An act of his that was refused.
    """
    desk = office.clearance
    offered = desk.offered(case.number, viewer)
    if not offered:
        return None
    typed, act, trouble = refused or ({}, "", None)
    ends = any(one.act == "end-check" for one in offered)
    results = result_form(office, viewer, case.number, content, typed if act == "end-check" else None) if ends else None
    open_now = desk.matters(case.number)
    return CaseView(
        now=office.clock(),
        expect=records[-1].seq if records else 0,
        situation=desk.situation(case.number),
        due=desk.due(case.number),
        offered=offered,
        by=viewer.party,
        matters=open_now,
        asked={place: changed(office, case, request) for place, (_, request) in open_now.requests.items()},
        kinds=_kinds(office),
        ticks=ticks(_declaration(office, case), desk.situation(case.number), office.profile),
        due_day=day_due(office.profile, office.clock()),
        currency=office.profile.currency,
        items=len(content.items) if content else 0,
        results=results,
        falling=falling(office, case.number),
        typed=typed,
        act=act,
        trouble=trouble,
    )


def _declaration(office: Office, case: Case) -> Declaration | None:
    try:
        return office.declaration(case)
    except NotFound:
        return None


def _kinds(office: Office) -> list[tuple[str, Text]]:
    """Return the documents that can be asked for by code, the usual ones first."""
    known, day = office.profile.code_lists.get("documents"), office.profile.day(office.clock())
    every = [(code, text) for code in known.codes if known.holds(code, day) and (text := known.text(code))] if known else []
    return sorted(every, key=lambda one: (_USUAL.index(one[0]) if one[0] in _USUAL else len(_USUAL), one[0]))
