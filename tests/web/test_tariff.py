"""The public pages of the tariff: found without signing in, as of a day, in two languages, and nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from fastapi import FastAPI
from msgspec.structs import replace
from starlette.testclient import TestClient

from clearlane.model.duty import percentage
from clearlane.model.measure import Measure
from clearlane.model.profile import Profile
from clearlane.model.tariff import TariffContent
from clearlane.office.office import Office
from clearlane.office.wiring import profile_named
from clearlane.tariff.us_programmes import area_of
from clearlane.web.pages import pages
from clearlane.web.words import WORDS
from tests.web.declarations import XA, Clock
from tests.web.tariffs import CAVEAT, HEADER, TINY, with_tariff

GB = profile_named("gb")
US = profile_named("us")
Asked = Callable[[str], str]


def client(content: TariffContent | None, law: Profile = XA) -> Iterator[TestClient]:
    with Office.open(profile=with_tariff(content, law), clock=Clock()) as office:
        app = FastAPI()
        app.include_router(pages(office))
        yield TestClient(app, follow_redirects=False)


@pytest.fixture(scope="module")
def stranger() -> Iterator[TestClient]:
    """Somebody without a token, before an office with the tiny tariff."""
    yield from client(TINY)


@pytest.fixture
def said(stranger: TestClient) -> Asked:
    """What a page says in plain text."""

    def ask(path: str) -> str:
        stranger.cookies.clear()
        answer = stranger.get(path)
        assert answer.status_code == 200, answer.text
        return plain(answer.text)

    return ask


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html[html.index("<main") :]))


def test_words_find_a_code_with_the_lines_above_it(said: Asked) -> None:
    found = said("/tariff?q=blocks")
    assert "0406.10.10" in found
    assert "Milk and cheese › Cheese › Hard cheese:" in found


def test_words_are_found_in_vietnamese_without_accents(said: Asked) -> None:
    assert "Dạng khối" in said("/tariff?q=dang+khoi&lang=vi")


def test_what_is_not_found_is_said_with_a_way_on(said: Asked) -> None:
    found = said("/tariff?q=zebra")
    assert "Nothing was found for “zebra”" in found
    assert "Milk and cheese" in found


@pytest.mark.parametrize("typed", ["0406.10.90", "04061090", "0406 10 90"])
def test_a_whole_code_leads_straight_to_its_page(stranger: TestClient, typed: str) -> None:
    answer = stranger.get("/tariff", params={"q": typed})
    assert (answer.status_code, answer.headers["location"]) == (303, "/tariff/04061090")


def test_a_heading_shows_what_stands_below_it_with_its_duty(said: Asked) -> None:
    below = said("/tariff/0406?on=2026-11-20")
    assert "Hard cheese: 0406.10.10 In blocks" in below
    assert "10 % but not less than 2.00 ARD / kilogram" in below


def test_a_code_shows_each_kind_of_measure_with_its_law(said: Asked) -> None:
    shown = said("/tariff/04061090?on=2026-11-20")
    for words in (
        "New order", "from 1 Jul 2026", "Northern Sea 0 %", "N954 Movement certificate", "A101 Ostrewick Dairy 25 %",
        "You need: N853 Animal health certificate", "Value added tax", "stated for 0406",
    ):  # fmt: skip
        assert words in shown, words


def test_programmes_of_one_rate_stand_together_by_the_names_that_the_law_has_for_them() -> None:
    marks = [area_of("KR"), area_of("S"), area_of("COL2")]
    free, other = percentage(Decimal(0)), percentage(Decimal(90))
    rates = [Measure("k", "0406", "142", free, "KR"), Measure("s", "0406", "142", free, "S"), Measure("c", "0406", "142", other, "COL2")]
    content = replace(TINY, measures=tuple(rates), areas=tuple(marks))
    for asked in client(content, US):
        page = asked.get("/tariff/04061010").text
    assert page.count('class="origins"') == 1
    assert "KR Free trade agreement with Korea S Free trade agreement with Mexico and Canada (USMCA)" in plain(page)
    assert "Countries of column 2 90 %" in plain(page)


def test_what_is_said_beside_a_line_is_read_on_the_pages_of_the_lines_below_it() -> None:
    noted = tuple(replace(line, footnotes=("F1",)) if line.code == "0406" else line for line in TINY.lines)
    for asked in client(replace(TINY, lines=noted)):
        assert "F1 In summer alone." in plain(asked.get("/tariff/04061090").text)


def test_a_nearer_measure_hides_the_one_above_it(said: Asked) -> None:
    assert "Act on the chapter" not in said("/tariff/04061090")
    assert "Act on the chapter" in said("/tariff/0401")


def test_another_day_shows_the_rate_of_that_day_and_when_it_changes(said: Asked) -> None:
    before = said("/tariff/04061090?on=2026-06-30")
    assert "Old order" in before
    assert "New order" not in before
    assert "Rates change on 1 Jul 2026" in before
    assert "Rates change on 1 Jul 2027" in said("/tariff/04061090?on=2026-11-20")


def test_a_seasonal_rate_is_shown_in_its_season_alone(said: Asked) -> None:
    summer = said("/tariff/04061010?on=2026-07-15")
    assert "Summer order" in summer
    assert "In summer alone." in summer
    assert "Summer order" not in said("/tariff/04061010?on=2026-11-20")


def test_words_of_the_tariff_cannot_write_into_the_page(stranger: TestClient) -> None:
    for path in (
        "/tariff/04061090",
        "/tariff?q=curd",
        "/tariff/04061090/estimate?price=1&origin=QO",
        "/tariff?q=<script>alert(2)</script>",
    ):
        assert "<script>alert" not in stranger.get(path).text


FULL = "/tariff/04061090/estimate?price=1000&currency=ARD&origin=QN&qty-KGM=10&on=2026-11-20"


def test_an_estimate_has_every_amount_with_its_steps_and_is_called_no_ruling(said: Asked) -> None:
    estimate = said(FULL)
    for words in ("An estimate, not a ruling", "Landed cost", "100.00", "New order", "10 % × 1,000.00"):
        assert words in estimate, words


def test_an_estimate_can_be_opened_again_from_its_address(stranger: TestClient) -> None:
    shown = stranger.get(FULL).text
    link = re.search(r'<section class="panel share".*?href="([^"]+)"', shown, re.DOTALL)
    assert link
    again = stranger.get(link[1].replace("&amp;", "&")).text
    assert plain(again) == plain(shown)


def test_a_quantity_is_asked_for_only_where_a_rate_is_charged_on_it(stranger: TestClient) -> None:
    assert 'name="qty-KGM"' in stranger.get("/tariff/04061090/estimate?on=2026-11-20").text
    assert 'name="qty-' not in stranger.get("/tariff/0401/estimate?on=2026-11-20").text


def test_a_missing_quantity_is_named_and_leads_to_its_field(stranger: TestClient) -> None:
    shown = stranger.get(FULL.replace("&qty-KGM=10", "")).text
    assert "Still open" in shown
    assert '<a href="#qty-KGM">' in shown
    assert 'id="qty-KGM"' in shown


def test_the_best_claim_is_offered_with_its_proof(stranger: TestClient) -> None:
    shown = stranger.get(FULL).text
    assert "You could pay 1" in plain(shown)
    assert "N954" in plain(shown)
    assert "claim=300" in shown


PRODUCED = FULL.replace("origin=QN", "origin=QO")


def test_producers_are_offered_by_name_for_their_origin_alone(stranger: TestClient) -> None:
    assert 'name="extra-552"' not in stranger.get(FULL).text
    assert "A101 – Sữa Ostrewick – 25 %" in plain(stranger.get(PRODUCED, headers={"Accept-Language": "vi"}).text)
    assert "250.00" in plain(stranger.get(f"{PRODUCED}&extra-552=A101").text)


def test_a_producer_that_is_not_offered_is_told_beside_its_field(stranger: TestClient) -> None:
    answer = stranger.get(f"{PRODUCED}&extra-552=A999")
    assert answer.status_code == 422
    assert 'id="fault-extra-552"' in answer.text


def test_who_brings_in_food_reads_that_its_value_added_tax_may_be_zero() -> None:
    shown = [plain(one.get(f"{FULL.replace('ARD', 'GBP')}{more}").text) for one in client(TINY, GB) for more in ("", "&extra-305=VATZ")]
    assert "Another rate may apply" in shown[0]
    assert "VATZ Zero rate of value added tax" in shown[0]
    assert "Another rate may apply" not in shown[1]
    assert "Value added tax 0 %" in shown[1]


def test_everything_wrong_is_told_at_once_and_what_was_typed_stays(stranger: TestClient) -> None:
    answer = stranger.get("/tariff/04061090/estimate?price=12,50&origin=&incoterm=XXX&on=soon&qty-KGM=ten")
    assert answer.status_code == 422
    for name in ("price", "origin", "incoterm", "on", "qty-KGM"):
        assert f'id="fault-{name}"' in answer.text, name
        assert f'href="#{name}"' in answer.text, name
    assert 'value="12,50"' in answer.text
    assert 'value="ten"' in answer.text


def test_a_code_that_is_too_coarse_leads_to_the_lines_below_it(stranger: TestClient) -> None:
    answer = stranger.get("/tariff/0406/estimate?price=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/tariff/0406")


def test_what_the_tariff_leaves_open_makes_the_estimate_conditional() -> None:
    for one in client(replace(TINY, header=replace(HEADER, caveats=(CAVEAT,)))):
        shown = plain(one.get(FULL).text)
        assert CAVEAT.en in shown
        assert WORDS["tariff.conditional"].en in shown


def test_an_office_without_a_tariff_says_so() -> None:
    for one in client(None):
        assert "no tariff loaded" in plain(one.get("/tariff").text)
        assert one.get("/tariff/0406").status_code == 404


@pytest.mark.parametrize("path", ["/tariff/9999", "/tariff/cheese", "/tariff/9999/estimate?price=1"])
def test_a_code_that_is_not_there_is_said_in_words(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 404
    assert "The tariff has no code" in plain(answer.text)


def test_a_page_is_not_sent_again_while_nothing_changed(stranger: TestClient) -> None:
    tag = stranger.get("/tariff/0406").headers["etag"]
    assert stranger.get("/tariff/0406", headers={"If-None-Match": tag}).status_code == 304
    assert stranger.get("/tariff/0406", headers={"If-None-Match": tag, "Accept-Language": "vi"}).status_code == 200
    assert stranger.get("/tariff/0401", headers={"If-None-Match": tag}).status_code == 200


def test_nothing_of_declarations_is_on_the_pages_of_a_stranger(stranger: TestClient) -> None:
    for path in ("/tariff", "/tariff/04061090", FULL):
        assert not re.search(r'href="/(lookup|lodge|declarations)', stranger.get(path).text)


def test_no_english_phrase_stands_on_a_vietnamese_page(stranger: TestClient) -> None:
    shown = "".join(stranger.get(f"{path}{'&' if '?' in path else '?'}lang=vi").text for path in ("/tariff", "/tariff/04061090", FULL))
    stranger.cookies.clear()
    found = set(re.findall(r">\s*([^<>{}]+?)\s*<", shown))
    assert found & {text.en for text in WORDS.values() if text.en != text.vi and len(text.en) > 3} == set()
