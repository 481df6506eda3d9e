"""What the cashier does with single sums: what lies in suspense is assigned, what is over is paid back, each with its second signature."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import NotFound, Refusal
from clearlane.office.office import Office
from clearlane.office.payment_nouns import AccountStatement, Asking
from clearlane.office.payment_words import GROUNDS, KINDS, account_words
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.payments_shell import HERE, demand_cashier, demand_look
from clearlane.web.rendering import HEADERS, address
from clearlane.web.risk_shell import Way, who
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_MOST = 50
"""How many items of suspense a page shows: each shown is a reading of personal data that is noted."""


class PaymentCases:
    """Suspense and refunds.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door
        desk = office.payments
        self._acts: dict[str, Callable[[str, str], Asking]] = {
            "refund": lambda number, by: desk.refunds.order(number, by=by),
            "sign": lambda number, by: desk.refunds.countersign(number, by=by),
        }

    def ways(self) -> list[Way]:
        """Return the addresses of these pages."""
        door = self._door
        return [
            ("GET", f"{HERE}/suspense", door.opened(self.suspense)),
            ("POST", f"{HERE}/suspense/assign", door.posted(self.assign, self.again)),
            ("POST", f"{HERE}/suspense/sign", door.posted(self.sign, self.again)),
            ("GET", f"{HERE}/of", door.opened(self.account)),
            ("POST", f"{HERE}/of/{{act}}", door.posted(self.pay_back, self.account_again)),
        ]

    def suspense(self, request: Request, viewer: Viewer) -> Response:
        """Show what lies in suspense with what the bank told; each reading is noted."""
        demand_cashier(viewer)
        return self._suspense(request, viewer, {})

    def assign(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Assign an item to a declaration with a reason."""
        demand_cashier(viewer)
        number, item = form.get("number", "").strip(), form.get("item", "")
        self._office.payments.suspense.assign(item, number, by=who(viewer), why=form.get("why", ""))
        return RedirectResponse(f"{HERE}/suspense", 303, headers=HEADERS)

    def sign(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Sign an assignment as the second officer."""
        demand_cashier(viewer)
        self._office.payments.suspense.countersign(form.get("item", ""), by=who(viewer))
        return RedirectResponse(f"{HERE}/suspense", 303, headers=HEADERS)

    def again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say on the list of suspense why an act was refused."""
        demand_cashier(viewer)
        return self._suspense(request, viewer, form, refusal)

    def account(self, request: Request, viewer: Viewer) -> Response:
        """Show what a declaration owes and what was paid on it, entry by entry."""
        demand_look(viewer)
        return self._account(request, viewer, request.query_params.get("number", ""))

    def pay_back(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Order to pay back what was paid beyond, or sign such an order."""
        demand_cashier(viewer)
        act = self._acts.get(request.path_params["act"])
        if act is None:
            raise NotFound(WORDS["problem.404.words"])
        number = form.get("number", "").strip()
        act(number, who(viewer))
        return RedirectResponse(address(f"{HERE}/of", {"number": number}), 303, headers=HEADERS)

    def account_again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        """Say beside the account why an act was refused."""
        demand_cashier(viewer)
        return self._account(request, viewer, form.get("number", ""), refusal)

    def _suspense(self, request: Request, viewer: Viewer, typed: Form, refusal: Refusal | None = None) -> Response:
        desk, rows = self._office.payments.suspense, []
        items = desk.items()
        for item in items[:_MOST]:
            self._office.people.reads.note(viewer, "suspense", item.item)
            rows.append((item, desk.told(item.item)))
        more = {"trouble": refusal.words if refusal else None, "grounds": GROUNDS, "me": who(viewer), "all": len(items)}
        status = status_of(refusal) if refusal else 200
        return self._door.page(request, "payments_suspense.html", viewer, status=status, rows=rows, typed=typed, **more)

    def _account(self, request: Request, viewer: Viewer, name: str, refusal: Refusal | None = None) -> Response:
        name, found = name.strip()[:70], None
        trouble = refusal.words if refusal else None
        if name:
            try:
                found = self._found(viewer, name)
            except NotFound as unknown:
                trouble = trouble or unknown.words
        status = status_of(refusal) if refusal else 200
        more = {
            "found": found,
            "name": name,
            "kinds": KINDS,
            "named": partial(account_words, taxes=self._office.profile.taxes),
            "acts": viewer.holds("cashier"),
        }
        return self._door.page(request, "payments_of.html", viewer, status=status, trouble=trouble, **more)

    def _found(self, viewer: Viewer, name: str) -> AccountStatement:
        case = self._office.case(name)
        self._office.people.reads.note(viewer, "account", case.number)
        return self._office.payments.statement(case.number)
