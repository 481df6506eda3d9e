"""Facts of duty: an amount that falls after it was asked for, since a dispute was won or it was charged in error."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.payment import from_minor

ReductionGround = Literal["dispute", "error", "customs-error", "defective", "other-procedure"]
"""A dispute won · overcharged by an error in the assessment (Revised Kyoto Convention, General Annex, standard 4.18) · the error was
customs' own, and paying back comes first (4.22) · goods defective or not as agreed (4.19) · placed under another procedure (4.20)."""


class Reduction(msgspec.Struct, frozen=True, gc=False):
    """What is no longer owed of one tax on one goods item.

    Attributes:
      item: The goods item.
      tax: The tax.
      minor: Minor units, above 0.
    """

    item: int
    tax: str
    minor: int


class DutyReduced(msgspec.Struct, frozen=True, gc=False, tag="duty-reduced", omit_defaults=True):
    """Duty fell after it was computed, by an officer's decision. It holds until the declaration is assessed anew.

    Attributes:
      reductions: What is no longer owed, by goods item and tax.
      currency: ISO 4217.
      ground: The ground in law.
      by: The officer.
      why: SHA-256 of his reason, kept beside the log.
      dispute: The dispute it follows from; 0 for none.
    """

    reductions: tuple[Reduction, ...]
    currency: str
    ground: ReductionGround
    by: str
    why: str = ""
    dispute: int = 0

    @property
    def amount(self) -> Decimal:
        """What is no longer owed in all."""
        return from_minor(sum(one.minor for one in self.reductions), self.currency)
