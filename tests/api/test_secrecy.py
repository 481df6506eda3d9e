"""Nothing a trader is answered tells why, how likely, or before arrival whether his goods are looked at.

A trader asks every route for declarations that officers see in red with reasons, in both languages, in
JSON and in XML; and every answer is searched for the reasons, rules and scores that stand in the facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clearlane.model.facts import Routed, Scored
from tests.api.desk import XA, Counter, counter, message, request, risky
from tests.secrets_of_risk import codes, titles

LODGE = "/v1/declarations"
PARTS = ("", "/findings", "/notices", "/explanation", "/generations/1", "/generations/latest", "/differences", "/facts", "/message")
LISTS = ("", "?lane=red", "?lane=yellow", "?state=pre-lodged", "?reference=R-1", "?limit=1")
ASKED = [{"Accept": form, "Accept-Language": language} for form in ("application/json", "application/xml") for language in ("en", "vi")]


class Searched:
    """A trader's office: everything he was ever answered, and what officers know of it."""

    def __init__(self, at: Counter, type_code: str) -> None:
        self.at, self.answers = at, list[str]()
        number = self.post(risky("R-1", type_code))
        self.post(risky("R-1", type_code))
        self.post(message("R-1"))
        self.post(b"[" + risky("R-2", type_code) + b"]")
        for headers in ASKED:
            for path in [f"{LODGE}/{number}{part}" for part in PARTS] + [LODGE + asked for asked in LISTS]:
                answer = at.trader.get(path, headers=headers)
                self.answers.append(f"{answer.text} {dict(answer.headers)}")
        self.number = number

    def post(self, body: bytes) -> str:
        answer = self.at.trader.post(LODGE, content=body)
        self.answers.append(f"{answer.text} {dict(answer.headers)}")
        told = answer.json()
        return str(told["number"]) if isinstance(told, dict) else ""

    def secrets(self) -> set[str]:
        """Everything of risk that stands in the facts, and everything the law says of risk."""
        facts = [record.fact for record in self.at.office.store.facts_after(0)]
        words = {text for fact in facts if isinstance(fact, Routed) for why in fact.why for text in (why.en, why.vi)}
        for fact in facts:
            if isinstance(fact, Scored):
                words |= {part for r in fact.reasons for part in (r.rule, r.words.en, r.words.vi)}
        return words | {*codes(XA), *titles(XA)}


@pytest.fixture(scope="module")
def arrived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searched]:
    with counter(tmp_path_factory.mktemp("arrived")) as at:
        yield Searched(at, "IMA")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searched]:
    with counter(tmp_path_factory.mktemp("expected")) as at:
        yield Searched(at, "IMD")


def test_the_search_has_something_to_find(arrived: Searched) -> None:
    assert len(arrived.secrets()) > 20
    shown = arrived.at.officer.get(f"{LODGE}/{arrived.number}/explanation").text
    assert [secret for secret in arrived.secrets() if secret in shown]


def test_no_answer_to_a_trader_holds_a_reason_a_rule_or_a_score(arrived: Searched, expected: Searched) -> None:
    for searched in (arrived, expected):
        assert not [(secret, answer) for secret in searched.secrets() for answer in searched.answers if secret in answer]


def test_no_answer_before_arrival_holds_a_lane(expected: Searched) -> None:
    assert expected.at.officer.get(f"{LODGE}/{expected.number}").json()["lane"] == "red"
    told = [answer for answer in expected.answers if any(f'"{lane}"' in answer for lane in XA.lanes.names)]
    notices = [words for words in XA.lanes.control_notice.values() if any(w in a for a in expected.answers for w in (words.en, words.vi))]
    assert (told, notices) == ([], [])


def test_asking_for_a_lane_before_arrival_answers_the_same_whichever_it_is(expected: Searched) -> None:
    by_lane = {lane: expected.at.trader.get(LODGE, params={"lane": lane, "limit": 1}).text for lane in XA.lanes.names}
    assert len(set(by_lane.values())) == 1


def test_the_lane_is_told_once_the_goods_are_presented(tmp_path: Path) -> None:
    with counter(tmp_path) as at:
        number = at.trader.post(LODGE, content=risky("R-1", "IMD")).json()["number"]
        assert at.trader.get(f"{LODGE}/{number}").json()["lane"] is None
        at.trader.post(LODGE, content=request(number, "GPR"))
        assert at.trader.get(f"{LODGE}/{number}").json()["lane"] == "red"


def test_notices_do_not_tell_how_many_facts_others_caused(at: Counter) -> None:
    at.officer.post(LODGE, content=message("R-0"))
    number = at.trader.post(LODGE, content=message("R-1")).json()["number"]
    assert [notice["place"] for notice in at.trader.get(f"{LODGE}/{number}/notices").json()][:2] == [1, 2]
