"""The pages of lists, models, draws and estimates."""

from __future__ import annotations

from clearlane.web.risk_shell import RiskShell, Way


def ways(shell: RiskShell) -> list[Way]:
    """Return the addresses of these pages.

    Args:
      shell: What the pages of risk work have in common.
    """
    return []
