"""No store takes a signer whose name can be written two ways, or who is named twice, whatever program writes."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.opening import opened, run_sql

UNPLAIN = ["analyst-1\u00a0", "analyst\u200b-1", "analyst\u20111", "\u00c9LISE"]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path}/office.db" if request.param == "sqlite" else str(request.getfixturevalue("postgres_database"))
    with closing(opened(address)):
        return address


def written(url: str, body: str) -> None:
    quoted = body.replace("'", "''")
    run_sql(
        url, f"INSERT INTO facts (seq, at, subject, kind, body) SELECT coalesce(max(seq), 0) + 1, '2026', 's', 'k', '{quoted}' FROM facts"
    )


@pytest.mark.parametrize("name", UNPLAIN)
@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize("field", ["by", "second"])
def test_a_signer_in_signs_that_look_like_others_is_refused(url: str, name: str, escaped: bool, field: str) -> None:
    body = json.dumps({"type": "list-kept", field: name}, ensure_ascii=escaped, separators=(",", ":"))
    with pytest.raises(Exception, match="named once, in plain signs"):
        written(url, body)


@pytest.mark.parametrize("body", ['{"type":"a","by":"A-1","by":"A-2"}', '{"type":"a","type":"b","by":"A-1"}'])
def test_one_named_twice_is_refused(url: str, body: str) -> None:
    with pytest.raises(Exception, match="named once, in plain signs"):
        written(url, body)


def test_a_plain_signer_is_taken(url: str) -> None:
    written(url, '{"type":"a","by":"analyst-1","words":"\u00c9l\u00e8ve"}')
    assert run_sql(url, "SELECT count(*) FROM facts")[0][0] == 1
