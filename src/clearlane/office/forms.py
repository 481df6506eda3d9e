"""The forms a declaration can take, for doors: WCO XML, JSON with its schema, notifications, differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from clearlane.lodgement.content import differences, values_at
from clearlane.lodgement.json_form import json_schema, write_json
from clearlane.lodgement.read import read
from clearlane.lodgement.respond import write_notices
from clearlane.lodgement.split import split
from clearlane.lodgement.write import write
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Alteration
from clearlane.model.message import Message
from clearlane.model.notice import Notice
from clearlane.model.profile import Profile
from clearlane.office.intake import readable

Form = Literal["xml", "json"]


class Change(msgspec.Struct, frozen=True):
    """One place in which two generations differ.

    Attributes:
      path: The place in plain element names.
      kind: In which way.
      before: What stood there; empty where nothing did.
      after: What stands there now; empty where nothing does.
    """

    path: str
    kind: Alteration
    before: str
    after: str


def converted(data: bytes, form: Form) -> bytes:
    """Return a message in another form, without lodging it.

    Raises:
      Unreadable: It is no message that can be read.
    """
    return written(read(readable(data)), form)


def written(message: Message | Declaration, form: Form) -> bytes:
    """Return a message, or a declaration alone, in a form."""
    whole = message if isinstance(message, Message) else Message(declaration=message)
    return write(whole) if form == "xml" else write_json(whole, indent=2)


def notification(notices: Sequence[Notice], profile: Profile) -> bytes:
    """Return notices as one WCO RES message.

    Raises:
      ValueError: There is no notice.
    """
    return write_notices(notices, profile)


def messages_in(data: bytes, *, max_bytes: int, max_messages: int) -> tuple[bytes, ...] | None:
    """Return the messages in a collection (JSON array, JSON lines, XML ``Messages``); None where it is a single message.

    Raises:
      Unreadable: The collection cannot be read, or holds too many messages.
    """
    return split(data, max_bytes=max_bytes, max_messages=max_messages)


def schema() -> dict[str, Any]:
    """Return the published JSON Schema of a message."""
    return json_schema()


def changes(before: Declaration, after: Declaration) -> Iterator[Change]:
    """Yield where two generations differ, with what stood there."""
    old, new = values_at(before), values_at(after)
    for one in differences(before, after):
        yield Change(one.path, one.kind, old.get(one.path, ""), new.get(one.path, ""))
