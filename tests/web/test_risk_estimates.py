"""The page of estimates: one sentence, every figure with its interval and what it rests on, no claim where nobody looked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from clearlane.model.chosen import Chosen
from clearlane.model.inspection import ItemResult
from clearlane.office.office import Office
from clearlane.web.pages import pages
from tests.office.risk_office import MORNING, committed, office, trade
from tests.office.tariffs import Clock

FINE, WRONG = ItemResult(1, conform=True), ItemResult(1, conform=False, category="value", revenue=Decimal("120.50"))


def client(desk: Office) -> TestClient:
    app = FastAPI()
    app.include_router(pages(desk, open_demo=True))
    return TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


def page(desk: Office, who: str = "manager-1", **asked: str) -> str:
    answer = client(desk).get("/desk/risk/estimates", params={"as": who, **asked})
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.text)


def drawn(desk: Office) -> list[Chosen]:
    return [one for one in desk.store.chosen_from(MORNING.replace(year=2020), limit=10_000) if one.drawn]


@pytest.fixture(scope="module")
def inspected() -> Iterator[Office]:
    """An office that drew a third, and found something wrong in every fifth of it."""
    with office(clock=Clock(MORNING), risk_profiles=()) as made:
        committed(made, 0.33)
        list(made.lodge_many(trade(240)))
        for place, one in enumerate(drawn(made)):
            made.risk.results.record(one.number, "physical", [WRONG if place % 5 == 0 else FINE], by="I-1")
        yield made


def test_the_answer_stands_first_in_one_sentence(inspected: Office) -> None:
    said = page(inspected, misses="0")
    made = inspected.risk.estimates.non_compliance(MORNING.replace(year=2025), misses={})
    sentence = said.split('class="answer">')[1]
    assert f"about {100 * (made.in_green.value or 0):.1f} %" in sentence[:300]
    assert said.index('class="answer"') < said.index("<table")


def test_the_more_is_missed_the_more_is_said_to_be_wrong(inspected: Office) -> None:
    rates = []
    for misses in ("0", "0.3", "0.5"):
        found = re.search(r"about ([\d.]+)", page(inspected, misses=misses).split('class="answer">')[1])
        assert found
        rates.append(float(found[1]))
    assert rates == sorted(set(rates))


def test_draw_and_propensity_stand_side_by_side_for_each_share_missed(inspected: Office) -> None:
    table = page(inspected).split("If inspectors miss some of it")[-1].split("</table>")[0]
    assert [column in table for column in ("from the draw alone", "from every inspection")] == [True, True]
    assert table.count("<svg") == 6 * 3


def test_names_stand_where_codes_would(inspected: Office) -> None:
    said = page(inspected)
    offices = said.split('id="offices"')[1].split("</table>")[0]
    assert not re.search(r"XA[A-Z]{3}\d{3}", offices)
    assert "Customs value" in said


def test_fraud_is_said_only_where_a_decision_on_intent_says_so(inspected: Office) -> None:
    assert "No decision on intent says fraud." in page(inspected)
    with office(clock=Clock(MORNING), risk_profiles=()) as made:
        committed(made, 0.5)
        list(made.lodge_many(trade(40)))
        for one in drawn(made):
            made.risk.results.record(one.number, "physical", [msgspec.structs.replace(WRONG, intent=True)], by="I-1")
        assert f"Fraud, by a decision on intent: {len(drawn(made))}" in page(made)


def test_what_awaits_its_result_is_counted_and_nothing_is_claimed_of_it() -> None:
    with office(clock=Clock(MORNING), risk_profiles=()) as made:
        committed(made, 0.5)
        list(made.lodge_many(trade(40)))
        said = page(made)
        assert f"{len(drawn(made))} were taken for inspection and have no result yet" in said
        assert "is not known" in said.split('class="answer">')[1][:200]
        assert "inf" not in said.split("<main")[1].split("</main>")[0].replace("informed", "")


def test_an_office_without_declarations_says_so_and_a_period_backwards_is_told() -> None:
    with office(clock=Clock(MORNING)) as made:
        assert "No declaration was selected about in this period" in page(made)
        for asked in ({"since": "2026-02-09", "until": "2026-02-01"}, {"since": "a while ago"}):
            answer = client(made).get("/desk/risk/estimates", params={"as": "auditor-1", **asked})
            assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)


def test_a_period_before_anything_was_lodged_is_empty(inspected: Office) -> None:
    assert "No declaration was selected about" in page(inspected, since="2025-01-01", until="2025-12-31")


@pytest.mark.parametrize(("who", "status"), [("analyst-1", 200), ("auditor-1", 200), ("officer", 403), ("trader", 403), ("tariff-1", 403)])
def test_those_of_risk_look_and_nobody_else(inspected: Office, who: str, status: int) -> None:
    assert client(inspected).get(f"/desk/risk/estimates?as={who}").status_code == status


def test_the_page_speaks_vietnamese(inspected: Office) -> None:
    assert "Trong số tờ khai luồng xanh, khoảng" in page(inspected, lang="vi")
