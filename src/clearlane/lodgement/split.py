"""Several messages handed in together: a JSON array, JSON lines, or an XML element ``Messages``.

Each is cut out as it stands, signature and white space included, to be read on its own. What is no such
collection comes back whole, for ``read`` to take or to refuse.
"""

from __future__ import annotations

import re

import msgspec
from lxml import etree

from clearlane.lodgement.json_form import broken_json
from clearlane.lodgement.xml_tree import MAX_BYTES, parse
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

MAX_MESSAGES = 1000
"""The most messages taken together."""

_BLANK = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"
# Possessive and atomic, so that no message, however it is made, costs more than its length.
_COLLECTION = re.compile(rb"(?>\s+|<\?.*?\?>|<!--.*?-->)*+<(?:[\w.-]+:)?Messages[\s/>]", re.DOTALL)
_ARRAY = msgspec.json.Decoder(list[msgspec.Raw])


def split(data: bytes, *, max_bytes: int = MAX_BYTES, max_messages: int = MAX_MESSAGES) -> tuple[bytes, ...] | None:
    """Return the messages in a collection, each as it stands there; None where the bytes are no collection.

    Args:
      data: What was handed in.
      max_bytes: The largest collection read.
      max_messages: The most messages in it.

    Raises:
      Unreadable: The collection itself cannot be read, or holds too many messages.
    """
    head = data[:64].removeprefix(_BOM).lstrip(_BLANK)[:1]
    if head == b"[":
        parts = _array(data)
    elif head == b"{" and _is_lines(data):
        parts = tuple(line for line in data.removeprefix(_BOM).split(b"\n") if line.strip(_BLANK))
    elif head == b"<" and _COLLECTION.match(data.removeprefix(_BOM)):
        parts = _elements(data, max_bytes)
    else:
        return None
    if len(parts) > max_messages:
        raise _too_many(len(parts), max_messages)
    return parts


def _array(data: bytes) -> tuple[bytes, ...]:
    try:
        return tuple(bytes(part) for part in _ARRAY.decode(data.removeprefix(_BOM)))
    except (msgspec.DecodeError, RecursionError) as fault:
        raise broken_json(data, fault) from None


def _is_lines(data: bytes) -> bool:
    """Tell JSON lines from one object: within an object a closing brace is never followed by an opening one."""
    lines = [line for line in data.split(b"\n", 64)[:64] if line.strip(_BLANK)][:2]
    return len(lines) == 2 and lines[0].rstrip(_BLANK).endswith(b"}") and lines[1].lstrip(_BLANK).startswith(b"{")


def _elements(data: bytes, max_bytes: int) -> tuple[bytes, ...]:
    root = parse(data.lstrip(_BLANK), max_bytes=max_bytes, whole=True)
    return tuple(etree.tostring(child, with_tail=False, encoding="utf-8") for child in root.iterchildren("{*}*"))


def _too_many(count: int, most: int) -> Unreadable:
    return Unreadable(
        Text(
            en=f"{count} messages were handed in together; at most {most} are taken. Send them in several parts.",
            vi=f"Đã gửi {count} thông điệp cùng lúc; chỉ nhận tối đa {most}. Hãy chia thành nhiều phần.",
        )
    )
