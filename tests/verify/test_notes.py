"""Signed notes, checkpoints, cosignatures and proofs by themselves: what holds, and each way in which it may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane_verify import checkpoint as checkpoints
from clearlane_verify import note as notes
from clearlane_verify import proof as proofs
from clearlane_verify.cosignature import cosigned
from clearlane_verify.merkle import leaf_hash
from clearlane_verify.policy import Policy
from clearlane_verify.refusal import Malformed, Refused, SignatureRefused
from tests.verify.logs import LOG, WITNESSES, Key, checkpoint, leaves, tree

KEYS = [LOG.verifier]
SEEN = checkpoint(9, witnesses=WITNESSES[:2])


def test_a_signed_checkpoint_is_read_whole() -> None:
    found, note = checkpoints.signed(SEEN, KEYS)
    assert (found.origin, found.size, str(note)) == ("customs.example/log", 9, SEEN)
    assert [one.witness.name for one in cosigned(note, [one.verifier for one in WITNESSES])] == ["witness.example/a", "witness.example/b"]


@given(st.integers(0, len(SEEN.encode()) - 1), st.integers(1, 255))
def test_no_byte_of_a_checkpoint_or_of_what_its_witnesses_signed_can_be_changed(place: int, change: int) -> None:
    raw = bytearray(SEEN.encode())
    raw[place] ^= change
    with pytest.raises(Refused):
        demand(bytes(raw))


def demand(text: bytes) -> None:
    """The log signed it, and two witnesses saw it."""
    _, note = checkpoints.signed(text, KEYS)
    Policy(tuple(one.verifier for one in WITNESSES[:2]), 2).demand(note)


def test_a_signature_of_someone_unknown_is_passed_over() -> None:
    text = checkpoints.signed(SEEN, KEYS)[0]
    note = notes.Note(str(text), (Key("another.example").over("something else"), LOG.over(str(text))))
    assert checkpoints.signed(str(note), KEYS)[0].size == 9


@pytest.mark.parametrize("keys", [[], [Key("another.example").verifier], [WITNESSES[0].verifier]])
def test_a_checkpoint_that_none_of_the_keys_signed_is_refused(keys: list[notes.Verifier]) -> None:
    with pytest.raises(SignatureRefused):
        checkpoints.signed(SEEN, keys)


@pytest.mark.parametrize(
    "text",
    ["", "a\n", "a\n\n", "a\n\n\u2014 b\n", "a\n\n\u2014 b AAAA\n", "a\n\n\u2014 b+c AAAAAAA=\n", "a\x07\n\n\u2014 b AAAAAAAA\n",
     "a\n\n\u2014 b AAAAAAAA", "a\n\n\u2014 b AAAAAAAB AAAA\n"],
)  # fmt: skip
def test_what_is_no_signed_note_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        notes.read(text)


@pytest.mark.parametrize("text", ["", "a\n1\n", "a\n01\nAAAA\n", "a\n1\nAAAA\n", "a\n-1\n", "a\n1\n" + "A" * 43 + "B\n", "a\n\n1\n"])
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        checkpoints.parse(text)


def test_a_key_is_handed_on_as_text_and_a_miscopied_one_refused() -> None:
    text = str(LOG.verifier)
    assert notes.verifier(text) == LOG.verifier
    for wrong in (text[:-2], text.replace("customs", "custons"), "a+b", "", text.replace("+A", "+/")):
        with pytest.raises(Malformed):
            notes.verifier(wrong)


def test_fewer_witnesses_than_the_policy_asks_for_are_not_enough() -> None:
    keys = tuple(one.verifier for one in WITNESSES)
    note = notes.read(SEEN)
    assert len(Policy(keys, 2).demand(note)) == 2
    with pytest.raises(SignatureRefused):
        Policy(keys, 3).demand(note)
    for wrong in (Policy(keys[:1] * 2, 1), Policy(keys, 4)):
        with pytest.raises(Malformed):
            wrong.demand(note)


def test_a_witness_counts_once_however_often_it_signed() -> None:
    text = notes.read(checkpoint(9)).text
    note = notes.Note(text, (LOG.over(text), WITNESSES[0].saw(text, 5), WITNESSES[0].saw(text, 6)))
    assert [one.at for one in Policy((WITNESSES[0].verifier,), 1).demand(note)] == [5]


@pytest.mark.parametrize("at", [2**63, 2**64 - 1])
def test_a_moment_beyond_what_the_form_allows_is_refused(at: int) -> None:
    text = notes.read(checkpoint(9)).text
    with pytest.raises(SignatureRefused):
        cosigned(notes.Note(text, (WITNESSES[0].saw(text, at),)), [WITNESSES[0].verifier])


def test_a_proof_stands_by_itself_and_holds_for_its_record_only() -> None:
    made = proofs.TlogProof(4, tuple(tree(9).inclusion(4)), SEEN, b"what was recorded")
    found = proofs.read(str(made))
    assert found == made
    assert proofs.demand(found, leaves(9)[4], KEYS)[0].size == 9
    for leaf, keys in ((leaf_hash(b"another"), KEYS), (leaves(9)[4], [WITNESSES[0].verifier])):
        with pytest.raises(Refused):
            proofs.demand(found, leaf, keys)


@pytest.mark.parametrize(
    "text", ["", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v1\nindex 01\n\nx", "c2sp.org/tlog-proof@v1\nindex 1\n*\n\nx", b"\xff"]
)
def test_what_is_no_proof_is_refused(text: str | bytes) -> None:
    with pytest.raises(Malformed):
        proofs.read(text)
