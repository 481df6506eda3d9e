"""What is written comes back equal, and as the same bytes in every store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clearlane.model.case import Attempt, Case
from clearlane.model.facts import Fact
from tests import postgres
from tests.store.nouns import MOMENTS, values
from tests.store.opening import AnyStore, opened, run_sql

Pair = dict[str, AnyStore]
PLAIN = {chr(code) for code in range(32, 127)}
NUMBERS = map("N{}".format, count(1))


@pytest.fixture(scope="module")
def both(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    file: Path = tmp_path_factory.mktemp("both") / "office.db"
    with postgres.fresh_database(postgres_url) as server:
        urls = [f"sqlite:///{file}", server]
        with closing(opened(urls[0])) as first, closing(opened(urls[1])) as second:
            yield dict(zip(urls, (first, second), strict=True))


def renumbered(noun: Any, number: str) -> Any:
    return msgspec.structs.replace(noun, number=number)


@given(case=values(Case))
@settings(max_examples=100)
def test_any_case_comes_back_equal(both: Pair, case: Case) -> None:
    case = renumbered(case, next(NUMBERS))
    for store in both.values():
        with store.work() as work:
            work.put_cases([case])
        assert store.case(case.number) == case
        assert case in store.by_reference(case.reference, case.declarant)


@given(attempt=values(Attempt))
@settings(max_examples=100)
def test_any_attempt_comes_back_equal(both: Pair, attempt: Attempt) -> None:
    attempt = renumbered(attempt, next(NUMBERS))
    for store in both.values():
        with store.work() as work:
            work.put_attempts([attempt])
        assert store.attempts_on(attempt.number) == [attempt]
        assert attempt in store.attempts([(attempt.declarant, attempt.reference)])


def plainly_signed(fact: Any) -> Any:
    """A fact whose signers are named in plain signs, as every store demands."""
    signers = {name: "".join(filter(PLAIN.__contains__, getattr(fact, name))) for name in ("by", "second") if hasattr(fact, name)}
    return msgspec.structs.replace(fact, **signers) if signers else fact


@given(at=MOMENTS, facts=st.lists(values(Fact).map(plainly_signed), max_size=4))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_facts_come_back_equal_and_are_the_same_bytes_in_every_store(both: Pair, at: Any, facts: list[Fact]) -> None:
    number = next(NUMBERS)
    kept = []
    for url, store in both.items():
        with store.work() as work:
            records = work.append(at, [(number, fact) for fact in facts])
        assert store.facts_of(number) == records
        kept.append(run_sql(url, f"SELECT seq, at, subject, kind, body FROM facts WHERE subject = '{number}' ORDER BY seq"))
    assert kept[0] == kept[1]
    assert [record.fact for record in records] == facts
