"""A fact as the tree commits to it: read back whole, and each byte of it counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.ledger.leaf import leaves, salt
from clearlane.model.ledger import StoredFact
from clearlane_verify.fact import Row, leaf_of, opened, read_row, row_of
from clearlane_verify.refusal import Malformed

COLUMN = st.binary(max_size=40)
ROWS = st.builds(Row, st.integers(1, 10**15), COLUMN, COLUMN, COLUMN, COLUMN)


@given(ROWS)
def test_a_row_is_read_back_whole(row: Row) -> None:
    assert read_row(row_of(row)) == row


@given(ROWS, ROWS)
def test_no_two_rows_are_committed_to_by_the_same_bytes(one: Row, other: Row) -> None:
    assert (row_of(one) == row_of(other)) == (one == other)


@given(ROWS, st.binary(min_size=32, max_size=32))
def test_what_a_proof_hands_over_is_what_the_tree_holds(row: Row, secret: bytes) -> None:
    own = salt(secret, row.seq)
    assert opened(own + row_of(row)) == (leaves(secret, [StoredFact(*row)])[0], row)
    assert leaf_of(own, row_of(row)) != leaf_of(own, row_of(row._replace(seq=row.seq + 1)))


@pytest.mark.parametrize(
    "extra", [None, b"", b"x" * 32, b"x" * 32 + b"clearlane-fact/1 1 9:a", b"x" * 32 + b"clearlane-fact/1 01 0:0:0:0:"]
)
def test_what_is_no_record_is_refused(extra: bytes | None) -> None:
    with pytest.raises(Malformed):
        opened(extra)
