"""Risk on an officer's page of a declaration: reasons with their data, prices beside like goods, and a first view free of the score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import msgspec
import pytest

from clearlane.model.chosen import Chosen
from clearlane.model.facts import Scored
from clearlane.office.office import Office
from clearlane.office.risk_saying import ARMS
from tests.web.risk_seen import Desk, hit_and_scored, kept, latest, practised


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with practised(kept(tmp_path_factory.mktemp("risk"))) as made:
        yield made


@pytest.fixture(scope="module")
def desk(office: Office) -> Desk:
    return Desk(office)


@pytest.fixture(scope="module")
def blind(office: Office) -> Desk:
    """The same office under a policy that keeps the first view free of the score."""
    law = replace(office.profile, selection=msgspec.structs.replace(office.profile.selection, hide_score=True))
    other = Office(law, office.store, clock=office.clock, randomness=Random(7).randbytes)
    return Desk(other)


@pytest.fixture(scope="module")
def hit(office: Office) -> Chosen:
    return hit_and_scored(office)


def panel(page: str) -> str:
    return page.partition('<section id="risk"')[2].partition("</section>")[0]


def test_the_officer_reads_profiles_beside_the_score_and_at_most_five_reasons(desk: Desk, hit: Chosen) -> None:
    said = panel(desk.get(f"/declarations/{hit.number}"))
    assert {one.profile for one in hit.hits} == set(re.findall(r"<code>(CHEAP|SHARED)</code>", said))
    assert f"{100 * hit.probability:.1f} %" in said
    lines = said.partition("risk-lines")[2].partition("</ol>")[0]
    assert 1 < lines.count("<li>") <= 5
    assert "The importer&#39;s record" in lines
    assert f"{100 * hit.propensity:.1f} %" in said


def test_a_reason_leads_to_the_importers_declarations(desk: Desk, hit: Chosen) -> None:
    assert f"/declarations/{hit.number}/importer" in panel(desk.get(f"/declarations/{hit.number}"))
    said = desk.get(f"/declarations/{hit.number}/importer")
    own, _ = desk.office.risk.looking.of_importer(hit.importer)
    assert set(re.findall(r'<th scope="row"><a href="/declarations/(\w+)"', said)) == {one.number for one in own}
    assert any(one.found for one in own) == ("Finding</b>" in said)


def test_the_price_is_drawn_beside_like_goods_with_how_many_and_since_when(desk: Desk) -> None:
    for one in latest(desk.office):
        row = desk.office.risk.looking.rows(one.number)[0]
        like = desk.office.risk.looking.like_goods(row)
        if like.test and like.test.peers:
            break  # the first with peers
    assert like.test
    said = panel(desk.get(f"/declarations/{one.number}?like=1"))
    assert f"{like.test.reference.count} like goods" in said
    assert said.count('class="peer"') == len(like.test.peers)
    assert all(f'href="/declarations/{peer.number}"' in said for peer in like.test.peers)
    assert "declared before 23 Feb 2026" in said


def test_where_there_is_no_price_to_hold_it_against_the_cause_stands_there(desk: Desk, office: Office) -> None:
    first = office.store.chosen_from(office.clock().replace(year=2020), limit=1)[0]
    assert "No prices of like goods had been gathered yet" in panel(desk.get(f"/declarations/{first.number}"))


def test_where_what_was_recorded_is_erased_the_page_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    with practised(kept(tmp_path_factory.mktemp("erased"))) as office:
        number = hit_and_scored(office).number
        with office.store.work() as work:
            work.erase_seen(number)
        said = panel(Desk(office).get(f"/declarations/{number}"))
    assert "was erased, or nothing ever was" in said


def told_by_the_score(office: Office, one: Chosen) -> list[str]:
    """Everything that the score, or what it leads to, would put on a page."""
    scored = next(record.fact for record in office.facts(one.number) if isinstance(record.fact, Scored))
    figures = [one.probability, one.propensity, one.value, one.revenue, scored.score, *(score.probability for score in one.scores)]
    said = [f"{figure:.{places}f}" for figure in figures for places in (3, 4) if 0.0005 < figure < 0.9995 or figure > 1.0005]
    said += [f"{100 * figure:.1f} %" for figure in (one.probability, one.propensity)]
    said += [f"{scored.score:.2f}<", one.scores[0].model, "found wrong more often", "speaks for the goods", 'class="meter"', "needle"]
    return said + [text.en for text in ARMS.values()]


def test_the_first_view_holds_nothing_of_the_score_until_it_is_opened(blind: Desk) -> None:
    for one in latest(blind.office)[::9]:
        said = blind.get(f"/declarations/{one.number}")
        assert [told for told in told_by_the_score(blind.office, one) if told in said] == [], one.number
        assert f"/declarations/{one.number}?score=opened#risk" in said


def test_the_first_view_still_shows_profiles_history_and_prices(blind: Desk, hit: Chosen) -> None:
    said = panel(blind.get(f"/declarations/{hit.number}"))
    assert f"<code>{hit.hits[0].profile}</code>" in said
    assert "The importer&#39;s record" in said
    assert 'id="like"' in said


def test_opened_the_score_is_there_and_the_address_says_so(blind: Desk, hit: Chosen) -> None:
    said = blind.get(f"/declarations/{hit.number}?score=opened")
    assert f"{100 * hit.probability:.1f} %" in said
    assert ARMS[hit.arm].en in said
    assert "Open the score" not in said


@pytest.mark.parametrize("asked", ["1", "yes", "OPENED", "opened ", ""])
def test_nothing_else_opens_it(blind: Desk, hit: Chosen, asked: str) -> None:
    assert "Open the score" in blind.get(f"/declarations/{hit.number}?score={asked}")


def test_without_that_policy_the_score_is_there_at_once(desk: Desk, hit: Chosen) -> None:
    assert "Open the score" not in desk.get(f"/declarations/{hit.number}")


@pytest.mark.parametrize("like", ["0", "99", "-1", "x", "²", "99999999999999"])
def test_an_item_that_is_not_there_is_none_asked_for(desk: Desk, hit: Chosen, like: str) -> None:
    assert 'id="like"' in desk.get(f"/declarations/{hit.number}?like={like}")


def test_a_trader_reads_nothing_of_risk(desk: Desk, office: Office, hit: Chosen) -> None:
    case = office.case(hit.number)
    desk.client.cookies.clear()
    said = desk.client.get(f"/declarations/{hit.number}?as=trader&declarant={case.declarant}&score=opened").text
    assert hit.number in said
    secret = [*told_by_the_score(office, hit), *(one.profile for one in hit.hits), "Cheap garments", "A share of machines"]
    assert [one for one in (*secret, 'id="risk"', 'id="results"', "risk.css") if one in said] == []
    assert desk.client.get(f"/declarations/{hit.number}/importer").status_code == 404
    desk.sit("officer")
