"""The tree of the nomenclature, beside one that is slow and plainly right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.nomenclature import Nomenclature, TariffLine, Tree

_DAYS = st.dates(date(2020, 1, 1), date(2020, 1, 12))


@st.composite
def dated_lines(draw: st.DrawFn) -> list[TariffLine]:
    """Lines in any order and depth, some of a few days, some headings, no two of a code at once."""
    codes = draw(st.lists(st.text("012", min_size=2, max_size=6), max_size=14, unique=True))
    found = []
    for place, code in enumerate(codes):
        since, until = sorted(draw(st.tuples(_DAYS, _DAYS)))
        suffix = draw(st.sampled_from(["80", "80", "10"]))
        named = code if draw(st.booleans()) or suffix == "80" else ""
        found.append(
            TariffLine(
                place * 3, named, draw(st.integers(0, 4)), {"en": f"n{place}"}, suffix, (), since, draw(st.sampled_from([None, until]))
            )
        )
    return found


def parent(lines: Sequence[TariffLine], index: int) -> int | None:
    """The nearest line before with a smaller indent, looked for one by one."""
    return next((before for before in range(index - 1, -1, -1) if lines[before].indent < lines[index].indent), None)


def plain_path(lines: Sequence[TariffLine], index: int) -> tuple[TariffLine, ...]:
    above = parent(lines, index)
    return (lines[index],) if above is None else (*plain_path(lines, above), lines[index])


@given(dated_lines(), _DAYS)
def test_paths_children_and_leaves_are_those_of_the_plain_tree(lines: list[TariffLine], day: date) -> None:
    tree, standing = Nomenclature(reversed(lines)).on(day), [line for line in lines if line.holds(day)]
    assert list(tree.lines) == standing
    for index, line in enumerate(standing):
        below = tuple(other for number, other in enumerate(standing) if parent(standing, number) == index)
        assert tree.path(line) == plain_path(standing, index)
        assert tree.children(line) == below
        assert tree.declarable(line) == (bool(line.code) and line.suffix == "80" and not below)


@given(dated_lines(), st.text("012", min_size=1, max_size=6))
def test_the_lines_a_code_begins_are_those_that_begin_so(lines: list[TariffLine], digits: str) -> None:
    tree = Tree([line for line in lines if line.holds(date(2020, 1, 5))])
    plain = sorted(line.code for line in tree.lines if line.suffix == "80" and line.code.startswith(digits))
    assert [line.code for line in tree.beginning(digits)] == plain


def line(place: int, code: str, indent: int, suffix: str = "80") -> TariffLine:
    return TariffLine(place, code, indent, {"en": f"Text {place}:", "vi": f"Lời {place}"}, suffix)


TREE = Tree([line(1, "0100000000", 0), line(2, "0101000000", 0, "10"), line(3, "0101000000", 1), line(4, "0101210000", 2)])


@pytest.mark.parametrize(("asked", "place"), [("0101", 3), ("010121", 4), ("01012100", 4), ("01", 1)])
def test_a_code_is_found_short_or_padded_and_never_as_a_heading(asked: str, place: int) -> None:
    found = TREE.find(asked)
    assert found is not None
    assert found.place == place


def test_a_code_finer_than_the_tree_falls_under_its_longest_beginning() -> None:
    found = TREE.nearest("0101219999")
    assert found is not None
    assert found.code == "0101210000"


def test_a_code_of_nothing_is_not_found() -> None:
    assert TREE.nearest("99") is None


def test_a_line_is_said_in_full_with_what_stands_above_it() -> None:
    assert TREE.full_text(TREE.lines[3], "en") == "Text 2 › Text 3 › Text 4"
    assert TREE.full_text(TREE.lines[3], "vi") == "Lời 2 › Lời 3 › Lời 4"


def test_a_line_of_another_tree_is_told() -> None:
    with pytest.raises(KeyError):
        TREE.path(line(9, "09", 0))


def test_a_state_asked_for_again_is_the_same_tree_and_old_ones_are_let_go() -> None:
    nomenclature = Nomenclature(TariffLine(day, f"{day:04}", 0, since=date(2020, 1, day)) for day in range(1, 29))
    first = nomenclature.on(date(2020, 1, 1))
    assert nomenclature.on(date(2020, 1, 1)) is first
    for day in range(2, 29):
        assert len(nomenclature.on(date(2020, 1, day)).lines) == day
    assert nomenclature.on(date(2020, 1, 1)) is not first
