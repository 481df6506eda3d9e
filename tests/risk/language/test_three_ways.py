"""One condition, executed as a function, over columns and as SQL, must answer what its plain reading answers, on every edge value."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from clearlane.model.risk_condition import AllOf, AnyOf, Arithmetic, Compare, Condition, FieldOf, Holds, Not, Number, Operand, Words
from clearlane.model.risk_profile import RiskAction, RiskProfile
from clearlane.risk.language.closures import compile_all
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.columns import columns_of_rows
from clearlane.risk.language.evaluate import evaluate
from clearlane.risk.language.index import in_scope
from clearlane.risk.language.limits import DEEPEST, WIDEST
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


URGENT = Holds(FieldOf("urgent"))


@pytest.mark.parametrize("deep", [Not, lambda part: AllOf((part, URGENT)), lambda part: AnyOf((part, URGENT))])
def test_a_tree_as_deep_and_as_wide_as_may_be_runs(deep: Callable[[Condition], Condition]) -> None:
    condition: Condition = AllOf(tuple(Compare("!=", FieldOf("value"), Number(float(number))) for number in range(WIDEST)))
    for _ in range(DEEPEST):
        condition = deep(condition)
    chance = random.Random(3)
    rows, days = at_random.rows(chance, 50), at_random.days(chance, 50)
    (closure,) = compile_all([condition], CATALOGUE, LISTS)
    plain = [evaluate(condition, row, LISTS, CATALOGUE) for row in rows]
    run = ColumnarRun(columns_of_rows(rows, days, CATALOGUE), CATALOGUE, LISTS)
    assert [closure(row) for row in rows] == plain
    assert run.hits(RiskProfile("P", "", "item", condition, RiskAction("red"))).tolist() == [n for n, one in enumerate(plain) if one]


def test_arithmetic_as_deep_as_may_be_runs() -> None:
    chance = random.Random(4)
    rows = at_random.rows(chance, 100)
    for operator in ("+", "-", "*", "/"):
        operand: Operand = FieldOf("net")
        for _ in range(DEEPEST):
            operand = Arithmetic(operator, FieldOf("value"), operand)
        (closure,) = compile_all([condition := Compare(">", operand, Number(0.5))], CATALOGUE, LISTS)
        assert [closure(row) for row in rows] == [evaluate(condition, row, LISTS, CATALOGUE) for row in rows]


def test_a_declaration_is_hit_once_by_a_profile_of_its_level_and_item_by_item_by_the_others() -> None:
    known = Compare("==", FieldOf("importer.id"), Words("T1"))
    whole = RiskProfile("A", "", "declaration", known, RiskAction("red"), procedures=("40",))
    rules = RuleSet([whole, RiskProfile("B", "", "item", URGENT, RiskAction("red"))], CATALOGUE, LISTS)
    given = dict.fromkeys(CATALOGUE.names) | {"importer.id": "T1"}
    rows = [tuple((given | {"urgent": answer}).values()) for answer in (False, True, True)]
    found = rules.hits_of(rows, at_random.FIRST, "import", ["7100", "4000", "4000"], "01")
    assert (found.declaration, found.items) == ((0,), ((), (1,), (1,)))


def test_a_profile_left_unknown_is_counted_with_the_field_that_was_missing() -> None:
    dear = AllOf((Holds(FieldOf("urgent")), Compare(">", Arithmetic("/", FieldOf("value"), FieldOf("net")), Number(1.0))))
    rules = RuleSet([RiskProfile("A", "", "item", dear, RiskAction("red"))], CATALOGUE, LISTS)
    given = dict.fromkeys(CATALOGUE.names)
    for values in ({"urgent": True, "net": 1.0}, {"urgent": True, "value": 1.0, "net": 0.0}, {"urgent": False}):
        rules.hits(tuple((given | values).values()), at_random.FIRST, "import", "4000", "01")
    assert rules.unknown == {(0, "value"): 1, (0, ""): 1}


def test_a_profile_of_declaration_level_is_left_unknown_once_for_all_items() -> None:
    profile = RiskProfile("A", "", "declaration", Compare("==", FieldOf("importer.id"), Words("T1")), RiskAction("red"))
    rules = RuleSet([profile], CATALOGUE, LISTS)
    rules.hits_of([(None,) * len(CATALOGUE)] * 3, at_random.FIRST, "import", ["4000"] * 3, "01")
    assert rules.unknown == {(0, "importer.id"): 1}
