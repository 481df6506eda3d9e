"""What a reader of conditions expects, in words: the sentences of its faults."""

from __future__ import annotations

from clearlane.model.risk_condition import Condition, Number, Operand, Words
from clearlane.model.text import Text
from clearlane.risk.language.limits import WIDEST

KINDS = {
    "text": Text(en="a text", vi="văn bản"),
    "number": Text(en="a number", vi="số"),
    "flag": Text(en="true or false", vi="đúng hoặc sai"),
    "condition": Text(en="a condition", vi="điều kiện"),
    "unknown": Text(en="a value", vi="giá trị"),
}
JOINED = Text(en="“and”, “or” or the end was expected here.", vi="Ở đây cần có “and”, “or” hoặc hết điều kiện.")
TOO_WIDE = Text(
    en=f"At most {WIDEST} can stand here. Keep the values in a list and ask “in list …”.",
    vi=f"Ở đây có nhiều nhất {WIDEST}. Hãy giữ các giá trị trong danh sách và hỏi “in list …”.",
)
NEGATED = Text(
    en="After “not”: “starts with”, “contains” or “in” was expected here.", vi="Sau “not” cần có “starts with”, “contains” hoặc “in”."
)
AMONG = Text(
    en="After “in”: “(” with values, or “list” with a name, was expected here.",
    vi="Sau “in” cần có “(” và các giá trị, hoặc “list” và tên.",
)
WRITTEN = Text(en="A number or a text in quotation marks was expected here.", vi="Ở đây cần có số hoặc chuỗi trong ngoặc kép.")
VALUE = Text(en="A field, a number, a text or “(” was expected here.", vi="Ở đây cần có trường, số, chuỗi hoặc “(”.")
CONDITION = Text(en="This is a value; a condition was expected here.", vi="Đây là giá trị; ở đây cần có điều kiện.")
NO_CONDITION = Text(en="This is a condition; a value was expected here.", vi="Đây là điều kiện; ở đây cần có giá trị.")
UNORDERED = Text(en="True and false can be compared by = and != only.", vi="Đúng và sai chỉ so sánh được bằng = và !=.")
SCOPE_ITEM = Text(en="Write “scope item”.", vi="Hãy viết “scope item”.")


def no_list(name: str) -> Text:
    """Return the words for a list that is not kept."""
    return Text(en=f"There is no list “{name}”.", vi=f"Không có danh sách “{name}”.")


def no_field(name: str) -> Text:
    """Return the words for a field that is not in the catalogue."""
    return Text(en=f"There is no field “{name}”.", vi=f"Không có trường “{name}”.")


def of_an_item(name: str) -> Text:
    """Return the words for a field of an item in a profile of whole declarations."""
    return Text(
        en=f"“{name}” belongs to a goods item, and this profile looks at the declaration as a whole.",
        vi=f"“{name}” thuộc về mặt hàng, còn hồ sơ này xét cả tờ khai.",
    )


def kind(wanted: str, found: str) -> Text:
    """Return the words for a value of the wrong kind."""
    return Text(
        en=f"{KINDS[wanted].en.capitalize()} was expected here; this is {KINDS[found].en}.",
        vi=f"Ở đây cần có {KINDS[wanted].vi}; đây là {KINDS[found].vi}.",
    )


def compare(written: str, found: str) -> Text | None:
    """Return how a value becomes a condition."""
    example = {"text": f'{written} = "…"', "number": f"{written} > 0", "flag": f"{written} = true"}.get(found)
    return Text(en=f"Compare it, for example: {example}", vi=f"Hãy so sánh, ví dụ: {example}") if example and len(written) < 80 else None


def converted(node: Operand | Condition, wanted: str) -> Text | None:
    """Return how a written value takes the other kind: a number in quotation marks, or a text without."""
    if isinstance(node, Number) and wanted == "text":
        written = node.written or repr(node.value).removesuffix(".0")
        return Text(en=f'Write "{written}".', vi=f'Hãy viết "{written}".')
    if isinstance(node, Words) and wanted == "number":
        return Text(en="Write it without quotation marks.", vi="Hãy bỏ dấu ngoặc kép.")
    return None
