"""A trader sees his own declarations only, and nothing of risk; nobody sees anything without being known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from clearlane.model.facts import Routed, Scored
from clearlane.office.access import Token, holder, new_token
from clearlane.office.office import Office
from clearlane.web.pages import pages
from tests.web.declarations import DECLARANT, XA, Clock, lodge_all

HERE = "http://127.0.0.1"


class Desk:
    """An office whose pages ask for a token, and someone signed in as each role."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.numbers = {kind: receipt.case.number for kind, receipt in lodge_all(office).items()}
        self.tokens: list[Token] = []
        self.app = FastAPI()
        self.app.include_router(pages(office, recognise=lambda given: holder(self.tokens, given)))
        self.officer = self.signed_in("officer")
        self.trader = self.signed_in("trader", DECLARANT)
        self.stranger = TestClient(self.app, base_url=HERE)

    def signed_in(self, role: str, party: str = "") -> TestClient:
        given, kept = new_token(role, party)  # type: ignore[arg-type]
        self.tokens.append(kept)
        client = TestClient(self.app, base_url=HERE)
        form = client.get("/sign-in").cookies["form"]
        assert client.post("/sign-in", data={"form": form, "token": given}).status_code == 200
        return client

    def page(self, client: TestClient, kind: str) -> str:
        return client.get(f"/declarations/{self.numbers[kind]}").text


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store = f"sqlite:///{tmp_path_factory.mktemp('desk')}/office.db"
    with Office.open(profile=XA, store=store, clock=Clock()) as office:
        yield Desk(office)


def secrets(desk: Desk, number: str) -> list[str]:
    """Every word about risk that stands in a declaration's facts, and the names of what holds them."""
    found = ["XA-R", "lane-red", "lane-yellow", "Scored", "Risk", "score", "criteri"]
    for record in desk.office.facts(number):
        if isinstance(record.fact, Routed):
            found += [text.en for text in record.fact.why]
        if isinstance(record.fact, Scored):
            found += [reason.words.en for reason in record.fact.reasons]
    return found


def test_the_officer_sees_the_lane_and_its_reasons_before_arrival(desk: Desk) -> None:
    said = desk.page(desk.officer, "pre-lodged red")
    assert "lane-red" in said
    assert "XA-R03" in said


def test_a_trader_is_told_nothing_of_control_before_arrival(desk: Desk) -> None:
    number = desk.numbers["pre-lodged red"]
    for path in (f"/declarations/{number}", f"/declarations/{number}?wco=1", "/lookup?name=EARLY", "/?state=pre-lodged"):
        said = desk.trader.get(path).text
        assert number in said
        assert [secret for secret in secrets(desk, number) if secret in said.partition('class="filters"')[2]] == [], path


def test_a_trader_sees_the_lane_after_acceptance_but_never_why(desk: Desk) -> None:
    said = desk.page(desk.trader, "red")
    assert "lane-red" in said
    assert [secret for secret in secrets(desk, desk.numbers["red"]) if secret in said and secret != "lane-red"] == []


def test_a_traders_filter_by_lane_tells_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    now = desk.office.clock()
    monkeypatch.setattr(desk.office, "clock", lambda: now)
    green, red = (desk.trader.get(f"/?lane={lane}").text.partition("<table")[2] for lane in ("green", "red"))
    assert green == red


def test_a_trader_finds_no_declaration_of_another(desk: Desk) -> None:
    number = desk.numbers["other"]
    for path in (f"/declarations/{number}", f"/declarations/{number}/message"):
        assert desk.trader.get(path).status_code == 404
    for path in ("/", "/lookup?name=OTHER-1", f"/lookup?name={number}"):
        assert f"declarations/{number}" not in desk.trader.get(path).text
    assert desk.officer.get(f"/declarations/{number}").status_code == 200


def test_what_is_not_a_traders_is_answered_like_what_is_not_there(desk: Desk) -> None:
    theirs, none = desk.numbers["other"], "26XA00000000099999"
    answers = [desk.trader.get(f"/declarations/{number}").text.replace(number, "N") for number in (theirs, none)]
    assert answers[0] == answers[1]


def test_counts_on_a_traders_page_are_of_his_own_declarations(desk: Desk) -> None:
    tally = desk.office.tally()
    said = desk.trader.get("/").text
    assert f'<p class="big">{sum(tally.states.values()) - 1}</p>' in said
    assert f'<p class="big">{sum(tally.states.values())}</p>' in desk.officer.get("/").text


def test_nobody_comes_in_without_a_token(desk: Desk) -> None:
    number = desk.numbers["released"]
    for path in ("/", "/lookup?name=FREE-1", f"/declarations/{number}", f"/declarations/{number}/message", "/lodge", "/?as=officer"):
        answer = desk.stranger.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in"), path


def test_the_role_cannot_be_chosen_by_someone_signed_in(desk: Desk) -> None:
    client = desk.signed_in("trader", DECLARANT)
    client.cookies.set("as", "")
    said = client.get("/?as=officer").text
    assert "Trader " + DECLARANT in said


def test_an_unknown_token_is_refused_in_words(desk: Desk) -> None:
    form = desk.stranger.get("/sign-in").cookies["form"]
    answer = desk.stranger.post("/sign-in", data={"form": form, "token": "clt_guess"})
    assert answer.status_code == 403
    assert "not known here" in answer.text


def test_a_token_withdrawn_ends_its_session(desk: Desk) -> None:
    client = desk.signed_in("officer")
    assert client.get("/", follow_redirects=False).status_code == 200
    desk.tokens.pop()
    assert client.get("/", follow_redirects=False).status_code == 303


def test_signing_out_ends_the_session(desk: Desk) -> None:
    client = desk.signed_in("officer")
    client.post("/sign-out", data={"form": client.cookies["form"]})
    assert client.get("/", follow_redirects=False).status_code == 303


def test_an_office_tried_out_is_open_to_its_own_machine_only(desk: Desk) -> None:
    app = FastAPI()
    app.include_router(pages(desk.office, open_demo=True))
    for client, host, status in (
        (("127.0.0.1", 1), HERE, 200),
        (("10.0.0.9", 1), HERE, 303),
        (("127.0.0.1", 1), "http://evil.example", 303),
    ):
        assert TestClient(app, base_url=host, client=client).get("/", follow_redirects=False).status_code == status


def test_a_trader_whose_goods_are_controlled_reads_first_what_to_supply_and_by_when(desk: Desk) -> None:
    page = desk.page(desk.trader, "red")
    latest = page.index('class="note latest"')
    assert latest < page.index('id="findings"')
    assert "please supply by" in page[latest : latest + 600]
    assert 'class="note latest"' not in desk.page(desk.officer, "red")
