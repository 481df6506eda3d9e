"""Status and webhooks over HTTP: who may, what is answered, and deliveries beside the service by themselves."""

from __future__ import annotations

import json
from pathlib import Path
from time import sleep

import pytest

from clearlane.cli.desk import office_of
from clearlane.cli.webhooks import deliveries
from clearlane.office.settings import Settings
from tests.api.desk import DECLARANT, Counter, counter, message, risky
from tests.office.test_documents import PDF
from tests.office.test_webhooks import Receiver

HOOKS = "/v1/webhooks"
ADDRESS = {"address": "https://trader.example/customs"}


def test_a_trader_is_told_what_is_asked_until_when_and_whose_move_it_is(at: Counter) -> None:
    number = at.trader.post("/v1/declarations", content=risky("R-1")).json()["number"]
    status = at.trader.get(f"/v1/declarations/{number}/status").json()
    assert (status["state"], status["mover"], status["money"]) == ("under-control", "trader", "unknown")
    (asked,) = status["asked"]
    assert (asked["act"], asked["query"], asked["until"]) == ("answer", 0, status["until"])
    assert status["ways"]["cancel"] == "decided"
    vi = at.trader.get(f"/v1/declarations/{number}/status", headers={"Accept-Language": "vi"}).json()
    assert vi["move"] == "Nộp chứng từ"


def test_a_subscription_is_made_listed_and_ended_by_its_owner_alone(at: Counter) -> None:
    made = at.trader.post(HOOKS, json=ADDRESS)
    assert (made.status_code, made.json()["secret"][:6]) == (201, "whsec_")
    name = made.json()["name"]
    (listed,) = at.trader.get(HOOKS).json()
    assert (listed["address"], listed["failed"], "secret" in listed) == (ADDRESS["address"], 0, False)
    assert at.other.get(HOOKS).json() == []
    assert [one.delete(f"{HOOKS}/{name}").status_code for one in (at.other, at.trader, at.trader)] == [404, 204, 404]


def test_officers_have_none_and_an_address_within_is_refused(at: Counter) -> None:
    answers = [at.officer.post(HOOKS, json=ADDRESS), at.trader.post(HOOKS, json={"address": "https://10.0.0.1/"})]
    assert [(answer.status_code, answer.json()["kind"]) for answer in answers] == [(403, "not-allowed"), (409, "conflict")]


def test_the_secret_lies_sealed_in_the_store(at: Counter) -> None:
    secret = at.trader.post(HOOKS, json=ADDRESS).json()["secret"]
    kept = json.dumps(at.office.store.entries("webhooks"))
    assert DECLARANT in kept
    assert secret not in kept


@pytest.mark.parametrize(("webhooks", "heard"), [("anywhere", 3), ("public", 0), ("off", 0)])
def test_deliveries_go_on_beside_the_service_as_the_setting_says(tmp_path: Path, webhooks: str, heard: int) -> None:
    receiver = Receiver()
    store, key = f"sqlite:///{tmp_path}/office.db", f"{tmp_path}/office.key"
    found = Settings(store=store, machine_key=key, webhooks=webhooks)  # type: ignore[arg-type]
    with office_of(found) as office:
        office.webhooks.anywhere = True
        office.webhooks.subscribe(receiver.address, DECLARANT)
        office.lodge(message("R-1"))
        with deliveries(found):
            for _ in range(1 if webhooks == "off" else 600):
                if len(receiver.heard) == 3 or office.webhooks.of(DECLARANT)[0].why:
                    break
                sleep(0.05)
        assert len(receiver.heard) == heard
        assert office.webhooks.of(DECLARANT)[0].why == ("private-address" if webhooks == "public" else "")
    receiver.server.shutdown()
    receiver.server.server_close()


def test_a_public_office_answers_in_the_same_shape(tmp_path: Path) -> None:
    with counter(tmp_path, webhooks="anywhere") as at:
        assert at.trader.post(HOOKS, json={"address": "http://127.0.0.1:9/"}).status_code == 201


def test_software_answers_what_is_asked_with_a_document_it_supplied(at: Counter) -> None:
    number = at.trader.post("/v1/declarations", content=risky("R-1")).json()["number"]
    digest = at.trader.post(f"/v1/declarations/{number}/documents?for=N935", content=PDF).json()["digest"]
    answered = at.trader.post(f"/v1/declarations/{number}/answers", json={"query": 0, "documents": [digest]})
    assert (answered.status_code, answered.json()["mover"], answered.json()["asked"]) == (200, "customs", [])
    again = at.trader.post(f"/v1/declarations/{number}/answers", json={"query": 0})
    assert (again.status_code, again.json()["kind"]) == (409, "closed")
    answers = [one.post(f"/v1/declarations/{number}/answers", json={"query": 0}) for one in (at.other, at.officer)]
    assert [answer.status_code for answer in answers] == [404, 403]


def test_software_binds_its_declarant_once(at: Counter) -> None:
    number = at.trader.post("/v1/declarations", content=message("R-1")).json()["number"]
    assert [at.trader.post(f"/v1/declarations/{number}/binding").status_code for _ in range(2)] == [200, 409]
