"""The pages of selection."""

from __future__ import annotations

from clearlane.web import risk_declaration
from clearlane.web.risk_shell import RiskShell, Way


def ways(shell: RiskShell) -> list[Way]:
    """Return the addresses of these pages.

    Args:
      shell: What the pages of risk work have in common.
    """
    return risk_declaration.ways(shell)
