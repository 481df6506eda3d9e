"""Competences that rights ask for: data of a territory's law, with the practice by which someone shows that he has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from clearlane.model.practice_facts import PracticeKind
from clearlane.model.text import Text

Right = Literal["value-uplift", "second-signature", "red-case"]
"""What may ask for a competence: raising a value, signing second, and closing a red case."""


class CompetenceAsked(msgspec.Struct, frozen=True):
    """A competence that a right asks for.

    Attributes:
      right: What asks for it.
      name: By what the log knows it; an administration may ask for one of its own naming, and several rights for the same.
      title: What people call it.
      practice: In which kinds of simulated cases it is practised; empty for every kind.
      cases: How many of them whoever gives it expects to be decided; advice, as ``accuracy`` is.
      accuracy: Which share of them to be right, 0 to 1.
      reference: The law.
    """

    right: Right
    name: str
    title: Text
    practice: tuple[PracticeKind, ...] = ()
    cases: int = 0
    accuracy: float = 0.0
    reference: str = ""


USUAL: tuple[CompetenceAsked, ...] = (
    CompetenceAsked("value-uplift", "value-uplift", Text(en="value uplift", vi="điều chỉnh tăng trị giá"), ("value",)),
    CompetenceAsked("second-signature", "second-signature", Text(en="second signature", vi="chữ ký thứ hai"), ("documents",)),
    CompetenceAsked("red-case", "red-case", Text(en="red case", vi="hồ sơ luồng đỏ"), ("inspection",)),
)
"""As a territory asks that says nothing further; its law names them, or none."""


def asked(law: Iterable[CompetenceAsked], right: Right) -> CompetenceAsked | None:
    """Return the competence a right asks for; None where the law asks for none.

    >>> found = asked(USUAL, "red-case")
    >>> found.name if found else ""
    'red-case'
    """
    return next((one for one in law if one.right == right), None)


def named(law: Iterable[CompetenceAsked], name: str) -> CompetenceAsked | None:
    """Return a competence by its name; None where the law names none so."""
    return next((one for one in law if one.name == name), None)
