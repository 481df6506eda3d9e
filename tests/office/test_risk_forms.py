"""How profiles did of late, what a text says in words and as a form, and who may approve."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clearlane.model.refusals import NotAllowed
from clearlane.office.office import Office
from clearlane.office.risk_forms import Lately, as_form, as_text, changed_form, lately, reading
from tests.office.risk_office import CHEAP, MORNING
from tests.office.risk_season import season

WIDE = CHEAP.replace('hs starts with ("61", "62") and price_per_kg < 60', "price_per_kg < 6000")


@pytest.fixture(scope="module")
def desk() -> Iterator[Office]:
    with season(count=160, days=8, profiles=(WIDE,)) as office:
        yield office


def test_hits_of_late_are_counted_with_what_officers_found_and_an_interval(desk: Office) -> None:
    shown = lately(desk)["CHEAP"]
    chosen = [one for one in desk.store.chosen_from(MORNING, "", 1000) if any(hit.profile == "CHEAP" for hit in one.hits)]
    assert shown.hits == len(chosen) > 0
    assert shown.inspected == sum(one.intensity is not None for one in chosen)
    assert shown.rate is not None
    assert shown.low <= shown.rate <= shown.high


def test_where_nobody_looked_there_is_no_rate(desk: Office) -> None:
    assert Lately(5, 0, 0, 0.0, 1.0).rate is None
    assert lately(desk, 0) == {}


def test_a_text_that_cannot_be_read_has_neither_reading_nor_form(desk: Office) -> None:
    assert (reading(desk, "profile"), as_form(desk, "profile")) == ((), None)


def test_a_form_says_what_its_text_said(desk: Office) -> None:
    rows = as_form(desk, CHEAP)
    assert rows is not None
    said = as_text(desk, rows)
    assert isinstance(said, str)
    assert reading(desk, said) == reading(desk, CHEAP)
    assert changed_form(changed_form(rows.fields(), "example").fields(), "unexample 0").fields() == rows.fields()


def test_the_author_is_refused_before_anything_is_tried(desk: Office) -> None:
    kept = desk.risk.profiles.write(CHEAP.replace("60", "70", 1).replace("CHEAP", "MINE"), by="A-1")
    assert desk.risk.profiles.approver(kept.code, kept.version, by="A-2") == "A-2"
    with pytest.raises(NotAllowed):
        desk.risk.profiles.approver(kept.code, kept.version, by=" a-1")
