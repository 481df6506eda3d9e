"""The JSON form of a message: the same elements under the same names, values as texts.

An amount is ``{"value": "100.00", "currencyID": "USD"}``, a quantity ``{"value": "5", "unitCode": "KGM"}``,
a date ``{"value": "20261122", "formatCode": "102"}``; figures are texts, so that nothing is rounded on the way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from clearlane.lodgement.unplaced import unfit, unfit_names
from clearlane.lodgement.xml_tree import MAX_BYTES
from clearlane.model.message import Message
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

_DECODER = msgspec.json.Decoder(Message)
_ENCODER = msgspec.json.Encoder()
_NOT_XML = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:u00(?:0[0-8bcefBCEF]|1[0-9a-fA-F])|[bf]|u[fF]{3}[eEfF])|\xef\xbf[\xbe\xbf]")


def read_json(data: bytes, *, max_bytes: int = MAX_BYTES) -> Message:
    """Return the message in its JSON form.

    Raises:
      Unreadable: It is too large, not JSON, or not of the published schema; unknown names are refused, not dropped.
    """
    if len(data) > max_bytes:
        raise Unreadable(
            Text(
                en=f"Line 1, column 1: the message has more than {max_bytes} bytes. Nothing was recorded.",
                vi=f"Dòng 1, cột 1: thông điệp có hơn {max_bytes} byte. Không có gì được ghi nhận.",
            ),
            line=1,
            column=1,
        )
    data = data.removeprefix(b"\xef\xbb\xbf")
    if found := _NOT_XML.search(data):
        raise _unreadable(data, found.start(), "a text holds a control character, which no message may", "văn bản chứa ký tự điều khiển")
    try:
        message = _DECODER.decode(data)
        json.loads(data, object_pairs_hook=_each_once)
    except UnicodeDecodeError:
        raise _unreadable(data, _odd_byte(data), "a byte is not UTF-8", "có byte không đúng mã hóa UTF-8") from None
    except _Twice as fault:
        name = fault.args[0]
        raise _unreadable(
            data, 0, f"the name {name} stands twice in one object", f"tên {name} xuất hiện hai lần trong một đối tượng"
        ) from None
    except msgspec.ValidationError as fault:
        place = re.search(r"at `(.+)`", str(fault))
        where = place[1] if place else "$"
        raise _unreadable(data, 0, f"the form is not as published: {fault}", f"không đúng lược đồ đã công bố tại {where}") from None
    except (msgspec.DecodeError, RecursionError) as fault:
        raise broken_json(data, fault) from None
    if odd := next(_unfit(message), None) if b"nplaced" in data or b"wrapper" in data or b"\\u" in data else None:
        raise _unreadable(data, 0, f"{odd} is nothing an XML message can hold there", f"{odd} không thể có trong thông điệp XML tại đó")
    return message


def _unfit(message: Message) -> Iterator[str]:
    yield from unfit(message.declaration, "$.Declaration")
    if message.metadata is not None:
        yield from unfit(message.metadata, "$.MetaData")
    if message.wrapper is not None:
        yield from (f"$.wrapper: {name}" for name in unfit_names(message.wrapper))


class _Twice(Exception):
    """A name stands twice in one object: the first value would be dropped in silence."""


def _each_once(pairs: list[tuple[str, Any]]) -> None:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise _Twice(next(name for place, name in enumerate(names) if name in names[:place]))


def _odd_byte(data: bytes) -> int:
    """Return where the first byte stands that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as fault:
        return fault.start
    return 0


def broken_json(data: bytes, fault: msgspec.DecodeError | RecursionError) -> Unreadable:
    """Return the refusal of bytes that are no JSON, or too deep, with the place of the fault."""
    if isinstance(fault, RecursionError):
        return _unreadable(data, 0, "values are nested too deeply", "các giá trị lồng nhau quá sâu")
    offset = re.search(r"byte (\d+)", str(fault))
    return _unreadable(data, int(offset[1]) if offset else len(data), "the JSON is broken here", "JSON sai cú pháp tại đây")


def write_json(message: Message, *, indent: int = 0) -> bytes:
    """Return a message in its JSON form, ready to be read again to the same value."""
    encoded = _ENCODER.encode(message)
    return msgspec.json.format(encoded, indent=indent) if indent else encoded


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a message, with the WCO id and format of every attribute."""
    schema = msgspec.json.schema(Message)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Message", **schema}


def _unreadable(data: bytes, offset: int, en: str, vi: str) -> Unreadable:
    before = data[:offset]
    line, column = before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1
    return Unreadable(
        Text(
            en=f"Line {line}, column {column}: {en}. Nothing was recorded.",
            vi=f"Dòng {line}, cột {column}: {vi}. Không có gì được ghi nhận.",
        ),
        line=line,
        column=column,
    )
