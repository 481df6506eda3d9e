"""What is said of a message that no device could have meant."""

from __future__ import annotations

from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text


def unreadable(dialect: str) -> Unreadable:
    """Return that a message is not one of a dialect; its bytes are not repeated, for they may name places and persons."""
    return Unreadable(
        Text(en=f"This is no message of the dialect “{dialect}”.", vi=f"Đây không phải là bản tin theo giao thức “{dialect}”.")
    )
