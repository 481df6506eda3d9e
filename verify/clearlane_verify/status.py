"""Status of credentials (W3C Bitstring Status List): whether one was withdrawn, as of a signed snapshot; never guessed.

A snapshot older than the limit says *unknown*. So does one that is not there. Unknown is not valid.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from clearlane_verify.credential import Keys, demand_issued, demand_proof, demand_valid, issuer_of, listed, moment
from clearlane_verify.jcs import Json
from clearlane_verify.multibase import base64url, decoded
from clearlane_verify.refusal import Malformed, ProofRefused

ENTRY, LIST, LISTED = "BitstringStatusListEntry", "BitstringStatusList", "BitstringStatusListCredential"
LEAST = 131_072
"""How many places a list has at least, so that a place tells nothing of whose it is."""
_PLACE = re.compile(r"[0-9]{1,20}")
_MOST_BYTES, _MOST_SIGNS = 1 << 22, 1 << 23
Word = Literal["in force", "withdrawn", "suspended", "unknown"]
_PURPOSES: dict[str, Word] = {"revocation": "withdrawn", "suspension": "suspended"}


class Status(NamedTuple):
    """What a snapshot says of a credential.

    Attributes:
      word: Whether it is in force. *Unknown* where no snapshot is young enough to say.
      as_of: When the snapshot was made; None where there is none.
    """

    word: Word
    as_of: datetime | None


def encoded(bits: bytes) -> str:
    """Return a bitstring as a status list carries it.

    Raises:
      Malformed: It has too few places.
    """
    if len(bits) * 8 < LEAST:
        raise Malformed(f"A status list has {LEAST} places at least.", f"Danh sách trạng thái có ít nhất {LEAST} vị trí.")
    press = zlib.compressobj(9, zlib.DEFLATED, 31)
    return base64url(press.compress(bits) + press.flush())


def bits_of(text: str) -> bytes:
    """Return the bitstring of a status list.

    Raises:
      Malformed: It is none, too short, or far too long.
    """
    raw = decoded(text, _MOST_SIGNS)
    press = zlib.decompressobj(31)
    try:
        found = press.decompress(raw, _MOST_BYTES)
    except zlib.error:
        found = b""
    if not press.eof or press.unused_data or len(found) * 8 < LEAST:
        raise Malformed("That is no bitstring of a status list.", "Đây không phải chuỗi bit trạng thái.")
    return found


def status(document: Mapping[str, Json], snapshots: Sequence[Mapping[str, Json]], keys: Keys, at: datetime, limit: timedelta) -> Status:
    """Return what the youngest snapshots say of a credential; one that names no status is in force as far as it goes.

    Args:
      document: The credential.
      snapshots: Status lists at hand, signed by its issuer.
      keys: The keys that are known.
      at: Now.
      limit: How old a snapshot may be.

    Raises:
      Refused: The credential's own words on its status, or a list of that address, are out of form or not signed by its issuer.
    """
    entries = document.get("credentialStatus")
    if entries is None:
        return Status("in force", None)
    found = [_one(document, entry, snapshots, keys, at, limit) for entry in (entries if isinstance(entries, list) else [entries])]
    if not found:
        raise Malformed("The credential names an empty status.", "Chứng chỉ nêu trạng thái rỗng.")
    worst: tuple[Word, ...] = ("withdrawn", "suspended", "unknown", "in force")
    return min(found, key=lambda one: worst.index(one.word))


def _one(
    document: Mapping[str, Json], entry: Json, snapshots: Sequence[Mapping[str, Json]], keys: Keys, at: datetime, limit: timedelta
) -> Status:
    if not isinstance(entry, dict) or entry.get("type") != ENTRY or str(entry.get("statusPurpose")) not in _PURPOSES:
        raise ProofRefused("The credential's status is of a kind not known here.", "Trạng thái của chứng chỉ thuộc loại không được hỗ trợ.")
    named, written = entry.get("statusListCredential"), entry.get("statusListIndex")
    if not isinstance(named, str) or not isinstance(written, str) or not _PLACE.fullmatch(written):
        raise Malformed("The credential's place in the status list is no number.", "Vị trí trong danh sách trạng thái không phải số.")
    dated = [(made, one) for one in snapshots if (made := _made(one, named)) is not None and made <= at]
    if not dated:
        return Status("unknown", None)
    as_of, purpose = max(made for made, _ in dated), str(entry["statusPurpose"])
    lists = [_listed(document, one, purpose, keys, at) for made, one in dated if made == as_of]
    if any(_marked(bits, int(written)) for bits in lists):
        return Status(_PURPOSES[purpose], as_of)
    return Status("unknown" if at - as_of > limit else "in force", as_of)


def _marked(bits: bytes, place: int) -> bool:
    """Say whether a place of a list is marked; the first place is the highest bit of the first byte."""
    if place >= len(bits) * 8:
        raise ProofRefused("The credential's place lies outside the status list.", "Vị trí nằm ngoài danh sách trạng thái.")
    return bool(bits[place >> 3] >> (7 - place % 8) & 1)


def _made(snapshot: Mapping[str, Json], named: Json) -> datetime | None:
    return moment(snapshot.get("validFrom")) if snapshot.get("id") == named else None


def _listed(document: Mapping[str, Json], snapshot: Mapping[str, Json], purpose: str, keys: Keys, at: datetime) -> bytes:
    demand_issued(snapshot, demand_proof(snapshot, keys))
    subject = snapshot.get("credentialSubject")
    if issuer_of(snapshot) != issuer_of(document) or not isinstance(subject, dict) or subject.get("type") != LIST:
        raise ProofRefused("The status list is not the issuer's.", "Danh sách trạng thái không phải của bên cấp.")
    if subject.get("statusPurpose") != purpose or LISTED not in listed(snapshot.get("type")):
        raise ProofRefused("The status list is of another purpose.", "Danh sách trạng thái dùng cho mục đích khác.")
    until = moment(snapshot.get("validUntil"))
    demand_valid(snapshot, min(at, until) if until else at)
    return bits_of(str(subject.get("encodedList")))
