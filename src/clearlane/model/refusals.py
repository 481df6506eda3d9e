"""Refusals: requests the office does not carry out. They are raised, and know nothing of HTTP.

    Refusal
    ├── Unreadable   the bytes are no message we can read; nothing was recorded
    ├── NotFound     no such declaration is recorded here
    ├── Conflict     the reference is taken by another message
    ├── NotAllowed   the asker may not do or see this
    ├── Closed       the declaration's course has gone past this act
    └── Unavailable  the store or a file cannot be used for now

try:
    office.lodge(message)
except Refusal as refusal:
    print(refusal.kind, refusal.words.en)
"""

from __future__ import annotations

from typing import ClassVar

from clearlane.model.text import Text


class Refusal(Exception):
    """A request refused, with the reason in words.

    Attributes:
      kind: Which kind of refusal, one word.
      words: The reason, in every language, without personal data.
      fields: What a program may want to know, such as ``line`` and ``column``.
    """

    kind: ClassVar[str] = "refused"

    def __init__(self, words: Text, **fields: str | int) -> None:
        super().__init__(words.en)
        self.words = words
        self.fields = fields


class Unreadable(Refusal):
    """The bytes are no message that can be read. Fields: ``line`` and ``column`` where known."""

    kind = "unreadable"


class NotFound(Refusal):
    """Nothing is recorded under that number or reference. Field: ``number`` or ``reference``."""

    kind = "not-found"


class Conflict(Refusal):
    """The same declarant already used the reference for another message. Fields: ``reference``, ``number``."""

    kind = "conflict"


class NotAllowed(Refusal):
    """The asker may not do it: not in his role, or not in the name of that party."""

    kind = "not-allowed"


class Closed(Refusal):
    """The course of the declaration has gone past this act. Fields: ``number``, ``state``."""

    kind = "closed"


class Unavailable(Refusal):
    """The store, or a file that is needed, cannot be opened or reached; the request may be made again."""

    kind = "unavailable"
