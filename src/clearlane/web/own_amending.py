"""An amendment written in the page: what may change filled in, then what differs and what is owed side by side, then sent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.refusals import Closed, Conflict, Refusal, Unreadable
from clearlane.model.text import Text
from clearlane.office.forms import Change
from clearlane.office.office import Office
from clearlane.office.own_amending import Field, Foreseen, fields, foresee
from clearlane.web.changes import at
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.dossier import sums_of
from clearlane.web.own_acts import demand_trader, own_case
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import Way, whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

AT = "/declarations/{number}/own/amendment"
_BYTES = 2_000_000
LABELS = {
    "TotalGrossMassMeasure": "field.gross",
    "TotalPackageQuantity": "field.packages",
    "InvoiceAmount": "field.invoice-total",
    "GoodsShipment/ExportCountry/ID": "field.from",
    "GoodsShipment/Invoice/ID": "field.invoice",
    "GoodsShipment/TradeTerms/ConditionCode": "field.terms",
    "GoodsShipment/TradeTerms/LocationName": "field.terms-place",
    "Commodity/Description": "item.goods",
    "Commodity/Classification/ID": "item.code",
    "Origin/CountryCode": "item.origin",
    "Commodity/GoodsMeasure/NetNetWeightMeasure": "own.amend.net",
    "Commodity/GoodsMeasure/GrossMassMeasure": "own.amend.gross",
    "Commodity/GoodsMeasure/TariffQuantity": "own.amend.quantity",
    "Commodity/InvoiceLine/ItemChargeAmount": "item.price",
}
"""What each field is called in the catalogue."""


class TaxChange(msgspec.Struct, frozen=True):
    """One tax before and after; None where there is none, or it is not priced. ``name`` is None for the total."""

    tax: str
    name: Text | None
    before: Decimal | None
    after: Decimal | None


class Seen(msgspec.Struct, frozen=True):
    """What an amendment would do, as the page shows it."""

    foreseen: Foreseen
    changes: list[tuple[Field | None, Change]]
    taxes: list[TaxChange]


class OwnAmendingPages:
    """The page on which a trader amends his declaration.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._door = office, door

    def ways(self) -> list[Way]:
        """Return the addresses of this page."""
        return [
            ("GET", AT, self._door.opened(self.form)),
            ("POST", AT, self._door.posted(self.take, again=self.again, most=_BYTES)),
        ]

    def form(self, request: Request, viewer: Viewer) -> Response:
        """Show what may change, as it stands."""
        return self._page(request, viewer, {})

    def take(self, request: Request, viewer: Viewer, typed: Form) -> Response:
        """Show what would change, or send it."""
        case = self._case(request, viewer)
        standing = self._office.clearance.own(case.number)
        if whole(typed.get("expect", ""), -1) != standing.told:
            raise Conflict(WORDS["own.stale"])
        if "amend" not in standing.ways:
            raise Closed(WORDS["own.amend.closed"])
        foreseen = foresee(self._office, case, typed, typed.get("why", "").strip())
        if typed.get("step") != "send":
            return self._page(request, viewer, typed, self._seen(case, foreseen))
        receipt = self._office.lodge(viewer.lodgement(foreseen.message))
        if not receipt.taken:
            found = receipt.findings[0]
            raise Unreadable(Text(en=f"{found.message.en} {found.remedy.en}", vi=f"{found.message.vi} {found.remedy.vi}"))
        return RedirectResponse(f"/declarations/{case.number}#own", 303, headers=HEADERS)

    def again(self, request: Request, viewer: Viewer, typed: Form, refusal: Refusal) -> Response:
        """Say why it was not carried out; what was typed stays."""
        return self._page(request, viewer, typed, trouble=refusal)

    def _case(self, request: Request, viewer: Viewer) -> Case:
        demand_trader(viewer)
        return own_case(self._office, viewer, request.path_params["number"])

    def _page(
        self, request: Request, viewer: Viewer, typed: Mapping[str, str], seen: Seen | None = None, trouble: Refusal | None = None
    ) -> Response:
        case = self._case(request, viewer)
        standing = self._office.clearance.own(case.number)
        if "amend" not in standing.ways and trouble is None:
            trouble = Closed(WORDS["own.amend.closed"])
        offered = fields(self._office.declaration(case)) if "amend" in standing.ways else []
        shown = {"case": case, "fields": offered, "typed": typed, "seen": seen, "told": standing.told}
        late = standing.ways.get("amend") == "decided"
        more = {"trouble": trouble.words if trouble else None, "late": late, "labels": LABELS}
        status = status_of(trouble) if trouble and request.method == "POST" else 200
        return self._door.page(request, "own_amending.html", viewer, status=status, **shown, **more)

    def _seen(self, case: Case, foreseen: Foreseen) -> Seen:
        """Return what is shown before it is sent."""
        known = {one.path: one for one in fields(foreseen.before)}
        changes = [
            (known.get(one.path.removeprefix("/Declaration/")), Change(one.path, one.kind, *_both(foreseen, one.path)))
            for one in foreseen.places
        ]
        return Seen(foreseen, changes, self._taxes(case, foreseen))

    def _taxes(self, case: Case, foreseen: Foreseen) -> list[TaxChange]:
        if foreseen.owed is None:
            return []
        law, old = self._office.profile, self._office.explain(case, officer=False).assessed
        before = {one.tax: one for one in (sums_of(old, law) if old else ())}
        after = {one.tax: one for one in sums_of(foreseen.owed, law)}
        taxes = [
            TaxChange(
                tax, (after.get(tax) or before[tax]).name, *(one.amount if one else Decimal(0) for one in (before.get(tax), after.get(tax)))
            )
            for tax in dict.fromkeys((*before, *after))
        ]
        return [*taxes, TaxChange("", None, old.total if old else None, foreseen.owed.total)]


def _both(foreseen: Foreseen, path: str) -> tuple[str, str]:
    return at(foreseen.before, path), at(foreseen.after, path)
