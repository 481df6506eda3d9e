"""Results of inspections: coded, by item, with amounts; a fact of the declaration, and from then on part of what is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec.structs import replace

from clearlane.model.facts import Record
from clearlane.model.inspection import Intensity, ItemResult
from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict, NotFound
from clearlane.model.risk_facts import Examined
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.text import Text
from clearlane.office.ports import Store, Work
from clearlane.office.risk_chosen import About, folded
from clearlane.office.risk_refusals import INSPECTED_BY_NOBODY
from clearlane.office.tariff_refusals import identified


class ResultDesk:
    """Results, at ``office.risk.results``.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._clock = profile, store, clock

    def items(self, number: str) -> list[int]:
        """Return the goods items of which a result can be entered; none where what was declared is erased."""
        return sorted({event.item for event in self._store.happenings_of(number)})

    def record(self, number: str, intensity: Intensity, results: Sequence[ItemResult], *, by: str) -> Record:
        """Record what an inspection found.

        Args:
          number: The declaration.
          intensity: How closely it was looked at.
          results: A result for each item looked at, those that were as declared too.
          by: The officer.

        Raises:
          NotFound: No such declaration was selected here.
          NotAllowed: The officer gave no identification.
          Conflict: There is no result, one for an item that is not declared, two for one thing, or one that says nothing is wrong and what.
        """
        officer = identified(by, INSPECTED_BY_NOBODY)
        with self._store.work() as work:
            chosen = work.chosen(number)
            if chosen is None:
                raise NotFound(Text(en=f"No declaration {number} was selected here.", vi=f"Không có tờ khai {number} được phân luồng."))
            demand_sound(results, {event.item for event in work.happenings_of(number)})
            fact = Examined(intensity, tuple(results), officer)
            record = work.append(self._clock(), [(number, fact)])[0]
            remembered(work, number, [record], self._profile)
        return record


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
