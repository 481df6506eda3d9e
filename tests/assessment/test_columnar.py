"""A million lines and one declaration are assessed by one law: line by line the outcome and the amount are the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from clearlane.assessment.columnar import assess_lines
from clearlane.assessment.columnar_facts import lines_of
from clearlane.assessment.duty import tax_lines
from clearlane.assessment.goods import Goods
from clearlane.model.assessment import Outcome
from clearlane.model.profile import Profile
from tests.assessment.columnar_cases import DAYS, PLACES, goods, laws

MANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def one_by_one(items: Sequence[Goods], profile: Profile, on: date) -> list[list[tuple[str, Outcome, Decimal | None]]]:
    """What the items of one declaration owe, by the way of a single declaration."""
    numbered = [changed(item, item=number) for number, item in enumerate(items, 1)]
    lines = tax_lines(numbered, profile, on)
    ordered = sorted(lines, key=lambda line: line.tax)
    return [[(line.tax, line.outcome, line.amount) for line in ordered if line.item == item.item] for item in numbered]


@MANY
@given(st.data(), st.booleans())
def test_every_line_owes_in_columns_what_it_owes_alone(data: st.DataObject, huge: bool) -> None:
    profile = data.draw(laws())
    shipments = data.draw(
        st.lists(st.tuples(DAYS, st.lists(goods(PLACES[profile.currency], huge=huge), min_size=1, max_size=3)), min_size=1, max_size=8)
    )
    rows = [(item, day, number) for number, (day, items) in enumerate(shipments) for item in items]
    lines = lines_of([item for item, _, _ in rows], [day for _, day, _ in rows], [number for _, _, number in rows])
    duties = assess_lines(lines, profile)
    wanted = [found for day, items in shipments for found in one_by_one(items, profile, day)]
    assert [duties.of(row) for row in range(len(rows))] == wanted
