"""The period worked through in the documentation ends as it says."""

from __future__ import annotations

from pathlib import Path

from clearlane.risk.draw import Draw, check, secret_from
from clearlane.signature.curve import LibraryCurve

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "how-to" / "check-a-draw.md").read_text()


def test_the_auditor_s_example_names_exactly_those_drawn() -> None:
    again = Draw(secret_from(bytes(range(48))), 0.25, LibraryCurve())
    numbers = ("26XACL000000000013", "26XACL000000000021", "26XACL000000000030")
    drawn = [one for number in numbers if (one := again.of(number))]
    assert f"\n{[one.number for one in drawn]}\n" in PAGE
    assert all(check(again.public_key, one.number, 0.25, one.proof) for one in drawn)
