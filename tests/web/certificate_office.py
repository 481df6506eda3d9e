"""An office that issues certificates, served: a key of its own, and certificates in every state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from clearlane.api.app import create_app
from clearlane.keys import open_signer
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.test_certificates import AEO, ORIGIN
from tests.web.conftest import Served, serving
from tests.web.declarations import DECLARANT, XA, Clock

SIGNER = open_signer("memory:", "did:web:customs.example")
OWN = {**ORIGIN, "exporter": "Amberby Growers, 4 Harbour Street, Amberby", "exporterNumber": DECLARANT}


def issue_all(office: Office) -> dict[str, str]:
    """Certificates in every state, by what became of them."""
    office.certificates.keys = lambda: SIGNER
    until = office.clock() + timedelta(days=365)
    rows = [
        {**ORIGIN["items"][0], "description": f"Coffee {place * 7919} of {place * 104729}", "quantity": str(place)} for place in range(150)
    ]
    subjects = {"good": OWN, "withdrawn": OWN, "another's": ORIGIN, "long": {**OWN, "items": rows}}
    numbers = {
        name: office.certificates.issue("origin", one, signer=SIGNER, by="D-7", until=until).number for name, one in subjects.items()
    }
    numbers["operator"] = office.certificates.issue("aeo", {**AEO, "operator": DECLARANT}, signer=SIGNER, by="D-7").number
    office.certificates.withdraw(numbers["withdrawn"], by="D-8", why="The goods were roasted abroad.")
    return numbers


@contextmanager
def certifying(folder: Path) -> Iterator[Served]:
    """An office that someone tries out on this machine."""
    settings = Settings(tokens=str(folder / "tokens.toml"), certificate_key=str(folder / "certificate.key"))
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office:
        app = create_app(settings, office, open_demo=True)
        numbers = issue_all(office)
        with serving(app) as address:
            yield Served(office, address, numbers)
