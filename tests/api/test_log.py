"""The log of the HTTP door says what was answered, and never to whom or about what."""

from __future__ import annotations

import json
import logging

import pytest

from tests.api.desk import AGENT, DECLARANT, OTHER, XA, Counter, message, risky
from tests.secrets_of_risk import codes

LODGE = "/v1/declarations"


def test_a_request_is_one_line_with_route_status_and_role(at: Counter, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "clearlane.api"):
        at.trader.get(f"{LODGE}/X")
    (line,) = [json.loads(record.getMessage()) for record in caplog.records if record.name == "clearlane.api"]
    assert (line["method"], line["route"], line["status"], line["role"]) == ("GET", f"{LODGE}/{{name}}", 404, "trader")


def test_the_log_holds_no_number_name_token_reason_or_content(at: Counter, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        number = at.trader.post(LODGE, content=risky("PRIVATE-REF")).json()["number"]
        at.trader.post(LODGE, content=b"<Declaration>PRIVATE-REF</Declaratio>")
        at.other.post(LODGE, content=message("PRIVATE-REF"))
        for client in (at.trader, at.other, at.officer):
            client.get(f"{LODGE}/{number}/explanation")
            client.get(LODGE, params={"reference": "PRIVATE-REF", "limit": "PRIVATE-REF"})
        at.office.close()
        at.trader.get(f"{LODGE}/PRIVATE-REF")
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("clearlane"))
    private = {"PRIVATE-REF", number, DECLARANT, OTHER, AGENT, "Nordmarren", *at.given, *codes(XA)}
    assert logged.count("answered") >= 10
    assert "unexpected" in logged
    assert not [one for one in private if one in logged]
