"""Rules on requests: to change a declaration, to cancel it, to say its goods are here. Codes CL-401 to CL-407."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clearlane.lodgement.rules.identity import check_reference, function_is
from clearlane.lodgement.rules.rule import Rule
from clearlane.model.declaration import REQUEST, REQUESTS, Declaration
from clearlane.model.documents import Pointer
from clearlane.model.findings import Finding
from clearlane.model.group import Group
from clearlane.model.structure import class_with, places
from clearlane.model.text import Text

NUMBER = Rule(
    "CL-401",
    "blocking",
    Text(en="The declaration is named", vi="Có số tờ khai"),
    Text(en="A request names the declaration it is about by its number.", vi="Yêu cầu phải nêu số tờ khai liên quan."),
    {"ID": "26XA0000000000AB12"},
    {"ID": None},
    baseline="cancellation",
)
CHANGES = Rule(
    "CL-402",
    "blocking",
    Text(en="An amendment amends", vi="Yêu cầu sửa phải có nội dung sửa"),
    Text(en="A request to amend holds at least one Amendment.", vi="Yêu cầu sửa có ít nhất một Amendment."),
    {"Amendment[1]/ChangeReasonCode": "32"},
    {"Amendment[1]": None},
    baseline="amendment",
)
POINTED = Rule(
    "CL-403",
    "blocking",
    Text(en="An amendment points", vi="Nội dung sửa có con trỏ"),
    Text(
        en="Every Amendment of a request to amend points to the place it changes.",
        vi="Mỗi Amendment của yêu cầu sửa đều chỉ đến vị trí cần sửa.",
    ),
    {"Amendment[1]/Pointer[1]/TagID": "109"},
    {"Amendment[1]/Pointer[1]": None},
    baseline="amendment",
)
LEADS_NOWHERE = Rule(
    "CL-404",
    "blocking",
    Text(en="Pointers lead somewhere", vi="Con trỏ chỉ đúng vị trí"),
    Text(
        en="The pointers of an Amendment lead from the declaration (42A) to a place the WCO Data Model has.",
        vi="Các con trỏ của Amendment dẫn từ tờ khai (42A) đến một vị trí có trong Mô hình dữ liệu WCO.",
    ),
    {"Amendment[1]/Pointer[1]/TagID": "109"},
    {"Amendment[1]/Pointer[1]/TagID": "999"},
    baseline="amendment",
)
KIND = Rule(
    "CL-405",
    "blocking",
    Text(en="A known kind of request", vi="Loại yêu cầu hợp lệ"),
    Text(
        en="The kind of request is COR to amend, INV to cancel, GPR or GPN to present goods.",
        vi="Loại yêu cầu là COR để sửa, INV để hủy, GPR hoặc GPN để xuất trình hàng hóa.",
    ),
    {"TypeCode": "GPN"},
    {"TypeCode": "IMA"},
    baseline="presentation",
)
REASON = Rule(
    "CL-406",
    "blocking",
    Text(en="A cancellation has its reason", vi="Yêu cầu hủy có lý do"),
    Text(
        en="A request to cancel gives the reason, in words or as a code.",
        vi="Yêu cầu hủy phải nêu lý do bằng lời hoặc bằng mã.",
    ),
    {"AdditionalInformation[1]": None, "Amendment[1]/ChangeReasonCode": "1"},
    {"AdditionalInformation[1]": None},
    baseline="cancellation",
)
IDENTITY = Rule(
    "CL-407",
    "blocking",
    Text(en="An amendment leaves who declared what", vi="Nội dung sửa giữ nguyên người khai và số tham chiếu"),
    Text(
        en="What a declaration is known by, its number, reference, function, type and declarant, cannot be amended.",
        vi="Không thể sửa những gì nhận biết tờ khai: số tờ khai, số tham chiếu, chức năng, loại và người khai hải quan.",
    ),
    {"Amendment[1]/Pointer[1]/TagID": "109"},
    {"Amendment[1]/Pointer[1]/TagID": "D026"},
    baseline="amendment",
)
RULES = (NUMBER, CHANGES, POINTED, LEADS_NOWHERE, KIND, REASON, IDENTITY)
_DECLARANT = "57B"
_KNOWN_BY = frozenset({("", "D014"), ("", "D026"), ("", "017"), ("", "D013"), (_DECLARANT, ""), (_DECLARANT, "R123")})
"""Where a declaration keeps what it is known by: the part below it and the tag."""


def check_requested(declaration: Declaration) -> Iterator[Finding]:
    """Return what is out of order with a request, its structure and formats aside."""
    if declaration.function_code not in (REQUEST, None):
        yield function_is(REQUEST, declaration.function_code or "")
    yield from check_reference(declaration)
    if not declaration.id:
        yield NUMBER.at(
            "ID",
            Text(en="The number of the declaration is missing.", vi="Thiếu số tờ khai."),
            Text(
                en="Give the number customs gave it, such as 26XA0000000000AB12.", vi="Khai số do hải quan cấp, ví dụ 26XA0000000000AB12."
            ),
        )
    asked = REQUESTS.get(declaration.type_code or "")
    if asked is None:
        yield KIND.at(
            "TypeCode",
            Text(en="The kind of request is missing or not known.", vi="Thiếu loại yêu cầu hoặc loại yêu cầu không hợp lệ."),
            Text(
                en="Give COR to amend, INV to cancel, GPR to present goods.",
                vi="Khai COR để sửa, INV để hủy, GPR để xuất trình hàng hóa.",
            ),
        )
    if asked == "amendment":
        yield from _amendments(declaration)
    if asked == "cancellation" and not _reason(declaration):
        yield REASON.at(
            "AdditionalInformation[1]/StatementDescription",
            Text(en="The reason for cancelling is missing.", vi="Thiếu lý do hủy tờ khai."),
            Text(en="Give it in words, such as: lodged twice.", vi="Nêu lý do, ví dụ: khai trùng."),
        )


def _reason(declaration: Declaration) -> bool:
    return any(one.statement_description or one.statement_code for one in declaration.additional_information) or any(
        one.change_reason_code for one in declaration.amendment
    )


def _amendments(declaration: Declaration) -> Iterator[Finding]:
    remedy = Text(
        en="Point to the place, such as 42A > 67A > 68A[2] > 23A, tag 137 for the second item's description.",
        vi="Chỉ đến vị trí cần sửa, ví dụ 42A > 67A > 68A[2] > 23A, thẻ 137 cho mô tả hàng hóa của dòng hàng thứ hai.",
    )
    if not declaration.amendment:
        yield CHANGES.at("Amendment[1]", Text(en="There is no Amendment.", vi="Chưa có Amendment."), remedy)
    for count, change in enumerate(declaration.amendment, 1):
        if not change.pointer:
            words = Text(en=f"Amendment {count} points nowhere.", vi=f"Amendment {count} không có con trỏ.")
            yield POINTED.at(f"Amendment[{count}]/Pointer[1]", words, remedy)
        elif (lost := _lost(change.pointer)) is not None:
            words = Text(
                en=f"Pointer {lost} of amendment {count} leads to no place of the data model.",
                vi=f"Con trỏ {lost} của Amendment {count} không chỉ đến vị trí nào của mô hình dữ liệu.",
            )
            yield LEADS_NOWHERE.at(f"Amendment[{count}]/Pointer[{lost}]", words, remedy)
        elif _place(change.pointer) in _KNOWN_BY:
            yield _known_by(count, len(change.pointer))


def _known_by(count: int, last: int) -> Finding:
    return IDENTITY.at(
        f"Amendment[{count}]/Pointer[{last}]",
        Text(
            en=f"Amendment {count} changes what the declaration is known by.",
            vi=f"Amendment {count} sửa thông tin dùng để nhận biết tờ khai.",
        ),
        Text(
            en="Leave it out. If the declarant or the type is wrong, cancel the declaration and lodge another under a new reference.",
            vi="Bỏ nội dung này. Nếu sai người khai hoặc loại hình, hãy hủy tờ khai và nộp tờ khai khác với số tham chiếu mới.",
        ),
    )


def _place(pointers: Sequence[Pointer]) -> tuple[str, str]:
    """Return the parts below the declaration that pointers lead through, and the tag they end on."""
    parts = [pointer.document_section_code or "" for pointer in pointers if pointer.document_section_code != "42A"]
    return ">".join(parts), pointers[-1].tag_id or ""


def _lost(pointers: Sequence[Pointer]) -> int | None:
    """Return which pointer leads nowhere, counted from 1; None where all lead on."""
    group: type[Group] | None = Declaration
    for count, pointer in enumerate(pointers, 1):
        if pointer.document_section_code != "42A":
            group = _below(group, pointer.document_section_code)
        if group is None or (pointer.tag_id and not _holds(group, pointer.tag_id)):
            return count
    return None


def _below(group: type[Group] | None, section: str | None) -> type[Group] | None:
    place = class_with(group, section or "") if group else None
    return place.group if place else None


def _holds(group: type[Group], tag: str) -> bool:
    return any(place.wco == tag for place in places(group))
