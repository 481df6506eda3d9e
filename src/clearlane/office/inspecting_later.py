"""What an inspection leaves open: a laboratory's result that arrives later, and another agency that takes part in the same visit."""

from __future__ import annotations

from typing import Literal

from clearlane.model.facts import Fact, Record
from clearlane.model.inspection_facts import AgencyConcluded, InspectionOrdered, SampleJudged, VisitShared
from clearlane.model.refusals import Conflict, Unreadable
from clearlane.model.text import Text
from clearlane.office.clearing_act import Acting, Being
from clearlane.office.clearing_record import kept

QuayAct = Literal["judge-sample", "share-visit", "conclude-visit"]
"""Acts on what an inspection leaves open."""


class QuayLater(Acting):
    """Samples judged later, and visits shared with another agency."""

    @property
    def agencies(self) -> tuple[Text, ...]:
        """The other agencies that the law names, which may take part in an inspection."""
        return tuple({kind.agency.en: kind.agency for kind in self._profile.permits}.values())

    def judge_sample(self, number: str, sample: str, why: str, *, as_declared: bool, by: str, expect: int | None = None) -> list[Record]:
        """Record a laboratory's result. Goods that are not what was declared are checked again by their papers before anything is final.

        Args:
          number: The declaration.
          sample: The sample's number.
          why: The result in words.
          as_declared: Whether the goods are what was declared.
          by: The officer.
          expect: The last place in the log that he saw.

        Raises:
          Closed: No result on this sample is awaited.
          Conflict: No words are given, or somebody changed something since.
        """

        def facts(being: Being) -> list[Fact]:
            return [SampleJudged(sample, as_declared, being.intent.by, kept(being.work, why.strip()))]

        if not why.strip():
            raise Conflict(Text(en="Write what the laboratory found.", vi="Hãy ghi kết quả phân tích."))
        return self._by_officer(number, "judge-sample", facts, by, expect, named=sample)

    def share(self, number: str, agency: str, *, by: str, expect: int | None = None) -> list[Record]:
        """Have another agency take part in an inspection, at the place and time of its order.

        Args:
          number: The declaration.
          agency: The agency, as the law names it in English.
          by: The officer.
          expect: The last place in the log that he saw.

        Raises:
          Unreadable: The law names no such agency.
          Conflict: No place and time is set, or somebody changed something since.
        """
        if agency not in {one.en for one in self.agencies}:
            raise Unreadable(Text(en="The law here names no such agency.", vi="Pháp luật ở đây không quy định cơ quan này."))

        def facts(being: Being) -> list[Fact]:
            if not any(isinstance(one.fact, InspectionOrdered) for one in being.records):
                raise Conflict(Text(en="Set place and time first: it is one visit.", vi="Hãy ấn định địa điểm, thời gian trước."))
            return [VisitShared(agency, being.intent.by)]

        return self._by_officer(number, "share-visit", facts, by, expect, named=agency)

    def agency_says(self, number: str, agency: str, why: str, *, agrees: bool, by: str, expect: int | None = None) -> list[Record]:
        """Record what another agency found at a shared visit. Goods are released only once it agrees.

        Args:
          number: The declaration.
          agency: The agency, as the law names it in English.
          why: What it found, in words.
          agrees: Whether nothing of its own law stands against release.
          by: Who records it.
          expect: The last place in the log that he saw.

        Raises:
          Closed: Nothing is awaited of this agency.
          Conflict: It does not agree and no words are given, or somebody changed something since.
        """

        def facts(being: Being) -> list[Fact]:
            return [AgencyConcluded(agency, agrees, being.intent.by, kept(being.work, why.strip()))]

        if not (agrees or why.strip()):
            raise Conflict(Text(en="Write what the agency objects to.", vi="Hãy ghi lý do cơ quan phối hợp không đồng ý."))
        return self._by_officer(number, "conclude-visit", facts, by, expect, named=agency)
