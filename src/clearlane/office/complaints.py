"""What is said against a national profile."""

from __future__ import annotations

import msgspec

from clearlane.model.text import Text


class Complaint(msgspec.Struct, frozen=True):
    """Something that keeps a profile from being worked with.

    Attributes:
      rule: Which demand is not met: ``dates``, ``lists``, ``places``, ``words``, ``taxes``, ``references``, ``acts``, ``kinds``,
        ``lanes``, ``rules``, ``examples``, ``journeys``.
      words: What is the matter, and where.
    """

    rule: str
    words: Text
