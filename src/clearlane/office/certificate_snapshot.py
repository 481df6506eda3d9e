"""What anyone needs to check certificates without asking us: pinned keys and lists of status, together and as of a moment."""

from __future__ import annotations

import json
from typing import Any

from clearlane.exchange.certificates import WORDS
from clearlane.model.refusals import Unavailable
from clearlane.office.certificate_checks import Seen, seen
from clearlane.office.office import Office

DAYS = 7
"""How many days old a list of status may be."""
MEANING: dict[str, Any] = WORDS
"""What the names in certificates mean, for whoever reads them as linked data."""


def snapshot(office: Office) -> dict[str, Any]:
    """Return keys and lists as they are handed out: those of partners that were pinned, and the office's own, where it issues certificates.

    ``made`` is when; ``days`` how old a list may be; ``dids`` the issuers' documents; ``lists`` the signed lists of status.
    """
    held = office.certificates.pins()
    dids, lists = list(held.dids), list(held.lists)
    try:
        own = office.certificates.did(office.certificates.keys())
        dids = [own, *(one for one in dids if one["id"] != own["id"])]  # nobody else says what this office's keys are
        lists += office.certificates.status_now().values()
    except Unavailable:
        pass
    return {"made": f"{office.clock():%Y-%m-%dT%H:%M:%SZ}", "days": DAYS, "dids": dids, "lists": lists}


def look(office: Office, shown: bytes, days: int = DAYS) -> Seen:
    """Look at a certificate, or the code from its paper, by what the office has at hand.

    Args:
      office: The office.
      shown: The certificate or the code.
      days: How many days old a list of status may be.

    Raises:
      Unreadable: It is neither.
    """
    held = snapshot(office)
    dids, lists = ([json.dumps(one).encode() for one in held[name]] for name in ("dids", "lists"))
    return seen(shown, dids, lists, office.clock(), days)
