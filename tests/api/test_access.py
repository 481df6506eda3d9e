"""Who may ask what: a token for everything that concerns declarations, a role for what it may do, and only one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.office.access import Token
from clearlane.office.office import Office
from clearlane.office.settings import Misconfigured, Settings
from clearlane.office.tokens import read_tokens
from tests.api.desk import AGENT, DECLARANT, XA, Counter, counter, message, request

LODGE = "/v1/declarations"
ESTIMATE = "/v1/tariff/estimate"
DRAWS, VERIFY = "/v1/risk/draws", "/v1/risk/draws/verify"
CHECK = "/v1/certificates/check"
TARIFF = {"/v1/tariff", "/v1/tariff/search", "/v1/tariff/lines/{code}", ESTIMATE}
OPEN = {"/v1/health", "/v1/schema", "/v1/problems/{kind}", DRAWS, VERIFY, CHECK, *TARIFF}
CHANGING = {
    ("/v1/certificates", "post"),
    ("/v1/certificates/{number}/withdrawal", "post"),
    (LODGE, "post"),
    ("/v1/declarations/{name}/answers", "post"),
    ("/v1/declarations/{name}/extensions", "post"),
    ("/v1/declarations/{name}/binding", "post"),
    ("/v1/declarations/{name}/documents", "post"),
    ("/v1/declarations/{name}/parties", "post"),
    ("/v1/permits", "post"),
    ("/v1/permits/{number}/withdrawal", "post"),
    ("/v1/risk/profiles", "post"),
    ("/v1/risk/results/{number}", "post"),
    ("/v1/webhooks", "post"),
    ("/v1/webhooks/{name}", "delete"),
}


def routes(at: Counter) -> list[tuple[str, str]]:
    """Every route of the interface, as described."""
    return [(path, method) for path, methods in at.app.openapi()["paths"].items() for method in methods]


def test_without_a_token_everything_but_the_public_is_refused(at: Counter) -> None:
    asked = [(path, at.stranger.request(method, path.replace("{generation}", "1"))) for path, method in routes(at) if path not in OPEN]
    assert len(asked) > 8
    assert {answer.status_code for _, answer in asked} == {401}


def test_a_token_that_is_not_ours_is_refused(at: Counter) -> None:
    answer = at.stranger.get(LODGE, headers={"Authorization": "Bearer clt_made_up"})
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_every_route_that_changes_anything_demands_a_token(at: Counter) -> None:
    asking = {(ESTIMATE, "post"), (VERIFY, "post"), (CHECK, "post")}
    assert {(path, method) for path, method in routes(at) if method != "get"} == CHANGING | asking
    asked = {"code": "020130", "price": "1", "currency": "ARD", "origin": "QN"}
    assert at.stranger.post(ESTIMATE, json=asked).status_code == 200
    assert at.stranger.post(VERIFY, json={"period": "never", "number": "26XA1", "proof": "00"}).status_code == 404
    assert {at.stranger.request(method, path, content=message()).status_code for path, method in CHANGING} == {401}
    assert at.office.store.last_seq() == 0


def test_a_trader_may_not_lodge_in_the_name_of_another(at: Counter) -> None:
    answer = at.other.post(LODGE, content=message())
    assert (answer.status_code, answer.json()["kind"], at.office.store.last_seq()) == (403, "not-allowed", 0)


PARTS = ["", "/status", "/findings", "/notices", "/explanation", "/generations/1", "/generations/latest", "/differences", "/message"]


@pytest.mark.parametrize("part", PARTS)
def test_the_declaration_of_another_is_answered_as_if_there_were_none(at: Counter, part: str) -> None:
    number = at.trader.post(LODGE, content=message()).json()["number"]
    hidden, absent = at.other.get(f"{LODGE}/{number}{part}"), at.other.get(f"{LODGE}/26XA00000000000099{part}")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.text == absent.text.replace("26XA00000000000099", number)


def test_changing_the_declaration_of_another_is_answered_as_if_there_were_none(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message(TypeCode="IMD")).json()["number"]
    assert at.other.post(LODGE, content=request(number, "GPR")).status_code == 404


def test_a_trader_lists_none_but_his_own_whoever_he_asks_for(at: Counter) -> None:
    at.trader.post(LODGE, content=message())
    assert at.other.get(LODGE, params={"declarant": DECLARANT}).json()["declarations"] == []
    assert len(at.trader.get(LODGE).json()["declarations"]) == 1


def test_an_appointed_agent_lodges_and_sees_what_names_it_and_nothing_more(at: Counter) -> None:
    lodged = at.agent.post(LODGE, content=message("BY-AGENT", Agent={"ID": AGENT, "FunctionCode": "2"}))
    own = at.trader.post(LODGE, content=message("BY-SELF"))
    assert (lodged.status_code, own.status_code) == (201, 201)
    assert at.agent.get(f"{LODGE}/{lodged.json()['number']}").status_code == 200
    assert at.agent.get(f"{LODGE}/{own.json()['number']}").status_code == 404


def test_facts_are_for_officers_only(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message()).json()["number"]
    assert at.trader.get(f"{LODGE}/{number}/facts").status_code == 403
    assert [record["fact"]["type"] for record in at.officer.get(f"{LODGE}/{number}/facts").json()][:2] == ["lodged", "accepted"]


def test_an_officer_lodges_for_any_declarant_and_sees_all(at: Counter) -> None:
    assert at.officer.post(LODGE, content=message()).status_code == 201
    assert len(at.officer.get(LODGE).json()["declarations"]) == 1


def test_a_token_taken_out_of_the_file_is_void_at_once(at: Counter) -> None:
    assert at.trader.get(LODGE).status_code == 200
    at.tokens.write_text("", encoding="utf-8")
    assert at.trader.get(LODGE).status_code == 401


def test_the_file_of_tokens_holds_no_token_and_is_its_owners_alone(at: Counter) -> None:
    kept = at.tokens.read_text(encoding="utf-8")
    assert not [given for given in at.given if given in kept]
    assert at.tokens.stat().st_mode & 0o077 == 0


def test_a_trader_without_a_number_is_refused_a_token(tmp_path: Path) -> None:
    (tmp_path / "tokens.toml").write_text('[[token]]\ndigest = "00"\nrole = "trader"\n', encoding="utf-8")
    with pytest.raises(Misconfigured, match=r"tokens\.toml"):
        read_tokens(tmp_path / "tokens.toml")
    with pytest.raises(ValueError, match="identification number"):
        Token("00", "trader")


def test_more_requests_than_allowed_are_refused_with_a_time_to_wait(tmp_path: Path) -> None:
    with counter(tmp_path, requests_per_minute=3) as at:
        answers = [at.trader.get(LODGE) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert int(answers[-1].headers["Retry-After"]) > 0
        assert at.officer.get(LODGE).status_code == 200


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Office]:
    with Office.open(profile=XA) as office:
        yield office


def visitor(
    office: Office, folder: Path, client: str = "127.0.0.1", host: str = "http://localhost:8080", *, opened: bool = True
) -> TestClient:
    app = create_app(Settings(tokens=str(folder / "none.toml")), office, open_demo=opened)
    return TestClient(app, base_url=host, client=(client, 50000))


def test_an_open_demonstration_needs_no_token_on_this_machine(demo: Office, tmp_path: Path) -> None:
    assert visitor(demo, tmp_path).get(LODGE).status_code == 200


def test_without_tokens_and_demonstration_nobody_is_let_in(demo: Office, tmp_path: Path) -> None:
    assert visitor(demo, tmp_path, opened=False).get(LODGE).status_code == 401


def test_an_open_demonstration_stays_closed_to_other_machines(demo: Office, tmp_path: Path) -> None:
    assert visitor(demo, tmp_path, client="192.0.2.7").get(LODGE).status_code == 401


def test_an_open_demonstration_stays_closed_to_a_name_pointed_at_this_machine(demo: Office, tmp_path: Path) -> None:
    assert visitor(demo, tmp_path, host="http://evil.example").get(LODGE).status_code == 401


def test_an_open_demonstration_stays_closed_to_pages_of_other_sites(demo: Office, tmp_path: Path) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert visitor(demo, tmp_path).post(LODGE, content=message(), headers=headers).status_code == 401


def test_pages_ask_for_a_token_where_nobody_tries_the_office_out(at: Counter) -> None:
    assert at.stranger.get("/", follow_redirects=False).headers["Location"] == "/sign-in"
