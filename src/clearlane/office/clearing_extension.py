"""More time to answer a query: the trader asks for it with a reason, an officer gives it once or refuses it."""

from __future__ import annotations

from clearlane.model.control_facts import ExtensionAsked, ExtensionDecided
from clearlane.model.facts import Fact, Record
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane.office.clearing_act import Acting, Being
from clearlane.office.clearing_record import kept

_NO_REASON = Text(en="Say why more time is needed.", vi="Hãy nêu lý do cần gia hạn.")


class Extending(Acting):
    """Time to answer."""

    def ask_extension(self, number: str, query: int, why: str, *, expect: int | None = None) -> list[Record]:
        """Ask for more time to answer a query. The trader's act.

        Args:
          number: The declaration.
          query: The query.
          why: His reason, kept beside the log.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: No such query is open, it was answered, its time is up, more was asked for already, no reason is given, or the law
            gives none.
        """
        if not why.strip():
            raise Conflict(_NO_REASON)
        return self._by_trader(number, "ask-extension", lambda being: [ExtensionAsked(query, kept(being.work, why))], expect, number=query)

    def decide_extension(
        self, number: str, query: int, *, granted: bool, by: str, why: str = "", expect: int | None = None
    ) -> list[Record]:
        """Give more time to answer a query, as much as the law allows, or refuse it. An officer may give it unasked.

        Args:
          number: The declaration.
          query: The query.
          granted: Whether the trader gets it.
          by: The officer.
          why: The ground, kept beside the log.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: No such query is open, it was answered, it was decided upon before, or the law gives no more time.
        """

        def made(being: Being) -> list[Fact]:
            asked, more = next(one for one in being.intent.now.queries if one.query == query), self.law.query_more
            until = max(asked.until, being.intent.at) + more if granted and more is not None else None
            return [ExtensionDecided(query, being.intent.by, until, kept(being.work, why))]

        return self._by_officer(number, "decide-extension", made, by, expect, number=query)
