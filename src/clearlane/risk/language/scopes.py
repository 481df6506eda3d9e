"""Read a profile's ``scope``: items or declarations, direction, procedures, offices, and the days it holds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import cast

import msgspec

from clearlane.model.profile import Direction
from clearlane.model.risk_field import FieldLevel
from clearlane.model.text import Text
from clearlane.risk.language.conditions import Conditions
from clearlane.risk.language.errors import write

_LEVEL = Text(en="“item” or “declaration” was expected here.", vi="Ở đây cần có “item” hoặc “declaration”.")
_PART = Text(
    en="“import”, “export”, “procedures”, “offices” or “valid” was expected here, each once.",
    vi="Ở đây cần có “import”, “export”, “procedures”, “offices” hoặc “valid”, mỗi từ một lần.",
)
_PARTS = ("import", "export", "procedures", "offices", "valid")
_DAY = Text(en="A day was expected here: year, month and day.", vi="Ở đây cần có ngày: năm, tháng, ngày.")
_ORDERED = Text(en="The last day lies before the first.", vi="Ngày cuối đứng trước ngày đầu.")


class Scope(msgspec.Struct, frozen=True):
    """What a profile looks at, and when."""

    level: FieldLevel = "item"
    directions: tuple[Direction, ...] = ()
    procedures: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


class Scopes(Conditions):
    """Reads scopes."""

    def scope(self) -> Scope:
        """Go past what follows ``scope`` and return it.

        Raises:
          ProfileFault: It cannot be read.
        """
        if not self.stands("item", "declaration"):
            raise self.fault(_LEVEL, self.nearest(("item", "declaration")))
        found = Scope(level=cast("FieldLevel", self.take().text.casefold()))
        self.level = found.level
        seen: set[str] = set()
        while self.took(","):
            word = self.next.text.casefold()
            if word not in _PARTS or word in seen:
                raise self.fault(_PART, self.nearest([one for one in _PARTS if one not in seen]))
            seen.add(word)
            self.take()
            found = self._with(found, word)
        return found

    def _with(self, found: Scope, word: str) -> Scope:
        if word == "procedures":
            return msgspec.structs.replace(found, procedures=self._codes(Text(en="A procedure", vi="mã chế độ"), "4000"))
        if word == "offices":
            return msgspec.structs.replace(found, offices=self._codes(Text(en="A customs office", vi="mã cơ quan hải quan"), "XA0001"))
        if word != "valid":
            return msgspec.structs.replace(found, directions=(*found.directions, cast("Direction", word)))
        start = self.at
        since = None if self.stands("..") else self._day()
        self.expect("..")
        until = self._day() if self.next.kind == "number" else None
        if since is None and until is None:
            raise self.fault(_DAY, write("valid 2026-01-01.."))
        if since and until and until < since:
            self.note(_ORDERED, None, self.span(start))
        return msgspec.structs.replace(found, since=since, until=until)

    def _codes(self, what: Text, sample: str) -> tuple[str, ...]:
        found = [self.code(what, sample)]
        while self.begins_code():
            found.append(self.code(what, sample))
        return tuple(found)

    def _day(self) -> date:
        start = self.at
        if self.next.kind != "number":
            raise self.fault(_DAY, write("2026-01-31"))
        written = self.code(_DAY, "2026-01-31")
        try:
            return datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC).date()
        except ValueError:
            raise self.fault(_DAY, write("2026-01-31"), self.span(start)) from None
