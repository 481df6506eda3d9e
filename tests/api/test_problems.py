"""Every refusal over HTTP has one shape (RFC 9457), whatever caused it.

``type`` leads to a description of the kind; ``title`` is the same for every problem of a kind; ``status`` is
that of the answer; ``detail`` says what happened, in the language asked for; ``kind`` is a word for programs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clearlane.api.problems import KINDS, Problem, problem
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text
from clearlane.office.settings import Misconfigured
from clearlane.store.unavailable import unavailable
from tests.api.desk import Counter, message

LODGE = "/v1/declarations"

Asked = Callable[[Counter], Any]
CASES: dict[str, tuple[int, Asked]] = {
    "unreadable": (400, lambda at: at.trader.post(LODGE, content=b"<a>")),
    "not-signed-in": (401, lambda at: at.stranger.get(LODGE)),
    "not-allowed": (403, lambda at: at.other.post(LODGE, content=message())),
    "not-found": (404, lambda at: at.trader.get("/v1/nothing")),
    "method-not-allowed": (405, lambda at: at.trader.delete(LODGE)),
    "conflict": (409, lambda at: [at.trader.post(LODGE, content=message(TypeCode=t)) for t in ("IMA", "IMB")][1]),
    "unsupported": (415, lambda at: at.trader.post(LODGE, content=b"x", headers={"Content-Encoding": "br"})),
    "invalid": (422, lambda at: at.trader.get(LODGE, params={"limit": "many"})),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_refusal_has_the_shape_of_every_refusal(at: Counter, kind: str) -> None:
    status, ask = CASES[kind]
    answer = ask(at)
    told = Problem.model_validate(answer.json())
    assert (answer.status_code, told.status, told.kind) == (status, status, kind)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert at.stranger.get(told.type).json()["title"] == told.title == KINDS[kind].title.en


def test_words_of_a_refusal_come_in_the_language_asked_for(at: Counter) -> None:
    answer = at.trader.get(f"{LODGE}/X", headers={"Accept-Language": "vi"})
    assert answer.json()["title"] == KINDS["not-found"].title.vi
    assert answer.headers["Content-Language"] == "vi"


def test_a_wrong_parameter_is_named_and_what_was_sent_is_not_repeated(at: Counter) -> None:
    told = at.trader.get(LODGE, params={"limit": "secret"}).json()
    assert [fault["where"] for fault in told["errors"]] == ["query.limit"]
    assert "secret" not in str(told)


def test_a_refused_method_names_those_answered(at: Counter) -> None:
    assert "POST" in at.trader.put(LODGE).headers["Allow"] + at.trader.put(LODGE).headers["Allow"]


def test_what_breaks_is_answered_without_its_inside(at: Counter) -> None:
    at.office.close()
    answer = at.trader.get(LODGE)
    assert (answer.status_code, answer.json()["kind"]) == (500, "unexpected")
    assert "sqlite" not in answer.text.lower()
    assert answer.json()["request"] == answer.headers["X-Request-ID"]


def test_a_store_out_of_reach_is_told_without_its_address() -> None:
    told = problem(unavailable("postgresql://desk@vault/office", OSError("no route to 10.0.0.7")), "en")
    assert (told["status"], told["kind"]) == (503, "unavailable")
    assert not [word for word in ("vault", "10.0.0.7") if word in str(told)]


def test_a_refusal_no_door_knows_tells_nothing_of_the_set_up() -> None:
    told = problem(Misconfigured(Text(en="secret.toml is wrong", vi="sai"), source="secret.toml"), "en")
    assert (told["status"], "secret" in str(told)) == (500, False)


def test_every_refusal_of_the_model_and_of_this_door_is_a_kind_of_problem() -> None:
    known = [below for below in Refusal.__subclasses__() if below.__module__ in ("clearlane.model.refusals", "clearlane.api.refusals")]
    assert len(known) > 10
    assert {below.kind for below in known} <= set(KINDS)
