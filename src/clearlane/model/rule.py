"""What a rule is: a code, how grave it is, its words, and two examples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from clearlane.model.findings import Finding, Severity
from clearlane.model.pointing import nearest
from clearlane.model.text import Text

Baseline = Literal["declaration", "amendment", "cancellation", "presentation", "import", "export"]
"""A message in order: one of any country, or the example that a profile gives for a direction."""
Edits = Mapping[str, str | dict[str, object] | None]
"""What to put where, by path below ``/Declaration``; None takes away. An amount is written ``9600.00 USD``."""


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A rule that says by itself what it demands and what it finds.

    Attributes:
      code: Its code, for good.
      severity: ``blocking`` or ``warning``.
      title: What is demanded, in a few words.
      words: The rule in one sentence.
      passing: Edits that leave the baseline in order.
      failing: Edits that break this rule, and no other.
      baseline: The message the edits are made to.
    """

    code: str
    severity: Severity
    title: Text
    words: Text
    passing: Edits
    failing: Edits
    baseline: Baseline = "declaration"

    def at(self, path: str, message: Text, remedy: Text) -> Finding:
        """Return a finding of this rule about a place, named by its path below ``/Declaration``."""
        return Finding(self.code, self.severity, nearest(path), f"/Declaration/{path}" if path else "/Declaration", message, remedy)
