"""One condition, executed as a function, over columns and as SQL, must answer what its plain reading answers, on every edge value."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from clearlane.risk.language.closures import compile_all
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.columns import columns_of_rows
from clearlane.risk.language.evaluate import evaluate
from clearlane.risk.language.index import in_scope
from clearlane.risk.language.rule_set import RuleSet
from tests.risk.language import at_random
from tests.risk.language.at_random import CATALOGUE, LISTS

SEEDS = range(4)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_function_answers_what_the_plain_reading_answers(seed: int) -> None:
    chance = random.Random(seed)
    rows = at_random.rows(chance, 60)
    conditions = [at_random.condition(chance) for _ in range(500)]
    for condition, closure in zip(conditions, compile_all(conditions, CATALOGUE, LISTS), strict=True):
        assert [closure(row) for row in rows] == [evaluate(condition, row, LISTS, CATALOGUE) for row in rows], condition


@pytest.mark.parametrize("seed", SEEDS)
def test_the_whole_set_hits_what_each_profile_alone_would(seed: int) -> None:
    chance = random.Random(seed)
    rows, days = at_random.rows(chance, 60), at_random.days(chance, 60)
    profiles = [at_random.profile(chance) for _ in range(500)]
    rules, alone = RuleSet(profiles, CATALOGUE, LISTS), compile_all([one.condition for one in profiles], CATALOGUE, LISTS)
    unknown: Counter[int] = Counter()
    for row, day in zip(rows, days, strict=True):
        scope = at_random.scope_of(row)
        answers = [closure(row) if in_scope(one, day, *scope) else False for one, closure in zip(profiles, alone, strict=True)]
        assert rules.hits(row, day, *scope) == [position for position, answer in enumerate(answers) if answer]
        unknown.update(position for position, answer in enumerate(answers) if answer is None)
    assert {position for position, _ in rules.unknown} == set(unknown)


@pytest.mark.parametrize("seed", SEEDS)
def test_columns_hit_and_leave_unknown_what_the_plain_reading_does(seed: int) -> None:
    chance = random.Random(seed)
    rows, days = at_random.rows(chance, 200), at_random.days(chance, 200)
    run = ColumnarRun(columns_of_rows(rows, days, CATALOGUE), CATALOGUE, LISTS)
    for profile in [at_random.profile(chance) for _ in range(700)]:
        (closure,) = compile_all([profile.condition], CATALOGUE, LISTS)
        answers = [closure(row) if in_scope(profile, day, *at_random.scope_of(row)) else False for row, day in zip(rows, days, strict=True)]
        assert run.hits(profile).tolist() == [place for place, answer in enumerate(answers) if answer], profile
        assert run.count_unknown(profile) == answers.count(None), profile
