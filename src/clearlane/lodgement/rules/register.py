"""Every rule that holds in every country, by its code."""

from __future__ import annotations

from clearlane.lodgement.rules import formats, identity, requests, structure, totals, transport
from clearlane.lodgement.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.code: rule
    for rules in (structure.RULES, formats.RULES, totals.RULES, transport.RULES, identity.RULES, requests.RULES)
    for rule in rules
}
"""In the order of their codes."""
