"""Say in plain words what changed between two versions of a profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Between,
    Compare,
    Condition,
    Contains,
    Not,
    OneOf,
    Operand,
    StartsWith,
)
from clearlane.model.risk_field import Catalogue
from clearlane.model.risk_profile import RiskProfile
from clearlane.model.text import Text
from clearlane.risk.language.operands import plain
from clearlane.risk.language.words import in_words, operand_in_words, said, several, value_in_words
from clearlane.risk.language.writer import write_share

_NONE = Text(en="none", vi="không có")
_ADDED, _REMOVED = Text(en="Added: ", vi="Thêm: "), Text(en="Removed: ", vi="Bỏ: ")
_MANNER = Text(en="The same is written in another manner or order.", vi="Nội dung như cũ, viết theo cách hoặc thứ tự khác.")
_BOUND = Text(en="the bound", vi="ngưỡng")
_LOW, _HIGH = Text(en="the lower bound", vi="ngưỡng dưới"), Text(en="the upper bound", vi="ngưỡng trên")
_HEAD = {
    "code": Text(en="The code", vi="Mã"),
    "title": Text(en="The title", vi="Tên"),
    "level": Text(en="What it looks at", vi="Phạm vi xét"),
    "directions": Text(en="The directions", vi="Chiều"),
    "procedures": Text(en="The procedures", vi="Chế độ hải quan"),
    "offices": Text(en="The offices", vi="Cơ quan hải quan"),
    "since": Text(en="The first day", vi="Ngày đầu"),
    "until": Text(en="The last day", vi="Ngày cuối"),
    "forecast": Text(en="The hits expected a day", vi="Số lần trúng dự kiến mỗi ngày"),
}
_ACTION = {
    "lane": Text(en="The lane", vi="Luồng"),
    "share": Text(en="The share taken", vi="Tỷ lệ lấy"),
    "inspect": Text(en="What is inspected", vi="Nội dung kiểm tra"),
    "reason": Text(en="The reason", vi="Lý do"),
    "owner": Text(en="The unit that answers for it", vi="Đơn vị phụ trách"),
    "quiet_hits": Text(en="The most hits without one taken", vi="Số lần trúng tối đa liên tiếp không lấy"),
    "section": Text(en="The section", vi="Tổ, đội"),
}


def differences(old: RiskProfile, new: RiskProfile, catalogue: Catalogue) -> tuple[Text, ...]:
    """Return each difference as a sentence; none where both say the same."""
    head = (_went(words, _shown(getattr(old, name)), _shown(getattr(new, name))) for name, words in _HEAD.items())
    conditions = _between(old.condition, new.condition, catalogue)
    action = (_went(words, _done(old, name), _done(new, name)) for name, words in _ACTION.items())
    found = tuple(one for one in (*head, *conditions, *action, *_examples(old, new)) if one)
    return found if found or old == new else (_MANNER,)


def _between(old: Condition, new: Condition, catalogue: Catalogue) -> Iterator[Text]:
    """Tell how one condition became another, part by part where both join parts in the same manner."""
    joined = AnyOf if isinstance(old, AnyOf) or isinstance(new, AnyOf) else AllOf
    before, after = _parts(old, joined), _parts(new, joined)
    gone, come = [one for one in before if one not in after], [one for one in after if one not in before]
    for part in list(gone):
        if match := next((one for one in come if _alike(part, one)), None):
            gone.remove(part)
            come.remove(match)
            yield from _changed(part, match, catalogue)
    yield from (said(_REMOVED, in_words(one, catalogue), _end()) for one in gone)
    yield from (said(_ADDED, in_words(one, catalogue), _end()) for one in come)


def _parts(condition: Condition, joined: type[AllOf | AnyOf]) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, joined) else (condition,)


def _alike(old: Condition, new: Condition) -> bool:
    """Return whether two parts ask the same of the same value, but for bounds or values."""
    if type(old) is not type(new):
        return False
    if isinstance(old, Compare) and isinstance(new, Compare):
        return old.left == new.left and (old.comparison == new.comparison or old.right == new.right)
    if isinstance(old, Not | AllOf | AnyOf):
        return True
    return bool(getattr(old, "of", None) == getattr(new, "of", None) and getattr(old, "negated", None) == getattr(new, "negated", None))


def _changed(old: Condition, new: Condition, catalogue: Catalogue) -> Iterator[Text]:
    """Tell how a part changed into one that is alike."""
    match old, new:
        case (Compare(), Compare()) if old.comparison == new.comparison:
            yield _bound(_BOUND, old.left, old.right, new.right, catalogue)
        case (Between(), Between()):
            if old.low != new.low:
                yield _bound(_LOW, old.of, old.low, new.low, catalogue)
            if old.high != new.high:
                yield _bound(_HIGH, old.of, old.high, new.high, catalogue)
        case (AllOf(), AllOf()) | (AnyOf(), AnyOf()):
            yield from _between(old, new, catalogue)
        case (StartsWith() | Contains() | OneOf(), StartsWith() | Contains() | OneOf()):
            yield from _values(old, new, catalogue)
        case _:
            yield said(_went_words(in_words(old, catalogue), in_words(new, catalogue)), _end())


def _values(old: StartsWith | Contains | OneOf, new: StartsWith | Contains | OneOf, catalogue: Catalogue) -> Iterator[Text]:
    """Tell which values were added and removed."""
    before, after = _written(old), _written(new)
    comma = Text(en=", ", vi=", ")
    for head, these, those in ((_REMOVED, before, after), (_ADDED, after, before)):
        if told := [value_in_words(one) for one in these if one not in those]:
            of = Text(en=" – for ", vi=" – ở ")
            yield said(head, several(told, comma), of, operand_in_words(old.of, catalogue), _end())


def _written(question: StartsWith | Contains | OneOf) -> tuple[str | float, ...]:
    if isinstance(question, OneOf):
        return tuple(one.value for one in question.values)
    return question.beginnings if isinstance(question, StartsWith) else question.words


def _bound(which: Text, of: Operand, old: Operand, new: Operand, catalogue: Catalogue) -> Text:
    """Tell how a bound moved: “the bound on unit price went from 60 % to 50 % of …”."""
    head = said(which, Text(en=" for ", vi=" của "), operand_in_words(of, catalogue))
    moved = said(head, Text(en=" went from ", vi=" đổi từ "), operand_in_words(old, catalogue), Text(en=" to ", vi=" thành "))
    moved = said(moved, operand_in_words(new, catalogue), _end())
    return Text(en=moved.en[:1].upper() + moved.en[1:], vi=moved.vi[:1].upper() + moved.vi[1:])


def _went_words(old: Text, new: Text) -> Text:
    return said(Text(en="Changed: from “", vi="Đổi: từ “"), old, Text(en="” to “", vi="” thành “"), new, Text(en="”", vi="”"))


def _went(words: Text, old: Text, new: Text) -> Text | None:
    if old == new:
        return None
    return said(words, Text(en=" went from ", vi=" đổi từ "), old, Text(en=" to ", vi=" thành "), new, _end())


def _shown(value: object) -> Text:
    if value is None or value in ("", ()):
        return _NONE
    written = ", ".join(map(str, value)) if isinstance(value, tuple) else plain(value) if isinstance(value, float) else str(value)
    return Text(en=written, vi=written)


def _done(profile: RiskProfile, name: str) -> Text:
    value = getattr(profile.action, name)
    return _shown(write_share(value) if name == "share" else value)


def _examples(old: RiskProfile, new: RiskProfile) -> Sequence[Text]:
    """Tell how many examples were added and removed."""
    told = []
    for head, these, those in ((_REMOVED, old, new), (_ADDED, new, old)):
        if count := sum(one not in those.examples for one in these.examples):
            told.append(said(head, Text(en=f"{count} of the examples", vi=f"{count} ví dụ"), _end()))
    return told


def _end() -> Text:
    return Text(en=".", vi=".")
