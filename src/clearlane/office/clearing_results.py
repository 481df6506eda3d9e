"""Results of inspections entered by themselves, at ``office.risk.results``: an act as every other, put to two where it takes two."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.facts import Fact, Record
from clearlane.model.inspection import Intensity, ItemResult
from clearlane.model.refusals import NotFound
from clearlane.model.risk_facts import Examined
from clearlane.model.text import Text
from clearlane.office.clearing_act import Acting, Being
from clearlane.office.risk_refusals import INSPECTED_BY_NOBODY
from clearlane.office.risk_results import demand_sound
from clearlane.office.tariff_refusals import identified


class ResultDesk(Acting):
    """Results."""

    def items(self, number: str) -> list[int]:
        """Return the goods items of which a result can be entered; none where what was declared is erased."""
        return sorted({event.item for event in self._store.happenings_of(number)})

    def record(self, number: str, intensity: Intensity, results: Sequence[ItemResult], *, by: str, expect: int | None = None) -> Record:
        """Record what an inspection found; where it takes two officers, return that it waits for the second.

        Args:
          number: The declaration.
          intensity: How closely it was looked at.
          results: A result for each item looked at, those that were as declared too.
          by: The officer.
          expect: The last place in the log that he saw.

        Raises:
          NotFound: No such declaration was selected here.
          NotAllowed: The officer gave no identification.
          Conflict: There is no result, one for an item that is not declared, two for one thing, or one that says nothing is wrong and what;
            an act on the declaration waits for a second officer; or somebody changed something since ``expect``.
        """

        def made(being: Being) -> list[Fact]:
            if being.work.chosen(number) is None:
                raise NotFound(Text(en=f"No declaration {number} was selected here.", vi=f"Không có tờ khai {number} được phân luồng."))
            demand_sound(results, {event.item for event in being.work.happenings_of(number)})
            return [Examined(intensity, tuple(results), being.intent.by)]

        return self._by_officer(number, "record", made, identified(by, INSPECTED_BY_NOBODY), expect)[0]
