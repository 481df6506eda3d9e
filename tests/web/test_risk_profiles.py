"""Pages of risk profiles: who may see and do what; text and form say the same; a faulty text is told, not kept; approval takes two."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from clearlane.office.office import Office
from clearlane.web.pages import pages
from tests.office.risk_season import season

HERE = "http://127.0.0.1"
CHEAP = """\
# Asked for by the valuation unit
profile CHEAP "Cheap garments / Hàng may rẻ"
scope item, import
when hs starts with ("61", "62") and (price_per_kg < 600 or importer.first_time)
then lane red at 80%, inspect physical, reason VAL-01, owner risk-unit
test hit {hs: "6109100000", price_per_kg: 5}
test miss {hs: "8517130000", price_per_kg: 5}
"""
ROOM = "/desk/risk"
ACTS = ("write", "form", "preview", "act/backtest", "act/approve", "act/shadow", "act/snooze", "act/retire")


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

    def get(self, path: str, status: int = 200) -> str:
        answer = self.client.get(ROOM + path)
        assert answer.status_code == status
        return html.unescape(answer.text)

    def post(self, path: str, **fields: str) -> Response:
        return self.client.post(f"{ROOM}/{path}", data={"form": self.form, **fields})

    def tried(self, **fields: str) -> str:
        """Back-test a version and return the address of its report."""
        answer = self.post("act/backtest", code="CHEAP", version="1", days="60", **fields)
        for _ in range(600):
            if "/reports/" in str(answer.url):
                return str(answer.url).removeprefix(HERE + ROOM)
            answer = self.client.get(str(answer.url))
        raise AssertionError(answer.url)


@pytest.fixture(scope="module")
def trade() -> Iterator[Office]:
    """An office after a season with inspections."""
    with season(count=160, days=8) as office:
        yield office


@pytest.fixture
def desk(trade: Office) -> Desk:
    return Desk(trade)


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """The desk of an office in which a profile is kept that analyst 1 wrote."""
    if not any(one.code == "CHEAP" for one in desk.office.risk.profiles.versions()):
        desk.office.risk.profiles.write(CHEAP, by="ANALYST-1")
    return desk


@pytest.mark.parametrize("who", ["trader&declarant=XA1", "officer", "tariff-1"])
def test_nobody_else_sees_a_page_of_profiles_or_a_criterion(kept: Desk, who: str) -> None:
    kept.sit(who)
    for path in ("", "/retirement", "/profiles/CHEAP/1", "/write", "/write?code=CHEAP", "/form?code=CHEAP", "/reports/x"):
        said = kept.get(path, 403)
        assert "Cheap garments" not in said
        assert "price_per_kg" not in said


@pytest.mark.parametrize("who", ["trader&declarant=XA1", "officer", "manager-1", "auditor-1"])
def test_only_an_analyst_acts(kept: Desk, who: str) -> None:
    kept.sit(who)
    for act in ACTS:
        answer = kept.post(act, code="CHEAP", version="1", text=CHEAP, act="keep", days="5", until="2030-01-01", why="x")
        assert answer.status_code == 403, act
    assert [one.state for one in kept.office.risk.profiles.versions() if one.code == "CHEAP"] == ["draft"]


@pytest.mark.parametrize("who", ["manager-1", "auditor-1"])
def test_managers_and_auditors_read_and_are_offered_no_act(kept: Desk, who: str) -> None:
    kept.sit(who)
    assert "Cheap garments" in kept.get("")
    shown = kept.get("/profiles/CHEAP/1")
    assert "price_per_kg" in shown
    assert "<form" not in shown
    kept.get("/write", 403)


@pytest.mark.parametrize("token", ["", "of-another-session"])
@pytest.mark.parametrize("act", ACTS)
def test_a_form_without_its_token_changes_nothing(kept: Desk, act: str, token: str) -> None:
    before = kept.office.risk.profiles.versions()
    kept.form = token
    answer = kept.post(act, code="CHEAP", version="1", text=CHEAP.replace("600", "700"), act="keep", days="5", why="x")
    assert answer.status_code == 403
    assert kept.office.risk.profiles.versions() == before


def test_without_a_person_the_pages_ask_to_sign_in(trade: Office) -> None:
    app = FastAPI()
    app.include_router(pages(trade))
    client = TestClient(app, base_url=HERE, follow_redirects=False)
    for path in ("", "/write", "/profiles/CHEAP/1"):
        assert client.get(ROOM + path).headers["location"] == "/sign-in"
    assert client.post(f"{ROOM}/write", data={"text": CHEAP}).headers["location"] == "/sign-in"


def test_every_profile_stands_in_the_list_and_nothing_is_claimed_where_nobody_looked(kept: Desk) -> None:
    shown = kept.get("")
    row = shown[shown.index(">CHEAP<") :].split("</tr>")[0]
    assert "draft" in row
    assert "no hits" in row
    assert "0.0 %" not in row


def test_a_version_says_what_it_does_in_the_language_of_whoever_reads(kept: Desk) -> None:
    shown = kept.get("/profiles/CHEAP/1")
    for said in (
        "Cheap garments",
        "# Asked for by the valuation unit",
        "must hit",
        "must miss",
        "ANALYST-1",
        "nobody yet",
        "Stops a goods item",
    ):
        assert said in shown
    vietnamese = kept.get("/profiles/CHEAP/1?lang=vi")
    assert "Hàng may rẻ" in vietnamese
    assert "Dừng mặt hàng khi" in vietnamese
    kept.get("/profiles/CHEAP/1?lang=en")


@pytest.mark.parametrize("path", ["/profiles/NONE/1", "/profiles/CHEAP/99", "/write?code=NONE", "/form?code=NONE"])
def test_what_is_not_kept_is_not_found(kept: Desk, path: str) -> None:
    kept.get(path, 404)


@pytest.mark.parametrize("act", ["backtest", "shadow", "snooze", "retire", "approve"])
def test_an_act_on_what_is_not_kept_is_refused_in_words(kept: Desk, act: str) -> None:
    answer = kept.post(f"act/{act}", code="NONE", version="3", days="5", until="2026-03-20", why="x", report="")
    assert answer.status_code == 404
    assert "NONE" in answer.text


def test_an_unknown_act_is_not_found(kept: Desk) -> None:
    assert kept.post("act/burn", code="CHEAP", version="1").status_code in (400, 404)


def test_a_faulty_text_is_told_with_its_place_and_what_was_meant_and_is_not_kept(desk: Desk) -> None:
    before = desk.office.risk.profiles.versions()
    answer = desk.post("write", text=CHEAP.replace("price_per_kg <", "price_per_kgs <"), act="keep")
    shown = html.unescape(answer.text)
    assert answer.status_code == 400
    assert "Line 4, column" in shown
    assert "Did you mean price_per_kg?" in shown
    assert "price_per_kgs &lt;" in answer.text
    assert desk.office.risk.profiles.versions() == before


def test_an_example_that_comes_out_otherwise_is_told_and_the_text_not_kept(desk: Desk) -> None:
    answer = desk.post("write", text=CHEAP.replace('hit {hs: "61', 'hit {hs: "71'), act="keep")
    assert answer.status_code == 400
    assert 'id="faults"' in answer.text


def test_the_preview_says_what_would_have_been_stopped(desk: Desk) -> None:
    answer = desk.post("preview", text=CHEAP)
    shown = html.unescape(answer.text)
    assert "<html" not in shown
    expected = desk.office.risk.trials.preview(CHEAP)
    assert expected.stopped > 0
    assert f'<dd class="big">{expected.stopped}</dd>' in shown
    for one in expected.examples:
        assert f"/declarations/{one.number}" in shown
    assert "Cheap garments" in shown


def test_what_is_typed_is_never_a_tag(desk: Desk) -> None:
    shown = desk.post("write", text="</textarea><script>alert(1)</script>", act="look").text
    assert "<script>alert" not in shown


def test_a_text_is_kept_as_a_new_version_and_the_difference_is_told(kept: Desk) -> None:
    answer = kept.post("write", text=CHEAP.replace("CHEAP", "LATER").replace("\n", "\r\n"), act="keep")
    assert str(answer.url).endswith("/profiles/LATER/1")
    answer = kept.post("write", text=CHEAP.replace("CHEAP", "LATER").replace("80%", "60%"), act="keep")
    assert str(answer.url).endswith("/profiles/LATER/2")
    assert "What changed since version 1" in answer.text
    assert "60" in answer.text.split('id="differences"')[1].split("</section>")[0]
    again = kept.post("write", text=CHEAP.replace("CHEAP", "LATER").replace("80%", "60%"), act="keep")
    assert again.status_code == 400


def test_a_bad_day_or_no_reason_is_said_on_the_page_with_what_was_typed(kept: Desk) -> None:
    for until in ("soon", "2026-01-01", "2036-01-01"):
        answer = kept.post("act/snooze", code="CHEAP", version="1", until=until, why="harvest")
        assert answer.status_code == 400
    answer = kept.post("act/retire", code="CHEAP", version="1", why="  ")
    assert answer.status_code == 400
    assert "Say why" in answer.text
    assert kept.post("act/backtest", code="CHEAP", version="1", days="0").status_code == 400


def test_the_author_is_told_he_may_not_approve_and_the_second_person_approves_from_the_report(kept: Desk) -> None:
    report = kept.tried()
    shown = kept.get(report)
    assert "Hits by week" in shown
    assert "Another person puts it in force" in shown
    assert "act/approve" not in shown
    digest = report.rpartition("/")[2]
    answer = kept.post("act/approve", code="CHEAP", version="1", report=digest)
    assert answer.status_code == 403
    assert kept.office.risk.profiles.version("CHEAP", 1).state == "draft"
    kept.sit("analyst-2")
    assert kept.post("act/approve", code="CHEAP", version="1", report="0" * 64).status_code == 400
    assert "act/approve" in kept.get(report)
    answer = kept.post("act/approve", code="CHEAP", version="1", report=digest)
    assert str(answer.url).endswith("/profiles/CHEAP/1")
    stands = kept.office.risk.profiles.version("CHEAP", 1)
    assert (stands.state, stands.approved_by) == ("live", "ANALYST-2")
    rests = (kept.office.clock() + timedelta(days=20)).date().isoformat()
    kept.post("act/snooze", code="CHEAP", version="1", until=rests, why="harvest")
    assert kept.office.risk.profiles.version("CHEAP", 1).state == "snoozed"
    kept.post("act/shadow", code="CHEAP", version="1")
    assert kept.office.risk.profiles.version("CHEAP", 1).state == "shadow"
    kept.post("act/retire", code="CHEAP", version="1", why="done")
    assert kept.office.risk.profiles.version("CHEAP", 1).state == "retired"


def test_profiles_that_had_their_time_are_proposed_with_the_reason(desk: Desk) -> None:
    assert "No profile is proposed" in desk.get("/retirement")


def test_what_the_law_ships_is_told_apart_from_what_was_written_since() -> None:
    shipped = CHEAP.replace("CHEAP", "SHIPPED")
    with season(count=16, days=2, profiles=(shipped,)) as office:
        desk = Desk(office)
        desk.post("write", text=shipped.replace("80%", "70%"), act="keep")
        assert "at 80%" in desk.get("/profiles/SHIPPED/0").split('class="profile-text">')[1]
        newer = desk.get("/profiles/SHIPPED/1")
        assert "What changed since what was shipped" in newer
        assert "at 80%" in desk.get("/write?code=SHIPPED&version=0")
        assert "at 70%" in desk.get("/write?code=SHIPPED")
        for nowhere in ("", "first"):
            assert desk.post("act/retire", code="SHIPPED", version=nowhere, why="old").status_code == 404
        desk.post("act/retire", code="SHIPPED", version="0", why="old")
        stands = {one.version: one.state for one in office.risk.profiles.versions()}
        assert stands == {0: "retired", 1: "draft"}


def test_a_report_that_is_not_kept_is_refused_in_words(desk: Desk) -> None:
    assert re.search(r"<h1[^>]*>", desk.get("/reports/none", 503))
