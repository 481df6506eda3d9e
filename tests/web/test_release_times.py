"""Release times drawn: of any days, to customs only, long ones beside, each declaration's as a file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from clearlane.office.office import Office
from tests.office.risk_office import MORNING, office, trade
from tests.office.tariffs import Clock
from tests.web.test_risk_draws import client

AT = "/desk/release-times"


@pytest.fixture(scope="module")
def busy() -> Iterator[Office]:
    """An office that released goods."""
    with office(clock=Clock(MORNING)) as made:
        list(made.lodge_many(trade(60)))
        yield made


def test_a_period_is_studied_by_lane_office_and_direction(busy: Office) -> None:
    page = client(busy).get(f"{AT}?as=officer-1").text
    assert "Nine in ten within" in page
    assert "By customs office" in page
    assert "Who was waited for" in page


def test_each_declarations_times_are_saved_as_a_table(busy: Office) -> None:
    answer = client(busy).get(f"{AT}.csv?as=auditor-1")
    lines = answer.text.splitlines()
    assert answer.headers["content-disposition"].startswith("attachment")
    found = busy.release_times.study(MORNING - timedelta(days=1), MORNING + timedelta(days=1)).whole
    assert found is not None
    assert len(lines) == found.count + 1


@pytest.mark.parametrize("path", [AT, f"{AT}.csv"])
def test_traders_and_administrators_of_accounts_are_refused(busy: Office, path: str) -> None:
    for who in ("trader", "admin-1"):
        assert client(busy).get(f"{path}?as={who}").status_code == 403


@pytest.mark.parametrize("days", ["since=never", "since=2026-02-10&until=2026-02-01", "since=<b>"])
def test_days_that_are_none_are_answered_in_words(busy: Office, days: str) -> None:
    answer = client(busy).get(f"{AT}?as=officer-1&{days}")
    assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)


def test_a_period_without_releases_says_so(busy: Office) -> None:
    assert "No goods were released" in client(busy).get(f"{AT}?as=officer-1&since=2020-01-01&until=2020-01-02").text


def test_a_long_period_is_read_beside_and_then_shown_to_whoever_began_it(busy: Office) -> None:
    desk = client(busy)
    desk.cookies.set("as", "manager-1")
    answer = desk.get(f"{AT}?since=2025-01-01")
    for _ in range(200):
        if "Nine in ten within" in answer.text:
            break
        time.sleep(0.05)
        answer = desk.get(str(answer.url))
    assert "Nine in ten within" in answer.text
    assert client(busy).get(f"{answer.url}?as=officer-1").status_code == 404
