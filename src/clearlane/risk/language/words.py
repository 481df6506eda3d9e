"""Say a condition in plain words, in English and Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Compare,
    Comparison,
    Condition,
    Contains,
    FieldOf,
    Flag,
    Holds,
    InList,
    Missing,
    Not,
    Number,
    OneOf,
    Operand,
    StartsWith,
    Words,
)
from clearlane.model.risk_field import Catalogue, Value
from clearlane.model.text import Text
from clearlane.risk.language.writer import write_number

_SHOWN = 12
_GENERAL = frozenset(("currency", "unit"))
_COMPARED: dict[Comparison, Text] = {
    "<": Text(en="is below", vi="nhỏ hơn"),
    ">": Text(en="is above", vi="lớn hơn"),
    "<=": Text(en="is at most", vi="không quá"),
    ">=": Text(en="is at least", vi="không dưới"),
    "==": Text(en="is", vi="là"),
    "!=": Text(en="is not", vi="khác"),
}
_BEGINS = (Text(en="begins with", vi="bắt đầu bằng"), Text(en="does not begin with", vi="không bắt đầu bằng"))
_CONTAINS = (Text(en="contains", vi="có chứa"), Text(en="does not contain", vi="không chứa"))
_AMONG = (Text(en="is", vi="là"), Text(en="is not", vi="không phải là"))
_LISTED = (Text(en="stands in the list", vi="có trong danh sách"), Text(en="does not stand in the list", vi="không có trong danh sách"))
_GIVEN = (Text(en="is missing", vi="không có giá trị"), Text(en="is given", vi="có giá trị"))
YES, NO = Text(en="yes", vi="có"), Text(en="no", vi="không")


def in_words(condition: Condition, catalogue: Catalogue) -> Text:
    """Return a condition in plain words; more than a dozen values are counted, not told."""
    match condition:
        case AllOf(parts):
            return _joined(parts, Text(en=" and ", vi=" và "), catalogue)
        case AnyOf(parts):
            return _joined(parts, Text(en=" or ", vi=" hoặc "), catalogue)
        case Not(Holds(of)):
            return said(named(of, catalogue), Text(en=": ", vi=": "), NO)
        case Not(part):
            return said(Text(en="not (", vi="không phải ("), in_words(part, catalogue), Text(en=")", vi=")"))
        case _:
            return _question(condition, catalogue)


def operand_in_words(operand: Operand, catalogue: Catalogue) -> Text:
    """Return a value in plain words: ``60% * ref.price_median`` is 60 % of that median."""
    match operand:
        case FieldOf():
            return named(operand, catalogue)
        case Number():
            return number_in_words(operand)
        case Words(value) | Flag(value):
            return value_in_words(value)
        case Arithmetic("*", Number() as share, right) if share.written.endswith("%"):
            return said(number_in_words(share), Text(en=" of ", vi=" của "), _within(right, catalogue))
        case Arithmetic(operator, left, right):
            sign = {"*": "×", "/": ":", "-": "-"}.get(operator, "+")
            return said(_within(left, catalogue), Text(en=f" {sign} ", vi=f" {sign} "), _within(right, catalogue))


def value_in_words(value: Value) -> Text:
    """Return a value as an officer reads it."""
    if value is None:
        return Text(en="missing", vi="không có giá trị")
    if isinstance(value, bool):
        return YES if value else NO
    return Text(en=f"“{value}”", vi=f"“{value}”") if isinstance(value, str) else number_in_words(Number(float(value)))


def number_in_words(number: Number) -> Text:
    """Return a number as its author wrote it; in Vietnamese with a comma before decimals."""
    written = write_number(number).replace("%", " %")
    return Text(en=written, vi=written.replace(".", ","))


def named(field: FieldOf, catalogue: Catalogue) -> Text:
    """Return what a field is, as it stands within a sentence."""
    return Text(en=_small(catalogue[field.name].words.en), vi=_small(catalogue[field.name].words.vi))


def said(*parts: Text) -> Text:
    """Return several wordings as one."""
    return Text(en="".join(one.en for one in parts), vi="".join(one.vi for one in parts))


def several(texts: Sequence[Text], joined: Text | None = None) -> Text:
    """Return values one after the other; more than a dozen are counted."""
    joined = joined or Text(en=" or ", vi=" hoặc ")
    if len(texts) > _SHOWN:
        left = len(texts) - _SHOWN
        texts = [*texts[:_SHOWN], Text(en=f"{left} others", vi=f"{left} giá trị khác")]
    first = [one for text in texts[:-1] for one in (text, Text(en=", ", vi=", "))][:-1]
    return said(*first, joined, texts[-1]) if first else said(*texts)


def _question(condition: Condition, catalogue: Catalogue) -> Text:
    match condition:
        case Compare(comparison, left, right):
            shown = said(operand_in_words(right, catalogue), _unit(left, right, catalogue))
            return _of(left, _COMPARED[comparison], shown, catalogue)
        case Between(of, low, high):
            low_said = operand_in_words(low, catalogue)
            bounds = said(low_said, Text(en=" and ", vi=" đến "), operand_in_words(high, catalogue), _unit(of, high, catalogue))
            return _of(of, Text(en="lies between", vi="nằm trong khoảng từ"), bounds, catalogue)
        case StartsWith(of, texts, negated):
            return _of(of, _BEGINS[negated], several([value_in_words(one) for one in texts]), catalogue)
        case Contains(of, texts, negated):
            return _of(of, _CONTAINS[negated], several([value_in_words(one) for one in texts]), catalogue)
        case OneOf(of, values, negated):
            return _of(of, _AMONG[negated], several([operand_in_words(one, catalogue) for one in values]), catalogue)
        case InList(of, name, negated):
            return _of(of, _LISTED[negated], value_in_words(name), catalogue)
        case Missing(of, negated):
            return said(operand_in_words(of, catalogue), Text(en=" ", vi=" "), _GIVEN[negated])
        case Holds(of):
            return said(named(of, catalogue), Text(en=": ", vi=": "), YES)
        case _:
            raise AssertionError("What joins conditions is no question.")


def _of(operand: Operand, verb: Text, rest: Text, catalogue: Catalogue) -> Text:
    blank = Text(en=" ", vi=" ")
    return said(operand_in_words(operand, catalogue), blank, verb, blank, rest)


def _unit(left: Operand, right: Operand, catalogue: Catalogue) -> Text:
    """Return the unit of the field that a plain number is held against; the national currency goes without saying."""
    number = isinstance(right, Number) and not right.written.endswith("%")
    unit = catalogue[left.name].unit if isinstance(left, FieldOf) and number else ""
    return Text(en=f" {unit}", vi=f" {unit}") if unit and not _GENERAL.intersection(unit.split("/")) else Text(en="", vi="")


def _joined(parts: Sequence[Condition], word: Text, catalogue: Catalogue) -> Text:
    told: list[Text] = []
    for part in parts:
        words = in_words(part, catalogue)
        told += [word, Text(en=f"({words.en})", vi=f"({words.vi})") if isinstance(part, AllOf | AnyOf) else words]
    return said(*told[1:])


def _within(operand: Operand, catalogue: Catalogue) -> Text:
    words = operand_in_words(operand, catalogue)
    return Text(en=f"({words.en})", vi=f"({words.vi})") if isinstance(operand, Arithmetic) else words


def _small(words: str) -> str:
    """Return words with a small first letter, unless they begin with an abbreviation."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
