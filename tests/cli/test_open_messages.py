"""Real messages of the United Kingdom's trade, where they are beside the checkout."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Clearlane


def test_every_open_declaration_ends_with_a_lane_findings_or_a_refusal_and_twice_with_the_same(
    clearlane: Clearlane, shared_data: Path
) -> None:
    call = ("lodge", "--profile", "gb", "--as", "officer", "--json", str(shared_data / "wcodm" / "DEC"))
    first, again = clearlane(*call).answers, clearlane(*call).answers
    assert len(first) == 475
    assert [answer for answer in first if not (answer["lane"] or answer["findings"] or answer["refusal"])] == []
    assert [answer for answer in again if answer["new"]] == []
    assert again == [answer | {"new": False} for answer in first]


def test_every_broken_message_is_refused_with_line_and_column(clearlane: Clearlane, shared_data: Path) -> None:
    answers = clearlane("lodge", "--profile", "gb", "--json", str(shared_data / "wcodm" / "notwellformed")).answers
    refusals = [answer["refusal"] for answer in answers]
    assert len(refusals) == 37
    assert all(refusal["kind"] == "unreadable" and refusal["line"] >= 1 and refusal["column"] >= 1 for refusal in refusals)
