"""The cashier's desk: how the books stand today, what a bank reports, and the day closed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.money import MINOR_DIGITS
from clearlane.model.refusals import NotAllowed, Refusal, Unreadable
from clearlane.office.office import Office
from clearlane.office.payment_nouns import TakenMessage
from clearlane.office.payment_words import GROUNDS, account_words
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.forms import TooLarge, genuine, read_form
from clearlane.web.payments_cases import PaymentCases
from clearlane.web.payments_shell import HERE, demand_cashier, demand_look
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way, who
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_MOST = 16 * 1_048_576
"""The largest message of a bank, in bytes: some 10,000 credits."""


class PaymentPages:
    """The cashier's desk.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        door = self._door
        return [
            ("GET", HERE, door.opened(self.show)),
            ("POST", f"{HERE}/take", self.take),
            ("POST", f"{HERE}/close", door.posted(self.close, self.again)),
            *PaymentCases(self._office, door).ways(),
        ]

    def show(self, request: Request, viewer: Viewer) -> Response:
        """Show the accounts with their control totals, and the form for a bank's message."""
        demand_look(viewer)
        return self._page(request, viewer)

    async def take(self, request: Request) -> Response:
        """Take a bank's message: whole or not at all."""
        viewer = await run_in_threadpool(self._door.viewer, request)
        if viewer is None:
            return self._door.asked_in(request)
        try:
            demand_cashier(viewer)
            form = await read_form(request, _MOST)
        except NotAllowed as refusal:
            return await run_in_threadpool(self._door.refused, request, viewer, refusal)
        except TooLarge:
            return await run_in_threadpool(self._page, request, viewer, refused=Unreadable(WORDS["payments.too-large"]))
        return await run_in_threadpool(self._take, request, viewer, form)

    def _take(self, request: Request, viewer: Viewer, form: dict[str, bytes]) -> Response:
        try:
            if not genuine(request, form):
                raise NotAllowed(WORDS["form.stale"])
            if not form.get("file"):
                raise Unreadable(WORDS["payments.nothing"])
            return self._page(request, viewer, taken=self._office.payments.take(form["file"]))
        except Refusal as refusal:
            return self._page(request, viewer, refused=refusal)

    def close(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Close a day of the books; its control total is zero."""
        demand_cashier(viewer)
        try:
            day = date.fromisoformat(form.get("day", ""))
        except ValueError:
            raise Unreadable(WORDS["payments.day.none"]) from None
        self._office.payments.days.close(day, by=who(viewer), why=form.get("why", ""))
        return RedirectResponse(HERE, 303, headers=HEADERS)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say why a day was not closed."""
        demand_cashier(viewer)
        return self._page(request, viewer, refused=refusal)

    def _page(self, request: Request, viewer: Viewer, *, taken: TakenMessage | None = None, refused: Refusal | None = None) -> Response:
        desk, now = self._office.payments, self._office.clock()
        status = status_of(refused) if refused else 200
        shown = {"taken": taken, "trouble": refused.words if refused else None, "acts": viewer.holds("cashier")}
        found = {"books": desk.days.books(), "waiting": len(desk.suspense.items()), "missing": len(desk.days.missing())}
        more = {
            "named": partial(account_words, taxes=self._office.profile.taxes),
            "grounds": GROUNDS,
            "money": self._money,
            "today": self._office.profile.day(now),
        }
        return self._door.page(request, "payments.html", viewer, status=status, **shown, **found, **more)

    def _money(self, minor: int, currency: str) -> Decimal:
        return Decimal(minor).scaleb(-MINOR_DIGITS.get(currency, 2))
