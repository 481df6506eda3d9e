"""Permits over HTTP: given by an agency, seen by their holder, and by no other trader."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.api.desk import DECLARANT, Counter

PERMIT = {
    "number": "L100-26-7",
    "kind": "L100",
    "holder": DECLARANT,
    "commodities": ["0901"],
    "since": "2026-01-01",
    "until": "2099-12-31",
    "unit": "TNE",
    "quantity": "100",
}


def agency(at: Counter) -> TestClient:
    return at.client({"Authorization": f"Bearer {at.token('partner', 'TRADE-1')}"})


def test_a_permit_given_by_its_agency_is_seen_by_its_holder_with_what_is_left(at: Counter) -> None:
    answers = [agency(at).post("/v1/permits", json=PERMIT) for _ in range(2)]
    assert [(one.status_code, one.json()["quantity_left"]) for one in answers] == [(201, "100"), (201, "100")]
    assert at.trader.get("/v1/permits/L100-26-7").json() == answers[0].json()
    assert at.officer.get("/v1/permits/L100-26-7").status_code == 200


def test_anothers_permit_is_answered_as_if_there_were_none(at: Counter) -> None:
    agency(at).post("/v1/permits", json=PERMIT)
    refused, unknown = at.other.get("/v1/permits/L100-26-7"), at.other.get("/v1/permits/L100-26-8")
    assert refused.status_code == unknown.status_code == 404
    assert refused.json()["detail"].replace("26-7", "26-8") == unknown.json()["detail"]


def test_only_agencies_give_and_withdraw(at: Counter) -> None:
    assert {one.post("/v1/permits", json=PERMIT).status_code for one in (at.trader, at.officer)} == {403}
    agency(at).post("/v1/permits", json=PERMIT)
    assert at.officer.post("/v1/permits/L100-26-7/withdrawal").status_code == 403
    assert agency(at).post("/v1/permits/L100-26-7/withdrawal").json()["withdrawn"] is True
    assert agency(at).post("/v1/permits/L100-26-7/withdrawal").status_code == 409


def test_a_kind_not_kept_here_and_a_changed_permit_are_refused_in_words(at: Counter) -> None:
    client = agency(at)
    assert client.post("/v1/permits", json=PERMIT | {"kind": "N380"}).json()["kind"] == "unreadable"
    client.post("/v1/permits", json=PERMIT)
    assert client.post("/v1/permits", json=PERMIT | {"quantity": "200"}).json()["kind"] == "conflict"
