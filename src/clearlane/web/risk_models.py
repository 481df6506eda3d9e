"""The pages of lists, models, draws and estimates."""

from __future__ import annotations

from clearlane.web.risk_draws import DrawPages
from clearlane.web.risk_estimates import EstimatePages
from clearlane.web.risk_lists import ListPages
from clearlane.web.risk_shell import RiskShell, Way


def ways(shell: RiskShell) -> list[Way]:
    """Return the addresses of these pages.

    Args:
      shell: What the pages of risk work have in common.
    """
    return [*ListPages(shell).ways(), *DrawPages(shell).ways(), *EstimatePages(shell).ways()]
