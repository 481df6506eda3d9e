"""The lottery at the command line: bound, listed, and kept secret until it is over."""

from __future__ import annotations

from tests.cli.conftest import Clearlane


def test_a_period_is_bound_and_its_seed_stays_secret_until_it_is_over(clearlane: Clearlane) -> None:
    bound = clearlane("lots", "commit", "far", "--since", "2199-01-01", "--until", "2199-01-02", "--json").answers[0]
    assert bound["seed"] in clearlane("lots", "list").out
    assert clearlane("lots", "open", "far").code == 2
    assert "not been published" in clearlane("lots", "check", "far").err


def test_a_period_that_is_past_or_unknown_is_refused(clearlane: Clearlane) -> None:
    assert clearlane("lots", "commit", "past", "--since", "2001-01-01", "--until", "2001-01-02").code == 2
    assert clearlane("lots", "check", "unknown").code == 2
    assert "No period" in clearlane("lots", "list").err
