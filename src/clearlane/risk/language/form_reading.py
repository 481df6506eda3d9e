"""Read a filled-in form to a profile's tree, or tell what is wrong with each input."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, cast

import msgspec

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Between,
    Compare,
    Condition,
    Contains,
    Holds,
    InList,
    Missing,
    Not,
    OneOf,
    StartsWith,
)
from clearlane.model.risk_field import Catalogue
from clearlane.model.risk_profile import Example, RiskAction, RiskProfile
from clearlane.model.text import Text
from clearlane.risk.language.actions import Actions
from clearlane.risk.language.errors import ProfileFault, write
from clearlane.risk.language.form import ASKS, FormProfile, FormRow
from clearlane.risk.language.parser import faults
from clearlane.risk.language.scopes import Scope
from clearlane.risk.language.writer import write_code, write_profile, write_text

_EMPTY = Text(en="At least one condition was expected here.", vi="Ở đây cần có ít nhất một điều kiện.")
_ASKS = Text(en="Choose what is asked of the value.", vi="Hãy chọn điều cần hỏi về giá trị.")
_ONE = Text(en="One question was expected in this row; add a row for another.", vi="Mỗi dòng chỉ một câu hỏi; hãy thêm dòng cho câu khác.")
_REST = Text(en="More stands here than belongs in this input.", vi="Ô này có nội dung thừa.")
_DAY = Text(en="A day was expected here: year, month and day.", vi="Ở đây cần có ngày: năm, tháng, ngày.")
_HIT = Text(en="“hit” or “miss” was expected here.", vi="Ở đây cần có “hit” hoặc “miss”.")
_NODES: dict[str, type] = {
    "between": Between,
    "starts with": StartsWith,
    "contains": Contains,
    "in": OneOf,
    "in list": InList,
    "is missing": Missing,
    "is not missing": Missing,
    "holds": Holds,
}
_SCOPES = {"level": "", "directions": "item, ", "procedures": "item, procedures ", "offices": "item, offices "}
_SCOPE, _NOTHING = Scope(), RiskAction("red")


def from_form(form: FormProfile, catalogue: Catalogue, lists: Collection[str] | None = None) -> RiskProfile | tuple[ProfileFault, ...]:
    """Return the profile that a form says, or its faults, each with the input it belongs to (``place``).

    Args:
      form: The form.
      catalogue: The fields a profile may ask of.
      lists: The names of the lists it may ask of; None to leave them unchecked.
    """
    reader = _Form(form, catalogue, lists)
    profile = reader.profile()
    if not reader.noted:
        reader.noted.extend(faults(write_profile(profile), catalogue, lists))
    return profile if not reader.noted else tuple(reader.noted)


class _Form:
    """Reads one form, input by input."""

    def __init__(self, form: FormProfile, catalogue: Catalogue, lists: Collection[str] | None) -> None:
        self.noted: list[ProfileFault] = []
        self._form, self._catalogue, self._lists = form, catalogue, lists
        self._level = form.head.get("level", "")

    def profile(self) -> RiskProfile:
        """Return the profile; where something was noted, it is not to be used."""
        head = {name: unicodedata.normalize("NFC", value) for name, value in self._form.head.items()}
        condition = self._row(self._form.when, "when")
        if condition is None and not self.noted:
            self._note("when.of", _EMPTY)
        return RiskProfile(
            code=head["code"],
            title=head["title"],
            condition=condition or AllOf(()),
            action=self._action(head),
            **{name: self._scoped(name, head[name]) for name in _SCOPES},
            since=self._day("since", head["since"]),
            until=self._day("until", head["until"]),
            forecast=self._part("forecast", head["forecast"]),
            examples=self._examples(),
        )

    def _read(self, place: str, text: str, before: str, read: Callable[[Actions], Any], after: str = "") -> Any:
        """Read an input's text with what stands around it; a fault is noted at the input, and None returned."""
        try:
            reader = Actions(f"{before}{text}{after}", self._catalogue, self._lists)
            reader.level = "declaration" if self._level == "declaration" else "item"
            found = read(reader)
            if reader.next.kind != "end":
                raise reader.fault(_REST)
        except ProfileFault as fault:
            self.noted.append(_placed(fault, place, len(before)))
            return None
        self.noted.extend(_placed(fault, place, len(before)) for fault in reader.noted)
        return found

    def _note(self, place: str, expected: Text, suggestion: Text | None = None) -> None:
        self.noted.append(ProfileFault(1, 1, expected, suggestion, place=place))

    def _scoped(self, name: str, text: str) -> Any:
        """Return one part of the scope, and note what else stands in its input."""
        before, inner = _SCOPES[name], ", ".join(text.split()) if name == "directions" else text
        default = getattr(_SCOPE, name)
        found = self._read(name, inner, before, lambda reader: reader.scope()) if text.strip() or name == "level" else None
        if found is None:
            return default
        if msgspec.structs.replace(found, **{name: default}) != _SCOPE:
            self._note(name, _REST)
        return getattr(found, name)

    def _day(self, name: str, text: str) -> date | None:
        try:
            return date.fromisoformat(text.strip()) if text.strip() else None
        except ValueError:
            self._note(name, _DAY, write("2026-01-31"))
            return None

    def _action(self, head: dict[str, str]) -> RiskAction:
        return RiskAction(
            self._part("lane", head["lane"], "lane "),
            self._part("share", head["share"], "lane red at "),
            self._part("inspect", head["inspect"]),
            head["reason"],
            head["owner"],
            self._part("quiet", head["quiet"]),
            head["section"],
        )

    def _part(self, name: str, text: str, before: str = "") -> Any:
        """Return one part of what happens then, and note what else stands in its input."""
        own = {"quiet": "quiet_hits"}.get(name, name)
        default = getattr(_NOTHING, own, None)
        found = (
            self._read(name, text, before or f"lane red, {name} ", lambda reader: reader.action())
            if text.strip() or name == "lane"
            else None
        )
        if found is None:
            return default
        done, forecast = found
        if name != "forecast":
            rest, value = (msgspec.structs.replace(done, **{own: default}), forecast), getattr(done, own)
        else:
            rest, value = (done, None), forecast
        if rest != (_NOTHING, None):
            self._note(name, _REST)
        return value

    def _examples(self) -> tuple[Example, ...]:
        found: list[Example] = []
        for count, one in enumerate(self._form.examples):
            if one.hit not in ("hit", "miss"):
                self._note(f"test.{count}.hit", _HIT)
                continue
            read = self._read(f"test.{count}.values", one.values, f"{one.hit} {{", lambda reader: reader.example(), "\n}")
            found += [read] if read else []
        return tuple(found)

    def _row(self, row: FormRow, place: str) -> Condition | None:
        """Return what a row says; None where it is blank or faulty."""
        if not row.joins:
            return None if row.blank else self._question(row, place)
        noted = len(self.noted)
        parts = tuple(part for count, one in enumerate(row.parts) if (part := self._row(one, f"{place}.{count}")))
        if not parts:
            if len(self.noted) == noted:
                self._note(f"{place}.joins", _EMPTY)
            return None
        joined: Condition = parts[0] if len(parts) == 1 else AnyOf(parts) if row.joins == "any" else AllOf(parts)
        return Not(joined) if row.joins == "not" else joined

    def _question(self, row: FormRow, place: str) -> Condition | None:
        if row.asks not in ASKS:
            self._note(f"{place}.asks", _ASKS)
            return None
        wanted = _NODES.get(row.asks.removeprefix("not "), Compare)
        pieces = self._pieces(row)
        text = "".join(piece for _, piece in pieces)
        noted = len(self.noted)
        node = self._read(place, text, "", lambda reader: reader.condition())
        self.noted[noted:] = [_within(fault, place, pieces) for fault in self.noted[noted:]]
        if node is not None and type(node) is not wanted:
            self._note(f"{place}.value" if row.value else f"{place}.of", _ONE)
            return None
        return cast("Condition | None", node)

    def _pieces(self, row: FormRow) -> list[tuple[str, str]]:
        """Return the text of a row in pieces, each with the input it comes from; what stands between belongs to none."""
        of = row.of.strip()
        pieces = [("of", of)]
        if row.asks == "holds":
            return pieces
        pieces.append(("asks", f" {row.asks} "))
        if row.asks in ("is missing", "is not missing"):
            return pieces
        if row.asks.endswith("in list"):
            return [*pieces, ("value", write_code(row.value))]
        bare = of in self._catalogue and self._catalogue[of].kind == "text"
        if row.asks == "between":
            return [*pieces, ("value", self._one(row.value, bare)), ("asks", " and "), ("high", self._one(row.high, bare))]
        if row.asks in _NODES or row.asks.startswith("not "):
            value = ", ".join(write_text(one.strip()) for one in row.value.split(",")) if bare and '"' not in row.value else row.value
            return [*pieces, ("asks", "("), ("value", value), ("asks", "\n)")]
        return [*pieces, ("value", self._one(row.value, bare))]

    def _one(self, value: str, bare: bool) -> str:
        """Return one value; a bare word held against a field of text is put in quotation marks."""
        return write_text(value.strip()) if bare and '"' not in value and value.strip() not in self._catalogue else value


def _placed(fault: ProfileFault, place: str, before: int) -> ProfileFault:
    column = fault.column - before if fault.line == 1 else fault.column
    expected, suggestion = fault.expected, fault.suggestion
    return ProfileFault(fault.line, max(1, column), expected, suggestion, length=fault.length, found=fault.found, place=place)


def _within(fault: ProfileFault, place: str, pieces: list[tuple[str, str]]) -> ProfileFault:
    """Return a fault of a row at the input of the row that it stands in."""
    whole = "".join(piece for _, piece in pieces)
    left = fault.column - 1 if fault.line == 1 and fault.found else len(whole)
    start, input_of, before = 0, "of", 0
    for name, piece in pieces:
        if name != "asks" and start <= left:
            input_of, before = name, start
        start += len(piece)
    return _placed(fault, f"{place}.{input_of}", before)
