"""What a case asks of the officer who gets it, as data of a territory's law: a skill for some chapters of the tariff, or for a lane."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from clearlane.model.text import Text


class SkillAsked(msgspec.Struct, frozen=True):
    """A skill that cases ask for.

    Attributes:
      skill: By what rotas and competences know it.
      title: What people call it.
      chapters: Beginnings of commodity codes that ask for it; empty for all goods.
      lane: The lane that asks for it; empty for every lane.
    """

    skill: str
    title: Text
    chapters: tuple[str, ...] = ()
    lane: str = ""


def skills_for(law: Iterable[SkillAsked], codes: Iterable[str], lane: str | None) -> tuple[str, ...]:
    """Return the skills that a case asks for, in the law's order.

    >>> excise = SkillAsked("excise", Text(en="excise goods", vi="hàng tiêu thụ đặc biệt"), ("22", "24"))
    >>> skills_for([excise], ["2402209000", "09"], "red"), skills_for([excise], ["09"], "red")
    (('excise',), ())
    """
    known = tuple(codes)
    asked = [
        one.skill
        for one in law
        if (not one.lane or one.lane == lane) and (not one.chapters or any(code.startswith(one.chapters) for code in known))
    ]
    return tuple(dict.fromkeys(asked))
