"""Pages of lists: an analyst keeps a version, managers and auditors look, nobody else comes in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.office.office import Office
from clearlane.web.pages import pages
from tests.office.risk_office import MORNING, office
from tests.office.tariffs import Clock

HERE = "http://127.0.0.1"
TRUSTED = RiskList("trusted", "traders", "risk-unit", "Audit 2025", (ListEntry("XA1", date(2026, 2, 1), "twice, late"), ListEntry("XA2")))
OLD = RiskList("old_codes", "codes", "risk-unit", "Circular 7", (ListEntry("8517"),), until=date(2026, 1, 31))


class Desk:
    """The desk of an office tried out."""

    def __init__(self, office: Office) -> None:
        app = FastAPI()
        app.include_router(pages(office, open_demo=True))
        self.office = office
        self.client = TestClient(app, base_url=HERE, client=("127.0.0.1", 50000))
        self.sit("analyst-1")

    def sit(self, who: str) -> None:
        self.client.get(f"/?as={who}")
        self.form = self.client.cookies["form"]

    def get(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200
        return answer.text

    def post(self, path: str, **fields: str) -> Response:
        return self.client.post(path, data={"form": self.form, **fields})


@pytest.fixture
def desk() -> Iterator[Desk]:
    with office(clock=Clock(MORNING + timedelta(hours=3))) as made:
        yield Desk(made)


def kept(desk: Desk, **fields: str) -> Response:
    given = {"name": "watched", "holds": "traders", "owner": "risk-unit", "source": "Letter 5", "entries": "XA7", **fields}
    return desk.post("/desk/risk/lists/keep", **given)


def test_without_lists_the_page_says_so(desk: Desk) -> None:
    assert "No list is kept yet" in desk.get("/desk/risk/lists")


def test_lists_that_ran_out_stand_first_and_are_marked(desk: Desk) -> None:
    for one in (TRUSTED, OLD):
        desk.office.risk.lists.keep(one, by="A-1")
    page = desk.get("/desk/risk/lists")
    assert page.index("old_codes") < page.index("trusted<")
    assert page.count("ran out") == 1
    assert "This list counts no more" in desk.get("/desk/risk/lists/old_codes")


def test_pasted_lines_become_a_version_with_its_entries(desk: Desk) -> None:
    answer = kept(desk, entries="value,until,note\nXA7,2026-12-31,late twice\nXA8\n", until="2027-01-31")
    assert str(answer.url).endswith("/lists/watched")
    made = desk.office.risk.lists.get("watched")
    assert [(one.value, one.until, one.note) for one in made.entries] == [("XA7", date(2026, 12, 31), "late twice"), ("XA8", None, "")]
    assert (made.until, desk.office.risk.lists.versions("watched")[0][0].by) == (date(2027, 1, 31), "ANALYST-1")
    assert "late twice" in answer.text


def test_what_stands_in_the_form_is_the_list_as_it_is_kept(desk: Desk) -> None:
    desk.office.risk.lists.keep(TRUSTED, by="A-1")
    page = desk.get("/desk/risk/lists/trusted")
    lines = page.split('<textarea name="entries"')[1].split(">", 1)[1].split("</textarea>")[0]
    desk.post("/desk/risk/lists/keep", of="1", name="trusted", holds="traders", owner="o", source="s", entries=lines.replace("&#34;", '"'))
    assert desk.office.risk.lists.get("trusted").entries == TRUSTED.entries
    assert "Audit 2025" in desk.get("/desk/risk/lists/trusted?version=1")


def test_a_csv_file_counts_alone(desk: Desk) -> None:
    fields = {"form": desk.form, "name": "watched", "holds": "traders", "owner": "o", "source": "s", "entries": "XA1"}
    desk.client.post("/desk/risk/lists/keep", data=fields, files={"file": ("l.csv", b"\xef\xbb\xbfvalue;until;note\nXA9;;new\n")})
    assert [one.value for one in desk.office.risk.lists.get("watched").entries] == ["XA9"]


def test_a_day_that_is_none_is_told_with_its_line_and_what_was_typed_stays(desk: Desk) -> None:
    answer = kept(desk, entries="XA7\nXA8,tomorrow")
    assert answer.status_code == 400
    assert "Line 2" in answer.text
    assert "XA8,tomorrow" in answer.text
    assert desk.office.risk.lists.names() == []


@pytest.mark.parametrize("fields", [{"holds": "ships"}, {"name": "not a name"}, {"entries": "XA1\nXA1"}, {"owner": " "}, {"until": "soon"}])
def test_what_cannot_be_kept_is_refused_on_the_page_it_came_from(desk: Desk, fields: dict[str, str]) -> None:
    answer = kept(desk, **fields)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert desk.office.risk.lists.names() == []


@pytest.mark.parametrize("who", ["manager-1", "auditor-1"])
def test_managers_and_auditors_look_and_keep_nothing(desk: Desk, who: str) -> None:
    desk.office.risk.lists.keep(TRUSTED, by="A-1")
    desk.sit(who)
    assert "XA2" in desk.get("/desk/risk/lists/trusted")
    assert 'id="keep"' not in desk.get("/desk/risk/lists/trusted") + desk.get("/desk/risk/lists")
    assert kept(desk).status_code == 403
    assert desk.office.risk.lists.names() == ["trusted"]


@pytest.mark.parametrize("who", ["officer", "trader", "tariff-1"])
def test_nobody_else_comes_in(desk: Desk, who: str) -> None:
    desk.office.risk.lists.keep(TRUSTED, by="A-1")
    desk.sit(who)
    for path in ("/desk/risk/lists", "/desk/risk/lists/trusted"):
        answer = desk.client.get(path)
        assert (answer.status_code, "XA2" in answer.text) == (403, False)


def test_a_form_from_elsewhere_keeps_nothing(desk: Desk) -> None:
    desk.form = "x" * 43
    assert kept(desk).status_code == 403
    assert desk.office.risk.lists.names() == []


def test_a_list_nobody_kept_is_not_found(desk: Desk) -> None:
    assert desk.client.get("/desk/risk/lists/none").status_code == 404
