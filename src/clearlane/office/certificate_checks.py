"""Checking a certificate of anybody: by pinned keys and snapshots at hand, without a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane_verify.code import left, opened
from clearlane_verify.credential import demand_issued, demand_proof, demand_valid, issuer_of
from clearlane_verify.did_web import pinned
from clearlane_verify.refusal import Malformed, Refused
from clearlane_verify.status import Status, Word, status

_WORDS: dict[Word, Text] = {
    "in force": Text(en="It holds, and was not withdrawn as of {day}.", vi="Chứng chỉ đúng và chưa bị thu hồi tính đến {day}."),
    "withdrawn": Text(en="It was withdrawn, as of {day}.", vi="Đã bị thu hồi, theo danh sách lúc {day}."),
    "suspended": Text(en="It is suspended, as of {day}.", vi="Đang bị đình chỉ, theo danh sách lúc {day}."),
    "unknown": Text(
        en="Status unknown: no list of its issuer is young enough to say (the last: {day}). Do not take it as valid.",
        vi="Không rõ trạng thái: không có danh sách đủ mới của bên cấp (bản gần nhất: {day}). Không coi là hợp lệ.",
    ),
}
_LEFT = Text(en=" Not checked, since the code has no room for it: {named}.", vi=" Không kiểm tra vì mã không đủ chỗ: {named}.")
_NO_LIST = Text(en="It holds. It names no list in which it could be withdrawn.", vi="Chứng chỉ đúng; không nêu danh sách thu hồi.")


class Seen(NamedTuple):
    """What was found on a certificate.

    Attributes:
      holds: Whether it holds and is known not to be withdrawn.
      words: Why or why not.
      word: Its status; *refused* where it does not hold by itself.
      issuer: Who issued it; empty where that is not proved.
      as_of: When the list was made that told its status; None without one.
      without: What it had no room for, and so was not checked.
      document: What it says; empty where it does not hold by itself.
    """

    holds: bool
    words: Text
    word: Word | Literal["refused"]
    issuer: str = ""
    as_of: datetime | None = None
    without: tuple[str, ...] = ()
    document: Mapping[str, Any] = MappingProxyType({})


def seen(certificate: bytes, dids: Sequence[bytes], lists: Sequence[bytes], at: datetime, days: int) -> Seen:
    """Look at a certificate.

    Args:
      certificate: The certificate, or the code from its paper.
      dids: Pinned DID documents.
      lists: Snapshots of status lists.
      at: Now.
      days: How many days old a snapshot may be.

    Raises:
      Unreadable: One of them is no document of its kind.
    """
    try:
        found, keys = opened(certificate), pinned([opened(one) for one in dids])
        demand_issued(found, demand_proof(found, keys))
        demand_valid(found, at)
        said = status(found, [opened(one) for one in lists], keys, at, timedelta(days=days))
    except Malformed as why:
        raise Unreadable(Text(en=why.en, vi=why.vi)) from None
    except Refused as why:
        return Seen(False, Text(en=why.en, vi=why.vi), "refused")
    without = left(found)
    return Seen(said.word == "in force", _words(found, said, without), said.word, issuer_of(found), said.as_of, without, found)


def _words(found: Mapping[str, Any], said: Status, without: tuple[str, ...]) -> Text:
    by, day = issuer_of(found), f"{said.as_of:%Y-%m-%d %H:%M}" if said.as_of else "-"
    words = _WORDS[said.word] if "credentialStatus" in found else _NO_LIST
    more = _LEFT if without else Text(en="", vi="")
    named = ", ".join(without)
    return Text(
        en=f"Issued by {by}. {words.en.format(day=day)}{more.en.format(named=named)}",
        vi=f"Do {by} cấp. {words.vi.format(day=day)}{more.vi.format(named=named)}",
    )
