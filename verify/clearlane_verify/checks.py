"""The checks of the command, one function each: what holds is said, what does not is refused."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from clearlane_verify.checkpoint import Checkpoint, signed
from clearlane_verify.cosignature import Cosigned
from clearlane_verify.fact import opened
from clearlane_verify.handover import read as read_handover
from clearlane_verify.merkle import consistency_holds, leaf_hash
from clearlane_verify.note import Verifier, verifier
from clearlane_verify.policy import Policy
from clearlane_verify.proof import demand
from clearlane_verify.proof import read as read_proof
from clearlane_verify.refusal import Malformed, ProofRefused
from clearlane_verify.speech import out
from clearlane_verify.tiles import WIDTH, Tile, TileTree, entries_of, tiles

_LONGEST = 64_000_000


def content(path: Path) -> bytes:
    """Return a file's content.

    Raises:
      OSError: It cannot be read.
      Malformed: It is longer than anything that is checked here.
    """
    with path.open("rb") as file:
        found = file.read(_LONGEST + 1)
    if len(found) > _LONGEST:
        raise Malformed(f"{path.name} is too long.", f"{path.name} quá dài.")
    return found


def keys_in(given: Sequence[str]) -> tuple[Verifier, ...]:
    """Return the public keys given, each as text or as a file with one a line.

    Raises:
      Malformed: One is no key.
    """
    found: list[Verifier] = []
    for one in given:
        lines = [one] if "+" in one or not one else content(Path(one)).decode("utf-8", "replace").split("\n")
        found += [verifier(line) for line in lines if line.strip() or not one]
    return tuple(dict.fromkeys(found))


def checkpoint(file: Path, keys: Sequence[Verifier], policy: Policy) -> None:
    """Check that a log signed a checkpoint, and its witnesses saw it."""
    found, note = signed(content(file), keys)
    seen = policy.demand(note)
    _say_checkpoint(found, seen)


def proof(file: Path, keys: Sequence[Verifier], policy: Policy, entry: Path | None) -> None:
    """Check that what a proof hands over stands in the log; of a record of customs, say what it is."""
    found = read_proof(content(file))
    if entry is not None:
        leaf = leaf_hash(content(entry))
    else:
        leaf, row = opened(found.extra)
        if row.seq != found.index + 1:
            raise ProofRefused(
                f"The record says it is number {row.seq}, the proof that it is {found.index + 1}.", "Số của bản ghi không khớp bằng chứng."
            )
    covering, note = demand(found, leaf, keys, policy)
    if entry is None:
        body = [one.decode("utf-8", "replace") for one in row[1:]]
        out(f"Record {row.seq}: {body[1]}, {body[2]}, {body[0]}", f"Bản ghi {row.seq}: {body[1]}, {body[2]}, {body[0]}")
        out(body[3], body[3])
    out(
        f"It stands at place {found.index + 1} of the log {covering.origin}.",
        f"Bản ghi nằm ở vị trí {found.index + 1} của sổ {covering.origin}.",
    )
    _say_checkpoint(covering, policy.demand(note))


def log(folder: Path, keys: Sequence[Verifier], policy: Policy, also: Path | None) -> None:
    """Check the files of a log: every tile against its checkpoint, every record against its tile; and that it holds an older one."""
    found, note = signed(content(folder / "checkpoint"), keys)
    seen = policy.demand(note)
    tree = TileTree(found.size, found.root, fetching(folder))
    held = 0
    for tile in tiles(found.size):
        tree.tile(tile.level, tile.index)
        bundle = folder / Tile(-1, tile.index, tile.width).path
        if tile.level == 0 and bundle.exists():
            tree.demand_entries(tile.index, entries_of(content(bundle)))
            held += tile.width
    if also is not None:
        _follows(signed(content(also), keys)[0], found, tree.consistency)
    out(f"All tiles lead to the root; {held} of {found.size} records are there.", f"Mọi tệp khớp mã gốc; có {held}/{found.size} bản ghi.")
    _say_checkpoint(found, seen)


def consistency(old: Path, new: Path, keys: Sequence[Verifier], folder: Path | None, given: Path | None) -> None:
    """Check that the log of one checkpoint holds what it held at an earlier one."""
    before, after = (signed(content(file), keys)[0] for file in (old, new))
    if given is not None:
        hashes = _hashes(content(given))
        _follows(before, after, lambda size: hashes)
    elif folder is not None and before.size < after.size:
        _follows(before, after, TileTree(after.size, after.root, fetching(folder)).consistency)
    elif before.size >= after.size:
        _follows(before, after, lambda size: [])
    else:
        raise Malformed(
            "Give the proof with --proof, or the log's files with --log.", "Hãy nêu bằng chứng (--proof) hoặc thư mục sổ (--log)."
        )


def split(first: Path, second: Path, keys: Sequence[Verifier]) -> None:
    """Check that two checkpoints prove that their keeper showed two histories.

    Raises:
      ProofRefused: They do not.
    """
    one, other = (signed(content(file), keys)[0] for file in (first, second))
    if one.origin != other.origin or one.size != other.size or one.root == other.root:
        raise ProofRefused(
            "They do not contradict each other: that takes one log, one size, two roots.",
            "Chúng không mâu thuẫn: cần cùng sổ, cùng cỡ, khác mã gốc.",
        )
    out(
        f"{one.origin} signed two roots over {one.size} records: it showed two histories.",
        f"{one.origin} đã ký hai mã gốc cho {one.size} bản ghi: đã cho xem hai lịch sử khác nhau.",
    )


def handover(file: Path, keys: Sequence[Verifier]) -> None:
    """Check that a known key handed over to a new one, and write the new one."""
    found = read_handover(content(file), keys)
    out(f"{found.old.name} signs by this key since {found.since}:", f"{found.old.name} ký bằng khóa này từ ngày {found.since}:")
    out(str(found.new), str(found.new))


def fetching(folder: Path) -> Callable[[Tile], bytes]:
    """Return what reads a tile out of a folder; a partial one out of the whole one where it was replaced by that."""

    def fetch(tile: Tile) -> bytes:
        path = folder / tile.path
        if path.exists() or tile.width == WIDTH:
            return content(path)
        return content(folder / Tile(tile.level, tile.index).path)[: tile.width * 32]

    return fetch


def _follows(old: Checkpoint, new: Checkpoint, prove: Callable[[int], list[bytes]]) -> None:
    if old.origin != new.origin:
        raise ProofRefused("They are of two logs.", "Chúng thuộc hai sổ khác nhau.")
    consistency_holds(old.size, old.root, new.size, new.root, prove(old.size) if 0 < old.size <= new.size else [])
    out(f"{new.origin}: the first {old.size} records stand unchanged.", f"{new.origin}: {old.size} bản ghi đầu vẫn nguyên vẹn.")


def _hashes(text: bytes) -> list[bytes]:
    try:
        return [base64.b64decode(line, validate=True) for line in text.split()]
    except binascii.Error:
        raise Malformed(
            "A proof of consistency is hashes in base64, one a line.", "Bằng chứng gồm các mã băm base64, mỗi mã một dòng."
        ) from None


def _say_checkpoint(found: Checkpoint, seen: Sequence[Cosigned]) -> None:
    out(f"{found.origin} signed for {found.size} records.", f"{found.origin} đã ký cho {found.size} bản ghi.")
    for line in found.extensions:
        if line.startswith("time ") and line[5:].isdecimal() and len(line) < 17:
            moment = datetime.fromtimestamp(int(line[5:]), UTC)
            out(f"It did so at {moment:%Y-%m-%d %H:%M:%S} UTC.", f"Thời điểm ký: {moment:%d/%m/%Y %H:%M:%S} UTC.")
    for one in seen:
        moment = datetime.fromtimestamp(min(one.at, 10**11), UTC)
        name = one.witness.name
        out(f"{name} saw it at {moment:%Y-%m-%d %H:%M:%S} UTC.", f"{name} đã chứng kiến lúc {moment:%d/%m/%Y %H:%M:%S} UTC.")
