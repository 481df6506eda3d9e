"""What the cashier's pages have in common: where they are, who acts there and who looks."""

from __future__ import annotations

from clearlane.model.refusals import NotAllowed
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

HERE = "/desk/payments"


def demand_cashier(viewer: Viewer) -> None:
    """Refuse whoever is no cashier.

    Raises:
      NotAllowed: He is none.
    """
    if not viewer.holds("cashier"):
        raise NotAllowed(WORDS["payments.not-yours"])


def demand_look(viewer: Viewer) -> None:
    """Refuse whoever neither takes money nor answers for it.

    Raises:
      NotAllowed: He does neither.
    """
    if not viewer.holds("cashier", "supervisor", "manager", "auditor"):
        raise NotAllowed(WORDS["payments.not-yours"])
