"""A lot that nobody can foresee puts some checks before a supervisor, whether the officer followed the machine or not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from clearlane.clearance.review import falls
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import ReviewDrawn
from clearlane.model.refusals import Conflict, NotAllowed
from tests.office.clearing_office import CONFORM, LAW, lodged, opened


def drawn(share: float, *, looked: bool) -> list[ReviewDrawn]:
    office = opened(reviewing(share))
    number = lodged(office)
    office.clearance.begin_check(number, "documents", by="O-1")
    office.clearance.end_check(number, "documents", satisfied=True, by="O-1", why="Known goods.", found=CONFORM if looked else None)
    return [record.fact for record in office.facts(number) if isinstance(record.fact, ReviewDrawn)]


def reviewing(share: float) -> ClearanceLaw:
    return replace(LAW, review_share=share)


@pytest.mark.parametrize("looked", [True, False])
def test_a_check_is_drawn_whether_the_machine_was_followed_or_not(*, looked: bool) -> None:
    (one,) = drawn(1.0, looked=looked)
    assert (one.check, one.followed, one.by) == ("documents", looked, "O-1")
    assert drawn(0.0, looked=looked) == []


def test_the_case_goes_on_while_another_reviews_it() -> None:
    office = opened(reviewing(1.0))
    number = lodged(office)
    office.clearance.begin_check(number, "documents", by="O-1")
    office.clearance.end_check(number, "documents", satisfied=True, by="O-1", found=CONFORM)
    office.clearance.release(number, by="O-1")
    ((place, _),) = office.clearance.situation(number).reviews
    with pytest.raises(NotAllowed, match="Another reviews"):
        office.clearance.review(number, place, sound=True, by="o-1")
    with pytest.raises(Conflict, match="what you would have decided"):
        office.clearance.review(number, place, sound=False, by="S-1", why=" ")
    office.clearance.review(number, place, sound=False, by="S-1", why="The invoice names another seller.")
    assert office.clearance.situation(number).reviews == ()
    assert office.case(number).state == "released"


def test_a_share_of_both_is_drawn_and_another_secret_draws_others() -> None:
    one, other = ([falls(f"26XA{n}", "goods", n, 0.2, key) for n in range(2000)] for key in (b"one", b"other"))
    assert 320 < sum(one) < 480
    assert one != other
