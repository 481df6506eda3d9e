"""What a rule of every country has besides: the faults it is the mere consequence of."""

from __future__ import annotations

from clearlane.model import rule


class Rule(rule.Rule, frozen=True):
    """A rule that holds in every country.

    Attributes:
      after: Elements whose own fault silences this rule: it could only repeat the consequence.
    """

    after: tuple[str, ...] = ()
