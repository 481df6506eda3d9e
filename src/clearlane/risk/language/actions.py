"""Read what a profile does with what it hits (``then``), and its examples (``test``)."""

from __future__ import annotations

from typing import Any, cast, get_args

from clearlane.model.facts import SEVERITY, Lane
from clearlane.model.risk_condition import Words
from clearlane.model.risk_field import RiskField, Value
from clearlane.model.risk_profile import Example, Inspection, RiskAction
from clearlane.model.text import Text
from clearlane.risk.language import expectations
from clearlane.risk.language.errors import meant, write
from clearlane.risk.language.lexer import Token
from clearlane.risk.language.scopes import Scopes

INSPECTIONS: tuple[str, ...] = get_args(Inspection)
_PARTS = ("inspect", "reason", "owner", "quiet", "forecast", "section")
_LANE = Text(en="“red”, “yellow”, “blue” or “green” was expected here.", vi="Ở đây cần có “red”, “yellow”, “blue” hoặc “green”.")
_SHARE = Text(en="A share above 0 % and up to 100 % was expected here.", vi="Ở đây cần có tỷ lệ trên 0 % đến 100 %.")
_PART = Text(
    en="“inspect”, “reason”, “owner”, “quiet”, “forecast” or “section” was expected here, each once.",
    vi="Ở đây cần có “inspect”, “reason”, “owner”, “quiet”, “forecast” hoặc “section”, mỗi từ một lần.",
)
_INSPECT = Text(
    en="“documents”, “physical”, “scan”, “sample” or “value” was expected here, each once.",
    vi="Ở đây cần có “documents”, “physical”, “scan”, “sample” hoặc “value”, mỗi từ một lần.",
)
_WHOLE = Text(en="A whole number, 0 or more, was expected here.", vi="Ở đây cần có số nguyên không âm.")
_FORECAST = Text(en="A number, 0 or more, was expected here.", vi="Ở đây cần có số không âm.")
_EXAMPLE = Text(en="“hit” or “miss” was expected here.", vi="Ở đây cần có “hit” hoặc “miss”.")
_TWICE = Text(en="This field was given above already.", vi="Trường này đã được cho ở trên.")
_GIVEN = Text(
    en="A number, a text in quotation marks, true, false or “missing” was expected here.",
    vi="Ở đây cần có số, chuỗi trong ngoặc kép, true, false hoặc “missing”.",
)
_AFTER = {
    "scope": Text(en="A comma, or “when” on the next line, was expected here.", vi="Ở đây cần có dấu phẩy, hoặc “when” ở dòng sau."),
    "when": Text(en="“and”, “or”, or “then” on the next line, was expected here.", vi="Ở đây cần có “and”, “or”, hoặc “then” ở dòng sau."),
    "then": Text(en="A comma, or “test” on the next line, was expected here.", vi="Ở đây cần có dấu phẩy, hoặc “test” ở dòng sau."),
}
_CODES = {
    "reason": (Text(en="The code of a reason", vi="mã lý do"), "VAL-02"),
    "owner": (Text(en="The unit that answers for the profile", vi="đơn vị phụ trách hồ sơ"), "risk-unit"),
    "section": (Text(en="A section", vi="tổ hoặc đội"), "S1"),
}
_NAMES = {"quiet": "quiet_hits"}


class Actions(Scopes):
    """Reads actions and examples."""

    @staticmethod
    def afterwards(word: str) -> Text:
        """Return what can follow a clause."""
        other = Text(en="The next line was expected here.", vi="Ở đây cần xuống dòng.")
        return _AFTER.get(word, other)

    def action(self) -> tuple[RiskAction, float | None]:
        """Go past what follows ``then`` and return it, with the hits a day that are expected.

        Raises:
          ProfileFault: It cannot be read.
        """
        self.expect("lane")
        if not self.stands(*SEVERITY):
            raise self.fault(_LANE, self.nearest(SEVERITY))
        lane = cast("Lane", self.take().text.casefold())
        share = self._share() if self.took("at") else 1.0
        found: dict[str, Any] = {}
        while self.took(","):
            word = self.next.text.casefold()
            if word not in _PARTS or word in found:
                raise self.fault(_PART, self.nearest([one for one in _PARTS if one not in found]))
            self.take()
            found[word] = self._part(word)
        forecast = found.pop("forecast", None)
        return RiskAction(lane, share, **{_NAMES.get(word, word): value for word, value in found.items()}), forecast

    def _share(self) -> float:
        start = self.at
        share, _ = self.number()
        if not 0 < share <= 1:
            self.note(_SHARE, write("at 80%"), self.span(start))
        return share

    def _part(self, word: str) -> object:
        if word in _CODES:
            return self.code(*_CODES[word])
        if word == "inspect":
            return self._inspections()
        start = self.at
        number, written = self.number()
        if word == "quiet":
            if not written.isdigit():
                self.note(_WHOLE, write("quiet 50"), self.span(start))
            return int(written) if written.isdigit() else 0
        if number < 0:
            self.note(_FORECAST, write("forecast 12 a day"), self.span(start))
        if self.took("a"):
            self.expect("day")
        return number

    def _inspections(self) -> tuple[Inspection, ...]:
        found: list[Inspection] = []
        while self.next.kind == "word" and (not found or self.stands(*INSPECTIONS)):
            if not self.stands(*INSPECTIONS) or self.next.text.casefold() in found:
                raise self.fault(_INSPECT, self.nearest(INSPECTIONS))
            found.append(cast("Inspection", self.take().text.casefold()))
        if not found:
            raise self.fault(_INSPECT, write("inspect documents"))
        return tuple(found)

    def example(self) -> Example:
        """Go past what follows ``test`` and return it.

        Raises:
          ProfileFault: It cannot be read.
        """
        if not self.stands("hit", "miss"):
            raise self.fault(_EXAMPLE, self.nearest(("hit", "miss")))
        hit = self.take().text.casefold() == "hit"
        self.expect("{")
        values: dict[str, Value] = {}
        while not self.stands("}"):
            if values:
                self.expect(",")
            name, value = self._given(values)
            values[name] = value
        self.expect("}")
        return Example(hit, values)

    def _given(self, values: dict[str, Value]) -> tuple[str, Value]:
        if self.next.kind != "word":
            raise self.fault(Text(en="A field or “}” was expected here.", vi="Ở đây cần có trường hoặc “}”."))
        token = self.take()
        name = token.text
        if name not in self.catalogue:
            self.note(expectations.no_field(name), meant(name, self.catalogue.names), token)
        elif name in values:
            self.note(_TWICE, None, token)
        self.expect(":")
        start = self.at
        value, kind = self._literal()
        if name in self.catalogue and kind not in (self.catalogue[name].kind, "unknown"):
            self._wrong(self.catalogue[name], value, kind, self.span(start))
        return name, value

    def _literal(self) -> tuple[Value, str]:
        if self.next.kind == "text":
            return self.quoted(), "text"
        if self.next.kind == "number" or self.stands("-"):
            return self.number()[0], "number"
        if self.took("missing"):
            return None, "unknown"
        if not self.stands("true", "false"):
            raise self.fault(_GIVEN)
        return self.take().text.casefold() == "true", "flag"

    def _wrong(self, field: RiskField, value: Value, kind: str, token: Token) -> None:
        node = Words(value) if isinstance(value, str) else None
        suggestion = write(f'"{token.text}"') if field.kind == "text" else expectations.converted(node, field.kind) if node else None
        self.note(expectations.kind(field.kind, kind), suggestion, token)
