"""What takes two officers: large amounts, a hit that is not followed, what the law names; never a machine's score."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clearlane.clearance.two_officers import leaves_out, takes_two
from clearlane.model.clearance_facts import Disposed
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import CheckEnded
from clearlane.model.duty_facts import DutyReduced, Reduction
from clearlane.model.facts import Fact
from clearlane.model.inspection import ItemResult
from clearlane.model.risk_facts import Examined, ProfileHit
from clearlane.model.situation import Situation
from clearlane.model.text import Text

LAW = ClearanceLaw(two_from=Decimal(1000), two_for=("disposed",))
SATISFIED = CheckEnded("goods", satisfied=True, by="O-1")
SEIZED = Disposed("seized", Text(en="ground", vi="căn cứ"), "O-1")


def found(*amounts: int) -> Examined:
    results = (ItemResult(n, conform=False, category="value", revenue=Decimal(amount)) for n, amount in enumerate(amounts, 1))
    return Examined("physical", tuple(results), "O-1")


@pytest.mark.parametrize(
    ("hit", "facts", "two"),
    [
        (False, [found(999), SATISFIED], False),
        (False, [found(600, 400), SATISFIED], True),
        (True, [found(0), SATISFIED], False),
        (True, [SATISFIED], True),
        (True, [Examined("documents", (ItemResult(1, conform=True),), "O-1"), SATISFIED], True),
        (True, [CheckEnded("goods", satisfied=False, by="O-1")], False),
        (False, [SATISFIED], False),
        (False, [SEIZED], True),
    ],
)
def test_an_act_takes_two_officers_by_its_amount_by_a_hit_not_followed_or_by_law(*, hit: bool, facts: list[Fact], two: bool) -> None:
    assert takes_two(Situation("accepted", "arrived", hit=hit), facts, LAW) is two


def test_where_the_law_names_no_amount_no_amount_takes_two() -> None:
    assert not takes_two(Situation("accepted", "arrived"), [found(10**9), SATISFIED], ClearanceLaw())


def test_what_is_found_in_parts_is_large_as_a_whole() -> None:
    assert takes_two(Situation("accepted", "arrived"), [found(400)], LAW, [found(300), found(300)])
    assert not takes_two(Situation("accepted", "arrived"), [found(0), SATISFIED], LAW, [found(1500)])


def test_what_is_taken_off_in_parts_is_large_as_a_whole() -> None:
    law, now = ClearanceLaw(money_two_from=Decimal(100)), Situation("accepted", "arrived")
    fell = [DutyReduced((Reduction(1, "A00", minor),), "ARD", "error", "O-1") for minor in (6000, 4000)]
    assert [takes_two(now, [one], law) for one in fell] == [False, False]
    assert takes_two(now, fell[1:], law, fell[:1])
    assert not takes_two(now, [SATISFIED], law, fell)


@pytest.mark.parametrize(("item", "two"), [(1, False), (2, False), (3, True), (0, False)])
def test_an_item_that_a_profile_hit_is_not_left_out_by_one_officer(item: int, *, two: bool) -> None:
    assert leaves_out([ProfileHit("XA-R03", 1, item)], [found(0, 0), SATISFIED]) is two
