"""The rota of a shift as it is pasted: one officer a line, with section, skills, the most open cases and conflicts."""

from __future__ import annotations

from clearlane.model.lottery import OnDuty, Rota
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

_NONE = "-"
_LINES = 500


def read(lines: str) -> list[OnDuty]:
    """Return who is on duty.

    Raises:
      Unreadable: A line has no section, or its number is none.

    >>> read("D-1 documents value,red-case 8 XA1\\n\\nD-2 quay")[1]
    OnDuty(officer='D-2', section='quay', skills=(), most=0, conflicts=())
    """
    return [_officer(at, line.split()) for at, line in enumerate(lines.splitlines()[:_LINES], 1) if line.strip()]


def written(rota: Rota | None) -> str:
    """Return a rota as it would be pasted."""
    return "\n".join(_line(one) for one in rota.officers) if rota else ""


def _officer(at: int, words: list[str]) -> OnDuty:
    given = [*words, *[_NONE] * 5][:5]
    if len(words) not in range(2, 6) or not (given[3] == _NONE or (given[3].isascii() and given[3].isdecimal() and len(given[3]) < 6)):
        raise Unreadable(
            Text(
                en=f"Line {at}: write officer, section, skills, most cases and conflicts, with a hyphen for none.",
                vi=f"Dòng {at}: ghi công chức, bộ phận, kỹ năng, số hồ sơ tối đa và xung đột lợi ích; dùng gạch nối nếu không có.",
            )
        )
    return OnDuty(given[0], given[1], _many(given[2]), 0 if given[3] == _NONE else int(given[3]), _many(given[4]))


def _many(words: str) -> tuple[str, ...]:
    return tuple(one for one in words.split(",") if one and one != _NONE)


def _line(one: OnDuty) -> str:
    lists = [",".join(words) or _NONE for words in (one.skills, one.conflicts)]
    return " ".join([one.officer, one.section, lists[0], str(one.most or _NONE), lists[1]])
