"""The second phase of lodging: the declarant saw what was computed, and binds himself."""

from __future__ import annotations

from datetime import datetime

from clearlane.clearance.acts import demand
from clearlane.clearance.intent import Intent
from clearlane.clearance.lapse import lapses_at
from clearlane.clearance.situation import situation
from clearlane.model.case import Case
from clearlane.model.clearance_facts import Bound
from clearlane.model.facts import Fact, Lodged, Record
from clearlane.model.profile import Profile
from clearlane.model.refusals import Closed
from clearlane.model.text import Text
from clearlane.office.clearing_record import known, written
from clearlane.office.clearing_refusals import refuse_stale
from clearlane.office.payment_ledger import charged_again
from clearlane.office.ports import Work
from clearlane.office.requests import accepted
from clearlane.office.selection import Selection

LATE = Text(
    en="The time to declare is over, and this declaration lapses. Lodge it anew under a new reference.",
    vi="Đã hết thời hạn đăng ký chính thức, tờ khai này không còn giá trị. Hãy khai lại với số tham chiếu mới.",
)


def bind(work: Work, number: str, law: Profile, at: datetime, select: Selection, expect: int | None = None) -> list[Record]:
    """Bind a declarant to his declaration; where it waited for that and its goods are here, it is accepted and takes its lane.

    Args:
      work: The transaction.
      number: The declaration.
      law: The law that holds.
      at: Now.
      select: Who is looked at.
      expect: The last place in the log that he saw.

    Raises:
      NotFound: There is no such declaration.
      Refusal: He is bound already, its time is up, it does not stand, or something changed since he looked.
    """
    case, records = known(work, number)
    refuse_stale(records, expect, officer=False)
    now, until = situation(records), lapses_at(records, law.clearance)
    if until is not None and until <= at:
        raise Closed(LATE, number=case.number, state=case.state)
    demand("bind", Intent(now, law.clearance, at))
    facts: list[Fact] = [Bound(_content(case, records))]
    kind = law.kind(case.type_code)
    if now.unbound and not (kind is not None and kind.moment == "pre-lodged"):
        facts += accepted(case, work, law, at, select)
    made = written(work, at, case, records, facts, law.clearance)
    select.written(made)
    charged_again(work, law, case.number, at)
    return made


def _content(case: Case, records: list[Record]) -> str:
    """Return the digest of what he binds himself to: the latest generation."""
    return case.result or next((record.fact.content for record in records if isinstance(record.fact, Lodged)), "")
