"""Until when a declarant may bind himself to what he saw computed; after that his declaration lapses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from clearlane.clearance.situation import situation
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.facts import Amended, Record, Registered


def lapses_at(records: Iterable[Record], law: ClearanceLaw) -> datetime | None:
    """Return when a declaration lapses that its declarant saw and did not bind himself to; None where nothing lapses.

    The time runs anew from each amendment, since what he looks at is computed anew.

    Args:
      records: Its facts, in order.
      law: The law of clearance.
    """
    known = tuple(records)
    now = situation(known)
    if not now.unbound or now.standing != "registered" or law.bind_within is None:
        return None
    return max(record.at for record in known if isinstance(record.fact, Registered | Amended)) + law.bind_within
