"""The tree of RFC 6962: how leaves and nodes are hashed, and what proves that a leaf is in a log or that a log only grew.

Sizes and places are whole numbers; hashes are 32 bytes of SHA-256. A proof holds or is refused: nothing in between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from clearlane_verify.refusal import ProofRefused

EMPTY = sha256(b"").digest()
"""The root of a log without records."""
LONGEST = 2**63 - 1


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf: of 0x00 and what the leaf holds."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node: of 0x01 and its two children."""
    return sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """Return the root over the hashes of leaves.

    >>> root_of([]) == EMPTY, root_of([leaf_hash(b"a")]) == leaf_hash(b"a")
    (True, True)
    """
    level = list(hashes)
    if not level:
        return EMPTY
    while len(level) > 1:
        paired = [node_hash(level[place], level[place + 1]) for place in range(0, len(level) - 1, 2)]
        level = [*paired, level[-1]] if len(level) % 2 else paired
    return level[0]


def inclusion_holds(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Do nothing where a proof shows that a leaf stands at a place of a log.

    Args:
      leaf: Hash of the leaf.
      index: Its place, from 0.
      size: How many leaves the log has.
      proof: The hashes beside the way from the leaf to the root.
      root: The root of the log.

    Raises:
      ProofRefused: It does not.
    """
    _demand_hashes(leaf, root, *proof)
    if not 0 <= index < size <= LONGEST:
        raise ProofRefused(f"A log of {size} records has none at place {index}.", f"Sổ có {size} bản ghi không có vị trí {index}.")
    if len(proof) != inclusion_length(index, size):
        raise _wrong_length(len(proof), inclusion_length(index, size))
    found, place, last, rest = leaf, index, size - 1, iter(proof)
    while last:
        if place % 2:
            found = node_hash(next(rest), found)
        elif place < last:
            found = node_hash(found, next(rest))
        place, last = place // 2, last // 2
    if found != root:
        raise ProofRefused("The proof leads to another root than the log's.", "Bằng chứng dẫn đến mã gốc khác với mã gốc của sổ.")


def consistency_holds(old_size: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> None:
    """Do nothing where a proof shows that a log holds all that it held when it was shorter, in the same order.

    Args:
      old_size: How many leaves it had; a log without leaves proves nothing, and is refused.
      old_root: Its root then.
      size: How many it has.
      root: Its root.
      proof: The hashes.

    Raises:
      ProofRefused: It does not.
    """
    if not 0 < old_size <= size <= LONGEST:
        raise ProofRefused(f"{size} records cannot follow {old_size}.", f"Sổ {size} bản ghi không thể nối tiếp sổ {old_size} bản ghi.")
    if old_size == size:
        if proof:
            raise _wrong_length(len(proof), 0)
        if old_root != root:
            raise ProofRefused("Two logs of one size have different roots.", "Hai sổ cùng số bản ghi nhưng khác mã gốc.")
        return
    _demand_hashes(old_root, root, *proof)
    first, rest = (old_root, list(proof)) if old_size & (old_size - 1) == 0 else (proof[0] if proof else b"", list(proof[1:]))
    if len(proof) != consistency_length(old_size, size):
        raise _wrong_length(len(proof), consistency_length(old_size, size))
    before, after = _grown(old_size, size, first, rest)
    if before != old_root or after != root:
        raise ProofRefused(
            "The log was rewritten: its roots do not follow from one another.", "Sổ đã bị sửa: các mã gốc không nối tiếp nhau."
        )


def _grown(old_size: int, size: int, first: bytes, rest: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Return the root of the old log and of the new one, as RFC 9162 (2.1.4.2) walks them."""
    place, last = old_size - 1, size - 1
    while place % 2:
        place, last = place // 2, last // 2
    before = after = first
    for one in rest:
        if place % 2 or place == last:
            before, after = node_hash(one, before), node_hash(one, after)
            while place and not place % 2:
                place, last = place // 2, last // 2
        else:
            after = node_hash(after, one)
        place, last = place // 2, last // 2
    return before, after


def inclusion_length(index: int, size: int) -> int:
    """Return how many hashes a proof of inclusion has."""
    inner = (index ^ (size - 1)).bit_length()
    return inner + (index >> inner).bit_count()


def consistency_length(old_size: int, size: int) -> int:
    """Return how many hashes a proof of consistency has, of a log that grew."""
    shift = (old_size & -old_size).bit_length() - 1
    inner = ((old_size - 1) ^ (size - 1)).bit_length() - shift
    border = ((old_size - 1) >> (inner + shift)).bit_count()
    return inner + border + (0 if old_size == 1 << shift else 1)


def _demand_hashes(*hashes: bytes) -> None:
    if any(len(one) != len(EMPTY) for one in hashes):
        raise ProofRefused("A hash of SHA-256 has 32 bytes.", "Mã băm SHA-256 phải có 32 byte.")


def _wrong_length(found: int, wanted: int) -> ProofRefused:
    return ProofRefused(
        f"The proof has {found} hashes; for this place and size it has {wanted}.",
        f"Bằng chứng có {found} mã băm; với vị trí và kích thước này phải có {wanted}.",
    )


def spans(size: int) -> Iterator[tuple[int, int]]:
    """Yield the whole subtrees a log of some size is made of: level and place, from the left.

    >>> list(spans(6))
    [(2, 0), (1, 2)]
    """
    begin = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            yield level, begin >> level
            begin += 1 << level
