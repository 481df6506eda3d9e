"""Control: checks begun and concluded, the trader asked once and answering."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from clearlane.model.control_facts import Answered, Ask, Check, CheckBegun, CheckEnded, DocumentSupplied, Queried, QuerySettled, Reviewed
from clearlane.model.facts import Fact, Record
from clearlane.model.inspection import Intensity, ItemResult
from clearlane.model.refusals import Conflict
from clearlane.model.risk_facts import Examined
from clearlane.model.text import Text
from clearlane.office.clearing_act import Acting, Being
from clearlane.office.clearing_record import kept
from clearlane.office.generations import generation
from clearlane.office.query_words import put_aside
from clearlane.office.risk_results import demand_sound

_NO_GROUND = Text(en="Say what you would have decided, and why.", vi="Hãy nêu quyết định khác mà bạn cho là đúng và lý do.")


class Looked(msgspec.Struct, frozen=True):
    """What a check found.

    Attributes:
      intensity: How closely it was looked at.
      results: A result for each item looked at, those as declared too.
    """

    intensity: Intensity
    results: tuple[ItemResult, ...]


class Controlling(Acting):
    """Checks and queries."""

    def begin_check(self, number: str, check: Check, *, by: str, steps: Sequence[Text] = (), expect: int | None = None) -> list[Record]:
        """Begin to check documents or goods; from here on an amendment may be a request.

        Args:
          number: The declaration.
          check: What is checked.
          by: The officer.
          steps: Of an inspection, what is to be looked at.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: It is not possible, or somebody changed something since.
        """
        return self._by_officer(
            number, "begin-check", lambda being: [CheckBegun(check, being.intent.by, tuple(steps))], by, expect, check=check
        )

    def end_check(
        self,
        number: str,
        check: Check,
        *,
        satisfied: bool,
        by: str,
        why: str = "",
        found: Looked | None = None,
        expect: int | None = None,
    ) -> list[Record]:
        """Conclude a check with what it found; where it takes two officers, it waits for the second.

        Args:
          number: The declaration.
          check: What was checked.
          satisfied: Whether nothing stands against release.
          by: The officer.
          why: The ground; obliged where nothing was looked at.
          found: What was found; None where nothing was looked at.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: It is not possible, the results make no sense, or somebody changed something since.
        """
        grounded = found is not None or bool(why.strip())

        def made(being: Being) -> list[Fact]:
            looked: list[Fact] = []
            if found is not None:
                demand_sound(found.results, set(range(1, 1 + len(generation(being.work, being.case).item))))
                looked = [Examined(found.intensity, tuple(found.results), being.intent.by)]
            return [*looked, CheckEnded(check, satisfied, being.intent.by, kept(being.work, why))]

        return self._by_officer(number, "end-check", made, by, expect, why, check=check, satisfied=satisfied, why=grounded)

    def review(self, number: str, drawn: int, *, sound: bool, by: str, why: str = "", expect: int | None = None) -> list[Record]:
        """Say of a check on which the lot fell whether its decision was sound; nothing changes in the case by it.

        Args:
          number: The declaration.
          drawn: The place in the log where the lot fell on it.
          sound: Whether the decision was sound.
          by: The supervisor, another than whose check it was.
          why: What he noticed; demanded where it was not sound.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: No such check waits, it was his own, another decision has no reason, or somebody changed something since.
        """
        if not sound and not why.strip():
            raise Conflict(_NO_GROUND)
        return self._by_officer(
            number, "review", lambda being: [Reviewed(drawn, sound, being.intent.by, kept(being.work, why))], by, expect, number=drawn
        )

    def query(self, number: str, asks: Sequence[Ask], *, by: str, until: datetime | None = None, expect: int | None = None) -> list[Record]:
        """Ask the trader once for everything that is missing.

        Args:
          number: The declaration.
          asks: What is asked; nothing that was asked before.
          by: The officer.
          until: When the answer is due; by the statutory clock where none is given.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: It is not possible, it was asked before, or somebody changed something since.
        """

        def made(being: Being) -> list[Fact]:
            count = 1 + sum(isinstance(record.fact, Queried) for record in being.records)
            clock = self.law.clocks.get("query")
            within = clock.within if clock else timedelta(days=self._profile.document_days)
            return [Queried(count, put_aside(being.work, asks), until or being.intent.at + within, being.intent.by)]

        subjects = tuple((ask.subject, ask.item) for ask in asks)
        return self._by_officer(number, "query", made, by, expect, asks=subjects)

    def answer(self, number: str, query: int, words: str = "", documents: Sequence[str] = (), *, expect: int | None = None) -> list[Record]:
        """Answer a query, or say that the documents demanded were supplied (query 0). The trader's act.

        Args:
          number: The declaration.
          query: The query.
          words: What he writes.
          documents: Digests of documents supplied with it; each was put to the declaration before.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: Nothing is asked.
        """

        def made(being: Being) -> list[Fact]:
            there = {record.fact.digest for record in being.records if isinstance(record.fact, DocumentSupplied)}
            return [Answered(query, kept(being.work, words), tuple(one for one in documents if one in there))]

        return self._by_trader(number, "answer", made, expect, number=query)

    def settle(self, number: str, query: int, *, by: str, why: str = "", expect: int | None = None) -> list[Record]:
        """Close a query that was answered, or whose time is up.

        Raises:
          Refusal: No such query is open, or its answer is still awaited.
        """
        return self._by_officer(
            number, "settle", lambda being: [QuerySettled(query, being.intent.by, kept(being.work, why))], by, expect, number=query
        )
