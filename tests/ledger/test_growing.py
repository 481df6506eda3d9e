"""The tree as it grows is the tree of all its leaves, in whatever portions they came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clearlane.ledger.growing import Growing, edge_places
from clearlane_verify.merkle import root_of
from clearlane_verify.tiles import Tile
from tests.verify.logs import files, leaves


@given(st.lists(st.integers(1, 700), max_size=8), st.booleans())
def test_in_whatever_portions_leaves_come_tiles_and_root_are_the_same(portions: list[int], again: bool) -> None:
    size, held, grown = sum(portions), dict[tuple[int, int], bytes](), Growing()
    for count in portions:
        held |= {(tile.level, tile.place): tile.body for tile in grown.add(leaves(grown.size + count)[grown.size :])}
        if again:  # as another process takes it up
            edge = [held.get((level, place), b"") if width else b"" for level, place, width in edge_places(grown.size)]
            grown = Growing(grown.size, edge)
    assert (grown.size, grown.root()) == (size, root_of(leaves(size)))
    wanted = {path: body for path, body in files(leaves(size)).items() if body}
    assert {Tile(level, place, len(body) // 32).path: body for (level, place), body in held.items()} == wanted


def test_a_copy_grows_by_itself() -> None:
    grown = Growing()
    grown.add(leaves(300))
    other = grown.copy()
    other.add(leaves(301)[300:])
    assert (grown.root(), other.root()) == (root_of(leaves(300)), root_of(leaves(301)))
