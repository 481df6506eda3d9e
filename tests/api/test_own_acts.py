"""A trader's own acts over HTTP: he looks first and then binds himself, and nothing is done upon an older status."""

from __future__ import annotations

from clearlane.model.control_facts import Ask
from clearlane.model.text import Text
from tests.api.desk import Counter, message

LODGE = "/v1/declarations"
INVOICE = Ask("N380", Text(en="The invoice", vi="Hóa đơn thương mại"), 1)


def first_looked_at(at: Counter, reference: str = "R-1") -> str:
    answer = at.trader.post(f"{LODGE}?look-first=true", content=message(reference))
    assert answer.json()["state"] == "pre-lodged"
    return str(answer.json()["number"])


def test_a_program_looks_at_what_was_computed_and_then_binds_its_declarant(at: Counter) -> None:
    number = first_looked_at(at)
    status = at.trader.get(f"{LODGE}/{number}/status").json()
    assert [one["act"] for one in status["asked"]] == ["bind"]
    assert status["until"] is not None
    assert at.trader.get(f"{LODGE}/{number}").json()["duty"]["amount"] == "46927.46"
    bound = at.trader.post(f"{LODGE}/{number}/binding?notices={status['notices']}")
    assert (bound.status_code, bound.json()["state"], bound.json()["asked"]) == (200, "released", [])


def test_many_may_be_looked_at_first(at: Counter) -> None:
    answer = at.trader.post(f"{LODGE}?look-first=true", content=b"[" + message("A") + b"," + message("B") + b"]")
    assert [one["state"] for one in answer.json()] == ["pre-lodged", "pre-lodged"]


def test_nobody_is_bound_upon_an_older_status(at: Counter) -> None:
    number = first_looked_at(at)
    seen = at.trader.get(f"{LODGE}/{number}/status").json()["notices"]
    answer = at.trader.post(f"{LODGE}/{number}/binding?notices={seen - 1}")
    assert (answer.status_code, answer.json()["kind"]) == (409, "conflict")
    assert at.trader.get(f"{LODGE}/{number}/status").json()["asked"]


def test_nothing_is_answered_upon_an_older_status(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message("RED-1").replace(b"090111", b"240220")).json()["number"]
    status = at.trader.get(f"{LODGE}/{number}/status").json()
    assert [one["act"] for one in status["asked"]] == ["answer"]
    said = {"query": 0, "words": "We have none."}
    stale = at.trader.post(f"{LODGE}/{number}/answers?notices={status['notices'] - 1}", json=said)
    assert (stale.status_code, stale.json()["kind"]) == (409, "conflict")
    assert at.trader.post(f"{LODGE}/{number}/answers?notices={status['notices']}", json=said).status_code == 200


def test_a_program_asks_for_more_time_and_the_day_moves_once_it_is_given(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message("RED-1").replace(b"090111", b"240220")).json()["number"]
    at.office.clearance.query(number, [INVOICE], by="OFFICER-1")
    asked = {"query": 1, "why": "The mill is closed until Monday."}
    (before,) = (one.until for one in at.office.clearance.situation(number).queries)
    assert at.trader.post(f"{LODGE}/{number}/extensions", json=asked | {"why": " "}).json()["kind"] == "conflict"
    assert at.officer.post(f"{LODGE}/{number}/extensions", json=asked).status_code == 403
    assert at.trader.post(f"{LODGE}/{number}/extensions", json=asked).status_code == 200
    assert at.trader.post(f"{LODGE}/{number}/extensions", json=asked).status_code == 409
    at.office.clearance.decide_extension(number, 1, granted=True, by="OFFICER-1")
    assert [one.until > before for one in at.office.clearance.situation(number).queries] == [True]
