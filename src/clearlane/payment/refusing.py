"""Refusing: why a message of a bank cannot be read, with the line, in words."""

from __future__ import annotations

from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text


def unreadable(line: int, en: str, vi: str) -> Unreadable:
    """Return the refusal of a message of a bank: nothing of it is booked.

    Args:
      line: The line, from 1.
      en: What is the matter.
      vi: The same in Vietnamese.
    """
    return Unreadable(
        Text(
            en=f"Line {line}: {en} Nothing was booked.",
            vi=f"Dòng {line}: {vi} Chưa có khoản nào được ghi sổ.",
        ),
        line=line,
    )


def missing(line: int, what: str) -> Unreadable:
    """Return the refusal where something is missing that every report must have."""
    return unreadable(line, f"{what} is missing.", f"thiếu {what}.")
