"""Documents over HTTP: the trader's own, once each, known by their bytes."""

from __future__ import annotations

import pytest

from tests.api.desk import Counter, risky
from tests.office.test_documents import BROKEN, HOSTILE, NONE, PDF


@pytest.fixture
def path(at: Counter) -> str:
    number = at.trader.post("/v1/declarations", content=risky("DOC-1")).json()["number"]
    return f"/v1/declarations/{number}/documents"


def test_a_document_goes_to_customs_and_comes_back_byte_for_byte(at: Counter, path: str) -> None:
    put = at.trader.post(f"{path}?for=N935&item=2", content=PDF)
    told = put.json()
    assert (put.status_code, told["type"], told["code"], told["item"], told["by"]) == (201, "application/pdf", "N935", 2, "trader")
    assert at.trader.post(f"{path}?for=N935&item=2", content=PDF).json() == told
    assert at.officer.get(path).json() == [told]
    got = at.officer.get(f"{path}/{told['digest']}")
    assert (got.content, got.headers["content-disposition"][:10]) == (PDF, "attachment")


def test_another_traders_documents_are_not_there(at: Counter, path: str) -> None:
    digest = at.trader.post(path, content=PDF).json()["digest"]
    assert [at.other.get(path).status_code, at.other.get(f"{path}/{digest}").status_code] == [404, 404]
    assert at.other.post(path, content=PDF).status_code == 404
    assert at.stranger.get(path).status_code == 401


@pytest.mark.parametrize("data", [*NONE, *BROKEN, *HOSTILE], ids=range(len([*NONE, *BROKEN, *HOSTILE])))
def test_rubbish_is_refused_in_words_and_nothing_is_kept(at: Counter, path: str, data: bytes) -> None:
    answer = at.trader.post(path, content=data)
    assert answer.json()["kind"] == "unreadable"
    assert at.trader.get(path).json() == []


@pytest.mark.parametrize("query", ["item=-1", "item=ten", f"for={'N' * 36}", "for=%00"])
def test_parameters_out_of_bounds_are_refused(at: Counter, path: str, query: str) -> None:
    assert at.trader.post(f"{path}?{query}", content=PDF).json()["kind"] == "invalid"


def test_a_document_may_be_larger_than_a_message_and_not_larger_than_fifty_megabytes(at: Counter, path: str) -> None:
    large = b"%PDF-1.7\n" + bytes(25 * 1024 * 1024) + b"%%EOF"
    assert at.trader.post(path, content=large).status_code == 201
    assert at.trader.post(path, content=large * 3).status_code == 413
