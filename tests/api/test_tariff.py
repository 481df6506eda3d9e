"""The tariff over HTTP: for everyone, in texts and exact figures, and as problems where it cannot be answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clearlane.office.office import Office
from tests.api.desk import Clock, Counter
from tests.web.tariffs import TINY, with_tariff

CODE = "/v1/tariff/lines/04061090"
ASKED: dict[str, Any] = {
    "code": "04061090",
    "price": "1000",
    "currency": "ARD",
    "origin": "QN",
    "on": "2026-11-20",
    "quantities": {"KGM": "10"},
}


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Counter]:
    """An office with the tiny tariff."""
    with Office.open(profile=with_tariff(TINY), clock=Clock()) as office:
        yield Counter(office, tmp_path)


def test_a_stranger_is_told_which_tariff_is_in_force(tiny: Counter) -> None:
    told = tiny.stranger.get("/v1/tariff").json()
    assert (told["edition"], told["hs"], told["in_force_since"]) == ("tiny", "2022", None)


def test_a_search_tells_lines_with_those_above_them(tiny: Counter) -> None:
    found = tiny.stranger.get("/v1/tariff/search", params={"q": "blocks"}).json()
    assert found[0]["code"] == "04061010"
    assert [one["text"] for one in found[0]["path"]] == ["Milk and cheese", "Cheese", "Hard cheese:"]


def test_a_code_tells_its_measures_in_the_language_asked_for(tiny: Counter) -> None:
    told = tiny.stranger.get(CODE, params={"on": "2026-11-20"}, headers={"Accept-Language": "vi"}).json()
    assert told["declarable"]
    duties = {one["id"]: (one["group"], one["duty"], one["origin"] and one["origin"]["name"]) for one in told["measures"]}
    assert duties["m3"] == ("import", "10 % MIN 2.00 ARD / KGM", None)
    assert duties["m4"] == ("preference", "0 %", "Biển Bắc")
    assert told["changes"] == "2027-07-01"


def test_a_heading_tells_what_stands_below_it(tiny: Counter) -> None:
    told = tiny.stranger.get("/v1/tariff/lines/0406").json()
    assert [one["code"] for one in told["below"][0]["below"]] == ["04061010", "04061090"]
    assert (told["declarable"], told["measures"]) == (False, [])


def duty(answer: Any) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in answer.json()["taxes"] if one["tax"] == "A00")
    return found


def test_an_estimate_has_exact_texts_and_says_that_it_binds_nobody(tiny: Counter) -> None:
    answer = tiny.stranger.post("/v1/tariff/estimate", json=ASKED)
    assert (duty(answer)["amount"], duty(answer)["outcome"]) == ("100.00", "priced")
    assert "not a ruling" in answer.json()["notice"]


def test_an_estimate_in_the_address_is_the_same_as_one_in_a_body(tiny: Counter) -> None:
    plain = {name: value for name, value in ASKED.items() if name != "quantities"}
    asked = tiny.stranger.get("/v1/tariff/estimate", params={**plain, "quantity": "KGM=10"})
    assert asked.json() == tiny.stranger.post("/v1/tariff/estimate", json=ASKED).json()


def test_a_missing_quantity_is_named_and_nothing_is_summed(tiny: Counter) -> None:
    answer = tiny.stranger.post("/v1/tariff/estimate", json=ASKED | {"quantities": {}})
    assert (duty(answer)["outcome"], duty(answer)["missing"]) == ("conditional", ["KGM"])
    assert (answer.json()["total"], answer.json()["conditional"]) == (None, True)


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"code": "0406"}, "body.code"),
        ({"price": 1000}, "body.price"),
        ({"incoterm": "XXX"}, "body.incoterm"),
        ({"charges": {"QQ": "1"}}, "body.charges.QQ"),
        ({"on": "2026-02-30"}, "body.on"),
        ({"additional_codes": ["A999"]}, "body.additional_codes"),
    ],
)
def test_what_is_wrong_with_an_enquiry_is_named(tiny: Counter, changed: dict[str, Any], where: str) -> None:
    answer = tiny.stranger.post("/v1/tariff/estimate", json=ASKED | changed)
    assert answer.status_code == 422
    assert [one["where"] for one in answer.json()["errors"]] == [where]


def test_a_code_that_is_not_there_is_not_found(tiny: Counter) -> None:
    assert tiny.stranger.get("/v1/tariff/lines/9999").json()["kind"] == "not-found"


def test_an_office_without_a_tariff_says_so(tmp_path: Path) -> None:
    with Office.open(profile=with_tariff(None), clock=Clock()) as office:
        for path in ("", "/search?q=milk", "/lines/04", "/estimate?code=04&price=1&currency=ARD&origin=QN"):
            answer = Counter(office, tmp_path).stranger.get(f"/v1/tariff{path}")
            assert (answer.status_code, answer.json()["detail"]) == (404, "This office has no tariff loaded.")


def test_one_address_cannot_ask_without_end(tmp_path: Path) -> None:
    with Office.open(profile=with_tariff(TINY), clock=Clock()) as office:
        at = Counter(office, tmp_path, requests_per_minute=3)
        statuses = [at.stranger.get("/v1/tariff").status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]


def test_the_pages_for_everyone_count_against_the_same_address(tmp_path: Path) -> None:
    with Office.open(profile=with_tariff(TINY), clock=Clock()) as office:
        at = Counter(office, tmp_path, requests_per_minute=2)
        answers = [at.stranger.get(path) for path in ("/tariff", "/v1/tariff", "/tariff/04")]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "Too many requests" in answers[-1].text
