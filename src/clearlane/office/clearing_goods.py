"""Decisions on goods and debt: release, storage, clearance, the gate, and what becomes of goods that are not released."""

from __future__ import annotations

from clearlane.clearance.acts import DISPOSALS
from clearlane.model.clearance_facts import Cleared, Disposal, Disposed, GatePassed, Stored
from clearlane.model.facts import Fact, Record, Released
from clearlane.model.text import Text
from clearlane.office.clearing_act import Acting, Being

BY_OFFICER = Text(en="Released by an officer after control.", vi="Công chức hải quan quyết định thông quan sau kiểm tra.")
PROVISIONALLY = Text(
    en="Released by an officer while the debt is not final.",
    vi="Công chức hải quan quyết định giải phóng hàng khi chưa có số thuế chính thức.",
)


class DecidingOnGoods(Acting):
    """Decisions on goods. Each is refused with the reason where it is not possible."""

    def release(
        self, number: str, *, by: str, provisional: bool = False, ground: Text | None = None, expect: int | None = None
    ) -> list[Record]:
        """Release goods.

        Args:
          number: The declaration.
          by: The officer.
          provisional: Whether the debt is not final and will be stated later.
          ground: Why, for officers.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: It is not possible, or somebody changed something since.
        """

        def made(being: Being) -> list[Fact]:
            return [Released(ground or (PROVISIONALLY if provisional else BY_OFFICER), provisional, being.intent.by)]

        return self._by_officer(number, "release-provisionally" if provisional else "release", made, by, expect)

    def store(self, number: str, place: str, *, by: str, expect: int | None = None) -> list[Record]:
        """Let the owner take goods into his own storage until there is a result; refusals as of ``release``."""
        return self._by_officer(number, "store", lambda being: [Stored(place.strip(), being.intent.by)], by, expect)

    def clear(self, number: str, *, by: str, expect: int | None = None) -> list[Record]:
        """Make the debt final, of goods that were released; refusals as of ``release``."""

        def made(being: Being) -> list[Fact]:
            now = being.intent.now
            return [Cleared(now.owed, now.currency, being.intent.by)] if now.owed is not None else []

        return self._by_officer(number, "clear", made, by, expect)

    def pass_gate(self, number: str, place: str, *, by: str, expect: int | None = None) -> list[Record]:
        """Let released goods out of the supervised area; refusals as of ``release``."""
        return self._by_officer(number, "pass-gate", lambda being: [GatePassed(place.strip(), being.intent.by)], by, expect)

    def dispose(self, number: str, how: Disposal, ground: Text, *, by: str = "", expect: int | None = None) -> list[Record]:
        """Detain, free, seize, take over, send back or destroy goods, or refuse their release.

        Args:
          number: The declaration.
          how: What happens.
          ground: The ground with the law, as the trader reads it.
          by: The officer; empty only where the owner gives his goods up.
          expect: The last place in the log that he saw.

        Raises:
          Refusal: It is not possible, nobody signed, or somebody changed something since.
        """
        if how == "abandoned" and not by:
            return self._by_trader(number, "abandon", [Disposed(how, ground)], expect)
        return self._by_officer(number, DISPOSALS[how], lambda being: [Disposed(how, ground, being.intent.by)], by, expect)
