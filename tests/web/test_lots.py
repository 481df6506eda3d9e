"""The lottery's page for everyone: secret before, published after, recomputed by anyone, and nobody is named."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from starlette.requests import Request

from clearlane.api.app import create_app
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.test_assigning import DAY, later, staffed
from tests.web.conftest import serving
from tests.web.test_accessible import READ_IN, overflow, violations
from tests.web.test_risk_draws import client

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize


@pytest.fixture(scope="module")
def drawn() -> Iterator[Office]:
    """An office whose day of lots is over and published."""
    desk, numbers = staffed(12)
    with desk:
        for number in numbers:
            desk.assignment.give(number, "documents")
        later(desk, hours=13)
        desk.assignment.open(DAY)
        yield desk


def test_anyone_recomputes_every_lot_from_what_is_published(drawn: Office) -> None:
    told = client(drawn, open_demo=False).get(f"/lots/{DAY}.json").json()
    seed = bytes.fromhex(told["seed"])
    assert sha256(b"\0".join((b"clearlane lottery", b"seed", told["period"].encode(), seed))).hexdigest() == told["commitment"]
    for lot in told["lots"]:
        best = max(lot["eligible"], key=lambda one: hmac.digest(seed, f"{lot['case']}\0{one}".encode(), "sha256"))
        assert best == lot["chosen"]
    assert [lot["turn"] for lot in told["lots"]] == list(range(1, 13))


def test_the_page_says_whether_every_lot_holds_and_names_nobody(drawn: Office) -> None:
    page = client(drawn, open_demo=False).get("/lots").text
    assert "Every lot holds." in page
    assert not any(name in page for name in ("D-1", "D-2", drawn.store.chosen_from(drawn.clock().replace(year=2020))[0].number))


def test_before_its_end_a_period_shows_its_commitment_and_no_seed() -> None:
    desk, numbers = staffed(2)
    with desk:
        desk.assignment.give(numbers[0], "documents")
        (one,) = desk.assignment.periods()
        page = client(desk, open_demo=False).get(f"/lots?period={DAY}").text
        assert one.seed in page
        assert "has not been published yet" in page
        assert client(desk, open_demo=False).get(f"/lots/{DAY}.json").status_code == 404


def test_a_period_nobody_bound_is_not_there(drawn: Office) -> None:
    assert client(drawn).get("/lots?period=%3Cb%3E").status_code == 404


def test_a_stranger_who_asks_too_often_is_asked_to_wait(drawn: Office) -> None:
    class TooOften(Refusal):
        kind = "too-often"

    def refuse(request: Request) -> None:
        raise TooOften(Text(en="Wait a moment.", vi="Hãy đợi."))

    assert client(drawn, open_demo=False, count=refuse).get("/lots").status_code == 429


@pytest.mark.browser
@READ_IN
def test_the_page_of_lots_has_no_barrier(browser: Browser, drawn: Office, tmp_path: Path, size: ViewportSize, language: str) -> None:
    app = create_app(Settings(tokens=str(tmp_path / "tokens.toml")), drawn, open_demo=True)
    with serving(app) as address, browser.new_context(viewport=size, locale=language) as context:
        page = context.new_page()
        page.goto(f"{address}/lots")
        assert (violations(page), overflow(page) <= 0) == ([], True)
