"""The check of a certificate: who signed it, whether it is in force, and as of when that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from clearlane_verify.checks import content
from clearlane_verify.code import left, opened
from clearlane_verify.credential import demand_issued, demand_proof, demand_valid, issuer_of
from clearlane_verify.did_web import pinned
from clearlane_verify.jcs import Json, read
from clearlane_verify.refusal import Malformed, ProofRefused
from clearlane_verify.speech import out
from clearlane_verify.status import Status, status


def certificate(body: bytes, dids: Sequence[Path], lists: Sequence[Path], at: datetime, limit: timedelta) -> None:
    """Check a certificate, and say what it says.

    Args:
      body: The certificate, or the code from its paper.
      dids: Pinned DID documents.
      lists: Snapshots of status lists.
      at: Now.
      limit: How old a snapshot may be.

    Raises:
      Refused: It does not hold, was withdrawn, or nobody can say whether it was.
    """
    found, keys = opened(body), pinned([held for one in dids for held in _documents(one, "dids")])
    demand_issued(found, demand_proof(found, keys))
    demand_valid(found, at)
    kinds = [one for one in found.get("type", ()) if one != "VerifiableCredential"]
    out(f"{', '.join(kinds)}, issued by {issuer_of(found)}", f"{', '.join(kinds)}, do {issuer_of(found)} cấp")
    for name, value in _said(found["credentialSubject"]):
        out(f"  {name}: {value}", f"  {name}: {value}")
    if without := ", ".join(left(found)):
        out(f"Not checked, since the code has no room for it: {without}", f"Không kiểm tra vì mã không đủ chỗ: {without}")
    _say(status(found, [held for one in lists for held in _documents(one, "lists")], keys, at, limit), named="credentialStatus" in found)


def _documents(file: Path, part: str) -> list[dict[str, Json]]:
    """Return the document in a file; of a snapshot, as ``/certificates/snapshot.json`` of an office has it, every one of that part."""
    found = read(content(file))
    held = found.get(part, [found]) if isinstance(found, dict) else [found]
    if not isinstance(held, list) or not all(isinstance(one, dict) for one in held):
        raise Malformed(f"{file.name} is no document.", f"{file.name} không phải tài liệu.")
    return held


def _said(value: Json, name: str = "") -> Iterator[tuple[str, Json]]:
    """Yield everything said, each under the way to it."""
    if isinstance(value, dict):
        for inner, one in value.items():
            yield from _said(one, f"{name}.{inner}" if name else inner)
    elif isinstance(value, list):
        for place, one in enumerate(value, 1):
            yield from _said(one, f"{name}[{place}]")
    else:
        yield name, value


def _say(found: Status, *, named: bool) -> None:
    day = f"{found.as_of:%Y-%m-%d %H:%M}" if found.as_of else "-"
    if found.word in {"withdrawn", "suspended"}:
        raise ProofRefused(f"It was {found.word}, as of {day}.", f"Đã bị thu hồi hoặc đình chỉ, theo danh sách lúc {day}.")
    if found.word == "unknown":
        raise ProofRefused(
            f"Status unknown: no list of its issuer is young enough to say (the last is of {day}). Do not take it as valid.",
            f"Không rõ trạng thái: không có danh sách đủ mới của bên cấp (bản gần nhất: {day}). Không coi là hợp lệ.",
        )
    if named:
        out(f"It holds, and was not withdrawn as of {day}.", f"Chứng chỉ đúng và chưa bị thu hồi tính đến {day}.")
    else:
        out("It holds. It names no list in which it could be withdrawn.", "Chứng chỉ đúng; không nêu danh sách thu hồi.")
