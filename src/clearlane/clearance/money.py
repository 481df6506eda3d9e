"""What follows from money by itself, where payment or security releases: release, and the debt final, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from clearlane.clearance.acts import obstacles
from clearlane.clearance.intent import Intent
from clearlane.clearance.situation import after, situation
from clearlane.model.clearance_facts import Cleared
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.facts import Fact, Record, Released
from clearlane.model.situation import Situation
from clearlane.model.text import Text

ON_PAYMENT = Text(en="Released: what is owed is paid or secured.", vi="Thông quan: đã nộp hoặc đã bảo đảm số thuế phải nộp.")


def after_money(records: Iterable[Record], law: ClearanceLaw, at: datetime | None = None) -> list[Fact]:
    """Return what follows from the money of a declaration; nothing where payment does not release, or something stands against it.

    Args:
      records: The facts of the declaration, the new money among them.
      law: The law of clearance.
      at: Now; the moment of the last fact by default.
    """
    if law.release_on != "payment":
        return []
    known = list(records)
    return follows(situation(known), law, at or known[-1].at)


def follows(now: Situation, law: ClearanceLaw, at: datetime, ground: Text = ON_PAYMENT) -> list[Fact]:
    """Return the release of goods nothing stands against, and that the debt is final, where both follow by themselves.

    What was released while the debt was not final is cleared by an officer, who says what is owed in the end.

    Args:
      now: Where the declaration stands.
      law: The law of clearance.
      at: Now.
      ground: Why they are released.
    """
    made: list[Fact] = []
    if law.release_on != "payment":
        return made
    if now.lane is not None and not obstacles("release", Intent(now, law, at)):
        made.append(Released(ground))
        now = after(now, made[-1], now.last, at)
    if not now.provisional and now.owed is not None and not obstacles("clear", Intent(now, law, at)):
        made.append(Cleared(now.owed, now.currency))
    return made
