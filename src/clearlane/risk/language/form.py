"""A profile as a form: rows to fill in, which say exactly what its tree says.

The form is a view of the tree and loses nothing of it. It posts without scripts: every input has one flat name, such as ``title``,
``when.0.1.value`` or ``test.0.values``, and a fault names the input it belongs to. Values stand in the inputs as in a profile's text;
a plain text may go without quotation marks where it is held against a field of text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

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
from clearlane.model.risk_profile import RiskAction, RiskProfile
from clearlane.risk.language.limits import DEEPEST
from clearlane.risk.language.operands import plain
from clearlane.risk.language.writer import write_code, write_operand, write_share, write_text, write_values

Joins = Literal["", "all", "any", "not"]
HEAD = (
    "code", "title", "level", "directions", "procedures", "offices", "since", "until",
    "lane", "share", "inspect", "reason", "owner", "quiet", "forecast", "section",
)  # fmt: skip
"""The inputs of a profile that are neither conditions nor examples."""
ASKS = (
    "=", "!=", "<", "<=", ">", ">=", "between", "starts with", "not starts with", "contains", "not contains", "in", "not in",
    "in list", "not in list", "is missing", "is not missing", "holds",
)  # fmt: skip
"""What a row can ask of a value."""
_ROW_KEY = re.compile(r"when((?:\.[0-9]{1,4})*)\.(joins|of|asks|value|high)")
_TEST_KEY = re.compile(r"test\.([0-9]{1,4})\.(hit|values)")


class FormRow(msgspec.Struct, frozen=True):
    """One row: a question, or a frame around other rows.

    Attributes:
      joins: ``all``, ``any`` or ``not`` for a frame; empty for a question.
      of: What is asked of, a field as a rule.
      asks: One of ``ASKS``.
      value: The value or values; the name of a list; the lower bound.
      high: The upper bound, for ``between``.
      parts: The rows within a frame.
    """

    joins: Joins = ""
    of: str = ""
    asks: str = ""
    value: str = ""
    high: str = ""
    parts: tuple[FormRow, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing was filled in; such a row says nothing."""
        return not self.joins and not self.of.strip() and not self.value.strip()


class FormExample(msgspec.Struct, frozen=True):
    """One example: ``hit`` or ``miss``, and its values as in a profile's text, without braces."""

    hit: str = "hit"
    values: str = ""


class FormProfile(msgspec.Struct, frozen=True):
    """A profile as a form.

    Attributes:
      head: The inputs named in ``HEAD``, by name.
      when: The condition.
      examples: The examples.
      comments: Comments that stand before the profile, line by line; those elsewhere in a text a form cannot keep.
    """

    head: Mapping[str, str]
    when: FormRow
    examples: tuple[FormExample, ...] = ()
    comments: str = ""

    def fields(self) -> dict[str, str]:
        """Return every input with its flat name; what is empty is left out, save in the head."""
        flat = {name: self.head.get(name, "") for name in HEAD} | {"comments": self.comments}
        _flatten(self.when, "when", flat)
        for count, one in enumerate(self.examples):
            flat |= {f"test.{count}.hit": one.hit, f"test.{count}.values": one.values}
        return flat


def to_form(profile: RiskProfile, comments: tuple[str, ...] = ()) -> FormProfile:
    """Return a profile as a form."""
    done = profile.action
    head = {
        "code": profile.code,
        "title": profile.title,
        "level": profile.level,
        "directions": " ".join(profile.directions),
        "procedures": " ".join(map(write_code, profile.procedures)),
        "offices": " ".join(map(write_code, profile.offices)),
        "since": str(profile.since or ""),
        "until": str(profile.until or ""),
        "forecast": "" if profile.forecast is None else plain(profile.forecast),
    }
    examples = tuple(FormExample("hit" if one.hit else "miss", write_values(one)) for one in profile.examples)
    return FormProfile(head | _action(done), row_of(profile.condition), examples, "\n".join(comments))


def _action(done: RiskAction) -> dict[str, str]:
    return {
        "lane": done.lane,
        "share": write_share(done.share),
        "inspect": " ".join(done.inspect),
        "reason": done.reason,
        "owner": done.owner,
        "quiet": str(done.quiet_hits or ""),
        "section": done.section,
    }


def form_of(fields: Mapping[str, str]) -> FormProfile:
    """Return the form that was posted; names that are not of the form are passed over, and rows are numbered anew."""
    root: dict[str, Any] = {}
    tests: dict[int, dict[str, str]] = {}
    for name, value in fields.items():
        if row := _ROW_KEY.fullmatch(name):
            places = [int(one) for one in row[1].split(".")[1:]]
            if len(places) <= DEEPEST + 1:
                _at(root, places)[row[2]] = value
        elif test := _TEST_KEY.fullmatch(name):
            tests.setdefault(int(test[1]), {})[test[2]] = value
    examples = tuple(FormExample(one.get("hit", "hit"), one.get("values", "")) for _, one in sorted(tests.items()))
    comments = fields.get("comments", "").replace("\r\n", "\n")
    return FormProfile({name: fields.get(name, "") for name in HEAD}, _gathered(root), examples, comments)


def row_of(condition: Condition) -> FormRow:
    """Return a condition as a row."""
    match condition:
        case AllOf(parts):
            return FormRow("all", parts=tuple(map(row_of, parts)))
        case AnyOf(parts):
            return FormRow("any", parts=tuple(map(row_of, parts)))
        case Not(part):
            return FormRow("not", parts=(row_of(part),))
        case Compare(comparison, left, right):
            return _asking(left, "=" if comparison == "==" else comparison, write_operand(right))
        case Between(of, low, high):
            return msgspec.structs.replace(_asking(of, "between", write_operand(low)), high=write_operand(high))
        case Holds(of):
            return _asking(of, "holds", "")
        case Missing(of, negated):
            return _asking(of, "is not missing" if negated else "is missing", "")
        case _:
            return _among(condition)


def _among(condition: StartsWith | Contains | OneOf | InList) -> FormRow:
    prefix = "not " if condition.negated else ""
    match condition:
        case StartsWith(of, texts):
            return _asking(of, f"{prefix}starts with", ", ".join(map(write_text, texts)))
        case Contains(of, texts):
            return _asking(of, f"{prefix}contains", ", ".join(map(write_text, texts)))
        case OneOf(of, values):
            return _asking(of, f"{prefix}in", ", ".join(map(write_operand, values)))
        case InList(of, name):
            return _asking(of, f"{prefix}in list", name)


def _asking(of: Any, asks: str, value: str) -> FormRow:
    return FormRow("", write_operand(of), asks, value)


def _flatten(row: FormRow, place: str, flat: dict[str, str]) -> None:
    for name in ("joins", "of", "asks", "value", "high"):
        if value := getattr(row, name):
            flat[f"{place}.{name}"] = value
    for count, part in enumerate(row.parts):
        _flatten(part, f"{place}.{count}", flat)


def _at(node: dict[str, Any], places: list[int]) -> dict[str, Any]:
    """Return the posted row at a place, making room for it."""
    for place in places:
        node = node.setdefault("parts", {}).setdefault(place, {})
    return node


def _gathered(node: dict[str, Any]) -> FormRow:
    parts = tuple(_gathered(part) for _, part in sorted(node.get("parts", {}).items()))
    joins = node.get("joins", "")
    own = {name: node.get(name, "") for name in ("of", "asks", "value", "high")}
    return FormRow(joins if joins in ("all", "any", "not") else "", **own, parts=parts)
