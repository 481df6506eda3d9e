"""Every rule shows on its own examples: one that passes and one that fails, and its page says what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from clearlane.lodgement.check import check
from clearlane.lodgement.rules.example import baseline, edited
from clearlane.lodgement.rules.register import RULES
from clearlane.lodgement.rules.sound import is_sound
from clearlane.lodgement.rules.structure import FLOOD
from clearlane.model.findings import Finding
from clearlane.model.rule import Edits, Rule
from tests.lodgement.country import DAY, country

ROOT = Path(__file__).resolve().parents[2]
OF_FORM = [rule for code, rule in RULES.items() if code.startswith(("CL-1", "CL-2")) and "xmlns" not in rule.failing]


def findings(rule: Rule, edits: Edits) -> tuple[Finding, ...]:
    repaired = ("namespace",) if "xmlns" in edits else ()
    return check(edited(baseline(rule.baseline), edits), country(), DAY, repaired=repaired)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_the_passing_example_of_a_rule_has_no_finding(rule: Rule) -> None:
    assert findings(rule, rule.passing) == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_the_failing_example_of_a_rule_has_its_finding_and_no_other(rule: Rule) -> None:
    # What has too many faults to list has those listed besides.
    found = [(finding.rule, finding.severity) for finding in findings(rule, rule.failing) if rule is not FLOOD or finding.rule == rule.code]
    assert found == [(rule.code, rule.severity)]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_finding_says_what_and_what_to_do_in_both_languages(rule: Rule) -> None:
    for finding in findings(rule, rule.failing):
        for text in (finding.message, finding.remedy):
            assert text.en.endswith((".", ")"))
            assert text.vi.endswith((".", ")"))
            assert text.en != text.vi


@pytest.mark.parametrize("rule", OF_FORM, ids=lambda rule: rule.code)
def test_the_compiled_schema_notices_every_fault_of_form(rule: Rule) -> None:
    assert not is_sound(edited(baseline(rule.baseline), rule.failing))


def make_rules() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_rules", ROOT / "docs" / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_pages_say_what_the_rules_say() -> None:
    outdated = [path.name for path, text in make_rules().pages().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    assert outdated == [], "Run python docs/make_rules.py and commit the pages."
