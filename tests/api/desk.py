"""An office behind its HTTP door, with callers of every role."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.office.access import new_token
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.tokens import keep_token
from clearlane.office.wiring import profile_named

XA = profile_named("xa")
DECLARANT, OTHER, AGENT = "XA2045183361", "XA1234567897", "XA2900117451"
EXAMPLE = XA.examples["import"]


class Clock:
    """Tells a second more each time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Counter:
    """An office's HTTP door: a client for each role.

    Attributes:
      trader, other, agent, officer: Clients that show their token.
      stranger: A client without one.
    """

    def __init__(self, office: Office, folder: Path, **settings: Any) -> None:
        self.office, self.tokens = office, folder / "tokens.toml"
        self.given: list[str] = []
        given = {
            "trader": self.token("trader", DECLARANT),
            "other": self.token("trader", OTHER),
            "agent": self.token("trader", AGENT, DECLARANT),
            "officer": self.token("officer"),
        }
        self.app = create_app(Settings(tokens=str(self.tokens), certificate_key=str(folder / "certificate.key"), **settings), office)
        self.stranger = self.client()
        self.trader, self.other, self.agent, self.officer = (
            self.client({"Authorization": f"Bearer {given[name]}"}) for name in ("trader", "other", "agent", "officer")
        )

    def token(self, role: Any, party: str = "", *acts_for: str) -> str:
        given, kept = new_token(role, party, acts_for)
        keep_token(self.tokens, kept)
        self.given.append(given)
        return given

    def client(self, headers: dict[str, str] | None = None) -> TestClient:
        return TestClient(self.app, headers=headers, raise_server_exceptions=False)


@contextmanager
def counter(folder: Path, *, sandbox: bool = False, store: str = "sqlite:///:memory:", **settings: Any) -> Iterator[Counter]:
    with Office.open(profile=XA, sandbox=sandbox, store=store, clock=Clock()) as office:
        made = Counter(office, folder, **settings)
        yield made
        made.app.state.desk.close()


def message(reference: str = "REF-1", **fields: Any) -> bytes:
    """The example import under a reference, with some attributes of the declaration changed."""
    plain = msgspec.json.decode(EXAMPLE)
    plain["Declaration"].update({"FunctionalReferenceID": reference, **fields})
    return msgspec.json.encode(plain)


def risky(reference: str, type_code: str = "IMA") -> bytes:
    """Tobacco, in two items at a price too low: what Arcadia looks at."""
    plain = msgspec.json.decode(message(reference, TypeCode=type_code))
    for item in plain["Declaration"]["GoodsShipment"]["GovernmentAgencyGoodsItem"]:
        item["Commodity"]["Classification"][0]["ID"] = "630900"
        item["Origin"][0]["CountryCode"] = "XN"
    plain["Declaration"]["GoodsShipment"]["GovernmentAgencyGoodsItem"][0]["Commodity"]["Classification"][0]["ID"] = "240220"
    return msgspec.json.encode(plain)


def request(number: str, type_code: str, inside: str = "", reference: str = "REQ-1") -> bytes:
    return f"""<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>13</FunctionCode>
        <FunctionalReferenceID>{reference}</FunctionalReferenceID><ID>{number}</ID><TypeCode>{type_code}</TypeCode>{inside}</Declaration>""".encode()
