"""What pages say: languages, figures, filters, errors, safety headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from clearlane.office.office import Office
from clearlane.web.language import Speech, preferred
from clearlane.web.pages import pages
from clearlane.web.words import WORDS
from tests.web.declarations import XA, Clock, example, lodge_all

TEMPLATES = "\n".join(file.read_text() for file in files("clearlane.web").joinpath("templates").iterdir())
CODE = "\n".join(file.read_text() for file in files("clearlane.web").iterdir() if file.name.endswith(".py"))


class Desk:
    def __init__(self, office: Office) -> None:
        self.office = office
        self.numbers = {kind: receipt.case.number for kind, receipt in lodge_all(office).items()}
        app = FastAPI()
        app.include_router(pages(office, open_demo=True))
        self.client = TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000))

    def get(self, path: str, **headers: str) -> str:
        self.client.cookies.clear()
        return self.client.get(path, headers=headers).text

    def declaration(self, kind: str, query: str = "") -> str:
        return self.get(f"/declarations/{self.numbers[kind]}{query}")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store = f"sqlite:///{tmp_path_factory.mktemp('pages')}/office.db"
    with Office.open(profile=XA, store=store, clock=Clock()) as office:
        yield Desk(office)


def test_every_phrase_is_in_both_languages_with_the_same_fields() -> None:
    assert [key for key, text in WORDS.items() if not text.en or not text.vi] == []
    assert [key for key, text in WORDS.items() if set(re.findall(r"{\w+}", text.en)) != set(re.findall(r"{\w+}", text.vi))] == []


def test_every_phrase_a_page_asks_for_exists() -> None:
    asked = set(re.findall(r"say\(['\"]([\w.-]+)['\"][,)]", TEMPLATES)) | set(re.findall(r"WORDS\[\"([\w.-]+)\"\]", CODE))
    assert asked - set(WORDS) == set()


def test_every_phrase_is_used_somewhere() -> None:
    begun = set(re.findall(r"['\"]([a-z][\w.-]*\.)['\"]", TEMPLATES + CODE)) | set(re.findall(r"f\"([a-z][\w.-]*\.)\{", CODE))
    unused = [key for key in WORDS if not re.search(f"['\"]{key}['\"]", TEMPLATES) and f'"{key}"' not in CODE.replace(f'"{key}": (', "")]
    assert [key for key in unused if not key.startswith(tuple(begun))] == []


@pytest.mark.parametrize(("header", "language"), [("vi-VN,vi;q=0.9", "vi"), ("fr,en;q=0.3,vi;q=0.2", "en"), ("de", "en"), ("vi;q=x", "en")])
def test_the_browsers_language_is_met(header: str, language: str) -> None:
    assert preferred(header) == language


def test_the_language_chosen_is_remembered_and_goes_before_the_browsers(desk: Desk) -> None:
    desk.client.cookies.clear()
    desk.client.get("/?lang=vi")
    assert '<html lang="vi">' in desk.client.get("/lookup", headers={"Accept-Language": "en"}).text


def test_no_english_phrase_stands_on_a_vietnamese_page(desk: Desk) -> None:
    shown = desk.get("/?lang=vi") + desk.declaration("rejected", "?lang=vi") + desk.get("/lodge?lang=vi")
    shown = re.sub(r'<(\w+)[^>]* lang="en".*?</\1>', "", shown)  # names of the WCO Data Model
    said = set(re.findall(r">\s*([^<>{}]+?)\s*<", shown))
    english = {text.en for text in WORDS.values() if text.en != text.vi and len(text.en) > 3}
    assert said & english == set()


def test_while_and_moment_are_told_in_two_units() -> None:
    assert Speech("en").span(timedelta(days=2, hours=3, minutes=4)) == "2 d 3 h"
    assert Speech("vi").span(timedelta(minutes=61)) == "1 giờ 1 phút"


def test_an_amount_opens_into_formula_rate_and_law(desk: Desk) -> None:
    said = desk.declaration("released")
    for line in desk.office.explain(desk.office.case("FREE-1"), officer=True).assessed.lines:  # type: ignore[union-attr]
        formulas = [step.formula for step in line.steps] if len(line.steps) > 1 else [line.formula]
        assert all(Speech("en").formula(formula) in said for formula in formulas)
        assert line.reference in said


def test_a_duty_not_priced_says_why(desk: Desk) -> None:
    case = desk.office.case("OPEN-1")
    assert case.duty is None
    assert case.unpriced[0].en in desk.declaration("unpriced")


def test_a_rejected_declaration_shows_findings_with_place_and_remedy(desk: Desk) -> None:
    said = desk.declaration("rejected")
    for finding in desk.office.findings(desk.numbers["rejected"]):
        assert finding.path in said
    assert "Nothing was computed" in said


def test_an_amendment_shows_what_stood_there_before_and_after(desk: Desk) -> None:
    said = re.sub(r"<span[^>]*>.*?</span>", "", desk.declaration("amended"))
    assert "<del>1200 KGM</del>" in said
    assert "<ins>1199 KGM</ins>" in said


def test_an_earlier_generation_can_be_read(desk: Desk) -> None:
    assert "1199 KGM" in desk.declaration("amended").partition('id="items"')[2]
    assert "1200 KGM" in desk.declaration("amended", "?generation=1").partition('id="items"')[2]
    assert desk.client.get(f"/declarations/{desk.numbers['amended']}?generation=3").status_code == 404


def test_figures_declared_and_computations_are_written_as_the_language_writes_them(desk: Desk) -> None:
    english, vietnamese = desk.declaration("released", "?lang=en"), desk.declaration("released", "?lang=vi")
    assert "22,900.00 USD" in english
    assert "22.900,00 USD" in vietnamese
    assert "9,600.00 USD × " in english
    assert "9.600,00 USD × " in vietnamese
    assert "12,5 %" in vietnamese
    assert "half-up" not in english + vietnamese


def test_filters_stand_in_the_address(desk: Desk) -> None:
    red = desk.get("/?lane=red").partition('<table class="list')[2]
    assert {desk.numbers["red"], desk.numbers["pre-lodged red"]} == set(re.findall(r'data-number="(\w+)"', red))
    assert set(re.findall(r'data-number="(\w+)"', desk.get("/?q=RED"))) == {desk.numbers["red"]}
    assert "No declaration meets these filters." in desk.get("/?q=none-such")


def test_pages_of_declarations_lodged_together_leave_none_out(desk: Desk) -> None:
    list(desk.office.lodge_many([example(f"GROUP-{n}") for n in range(120)]))
    seen: list[str] = []
    path: str | None = "/?q=GROUP"
    while path:
        said = desk.get(path)
        seen += re.findall(r'data-number="(\w+)"', said)
        older = re.search(r'href="([^"]+)">Older', said)
        path = older[1].replace("&amp;", "&") if older else None
    assert len(seen) == len(set(seen)) == 120


def test_the_live_part_is_sent_again_only_when_something_changed(desk: Desk) -> None:
    first = desk.client.get("/?part=live")
    again = desk.client.get("/?part=live", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    desk.office.lodge(example("CHANGE-ETAG"))
    after = desk.client.get("/?part=live", headers={"If-None-Match": first.headers["etag"]})
    assert after.status_code == 200
    assert "CHANGE-ETAG" in after.text


def test_a_reference_leads_to_its_declaration(desk: Desk) -> None:
    answer = desk.client.get("/lookup?name=FREE-1", follow_redirects=False)
    assert answer.headers["location"] == f"/declarations/{desk.numbers['released']}"


@pytest.mark.parametrize("path", ["/no/such/page", "/declarations/26XA00000000099999", "/static"])
def test_what_is_not_there_is_said_in_both_languages(desk: Desk, path: str) -> None:
    desk.client.cookies.clear()
    english, vietnamese = (desk.client.get(path, headers={"Accept-Language": language}) for language in ("en", "vi"))
    assert english.status_code == vietnamese.status_code == 404
    assert "Not found" in english.text
    assert "Không tìm thấy" in vietnamese.text


def test_addresses_of_the_interface_for_programs_are_left_to_it(desk: Desk) -> None:
    assert desk.client.get("/v1/none-such").headers["content-type"] == "application/json"


def test_what_someone_wrote_in_a_message_is_never_markup(desk: Desk) -> None:
    desk.office.lodge(example("<script>alert(1)</script>"))
    said = desk.get("/") + desk.get("/lookup?name=%3Cscript%3Ealert")
    assert "<script>alert" not in said
    assert "&lt;script&gt;alert" in said


def test_pages_run_only_what_is_ours(desk: Desk) -> None:
    answer = desk.client.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.findall(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", answer.text + desk.declaration("released")) == []


def test_the_border_page_is_small_on_a_slow_line(desk: Desk) -> None:
    answer = desk.client.get("/")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text.count("data-number=") == 50
    assert int(answer.headers["content-length"]) < 10_000
