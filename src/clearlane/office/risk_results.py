"""Results of inspections: coded, by item, with amounts; a fact of the declaration, and from then on part of what is known."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clearlane.model.facts import Record
from clearlane.model.inspection import ItemResult
from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict
from clearlane.model.risk_facts import Examined
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.text import Text
from clearlane.office.ports import Work
from clearlane.office.risk_chosen import About, folded


def remembered(work: Work, number: str, records: Sequence[Record], profile: Profile) -> None:
    """Learn from what officers recorded of a declaration, within the transaction that records it.

    Args:
      work: The transaction.
      number: The declaration.
      records: What was recorded.
      profile: The law.
    """
    chosen = work.chosen(number) if any(isinstance(record.fact, Examined) for record in records) else None
    if chosen is None:
        return
    about = About(chosen.importer, chosen.chapter, chosen.consignment, chosen.direction)
    made = folded(chosen, records, about, profile)
    work.put_chosen([made] if made else [])
    for record in records:
        if isinstance(record.fact, Examined):
            work.put_happenings(learned(work, record, record.fact))


def learned(work: Work, record: Record, fact: Examined) -> list[HistoryEvent]:
    """Return what is learned by a result: for each item looked at, whether something was found of it, known from then on."""
    declared = {event.item: event for event in work.happenings_of(record.subject) if event.happening == "declared"}
    of_whole = [result for result in fact.results if result.item == 0]
    looked = {result.item for result in fact.results if result.item} or set(declared)
    found = []
    for item in sorted(looked & set(declared)):
        own = [result for result in fact.results if result.item == item] + of_whole
        wrong = [result for result in own if not result.conform]
        amounts = {"found": float(bool(wrong)), "revenue": float(sum(result.revenue for result in wrong))}
        found.append(replace(declared[item], happening="result", known_at=record.at, seq=record.seq, amounts=amounts))
    return found


def demand_sound(results: Sequence[ItemResult], items: set[int]) -> None:
    """Refuse results that make no sense.

    Args:
      results: The results.
      items: The goods items declared.

    Raises:
      Conflict: There is none, one for an item that is not declared, two for one thing, or one that says nothing is wrong and what.
    """
    named = [(result.item, result.category) for result in results]
    wrong = (
        not results
        or any(item and item not in items for item, _ in named)
        or len(set(named)) < len(named)
        or any(result.conform == (result.category is not None) for result in results)
        or any(result.revenue < 0 for result in results)
    )
    if wrong:
        raise Conflict(
            Text(
                en="Give a result for each item looked at: as declared, or what was wrong with it, once each, with no amount below 0.",
                vi="Hãy ghi kết quả cho từng mặt hàng đã kiểm tra: đúng khai báo, hoặc nêu sai lệch, mỗi loại một lần, số tiền không âm.",
            )
        )
