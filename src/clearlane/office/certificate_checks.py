"""Checking a certificate of anybody: by pinned keys and snapshots at hand, without a network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane_verify.credential import demand_issued, demand_proof, demand_valid, issuer_of
from clearlane_verify.did_web import pinned
from clearlane_verify.jcs import read
from clearlane_verify.refusal import Malformed, Refused
from clearlane_verify.status import Word, status

_WORDS: dict[Word, Text] = {
    "in force": Text(en="It holds, and was not withdrawn as of {day}.", vi="Chứng chỉ đúng và chưa bị thu hồi tính đến {day}."),
    "withdrawn": Text(en="It was withdrawn, as of {day}.", vi="Đã bị thu hồi, theo danh sách lúc {day}."),
    "suspended": Text(en="It is suspended, as of {day}.", vi="Đang bị đình chỉ, theo danh sách lúc {day}."),
    "unknown": Text(
        en="Status unknown: no list of its issuer is young enough to say (the last: {day}). Do not take it as valid.",
        vi="Không rõ trạng thái: không có danh sách đủ mới của bên cấp (bản gần nhất: {day}). Không coi là hợp lệ.",
    ),
}
_NO_LIST = Text(en="It holds. It names no list in which it could be withdrawn.", vi="Chứng chỉ đúng; không nêu danh sách thu hồi.")


def checked(certificate: bytes, dids: Sequence[bytes], lists: Sequence[bytes], at: datetime, days: int) -> tuple[bool, Text]:
    """Say whether a certificate holds, and why or why not.

    Args:
      certificate: The certificate.
      dids: Pinned DID documents.
      lists: Snapshots of status lists.
      at: Now.
      days: How many days old a snapshot may be.

    Raises:
      Unreadable: One of them is no document of its kind.
    """
    try:
        found, keys = _document(certificate), pinned([_document(one) for one in dids])
        demand_issued(found, demand_proof(found, keys))
        demand_valid(found, at)
        said = status(found, [_document(one) for one in lists], keys, at, timedelta(days=days))
    except Malformed as why:
        raise Unreadable(Text(en=why.en, vi=why.vi)) from None
    except Refused as why:
        return False, Text(en=why.en, vi=why.vi)
    day = f"{said.as_of:%Y-%m-%d %H:%M}" if said.as_of else "-"
    words = _WORDS[said.word] if "credentialStatus" in found else _NO_LIST
    by = issuer_of(found)
    return said.word == "in force", Text(en=f"Issued by {by}. {words.en.format(day=day)}", vi=f"Do {by} cấp. {words.vi.format(day=day)}")


def _document(body: bytes) -> dict[str, Any]:
    found = read(body)
    if not isinstance(found, dict):
        raise Malformed("That is no document.", "Đây không phải tài liệu.")
    return found
