"""Risk work over HTTP: the draw is everyone's, profiles and estimates are not, results come from officers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.desk import Counter, message

HOLDERS = {"H-1": "first words of mine", "H-2": "second words of mine"}
TEXT = 'profile TEAS "Cheap tea" scope item, import when hs starts with "0902" and price_per_kg < 1 then lane red'
FINE = {"item": 1, "conform": True}


def of(at: Counter, role: str, party: str) -> TestClient:
    return at.client({"Authorization": f"Bearer {at.token(role, party)}"})


def drawn(at: Counter) -> dict[str, Any]:
    """Commit a draw of everything, lodge, and return what may be shown of the declaration that was drawn."""
    desk = at.office.risk.draws
    begins = at.office.clock() + timedelta(seconds=3)
    desk.commit("today", begins, 1.0, HOLDERS, 2)
    for _ in range(4):
        at.office.clock()
    number = at.officer.post("/v1/declarations", content=message()).json()["number"]
    chosen = at.office.store.chosen(number)
    assert chosen is not None
    return {"period": "today", "number": number, "proof": chosen.proof}


def test_anyone_sees_the_commitment_and_checks_a_proof(at: Counter) -> None:
    shown = drawn(at)
    (told,) = at.stranger.get("/v1/risk/draws").json()
    assert (told["period"], told["share"], told["holders"], told["needed"], len(told["public_key"])) == ("today", 1.0, 2, 2, 66)
    assert at.stranger.post("/v1/risk/draws/verify", json=shown).json() == {"drawn": True}
    assert at.stranger.post("/v1/risk/draws/verify", json=shown | {"number": "26XA1"}).json() == {"drawn": False}
    assert at.stranger.post("/v1/risk/draws/verify", json=shown | {"period": "never"}).status_code == 404


@pytest.mark.parametrize("path", ["profiles", "estimates"])
def test_risk_work_is_not_for_traders_nor_for_every_officer(at: Counter, path: str) -> None:
    assert at.stranger.get(f"/v1/risk/{path}").status_code == 401
    assert [one.get(f"/v1/risk/{path}").status_code for one in (at.trader, at.officer)] == [403, 403]
    assert [of(at, role, "A-1").get(f"/v1/risk/{path}").status_code for role in ("analyst", "manager", "auditor")] == [200, 200, 200]


def test_an_analyst_writes_a_profile_that_is_not_in_force_yet(at: Counter) -> None:
    assert [of(at, role, "M-1").post("/v1/risk/profiles", json={"text": TEXT}).status_code for role in ("manager", "auditor")] == [403, 403]
    analyst = of(at, "analyst", "A-1")
    made = analyst.post("/v1/risk/profiles", json={"text": TEXT})
    assert (made.status_code, made.json()["state"], made.json()["written_by"]) == (201, "draft", "A-1")
    assert TEXT in [one["text"] for one in analyst.get("/v1/risk/profiles").json()]


def test_every_fault_of_a_profile_is_told_with_its_place(at: Counter) -> None:
    wrong = 'profile X "x" scope item\nwhen unit_prise < 5\nthen lane yelow'
    told = of(at, "analyst", "A-1").post("/v1/risk/profiles", json={"text": wrong}, headers={"Accept-Language": "vi"}).json()
    assert [one["where"] for one in told["errors"]] == ["body.text:2:6", "body.text:3:11"]
    assert told["errors"][0]["what"].endswith("Có phải ý là unit_price?")


def test_a_result_is_an_officers_and_counts_in_the_estimate(at: Counter) -> None:
    number = drawn(at)["number"]
    asked = {"intensity": "physical", "results": [{"item": 1, "conform": False, "category": "value", "revenue": "12.50"}]}
    path = f"/v1/risk/results/{number}"
    assert at.trader.post(path, json=asked).status_code == 403
    assert at.officer.post(path, json=asked).status_code == 403
    assert at.officer.post(path, json=asked | {"by": "C-7"}).json()["number"] == number
    told = of(at, "auditor", "AU-1").get("/v1/risk/estimates").json()
    assert (told["declarations"], told["inspected"], told["non_compliant"], told["fraud"]) == (1, 1, 1, 0)
    assert (told["from_draw"]["value"], told["from_draw"]["findings"]) == (1.0, 1)
    assert told["awaiting"] == 0
    assert [one["share"] for one in told["steps"]] == [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]
    assert told["steps"][0]["from_draw"]["value"] == 1.0


def test_where_nobody_looked_the_estimate_is_null_and_not_nought(at: Counter) -> None:
    drawn(at)
    told = of(at, "manager", "M-1").get("/v1/risk/estimates").json()
    assert {one["value"] for one in (told["from_draw"], told["by_propensity"], *told["offices"].values())} == {None}
    assert (told["awaiting"], told["inspected"]) == (1, 0)
    assert {at_share[way]["value"] for at_share in told["steps"] for way in ("from_draw", "by_propensity", "in_green")} == {None}


@pytest.mark.parametrize("query", [{"since": "2026-02-30"}, {"since": "2026-11-20", "until": "2026-01-01"}])
def test_a_period_that_is_none_is_named(at: Counter, query: dict[str, str]) -> None:
    answer = of(at, "auditor", "AU-1").get("/v1/risk/estimates", params=query)
    assert (answer.status_code, answer.json()["errors"][0]["where"]) == (422, "query.since")


def test_two_results_for_one_thing_are_refused(at: Counter) -> None:
    number = drawn(at)["number"]
    answer = at.officer.post(f"/v1/risk/results/{number}", json={"intensity": "scan", "results": [FINE, FINE], "by": "C-7"})
    assert (answer.status_code, answer.json()["kind"]) == (409, "conflict")
