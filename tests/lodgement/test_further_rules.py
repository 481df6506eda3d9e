"""Every rule that a profile adds as code shows on the profile's own examples: one that passes and one that fails."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from importlib.resources import files

import pytest

from clearlane.lodgement.check import check
from clearlane.lodgement.rules.example import shown
from clearlane.model.profile import Profile
from clearlane.model.rule import Rule
from tests.lodgement.country import DAY

PROFILES: list[Profile] = [found.load()() for found in entry_points(group="clearlane.profiles")]
RULES = [pytest.param(profile, rule, id=rule.code) for profile in PROFILES for rule in profile.further_rules]
FOLLOWS = {"XA-307": ["CL-308"], "GB-309": ["GB-101"], "GB-310": ["GB-101"]}
"""Warnings that the fault of a rule brings of necessity: items in another currency than the invoice, a procedure in no list."""


@pytest.mark.parametrize(("profile", "rule"), RULES)
def test_the_passing_example_of_a_further_rule_has_no_finding(profile: Profile, rule: Rule) -> None:
    assert check(shown(rule, rule.passing, profile), profile, DAY) == ()


@pytest.mark.parametrize(("profile", "rule"), RULES)
def test_the_failing_example_of_a_further_rule_has_its_finding_and_no_other(profile: Profile, rule: Rule) -> None:
    found = check(shown(rule, rule.failing, profile), profile, DAY)
    beside = {(code, "warning") for code in FOLLOWS.get(rule.code, ())}
    assert {(finding.rule, finding.severity) for finding in found} == {(rule.code, rule.severity)} | beside


@pytest.mark.parametrize(("profile", "rule"), RULES)
def test_a_further_finding_says_what_and_what_to_do_in_both_languages(profile: Profile, rule: Rule) -> None:
    own = [finding for finding in profile.check_further(shown(rule, rule.failing, profile), DAY) if finding.rule == rule.code]
    assert own
    for text in (text for finding in own for text in (finding.message, finding.remedy)):
        assert text.en.endswith(".")
        assert text.vi.endswith(".")
        assert text.en != text.vi


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.code)
def test_no_finding_of_a_profile_is_made_but_by_a_rule_that_is_registered(profile: Profile) -> None:
    sources = {
        source.name: source.read_text("utf-8") for source in files(f"clearlane_{profile.code}").iterdir() if source.name.endswith(".py")
    }
    assert [name for name, text in sources.items() if re.search(r"\b(Finding|finding_at)\(", text)] == []
    named = {code for text in sources.values() for code in re.findall(rf'"({profile.code.upper()}-R?\d+)"', text)}
    demands = {law.rule for law in profile.obligations} | {law.rule for law in profile.code_rules}
    assert named == demands | {rule.code for rule in profile.further_rules}
