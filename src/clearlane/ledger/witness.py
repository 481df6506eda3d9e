"""What a witness decides (C2SP tlog-witness): whether a checkpoint follows from what it saw. Nothing here signs or remembers.

The order of the questions is the protocol's: the form, whose log, who signed, from which size, and only then the proof.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from clearlane.model.witnessing import EvidenceKind, Seen
from clearlane_verify.checkpoint import Checkpoint, parse
from clearlane_verify.merkle import EMPTY, LONGEST, consistency_holds
from clearlane_verify.note import Note, Verifier, demand_signed
from clearlane_verify.note import read as read_note
from clearlane_verify.refusal import Malformed, Refused

MOST_HASHES = 63
_OLD = re.compile(r"old (0|[1-9][0-9]{0,18})")
_PARTS = "\n\n"
_SIGNED = "\n\n\u2014 "
Status = Literal[400, 403, 404, 409, 422]


class NotCosigned(Refused):
    """A witness does not cosign.

    Attributes:
      status: Why, as the protocol numbers it.
      size: How many records the witness saw, where the caller is out of step with it; None otherwise.
      evidence: What the keeper showed by asking; None for nothing.
    """

    def __init__(self, status: Status, en: str, vi: str, *, size: int | None = None, evidence: EvidenceKind | None = None) -> None:
        super().__init__(en, vi)
        self.status, self.size, self.evidence = status, size, evidence


class Submission(NamedTuple):
    """A checkpoint as it is handed in.

    Attributes:
      old: How many records the caller believes the witness saw.
      proof: That the log holds what it held then.
      note: The signed checkpoint.
    """

    old: int
    proof: tuple[bytes, ...]
    note: str

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in (f"old {self.old}", *(base64.b64encode(one).decode() for one in self.proof), "")) + self.note


def read(body: bytes) -> Submission:
    """Read what is handed in.

    Raises:
      NotCosigned: It is out of form.
    """
    try:
        head, mark, note = body.decode().partition(_PARTS)
        first, *lines = head.split("\n")
        old = _OLD.fullmatch(first)
        if old is None or not mark or int(old[1]) > LONGEST or len(lines) > MOST_HASHES:
            raise _malformed()
        return Submission(int(old[1]), tuple(map(_hash, lines)), note)
    except UnicodeDecodeError:
        raise _malformed() from None


def origin_in(body: bytes) -> bytes:
    """Return whose log is handed in, as far as it can be told before anything is checked; at most 255 bytes of it.

    >>> origin_in(b"old 0\\n\\ncustoms.example/log\\n3\\n")
    b'customs.example/log'
    """
    return body.partition(b"\n\n")[2].partition(b"\n")[0][:255]


def _hash(line: str) -> bytes:
    try:
        raw = base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != len(EMPTY) or base64.b64encode(raw).decode() != line:
        raise _malformed()
    return raw


def judged(sent: Submission, keys: Callable[[str], Sequence[Verifier]]) -> tuple[Checkpoint, Note]:
    """Return the checkpoint that is handed in, once its keeper was found to have signed it.

    Args:
      sent: What is handed in.
      keys: Gives the keys of a log by its name; none where the log is not known.

    Raises:
      NotCosigned: It is out of form, of a log that is not known, or not signed by it.
    """
    found = _checkpoint(sent.note)
    known = keys(found.origin)
    if not known:
        raise NotCosigned(404, f"unknown log: {found.origin}", f"không biết sổ {found.origin}")
    try:
        note = read_note(sent.note)
        demand_signed(note, known)
    except Refused as why:
        raise NotCosigned(403, f"invalid signature: {why.en}", f"chữ ký không hợp lệ: {why.vi}") from None
    if sent.old > found.size:
        raise NotCosigned(400, "The old size is above the new one.", "Số bản ghi cũ lớn hơn số mới.")
    return found, note


def _checkpoint(note: str) -> Checkpoint:
    """Return the checkpoint in a note, whoever signed it: whose log it is comes before whose signature it is."""
    text, mark, _ = note.rpartition(_SIGNED)
    try:
        if mark:
            return parse(text + "\n")
    except Malformed as why:
        raise NotCosigned(400, why.en, why.vi) from None
    raise _malformed()


def turned_down(sent: Submission, found: Checkpoint, latest: Seen | None, same: Seen | None) -> NotCosigned | None:
    """Say why a witness does not cosign; None where it does.

    Args:
      sent: What is handed in.
      found: The checkpoint in it, signed by its keeper.
      latest: The last that was cosigned of this log; None for none.
      same: What was cosigned of this log at the same size; None for nothing.
    """
    size = latest.size if latest else 0
    if same is not None and same.root != found.root:
        return NotCosigned(
            409,
            f"Another root was signed for {found.size} records. Both checkpoints are kept as evidence.",
            f"Đã có mã gốc khác được ký cho {found.size} bản ghi. Cả hai điểm kiểm tra được lưu làm chứng cứ.",
            size=size,
            evidence="split",
        )
    if sent.old != size:
        return NotCosigned(409, f"{size} records were seen, not {sent.old}.", f"Đã thấy {size} bản ghi, không phải {sent.old}.", size=size)
    if (why := _unproved(sent, found, latest)) is None:
        return None
    return NotCosigned(422, f"The consistency proof does not hold: {why.en}", why.vi, evidence="unproved" if latest and size else None)


def _unproved(sent: Submission, found: Checkpoint, latest: Seen | None) -> Refused | None:
    """Say what is wrong with the proof; None for nothing."""
    if latest is None or not latest.size:
        good = not sent.proof and (found.size > 0 or found.root == EMPTY)
        return None if good else Refused("A log that was not seen before needs none.", "Sổ chưa thấy lần nào thì không kèm bằng chứng.")
    try:
        consistency_holds(latest.size, latest.root, found.size, found.root, sent.proof)
    except Refused as why:
        return why
    return None


def _malformed() -> NotCosigned:
    return NotCosigned(
        400,
        "Hand in: old SIZE, hashes in base64, an empty line, a signed checkpoint.",
        "Cần gửi: old SỐ, các mã băm base64, một dòng trống, điểm kiểm tra đã ký.",
    )
