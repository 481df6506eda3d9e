"""Results of inspection are entered on an officer's page: by officers only, item by item, and known from then on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from clearlane.model.chosen import Chosen
from clearlane.model.inspection import ItemResult
from clearlane.model.risk_facts import Examined
from clearlane.office.access import Token, holder, new_token
from clearlane.web.pages import pages
from tests.office.risk_office import committed, office, trade
from tests.web.risk_seen import HERE, Desk, kept

FINE = {"kind": "physical", "by": "I-7", "rest": "conform"}


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An office with a few declarations, some of several items."""
    with office(kept(tmp_path_factory.mktemp("results"))) as made:
        committed(made, 0.3)
        list(made.lodge_many(trade(40)))
        yield Desk(made)


def of_items(desk: Desk, least: int, most: int = 99) -> Chosen:
    every = desk.office.store.chosen_from(desk.office.clock() - timedelta(days=1))
    return next(one for one in every if least <= len(desk.office.risk.results.items(one.number)) <= most)


def send(desk: Desk, number: str, **fields: str) -> Response:
    return desk.client.post(
        f"/declarations/{number}/results", data={"form": desk.form, **{k.replace("_", "-"): v for k, v in fields.items()}}
    )


def found(desk: Desk, number: str) -> list[Examined]:
    return [record.fact for record in desk.office.facts(number) if isinstance(record.fact, Examined)]


def test_each_item_has_its_own_code_and_the_page_shows_what_was_found(desk: Desk) -> None:
    number = of_items(desk, 3).number
    fields = {"code_1": "value", "amount_1": "120,50", "code_2": "conform", "rest": "not-looked-at", "kind": "physical", "by": " i-7 "}
    answer = send(desk, number, **fields)
    assert answer.status_code == 200
    assert str(answer.url) == f"{HERE}/declarations/{number}#results"
    (fact,) = found(desk, number)
    wrong = ItemResult(1, conform=False, category="value", revenue=Decimal("120.50"))
    assert fact == Examined("physical", (wrong, ItemResult(2, conform=True)), "i-7")
    said = answer.text.partition('id="results"')[2].partition("<form")[0]
    assert "Customs value" in said
    assert "120.5" in said
    assert "Goods examined" in said


def test_the_estimate_knows_what_was_entered(desk: Desk) -> None:
    drawn = next(one for one in desk.office.store.chosen_from(desk.office.clock() - timedelta(days=1)) if one.drawn)
    since = desk.office.clock() - timedelta(days=1)
    assert desk.office.risk.estimates.non_compliance(since).from_draw.value is None
    send(desk, drawn.number, **{**FINE, "code_1": "prohibited"})
    made = desk.office.risk.estimates.non_compliance(since)
    assert (made.from_draw.inspected, made.from_draw.findings, made.detected.non_compliant) == (1, 1, 1)
    assert made.detected.fraud == 0


def test_a_further_inspection_is_entered_beside_the_first(desk: Desk) -> None:
    number = of_items(desk, 1).number
    send(desk, number, **{**FINE, "kind": "documents"})
    said = send(desk, number, **FINE).text
    assert [fact.intensity for fact in found(desk, number)] == ["documents", "physical"]
    assert said.index("Goods examined <time") < said.index("Documents checked <time")


RUBBISH = [
    {"kind": ""},
    {"kind": "scan"},
    {"kind": "<script>"},
    {"rest": ""},
    {"rest": "anything"},
    {"rest": "not-looked-at"},
    {"code_1": "fraud"},
    {"code_1": "value"},
    {"code_1": "value", "amount_1": "-5"},
    {"code_1": "value", "amount_1": "1,200"},
    {"code_1": "value", "amount_1": "1e3"},
    {"code_1": "value", "amount_1": "NaN"},
    {"code_1": "value", "amount_1": "١٢"},
    {"code_1": "value", "amount_1": "9" * 400},
    {"code_1": "origin", "amount_1": "some"},
    {"code_1": "prohibited", "amount_1": "a"},
    {"code_1": "conform", "amount_1": "5"},
    {"by": ""},
    {"by": "   "},
    {"by": "x" * 101 + "y"},
    {"by": "I\x007"},
    {"by": "\u2800"},
]


@pytest.mark.parametrize("wrong", RUBBISH, ids=str)
def test_what_is_missing_or_means_nothing_is_told_and_nothing_recorded(desk: Desk, wrong: dict[str, str]) -> None:
    number, before = of_items(desk, 2).number, desk.office.store.last_seq()
    answer = send(desk, number, **{**FINE, **wrong})
    assert answer.status_code in (400, 403)
    assert desk.office.store.last_seq() == before
    said = answer.text.partition('id="results"')[2]
    assert 'role="alert"' in said
    assert "tariff" not in said.partition('role="alert"')[2].partition("</div>")[0]
    assert "<script>" not in said
    assert ('class="fault"' in said) == (not {"by"} & set(wrong) and wrong != {"rest": "not-looked-at"})


def test_what_was_typed_is_still_there_after_a_refusal(desk: Desk) -> None:
    number = of_items(desk, 2).number
    said = send(desk, number, kind="documents", by="I-7", code_1="value", amount_1="12x", rest="conform").text
    for typed in ('value="12x"', '<option value="value" selected>', 'value="documents" checked', 'value="I-7"'):
        assert typed in said
    assert said.count('aria-invalid="true"') == 2
    assert 'id="fault-1"' in said


def test_a_result_for_an_item_that_is_not_declared_is_not_read(desk: Desk) -> None:
    number = of_items(desk, 1, 1).number
    send(desk, number, **FINE, code_9="value", amount_9="7")
    assert [result.item for result in found(desk, number)[0].results] == [1]


def test_a_form_that_is_not_ours_records_nothing(desk: Desk) -> None:
    number, before = of_items(desk, 1).number, desk.office.store.last_seq()
    for token in ("", "x" * 43):
        answer = desk.client.post(f"/declarations/{number}/results", data={**FINE, "form": token})
        assert answer.status_code == 403
    elsewhere = {"origin": "http://evil.example"}
    answer = desk.client.post(f"/declarations/{number}/results", data={**FINE, "form": desk.form}, headers=elsewhere)
    assert answer.status_code == 403
    assert desk.client.post(f"/declarations/{number}/results", content=b"\xff" * 2_000_000).status_code == 403
    assert desk.office.store.last_seq() == before


@pytest.mark.parametrize("who", ["trader", "tariff-1", "analyst-1", "manager-1", "auditor-1"])
def test_nobody_but_an_officer_enters_results(desk: Desk, who: str) -> None:
    number, before = of_items(desk, 1).number, desk.office.store.last_seq()
    desk.sit(who)
    answer = send(desk, number, **FINE)
    assert answer.status_code == 403
    assert desk.office.store.last_seq() == before
    assert "results-form" not in answer.text
    assert "results-form" not in desk.client.get(f"/declarations/{number}").text


def test_an_unknown_declaration_has_no_result(desk: Desk) -> None:
    assert send(desk, "26XA0", **FINE).status_code == 404


def test_the_address_of_the_form_leads_back_to_the_declaration(desk: Desk) -> None:
    number = of_items(desk, 1).number
    answer = desk.client.get(f"/declarations/{number}/results?lang=vi", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/declarations/{number}?lang=vi#results")


def test_whoever_is_signed_in_enters_under_his_own_number_whatever_he_types(desk: Desk) -> None:
    number, before = of_items(desk, 1).number, desk.office.store.last_seq()
    tokens: list[Token] = []
    app = FastAPI()
    app.include_router(pages(desk.office, recognise=lambda given: holder(tokens, given)))

    def signed_in(role: str, party: str) -> tuple[TestClient, str]:
        given, made = new_token(role, party)  # type: ignore[arg-type]
        tokens.append(made)
        client = TestClient(app, base_url=HERE)
        form = client.get("/sign-in").cookies["form"]
        client.post("/sign-in", data={"form": form, "token": given})
        return client, form

    stranger = TestClient(app, base_url=HERE)
    assert stranger.post(f"/declarations/{number}/results", data=FINE, follow_redirects=False).headers["location"] == "/sign-in"
    trader, form = signed_in("trader", desk.office.case(number).declarant)
    assert trader.post(f"/declarations/{number}/results", data={**FINE, "form": form}).status_code == 403
    assert desk.office.store.last_seq() == before
    client, form = signed_in("officer", "I-42")
    assert "I-42" in client.get(f"/declarations/{number}").text
    client.post(f"/declarations/{number}/results", data={**FINE, "form": form, "by": "I-1"})
    assert [fact.by for fact in found(desk, number)] == ["I-42"]


def test_a_trader_never_reads_what_an_inspection_found_or_could_find(desk: Desk) -> None:
    chosen = of_items(desk, 1)
    send(desk, chosen.number, **{**FINE, "code_1": "prohibited"})
    declarant = desk.office.case(chosen.number).declarant
    said = desk.client.get(f"/declarations/{chosen.number}?as=trader&declarant={declarant}").text
    assert chosen.number in said
    assert [word for word in ("Prohibited", "I-7", "results", "Inspected", "Goods examined") if word in said] == []


def test_a_result_upon_an_older_view_is_refused_and_what_was_typed_stays(desk: Desk) -> None:
    number = of_items(desk, 1).number
    seen = desk.office.store.last_of(number)
    assert f'name="expect" value="{seen}"' in desk.get(f"/declarations/{number}")
    send(desk, number, expect=str(seen), **FINE)
    late = send(desk, number, expect=str(seen), **{**FINE, "code_1": "formality"})
    assert late.status_code == 400
    assert "a result was recorded" in late.text
    assert '<option value="formality" selected' in late.text
    assert len(found(desk, number)) == 1
