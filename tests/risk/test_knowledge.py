"""What is known of a goods item stands behind its declared fields, in the order of the catalogue."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from clearlane.assessment.assess import assess
from clearlane.lodgement.json_form import read_json
from clearlane.office.wiring import profile_named
from clearlane.risk.catalogue import catalogue, known_fields
from clearlane.risk.history.building import Goods, LikeGoods, build
from clearlane.risk.history.memory import Memory
from clearlane.risk.history.references import monday
from clearlane.risk.knowledge import Knowledge
from clearlane.risk.row import event, keys_of_row, rows

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)


def test_a_second_declaration_knows_of_the_first_and_of_like_goods() -> None:
    profile = profile_named("xa")
    declaration = read_json(profile.examples["import"]).declaration
    assessed, memory = assess(declaration, profile, AT), Memory()
    first = rows(declaration, assessed, profile, AT)
    memory.update(event("26XA1", count, row, AT, 1, keys_of_row(row)) for count, row in enumerate(first, 1))
    like = [LikeGoods(AT - timedelta(days=30), str(first[0][0]), str(first[0][1]), "", price) for price in (1.0, 2.0, 3.0, 4.0, 5.0)]
    knowledge = Knowledge(memory, build(monday(AT), Goods.of(like)))
    later = AT + timedelta(days=2)
    known = [knowledge.of(row, keys_of_row(row), later) for row in first]
    row = dict(zip(catalogue().names, rows(declaration, assessed, profile, later, known)[0], strict=True))
    assert {len(one) for one in known} == {len(known_fields())}
    assert (row["importer.first_time"], row["importer.days_known"], row["importer.count_90d"]) == (False, 2.0, float(len(first)))
    assert (row["ref.price_median"], row["importer.results_365d"], row["importer.find_rate_365d"]) == (3.0, 0.0, None)
