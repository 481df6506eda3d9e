"""What a rule is: a code, how grave it is, its words, and two examples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from clearlane.model.findings import Finding, Pointer, Severity
from clearlane.model.pointing import point
from clearlane.model.text import Text

Baseline = Literal["declaration", "amendment", "cancellation", "presentation"]
Edits = Mapping[str, str | dict[str, object] | None]
"""What to put where, by path below ``/Declaration``; None takes away. An amount is written ``9600.00 USD``."""


class Rule(msgspec.Struct, frozen=True):
    """A rule that holds in every country.

    Attributes:
      code: Its code, for good.
      severity: ``blocking`` or ``warning``.
      title: What is demanded, in a few words.
      words: The rule in one sentence.
      passing: Edits that leave the baseline in order.
      failing: Edits that break this rule, and no other.
      baseline: The message the edits are made to.
      after: Elements whose own fault silences this rule: it could only repeat the consequence.
    """

    code: str
    severity: Severity
    title: Text
    words: Text
    passing: Edits
    failing: Edits
    baseline: Baseline = "declaration"
    after: tuple[str, ...] = ()

    def at(self, path: str, message: Text, remedy: Text) -> Finding:
        """Return a finding of this rule about a place, named by its path below ``/Declaration``."""
        return Finding(self.code, self.severity, nearest(path), f"/Declaration/{path}" if path else "/Declaration", message, remedy)


@lru_cache(maxsize=4096)
def nearest(path: str) -> Pointer:
    """Return a path in WCO ids; for an element the model does not know, the class it stands in."""
    while True:
        try:
            return point(path)
        except LookupError:
            path = path.rpartition("/")[0]
