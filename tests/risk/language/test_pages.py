"""The pages on the language name every field, and their profiles are what they say."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from clearlane.model.risk_field import RiskField
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.examples import failures
from clearlane.risk.language.parser import read_profile

DOCS = Path(__file__).resolve().parents[3] / "docs"
REFERENCE, HOW_TO = DOCS / "reference" / "risk-language.md", DOCS / "how-to" / "write-a-risk-profile.md"
SHOWN = [
    textwrap.dedent(found)
    for page in (REFERENCE, HOW_TO)
    for found in re.findall(r"(?:^    (?:# .*|profile [A-Z].*)\n)(?:^    .*\n)+", page.read_text(), re.MULTILINE)
]
LISTS = {"trusted": frozenset({"T1"}), "watched": frozenset({"T7"})}


def line(field: RiskField) -> str:
    """Return the line of the reference page on a field."""
    kind = f"{field.kind} ({field.unit})" if field.unit else field.kind
    return f"| `{field.name}` | {kind} | {field.level} | {field.words.en} | {field.absent.en if field.absent else ''} |"


def test_the_reference_tells_of_every_field_and_of_no_other() -> None:
    told = [one for one in REFERENCE.read_text().splitlines() if re.match(r"\| `[a-z_.0-9]+` \| (text|number|flag)", one)]
    assert told == [line(field) for field in catalogue()]


def test_the_pages_show_profiles() -> None:
    assert len(SHOWN) >= 3


@pytest.mark.parametrize("text", SHOWN)
def test_a_profile_shown_does_what_its_examples_say(text: str) -> None:
    profile = read_profile(text, catalogue(), LISTS)
    assert profile.examples
    assert failures(profile, catalogue(), LISTS) == ()
