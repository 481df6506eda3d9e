"""The tree of RFC 6962: proofs good and bad, and a plain tree beside it."""

from __future__ import annotations

import base64
import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane_verify.merkle import EMPTY, consistency_holds, inclusion_holds, leaf_hash, node_hash, root_of
from clearlane_verify.refusal import ProofRefused, Refused
from tests.verify.logs import leaves, tree


def plain_root(hashes: list[bytes]) -> bytes:
    """As RFC 6962 (2.1) defines it."""
    if len(hashes) < 2:
        return hashes[0] if hashes else sha256().digest()
    half = 1 << ((len(hashes) - 1).bit_length() - 1)
    return node_hash(plain_root(hashes[:half]), plain_root(hashes[half:]))


@given(st.integers(0, 600))
def test_the_root_is_that_of_the_definition(size: int) -> None:
    assert root_of(leaves(size)) == plain_root(leaves(size))


@given(st.integers(1, 600), st.data())
def test_every_leaf_is_proved_and_no_other_in_its_place(size: int, data: st.DataObject) -> None:
    index, log = data.draw(st.integers(0, size - 1)), tree(size)
    proof = log.inclusion(index)
    inclusion_holds(leaves(size)[index], index, size, proof, log.root)
    wrong = [(leaf_hash(b"another"), index, size, proof), (leaves(size)[index], index, size, [*proof, EMPTY])]
    wrong += [(leaves(size)[index], index, size, proof[:-1]), (leaves(size)[index], index, size, [EMPTY, *proof[1:]])] if proof else []
    wrong += [(leaves(size)[index], other, size, proof) for other in (index + 1, index - 1) if size > 1]
    for leaf, place, many, steps in wrong:
        with pytest.raises(ProofRefused):
            inclusion_holds(leaf, place, many, steps, log.root)


@given(st.integers(1, 600), st.data())
def test_a_log_that_grew_is_told_from_one_that_was_rewritten(size: int, data: st.DataObject) -> None:
    old, log = data.draw(st.integers(1, size)), tree(size)
    before, proof = root_of(leaves(size)[:old]), log.consistency(old)
    consistency_holds(old, before, size, log.root, proof)
    changed = data.draw(st.integers(0, old - 1))
    rewritten = [leaf_hash(b"rewritten") if place == changed else one for place, one in enumerate(leaves(size))]
    with pytest.raises(ProofRefused):
        consistency_holds(old, before, size, root_of(rewritten), tree(size, rewritten).consistency(old))


@pytest.mark.parametrize(("old", "size"), [(0, 5), (0, 0), (6, 5), (-1, 5)])
def test_a_log_without_records_or_one_that_shrank_proves_nothing(old: int, size: int) -> None:
    with pytest.raises(ProofRefused):
        consistency_holds(old, root_of(leaves(max(old, 0))), size, root_of(leaves(size)), [])


@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_proofs_made_elsewhere_are_judged_as_they_are_marked(kind: str, shared_data: Path) -> None:
    files = sorted((shared_data / "trust" / "merkle" / kind).rglob("*.json"))
    assert len(files) > 40
    for file in files:
        vector = json.loads(file.read_text())
        assert holds(kind, vector) is not vector["wantErr"], file.name


def holds(kind: str, vector: dict[str, object]) -> bool:
    def raw(name: str) -> bytes:
        return base64.b64decode(str(vector[name] or ""))

    proof = [base64.b64decode(one) for one in vector["proof"] or []]  # type: ignore[attr-defined]
    try:
        if kind == "inclusion":
            inclusion_holds(raw("leafHash"), vector["leafIdx"], vector["treeSize"], proof, raw("root"))  # type: ignore[arg-type]
        else:
            consistency_holds(vector["size1"], raw("root1"), vector["size2"], raw("root2"), proof)  # type: ignore[arg-type]
    except Refused:
        return False
    return True
