"""Numbers: 18 characters with a check digit that catches slips."""

from __future__ import annotations

import re

from clearlane.model.check_digit import check_digit
from clearlane.office.numbering import number
from clearlane.office.wiring import profile_named


def test_a_number_has_the_shape_of_a_movement_reference_number() -> None:
    given = number(profile_named("xa"), 2026, 42)
    assert re.fullmatch(r"\d{2}[A-Z]{2}[A-Z0-9]{14}", given)
    assert given[-1] == check_digit(given[:-1])


def test_a_wrong_digit_does_not_fit_the_check_digit() -> None:
    given = number(profile_named("xa"), 2026, 1234)
    slips = [given[:place] + str((int(c) + 1) % 10) + given[place + 1 : -1] for place, c in enumerate(given[:-1]) if c.isdigit()]
    assert all(check_digit(slip) != given[-1] for slip in slips)
