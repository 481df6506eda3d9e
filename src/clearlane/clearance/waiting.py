"""What a case waits for, in one word, where it waits, and until when: by this worklists are kept."""

from __future__ import annotations

from msgspec.structs import replace

from clearlane.clearance.clocks import due_in
from clearlane.model.case import Case, Waits
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.situation import Goods, Situation

_OVER: tuple[Goods, ...] = ("seized", "abandoned", "re-exported", "destroyed", "refused", "left")


def placed(case: Case, law: ClearanceLaw) -> Case:
    """Return a case with what it waits for, its section and its earliest clock, as they follow from its situation.

    Args:
      case: The case.
      law: The law of clearance.
    """
    now = case.situation
    if now is None:
        return case
    word = waits_for(now, law)
    until = next((one.until for one in due_in(now, law)), None) if word else None
    return replace(case, waits=word, section=section_of(now), due_at=until)


def waits_for(now: Situation, law: ClearanceLaw) -> Waits:
    """Return what is waited for; empty where nobody has anything to do.

    What another officer or the trader put to customs goes first, then an answer of the trader, then checks, then what ends the case.
    """
    if now.standing in ("rejected", "invalidated"):
        return ""
    put = _put_to_customs(now)
    if put or now.standing == "registered":
        return put
    if now.queries:
        return "answer" if now.queried else "answered"
    left = "" if now.goods in _OVER else _checked(now) or _ended(now, law)
    return "review" if now.reviews and left in ("", "gate") else left


def _put_to_customs(now: Situation) -> Waits:
    if now.countersign:
        return "signature"
    if now.disputes:
        return "dispute"
    return "request" if now.requests else ""


def _checked(now: Situation) -> Waits:
    """Return which check is next: goods can be looked at before the documents demanded come, papers cannot."""
    if "goods" in now.needed:
        return "inspection"
    if now.documents_due is not None:
        return "answer"
    return "documents" if now.needed else ""


def _ended(now: Situation, law: ClearanceLaw) -> Waits:
    """Return what ends a case that nothing is to be checked of any more."""
    if now.goods == "detained":
        return "detained"
    if now.goods == "released":
        if now.provisional and not now.final:
            return "final"
        return "gate" if law.gate else ""
    return "payment" if law.release_on == "payment" and now.debt == "open" else "release"


def section_of(now: Situation) -> str:
    """Return the section where a case is: the one it was given to, else the quay for goods and the documents' section for papers."""
    return now.section or ("quay" if now.lane == "red" or "goods" in now.needed else "documents")
