"""What follows for clearance once a declaration was paid or secured: one small door, so that money knows nothing of release."""

from __future__ import annotations

from datetime import datetime

from clearlane.model.clearance_law import ClearanceLaw
from clearlane.office.clearing_record import settled
from clearlane.office.ports import Work


def followed(work: Work, number: str, at: datetime, law: ClearanceLaw) -> None:
    """Let clearance look at a declaration again, within the same transaction.

    Args:
      work: The transaction; the new ``Paid`` or ``Secured`` is in it.
      number: The declaration.
      at: Now.
      law: The law of clearance.
    """
    settled(work, number, at, law)
