"""What a trader sees at the top of his own declaration: what is asked of him, his money, what else he can do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec

from clearlane.model.case import Case
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.payment_reference import grouped
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.own_standing import OwnStanding
from clearlane.office.payment_nouns import AccountStatement, StatementLine
from clearlane.office.payment_words import KINDS
from clearlane.web.viewer import Viewer

Refused = tuple[Mapping[str, str], str, Text]
"""What was typed, in which act, and why it was refused."""
_OVER = ("rejected", "cancelled")


class Money(msgspec.Struct, frozen=True):
    """What is owed and what came.

    Attributes:
      account: The account of the declaration.
      reference: Under which it is paid, in groups of four.
      names: Names of the taxes by code.
      releases: Whether goods wait for it.
      deferred: Whether it can be put on a deferment account now.
    """

    account: AccountStatement
    reference: str
    names: Mapping[str, Text]
    releases: bool
    deferred: bool

    @property
    def beyond(self) -> bool:
        """Whether more was paid than is owed."""
        account = self.account
        return account.open < 0 or account.to_pay_back > 0 or account.ordered > 0


class OwnView(msgspec.Struct, frozen=True):
    """What a trader sees of his own declaration's course.

    Attributes:
      standing: Where it stands for him.
      money: What is owed; None where nothing ever was, or what is declared does not stand.
      now: The present moment.
      law: The law of clearance.
      typed: What he typed, where it was refused.
      act: Which act was refused; empty for none.
      trouble: Why.
    """

    standing: OwnStanding
    money: Money | None
    now: datetime
    law: ClearanceLaw
    typed: Mapping[str, str] = {}
    act: str = ""
    trouble: Text | None = None

    def left(self, until: datetime) -> timedelta:
        """Return how long there is until a moment; below zero after it."""
        return until - self.now

    def word(self, line: StatementLine) -> Text:
        """Return what an entry of the account is called."""
        return KINDS[line.kind]

    def opened(self, act: str) -> bool:
        """Say whether an act's form was refused, so that it stands open."""
        return self.trouble is not None and act == self.act

    @property
    def adrift(self) -> bool:
        """Whether an act was refused whose form is not on the page any more."""
        if self.trouble is None:
            return False
        number = self.typed.get("query", "0")
        asked = {one.act for one in self.standing.wanted if one.act != "answer" or str(one.number) == number}
        more = {"ask-extension" for one in self.standing.wanted if getattr(one, "more", "") == "ask" and str(one.number) == number}
        money = {"defer": self.money is not None and self.money.deferred, "excess": self.money is not None and self.money.beyond}
        contested = {"withdraw" for one in self.standing.disputes if self.typed.get("dispute") == str(one.number)}
        return self.act not in asked | more | contested | set(self.standing.ways) and not money.get(self.act, False)


def own_view(office: Office, viewer: Viewer, case: Case, refused: Refused | None = None) -> OwnView | None:
    """Return what a trader sees of his own declaration's course; None for anyone else.

    Args:
      office: The office.
      viewer: Who looks, and may see the declaration.
      case: The declaration.
      refused: An act of his that was refused.
    """
    if viewer.officer or not viewer.trades:
        return None
    standing = office.clearance.own(case.number)
    money = None if case.state in _OVER else _money(office, office.profile, case)
    return OwnView(standing, money, office.clock(), office.profile.clearance, *(refused or ()))


def _money(office: Office, law: Profile, case: Case) -> Money | None:
    account = office.payments.statement(case.number)
    if not account.charged and not account.lines:
        return None
    names = {tax.code: tax.name for tax in law.taxes}
    here = case.state not in ("pre-lodged",)
    return Money(account, grouped(account.reference), names, law.clearance.release_on == "payment", here and account.open > 0)
