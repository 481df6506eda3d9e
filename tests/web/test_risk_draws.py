"""Pages of draws: what was committed is for everyone to see and to check by; what was opened is for the auditor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.requests import Request

from clearlane.model.chosen import Chosen
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.web.pages import pages
from tests.office.risk_office import HOLDERS, MORNING, committed, office, trade
from tests.office.tariffs import Clock

PERIOD = "2026-02-10"


@pytest.fixture(scope="module")
def drawn() -> Iterator[Office]:
    """An office with a draw of a fifth, and what was lodged under it."""
    with office(clock=Clock(MORNING)) as made:
        committed(made, 0.2, PERIOD)
        list(made.lodge_many(trade(60)))
        made.risk.draws.open(PERIOD, {name: HOLDERS[name] for name in ("H-1", "H-3")}, auditor="AU-9")
        yield made


def client(office: Office, *, open_demo: bool = True, count: object = lambda request: None) -> TestClient:
    app = FastAPI()
    app.include_router(pages(office, open_demo=open_demo, count=count))  # type: ignore[arg-type]
    return TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


def every(office: Office) -> list[Chosen]:
    return office.store.chosen_from(MORNING.replace(year=2020), limit=1000)


def asked(office: Office, number: str, proof: str, period: str = PERIOD) -> str:
    answer = client(office, open_demo=False).get("/risk/draws", params={"period": period, "number": number, "proof": proof})
    assert answer.status_code == 200
    return answer.text


def test_everyone_sees_the_key_and_the_share_without_signing_in(drawn: Office) -> None:
    page = client(drawn, open_demo=False).get("/risk/draws").text
    (one,) = drawn.risk.draws.commitments()
    assert one.public_key in page
    assert "20.00 %" in page
    assert "2 of 3 holders" in page


def test_a_proof_of_a_declaration_that_was_drawn_holds(drawn: Office) -> None:
    one = next(one for one in every(drawn) if one.drawn)
    assert "Nobody chose it." in asked(drawn, one.number, one.proof)
    assert "Nobody chose it." in asked(drawn, one.number, f"{one.proof[:80]}\r\n {one.proof[80:]}")


def test_a_proof_that_does_not_belong_says_nothing_of_why_anyone_was_inspected(drawn: Office) -> None:
    taken = next(one for one in every(drawn) if one.drawn)
    others = [one for one in every(drawn) if not one.drawn]
    pages = {asked(drawn, one.number, taken.proof).replace(one.number, "NUMBER") for one in others}
    assert len(pages) == 1
    assert "does not show" in pages.pop()


@pytest.mark.parametrize(
    ("number", "proof", "period", "said"),
    [
        ("26XA", "", PERIOD, "Give both"),
        ("", "ab", PERIOD, "Give both"),
        ("26XA", "ab", "2020-01-01", "No draw of that period"),
        ("26XA", "no hexadecimal", PERIOD, "does not show"),
        ("<b>26", "ab" * 4000, PERIOD, "does not show"),
    ],
)
def test_whatever_is_typed_is_answered_in_words(drawn: Office, number: str, proof: str, period: str, said: str) -> None:
    page = asked(drawn, number, proof, period)
    assert said in page
    assert "<b>26" not in page


def test_the_public_page_holds_nothing_of_who_was_drawn_or_opened_it(drawn: Office) -> None:
    page = client(drawn, open_demo=False).get("/risk/draws").text
    assert not any(word in page for one in every(drawn) for word in (one.number, *filter(None, [one.proof])))
    assert not any(name in page for name in (*HOLDERS, "AU-9"))


def test_a_stranger_who_asks_too_often_is_asked_to_wait(drawn: Office) -> None:
    class TooOften(Refusal):
        kind = "too-often"

    def refuse(request: Request) -> None:
        raise TooOften(Text(en="Wait a moment.", vi="Hãy đợi."))

    answer = client(drawn, open_demo=False, count=refuse).get("/risk/draws")
    assert (answer.status_code, "Wait a moment." in answer.text) == (429, True)


def test_what_was_opened_is_shown_to_the_auditor_only(drawn: Office) -> None:
    desk = client(drawn)
    assert "AU-9" in desk.get("/desk/risk/draws?as=auditor-1").text
    for who in ("analyst-1", "manager-1"):
        page = desk.get(f"/desk/risk/draws?as={who}")
        assert (page.status_code, "AU-9" in page.text, "decides now" in page.text) == (200, False, True)
    for who in ("officer", "trader", "tariff-1"):
        assert desk.get(f"/desk/risk/draws?as={who}").status_code == 403


def test_no_page_takes_a_pass_phrase(drawn: Office) -> None:
    page = client(drawn).get("/desk/risk/draws?as=auditor-1").text
    assert "clearlane risk draw commit" in page
    assert "<input" not in page.split("<main")[1]


def test_where_no_draw_is_committed_the_pages_say_so() -> None:
    with office(clock=Clock(MORNING)) as made:
        assert "nobody is drawn at random" in client(made).get("/desk/risk/draws?as=analyst-1").text
        assert "No draw has been published yet" in client(made, open_demo=False).get("/risk/draws").text


def test_a_draw_to_come_does_not_decide_yet() -> None:
    with office(clock=Clock(MORNING)) as made:
        made.risk.draws.commit("later", MORNING.replace(hour=20), 0.02, HOLDERS, 2)
        page = client(made).get("/desk/risk/draws?as=analyst-1").text
        assert "to come" in page
        assert "No committed draw decides at present" in page
