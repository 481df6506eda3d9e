"""Signing: when an act on money takes a second officer, and who may be that."""

from __future__ import annotations

from decimal import Decimal

from clearlane.model.payment import from_minor
from clearlane.model.profile import Profile
from clearlane.office.payment_refusals import NOBODY, same_officer
from clearlane.office.tariff_refusals import identified, same_person


def takes_two(law: Profile, tag: str, minor: int, currency: str) -> bool:
    """Say whether the law wants a second signature.

    Args:
      law: The law.
      tag: The kind of fact it becomes.
      minor: How much.
      currency: Of it; an amount in another currency than that of account always takes two where any amount does.
    """
    bound = law.clearance.money_two_from
    if tag in law.clearance.two_for:
        return True
    amount: Decimal = abs(from_minor(minor, currency))
    return bound is not None and (currency != law.currency or amount >= bound)


def second_of(by: str, first: str) -> str:
    """Return the second officer's identification.

    Raises:
      NotAllowed: It is none, or the first officer's.
    """
    officer = identified(by, NOBODY)
    if same_person(officer, first):
        raise same_officer()
    return officer
