"""Pages of learned models: an analyst trains one, a second lets it score; the card is for all of risk work to read."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from clearlane.learning import engine
from clearlane.office.office import Office
from clearlane.web.pages import pages
from tests.office.risk_office import MORNING, office
from tests.office.risk_season import BEGIN, season
from tests.office.tariffs import Clock

CHEAP = 'profile CHEAP "Cheap garments / May mặc giá thấp" scope item when hs starts with ("61", "62") and price_per_kg > 0 then lane red'


class Desk:
    """The desk of an office tried out."""

    def __init__(self, office: Office) -> None:
        app = FastAPI()
        app.include_router(pages(office, open_demo=True))
        self.office = office
        self.client = TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000))
        self.sit("analyst-1")

    def sit(self, who: str) -> None:
        self.client.get(f"/?as={who}")
        self.form = self.client.cookies["form"]

    def get(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", answer.text)

    def act(self, act: str, **fields: str) -> Response:
        """Send a form and wait for what comes of it."""
        answer = self.client.post(f"/desk/risk/models/act/{act}", data={"form": self.form, **fields})
        while 'id="work"' in answer.text:
            time.sleep(0.05)
            answer = self.client.get(str(answer.url))
        return answer

    def state(self, version: str) -> str:
        return self.office.risk.models.version(version).state


@cache
def learned() -> Desk:
    """A season with a model in force and one beside it."""
    pytest.importorskip("lightgbm")
    desk = season(profiles=(CHEAP,))
    first = desk.risk.training.train(BEGIN, desk.clock(), by="T-1").kept.version
    desk.risk.models.promote(first, by="T-2")
    desk.risk.training.train(BEGIN, desk.clock(), by="ANALYST-1", seed=2)
    return Desk(desk)


@pytest.fixture
def desk() -> Desk:
    made = learned()
    made.sit("analyst-1")
    return made


@pytest.fixture
def versions(desk: Desk) -> tuple[str, str]:
    """The model in force at first, and the other."""
    newer, older = [one.kept.version for one in desk.office.risk.models.versions()][-2:]
    return older, newer


@pytest.fixture
def empty() -> Iterator[Desk]:
    with office(clock=Clock(MORNING)) as made:
        yield Desk(made)


def test_without_models_the_page_says_what_chooses_instead(empty: Desk) -> None:
    page = empty.get("/desk/risk/models")
    assert "No model is kept yet" in page
    assert "No alarm of drift was ever raised" in page


def test_models_stand_with_their_state_and_an_interval(desk: Desk, versions: tuple[str, str]) -> None:
    page = desk.get("/desk/risk/models")
    older, newer = versions
    row = page.split(f'models/{older}">')[1].split("</tr>")[0]
    assert "scores" in row
    assert re.search(r"\d+ % – \d+ %", row)
    assert page.index(newer) < page.index(older)


def test_the_card_tells_data_limits_references_and_on_whom_it_falls(desk: Desk, versions: tuple[str, str]) -> None:
    page = desk.get(f"/desk/risk/models/{versions[1]}")
    for words in (
        "It decides nothing: officers do.", "the model then in force", "random choice",
        "the importer&#39;s history", "the profiles in force",
        "By size of trader", "By customs office", "By origin", "Customs value", "What nobody looked at carries no label",
    ):  # fmt: skip
        assert words in page
    burden = page.split('id="burdens"')[1]
    assert not re.search(r"XA[A-Z]{3}\d{3}", burden)
    assert page.split('id="calibration"')[1].split("</section>")[0].count("<circle") > 3


def test_what_a_model_leans_on_is_named_in_words(desk: Desk, versions: tuple[str, str]) -> None:
    leans = desk.get(f"/desk/risk/models/{versions[1]}").split('id="leans"')[1].split("</section>")[0]
    assert "commodity code" in leans.lower()
    assert "_" not in leans.split("<tbody>")[1].split("</tbody>")[0]


def test_who_trained_a_model_cannot_let_it_score_and_another_can(versions: tuple[str, str], desk: Desk) -> None:
    older, newer = versions
    assert "You trained this model" in desk.get(f"/desk/risk/models/{newer}")
    refused = desk.act("promote", version=newer)
    assert (refused.status_code, 'role="alert"' in refused.text, desk.state(newer)) == (403, True, "kept")
    desk.sit("analyst-2")
    desk.act("challenge", version=newer)
    assert desk.state(newer) == "challenger"
    desk.act("promote", version=newer, why="Finds more")
    assert (desk.state(newer), desk.state(older)) == ("champion", "superseded")
    assert "Finds more" in desk.get(f"/desk/risk/models/{newer}")
    assert desk.act("withdraw", version=newer, why=" ").status_code == 400
    desk.act("withdraw", version=newer, why="A wrong label")
    assert (desk.state(newer), desk.state(older)) == ("withdrawn", "champion")


def test_two_models_are_set_beside_each_other_on_the_same_goods(desk: Desk, versions: tuple[str, str]) -> None:
    answer = desk.act("compare", version=versions[1], since=(MORNING + timedelta(days=8)).date().isoformat())
    compared = answer.text.split('id="compared"')[1].split("</section>")[0]
    assert "The same goods, 18 Feb 2026" in compared
    assert "Both choose the same in" in compared
    assert compared.count("<svg") == 6


def test_what_moved_is_measured_on_demand_and_stands_in_words(desk: Desk) -> None:
    before = desk.office.store.last_seq()
    desk.get("/desk/risk/models")
    assert desk.office.store.last_seq() == before
    watched = desk.act("watch").text.split('id="watch"')[1].split("</section>")[0]
    assert "measured 26 Feb 2026" in watched
    assert "day of the week" in watched
    assert "importer.days_known" not in watched


def test_the_model_in_force_is_brought_up_to_date(desk: Desk, versions: tuple[str, str]) -> None:
    answer = desk.act("refresh")
    assert str(answer.url).endswith(versions[0])
    assert versions[0] in desk.office.risk.keeping.timeline().refreshed


def test_training_shows_its_progress_and_ends_at_the_card(desk: Desk) -> None:
    count = len(desk.office.risk.models.versions())
    begun = desk.client.post("/desk/risk/models/act/train", data={"form": desk.form, "since": BEGIN.date().isoformat(), "seed": "3"})
    assert ("<progress" in begun.text and 'max="100"' in begun.text) or "risk/models/" in str(begun.url)
    answer = desk.client.get(str(begun.url))
    while 'id="work"' in answer.text:
        time.sleep(0.05)
        answer = desk.client.get(str(answer.url))
    made = desk.office.risk.models.versions()
    assert (len(made), made[0].kept.by, made[0].state) == (count + 1, "ANALYST-1", "kept")
    assert str(answer.url).endswith(made[0].kept.version)


def test_with_too_few_results_training_says_so(empty: Desk) -> None:
    pytest.importorskip("lightgbm")
    answer = empty.act("train")
    assert answer.status_code == 403
    assert empty.office.risk.models.versions() == []


@pytest.mark.parametrize(
    ("act", "fields", "status"),
    [("promote", {"version": "none"}, 400), ("train", {"since": "2026-02-09", "until": "2026-01-01"}, 400), ("dance", {}, 400)],
)
def test_what_cannot_be_done_is_told_in_words(empty: Desk, act: str, fields: dict[str, str], status: int) -> None:
    answer = empty.act(act, **fields)
    assert (answer.status_code, 'role="alert"' in answer.text) == (status, True)


@pytest.mark.parametrize("who", ["manager-1", "auditor-1"])
def test_managers_and_auditors_look_and_do_nothing(desk: Desk, versions: tuple[str, str], who: str) -> None:
    desk.sit(who)
    assert 'method="post" action="/desk' not in desk.get("/desk/risk/models") + desk.get(f"/desk/risk/models/{versions[1]}")
    for act in ("train", "watch", "refresh", "compare", "challenge", "promote", "withdraw"):
        assert desk.act(act, version=versions[0], why="so").status_code == 403
    assert desk.state(versions[0]) == "champion"


@pytest.mark.parametrize("who", ["officer", "trader", "tariff-1"])
def test_nobody_else_comes_in(desk: Desk, versions: tuple[str, str], who: str) -> None:
    desk.sit(who)
    for path in ("/desk/risk/models", f"/desk/risk/models/{versions[0]}"):
        assert desk.client.get(path).status_code == 403


def test_a_form_from_elsewhere_changes_nothing(desk: Desk, versions: tuple[str, str]) -> None:
    desk.form = "x" * 43
    assert desk.act("withdraw", version=versions[0], why="so").status_code == 403
    assert desk.state(versions[0]) == "champion"


def test_a_model_nobody_kept_is_not_found(empty: Desk) -> None:
    assert empty.client.get("/desk/risk/models/2020-01-01.1").status_code == 404


def test_without_the_libraries_the_page_says_what_to_install(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    engine.lightgbm.cache_clear()
    try:
        page = empty.get("/desk/risk/models")
        assert "clearlane[learning]" in page
        assert "Train</button>" not in page
        refused = empty.act("train")
        assert (refused.status_code, "clearlane[learning]" in refused.text) == (400, True)
    finally:
        engine.lightgbm.cache_clear()
