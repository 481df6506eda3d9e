"""What risk work derives from the log, made anew: what is remembered, goods items as risk saw them, and how declarations were selected.

What was known at the time is in the log, with each selection; what was declared is read again from what is kept beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from clearlane.model.case import Case
from clearlane.model.chosen import Chosen
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Amended, AmendmentRejected, Assessed, Cancelled, Lodged, Presented, Record
from clearlane.model.profile import Profile
from clearlane.model.refusals import Refusal
from clearlane.model.risk_facts import Examined, QueueCut, Selected, SelectionFell
from clearlane.model.risk_field import Value
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow
from clearlane.office.generations import generation
from clearlane.office.ports import Work
from clearlane.office.risk_capacities import restated
from clearlane.office.risk_chosen import About, about, folded
from clearlane.office.risk_quiet import note
from clearlane.office.risk_results import learned
from clearlane.office.risk_selecting import FIELDS, FIRST_KNOWN
from clearlane.risk.catalogue import catalogue
from clearlane.risk.reading import declared
from clearlane.risk.row import event, keys_of_row

_MESSAGE = Lodged | Presented | Amended | AmendmentRejected | Cancelled
_OFFICER = Examined | SelectionFell
_UNKNOWN: tuple[Value, ...] = (None,) * (len(catalogue()) - FIRST_KNOWN)


class RiskRebuild:
    """Makes the read models of risk work anew, message by message in the order of the log.

    Args:
      work: The transaction in which all is made anew.
      law: The law.
      erased: Is told each number whose content was erased, so that it is remembered and learned from no more.
    """

    def __init__(self, work: Work, law: Profile, erased: Callable[[str], None]) -> None:
        self._work, self._law, self._erased = work, law, erased
        self._events: list[HistoryEvent] = []
        self._rows: list[RiskRow] = []
        self._chosen: dict[str, Chosen] = {}
        self._quiet: dict[str, int] = {}

    def message(self, records: Sequence[Record], case: Case) -> None:
        """Derive what one message, or an officer's act, made.

        Args:
          records: Its facts, in order.
          case: Where the declaration stands after them.
        """
        number = records[0].subject
        before = None if isinstance(records[0].fact, Lodged) else self._known(number)
        selected = next((record for record in records if isinstance(record.fact, Selected)), None)
        if selected is not None:
            self._quiet.update(cast("Selected", selected.fact).gone_by)
        what = self._selected(records, selected, case) if selected is not None else _as_known(before)
        if what is None:
            return
        chosen = folded(before, _telling(records, selected), what, self._law)
        if chosen is not None:
            self._chosen[number] = chosen
        for record in records:
            if isinstance(record.fact, Examined) and chosen is not None:
                self.write()
                self._work.put_happenings(learned(self._work, record, record.fact))

    def _known(self, number: str) -> Chosen | None:
        return self._chosen.get(number) or self._work.chosen(number)

    def _selected(self, records: Sequence[Record], selected: Record, case: Case) -> About | None:
        """Remember the goods items of a selection, and return what their declaration says; None where it was erased."""
        declaration = self._declared(case)
        if declaration is None:
            self._erased(case.number)
            return None
        assessed = next(record.fact for record in records if isinstance(record.fact, Assessed))
        rows = declared(declaration, assessed, self._law, selected.at)
        known = _known_of(cast("Selected", selected.fact))
        first = isinstance(records[0].fact, Lodged)
        for item, row in enumerate(rows, 1):
            row.extend(known[item - 1] if len(known) >= item else _UNKNOWN)
            if first:
                self._events.append(event(case.number, item, row, selected.at, selected.seq, keys_of_row(row)))
            self._rows.append(RiskRow(case.number, item, selected.at, selected.seq, tuple(row)))
        return about(declaration, self._law)

    def _declared(self, case: Case) -> Declaration | None:
        try:
            return generation(self._work, case)
        except Refusal:
            return None

    def restate(self, fact: QueueCut) -> None:
        """Restate what a cut said of propensities."""
        self.write()
        self._work.put_chosen(restated(self._work, fact))

    def write(self) -> None:
        """Write what was derived so far."""
        self._work.put_happenings(self._events)
        self._work.put_risk_rows(self._rows)
        self._work.put_chosen(self._chosen.values())
        if self._quiet:
            note(self._work, self._quiet)
        self._events, self._rows, self._chosen = [], [], {}


def _telling(records: Sequence[Record], selected: Record | None) -> Sequence[Record]:
    """Return the facts that tell of selection: of a message that selected nothing, only what officers did after it."""
    if selected is not None or not isinstance(records[0].fact, _MESSAGE):
        return records
    return records[next((place for place, record in enumerate(records) if isinstance(record.fact, _OFFICER)), len(records)) :]


def _as_known(chosen: Chosen | None) -> About | None:
    return None if chosen is None else About(chosen.importer, chosen.chapter, chosen.consignment, chosen.direction)


def _known_of(fact: Selected) -> Sequence[Sequence[Value]]:
    """Return what was known of each goods item; nothing where it was logged for other fields than today's."""
    return fact.features if fact.fields == FIELDS else ()
