"""Certificates over HTTP: issued and withdrawn by officers, seen by whom they are about, checked by anyone."""

from __future__ import annotations

from typing import Any

from clearlane_verify.code import unpacked
from tests.api.desk import DECLARANT, Counter, message
from tests.office.test_certificates import ORIGIN

AT = "/v1/certificates"
AEO = {"kind": "aeo", "subject": {"operator": DECLARANT, "programme": "AEO-S", "status": "authorised"}, "until": "2027-11-20"}


def issued(at: Counter, **asked: Any) -> dict[str, Any]:
    answer = at.officer.post(AT, json=AEO | asked)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_one_issued_is_seen_by_whom_it_is_about_and_by_no_other_trader(at: Counter) -> None:
    made = issued(at)
    number = made["number"]
    assert made["document"]["validUntil"] == "2027-11-20T23:59:59Z"
    assert at.trader.get(f"{AT}/{number}").json() == made
    assert [one["number"] for one in at.agent.get(AT).json()] == [number]
    assert at.other.get(AT).json() == []
    refused, unknown = at.other.get(f"{AT}/{number}"), at.other.get(f"{AT}/AEO-2026-000009")
    assert refused.status_code == unknown.status_code == 404
    assert refused.json()["detail"].replace(number, "AEO-2026-000009") == unknown.json()["detail"]


def test_traders_and_agencies_issue_and_withdraw_nothing(at: Counter) -> None:
    number = issued(at)["number"]
    agency = at.client({"Authorization": f"Bearer {at.token('partner', 'TRADE-1')}"})
    for client in (at.trader, agency):
        assert client.post(AT, json=AEO).status_code == 403
        assert client.post(f"{AT}/{number}/withdrawal", json={}).status_code == 403


def test_one_withdrawn_is_said_so_at_once_to_whoever_checks(at: Counter) -> None:
    made = issued(at)
    assert at.stranger.post(f"{AT}/check", json=made["document"]).json()["status"] == "in force"
    assert at.officer.post(f"{AT}/{made['number']}/withdrawal", json={"why": "Closed down."}).json()["withdrawn_at"]
    found = at.stranger.post(f"{AT}/check", json=made["document"]).json()
    assert (found["holds"], found["status"]) == (False, "withdrawn")
    assert at.officer.post(f"{AT}/{made['number']}/withdrawal", json={}).status_code == 409
    assert at.trader.get(f"{AT}/{made['number']}/paper").status_code == 409


def test_the_code_and_the_paper_are_handed_out_and_the_code_is_checked(at: Counter) -> None:
    number = issued(at)["number"]
    text = at.trader.get(f"{AT}/{number}/code").text
    assert unpacked(text)["credentialSubject"]["number"] == number
    checked = at.stranger.post(f"{AT}/check", content=text, headers={"Accept-Language": "vi"}).json()
    assert (checked["holds"], checked["not_checked"]) == (True, [])
    assert "chưa bị thu hồi" in checked["words"]
    paper = at.trader.get(f"{AT}/{number}/paper", headers={"Accept-Language": "vi"})
    assert (paper.content[:4], paper.headers["content-type"]) == (b"%PDF", "application/pdf")
    assert f"{number}-vi.pdf" in paper.headers["content-disposition"]


def test_one_changed_or_of_an_issuer_unknown_is_refused(at: Counter) -> None:
    document = issued(at)["document"]
    for other in ({**document, "validUntil": "2099-01-01T00:00:00Z"}, {**document, "issuer": "did:web:another.example"}):
        assert at.stranger.post(f"{AT}/check", json=other).json()["status"] == "refused"
    assert at.stranger.post(f"{AT}/check", content=b"hello").json()["kind"] == "unreadable"


def test_a_certificate_of_release_says_what_the_log_says_and_waits_for_release(at: Counter) -> None:
    waits = at.trader.post("/v1/declarations", content=message("P-1", TypeCode="IMD")).json()["number"]
    answer = at.officer.post(AT, json={"kind": "release", "subject": {"declaration": waits}})
    assert answer.json()["kind"] == "conflict"
    number = at.trader.post("/v1/declarations", content=message("R-1")).json()["number"]
    said = issued(at, kind="release", subject={"declaration": number, "declarant": "another"}, until=None)["document"]["credentialSubject"]
    assert (said["declaration"], said["declarant"], bool(said["releasedAt"])) == (number, DECLARANT, True)


def test_what_a_kind_must_say_and_does_not_is_named_and_a_day_that_is_none_refused(at: Counter) -> None:
    answer = at.officer.post(AT, json={"kind": "origin", "subject": {**ORIGIN, "exporter": ""}})
    assert (answer.status_code, "exporter" in answer.json()["detail"]) == (400, True)
    assert at.officer.post(AT, json=AEO | {"until": "2027-02-30"}).json()["kind"] == "unreadable"


def test_that_an_official_was_shown_a_certificate_is_noted(at: Counter) -> None:
    number = issued(at)["number"]
    before = len(at.office.people.reads.list(subject=number))
    at.officer.get(f"{AT}/{number}")
    at.trader.get(f"{AT}/{number}")
    assert len(at.office.people.reads.list(subject=number)) == before + 1
