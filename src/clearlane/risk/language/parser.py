"""Read the text of a risk profile: its head, whom it hits, what happens then, and its examples.

A fault in one clause does not hide those in the next: reading goes on at the next ``scope``, ``when``, ``then`` or ``test``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from clearlane.model.risk_condition import AllOf, Condition
from clearlane.model.risk_field import Catalogue
from clearlane.model.risk_profile import Example, RiskAction, RiskProfile
from clearlane.model.text import Text
from clearlane.risk.language.actions import Actions
from clearlane.risk.language.conditions import read_condition
from clearlane.risk.language.errors import ProfileFault, write
from clearlane.risk.language.limits import FAULTS
from clearlane.risk.language.scopes import Scope

_Clause = TypeVar("_Clause")
_HEAD = Text(en="A profile begins with “profile”, its code and its title.", vi="Hồ sơ bắt đầu bằng “profile”, mã và tên.")
_ORDER = Text(
    en="“scope”, “when”, “then” and “test” were expected, each on its own line and in this order.",
    vi="Cần có “scope”, “when”, “then” và “test”, mỗi phần một dòng, theo thứ tự này.",
)
_ONCE = Text(en="The profile ends here; only “test” was expected.", vi="Hồ sơ kết thúc ở đây; chỉ còn có thể là “test”.")
_NOTHING: tuple[RiskAction, float | None] = (RiskAction("red"), None)
_CLAUSES = ("scope", "when", "then", "test")


def read_profile(text: str, catalogue: Catalogue, lists: Collection[str] | None = None) -> RiskProfile:
    """Return the profile that a text says.

    Args:
      text: The whole text.
      catalogue: The fields it may ask of.
      lists: The names of the lists it may ask of; None to leave them unchecked.

    Raises:
      ProfileFault: The first fault; ``faults`` tells all.
    """
    found = _read(text, catalogue, lists)
    if isinstance(found, RiskProfile):
        return found
    raise found[0]


def faults(text: str, catalogue: Catalogue, lists: Collection[str] | None = None) -> tuple[ProfileFault, ...]:
    """Return what is wrong with a profile's text, in the order of the text; nothing if it can be read."""
    found = _read(text, catalogue, lists)
    return () if isinstance(found, RiskProfile) else found


def _read(text: str, catalogue: Catalogue, lists: Collection[str] | None) -> RiskProfile | tuple[ProfileFault, ...]:
    try:
        reader = _Profiles(text, catalogue, lists)
    except ProfileFault as fault:
        return (fault,)
    profile = reader.profile()
    return profile if not reader.noted else tuple(sorted(reader.noted, key=lambda fault: (fault.line, fault.column))[:FAULTS])


class _Profiles(Actions):
    """Reads profiles."""

    def profile(self) -> RiskProfile:
        """Return the profile; where something was noted, it is not to be used."""
        code, title = self._clause("profile", self._head, ("", ""))
        scope = self._clause("scope", self.scope, Scope())
        self.level = scope.level
        nothing: Condition = AllOf(())
        condition = self._clause("when", self.condition, nothing)
        done = self._clause("then", self.action, _NOTHING)
        return RiskProfile(
            code,
            title,
            scope.level,
            condition,
            done[0],
            scope.directions,
            scope.procedures,
            scope.offices,
            scope.since,
            scope.until,
            done[1],
            self._examples(),
        )

    def _clause(self, word: str, read: Callable[[], _Clause], otherwise: _Clause) -> _Clause:
        """Read the clause that begins with a word; what hinders it is noted, and reading goes on at the next clause."""
        try:
            if not self.took(word):
                raise self.fault(_HEAD if word == "profile" else _ORDER, self.nearest((word,)) or _sample(word))
            found = read()
            if self.next.kind != "end" and not self.stands(*_CLAUSES):
                raise self.fault(self.afterwards(word), self.nearest(("and", "or", *_CLAUSES)))
        except ProfileFault as fault:
            self.noted.append(fault)
            self.nesting = 0
            while self.next.kind != "end" and not self._begins():
                self.take()
            return otherwise
        return found

    def _begins(self) -> bool:
        return self.stands(*_CLAUSES) and (self.at == 0 or "\n" in self.text[self.tokens[self.at - 1].end : self.next.start])

    def _head(self) -> tuple[str, str]:
        code = self.code(Text(en="The code of the profile", vi="mã hồ sơ"), "UV-8517-03")
        return code, self.quoted()

    def _examples(self) -> tuple[Example, ...]:
        found: list[Example] = []
        while self.next.kind != "end":
            at = self.at
            if not self.stands("test"):
                self.note(_ONCE, self.nearest(("test",)))
                break
            example = self._clause("test", self.example, None)
            found += [example] if example else []
            if self.at == at:
                break
        return tuple(found)


def _sample(word: str) -> Text:
    samples = {
        "profile": 'profile UV-8517-03 "Undervalued phones"',
        "scope": "scope item, import",
        "when": 'when origin = "QM"',
        "then": "then lane red",
    }
    return write(samples.get(word, "test hit {}"))


__all__ = ["faults", "read_condition", "read_profile"]
