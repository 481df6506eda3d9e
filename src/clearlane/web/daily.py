"""The pages of the day at the office, each with its addresses."""

from __future__ import annotations

from clearlane.office.office import Office
from clearlane.web.case_acts import CaseActPages
from clearlane.web.design import DesignPages
from clearlane.web.doors import Door
from clearlane.web.inspecting import InspectingPages
from clearlane.web.own_acts import OwnActPages
from clearlane.web.own_amending import OwnAmendingPages
from clearlane.web.payments import PaymentPages
from clearlane.web.reviews import ReviewPages
from clearlane.web.risk_shell import Way
from clearlane.web.unmasking import UnmaskingPages
from clearlane.web.visits import VisitPages
from clearlane.web.work import WorkPages

DESKS = (
    WorkPages,
    UnmaskingPages,
    CaseActPages,
    OwnAmendingPages,
    OwnActPages,
    PaymentPages,
    InspectingPages,
    VisitPages,
    ReviewPages,
    DesignPages,
)


def ways(office: Office, door: Door) -> list[Way]:
    """Return the addresses of the day's pages."""
    return [way for desk in DESKS for way in desk(office, door).ways()]
